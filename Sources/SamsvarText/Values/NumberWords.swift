import SamsvarModel

/// The number words, months, weekdays and units of a language (`numbers.txt`, `calendar.txt`).
package struct NumberWords: Sendable {
  /// What a word or phrase says about values.
  package enum Meaning: Hashable, Sendable {
    /// 0 to 99, or a part of such a word: `fem`, `tjue`
    case cardinal(Int)
    /// An indefinite article that may be the number one: `en`, `a`
    case article
    case hundred
    /// `tusen`, `millioner`, `mrd.`
    case scale(Double)
    case ordinal(Int)
    /// The denominator of a fraction: `tredel`, `thirds`
    case fraction(Double)
    /// A number in itself: `halvparten` 0.5, `halvannen` 1.5
    case amount(Double)
    case half
    /// `twice`, `firedoblet`
    case multiple(Double)
    /// `ganger`, `times` after a number
    case times
    /// `hundrevis`, `dozens`: an order of magnitude
    case vague(Double)
    /// `et par`, `a few`
    case few
    case month(Int)
    case weekday(Int)
    case percent, percentagePoint, permille
    /// A hundredth of a percentage point
    case basisPoint
    /// A currency, and what a prefix in it multiplies by: `MNOK` 1,000,000
    case currency(String, Double)
    /// A unit of a dimension, with its size in the dimension's base unit
    case unit(String, Double)
    /// `ca.`, `over`, `minst`
    case comparator(Comparator)
    case minus
    /// `kuldegrader`, `below zero`: what stands before is negative
    case belowZero
    /// `og`, `and` between the parts of a number
    case and
    /// `eller`, `or`, `à` between the ends of a range
    case or
    /// `til`, `to` in a range
    case rangeTo
    /// `mellom`, `between` before a range
    case between
    /// `av`, `of`, `in`, `out of` between the numbers of a share
    case shareOf
    /// `of` after a fraction
    case of
    /// `hver`, `every`
    case every
    /// `annenhver`, `every other`
    case everyOther
    /// `i`, `om`, `per`, `a` between a count and its period
    case per
    /// `kl.`, `at` before a clock time
    case clock
    case am, pm
    /// `over`, `past` in clock times
    case past
    /// `på`, `to` in clock times
    case toHour
    /// `kvart`, `quarter` in clock times
    case quarterHour
    /// `noon`, `midnatt`: minutes after midnight
    case timeOfDay(Int)
    case oClock
    /// `gammel`, `old` after years; `aged` before
    case old
    case agedBefore
    case quarterOfYear, halfOfYear, week, century
    case beforeChrist, afterChrist
    /// `§`, `kapittel`, `nr.`
    case reference(String)
    /// `tlf.`, `konto` before a number that counts nothing
    case identifier
    /// `sak`, `case` before a number of two parts that is no fraction: `12/24`
    case caseLabel
    /// `med`, `at` before `en gang`, `once`, which then count nothing
    case atOnce
    /// A word of games before a score; `tapte`, `lost` say that it was lost
    case score(isLost: Bool)
    /// A day of the year by name: month * 100 + day
    case namedDay(Int)
    /// More often `other` than second: `andre`
    case other
    /// `nest` before a superlative
    case nextTo
    /// An ordinal counted from the end: `nest siste` 2
    case fromLast(Int)
    /// A word that is a value by itself: `femåring`, `syttiårene`
    case value(Reading)
    /// What follows a number and a hyphen, or a number word, in one word: `åring`, `tallet`
    case ending(Ending)
    /// The first word of a phrase that means something: `more` of `more than`
    case phraseHead

    /// Whether a value may begin with the word; one that only joins parts of values cannot.
    var mayBeginValue: Bool {
      switch self {
      case .and, .or, .rangeTo, .per, .shareOf, .of, .toHour, .am, .pm, .belowZero, .caseLabel,
        .atOnce:
        false
      default: true
      }
    }
  }

  /// What an ending makes of a number: `13-åring`, `1990-tallet`, `tjueårene`.
  package enum Ending: String, Hashable, Sendable {
    case age, years, birthday, decade, period, time, multiple, fraction, place, ordinal
    /// The plural that makes a decade of a number, without a hyphen: German `1990er`
    case plural
  }

  private let meanings: [[UInt8]: [Meaning]]
  /// Endings by the letters they begin with, longest first.
  private let endings: [(letters: [UInt8], ending: Ending)]
  private let monthNames: Set<[UInt8]>
  /// Words for *number* that end compounds: `nummer` of `saksnummer`.
  let numberHeads: [[UInt8]]
  /// The decimal sign of the language: `,` in Norwegian.
  package let decimalSign: UInt8
  /// Whether numbers are written as one word: `femogtjue`.
  package let writesTogether: Bool
  /// Whether the month comes before the day in numeric dates, in some of the language's countries.
  package let mayPutMonthFirst: Bool
  /// Whether clock times start anew at noon.
  let countsTwelveHours: Bool
  /// Whether `13 år` may be an age without more words.
  let saysAgeInYears: Bool
  /// Whether the postcode stands before the town.
  let putsPostcodeFirst: Bool

  /// Reads lines of `class[<TAB>value[<TAB>value]]<TAB>word, word`.
  init(language: LanguageTag, lines: [String], calendar: [String]) {
    var meanings: [[UInt8]: [Meaning]] = [:]
    var endings: [(letters: [UInt8], ending: Ending)] = []
    for line in lines + calendar {
      let columns = line.split(separator: "\t").map(String.init)
      guard let words = columns.last, let meaning = MeaningReader.meaning(columns.dropLast())
      else { continue }
      for word in words.split(separator: ",") {
        let letters = Array(word.utf8.drop { $0 == 0x20 })
        if case .ending(let ending) = meaning { endings.append((letters, ending)) }
        meanings[letters, default: []].append(meaning)
      }
    }
    let months = CLDRNames.months(in: language)
    monthNames = Set(months.map { Array($0.lowercased().utf8) })
    for (index, name) in months.enumerated() { Self.add(.month(index + 1), name, &meanings) }
    for (index, name) in CLDRNames.weekdays(in: language).enumerated() {
      Self.add(.weekday(index + 1), name, &meanings)
    }
    for head in Set(meanings.keys.compactMap(Self.head)) {
      meanings[head, default: []].append(.phraseHead)
    }
    self.meanings = meanings
    self.endings = endings.sorted { $0.letters.count > $1.letters.count }
    let isEnglish = language.language == "en"
    decimalSign = isEnglish ? 0x2E : 0x2C
    writesTogether = !isEnglish && language.language != "fr"
    numberHeads = meanings.filter { $0.key.count >= 2 && $0.value.contains(.reference("number")) }
      .keys.sorted { $0.lexicographicallyPrecedes($1) }
    mayPutMonthFirst = isEnglish
    countsTwelveHours = isEnglish
    saysAgeInYears = !isEnglish
    putsPostcodeFirst = !isEnglish
  }

  /// The first word of a phrase: `km` of `km/t`, `i` of `i overkant av`; nil where there is but one.
  private static func head(_ phrase: [UInt8]) -> [UInt8]? {
    let head = phrase.prefix { $0 >= 0x80 || ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
    return head.isEmpty || head.count == phrase.count ? nil : Array(head)
  }

  private static func add(
    _ meaning: Meaning, _ name: String, _ meanings: inout [[UInt8]: [Meaning]]
  ) {
    let key = Array(name.lowercased().utf8)
    if meanings[key]?.contains(meaning) != true { meanings[key, default: []].append(meaning) }
  }

  /// Everything a word or phrase in lower case may mean; none for most words.
  package func meanings(of word: [UInt8]) -> [Meaning] { meanings[word] ?? [] }

  /// The ending a word begins with, after a number and a hyphen: `åring` in `åringene`.
  func ending(_ word: [UInt8]) -> Ending? {
    endings.first { word.starts(with: $0.letters) }?.ending
  }

  /// Whether a word in lower case makes a number of what follows: `nr.`, `tlf.`, `maks.`.
  package func announcesNumber(_ word: [UInt8]) -> Bool {
    has(word) {
      switch $0 {
      case .reference, .identifier, .comparator: true
      default: false
      }
    }
  }

  /// Whether a word in lower case is the full name of a month.
  package func isMonthName(_ word: [UInt8]) -> Bool { monthNames.contains(word) }

  /// Whether a word in lower case is a number from 0 to 99.
  package func isCardinal(_ word: [UInt8]) -> Bool {
    has(word) { if case .cardinal = $0 { true } else { false } }
  }

  /// Whether a word in lower case is the name of a weekday.
  package func isWeekdayName(_ word: [UInt8]) -> Bool {
    has(word) { if case .weekday = $0 { true } else { false } }
  }

  private func has(_ word: [UInt8], _ test: (Meaning) -> Bool) -> Bool {
    meanings[word]?.contains(where: test) ?? false
  }
}
