import SamsvarModel

/// The number words, months, weekdays and units of a language.
package struct NumberWords: Sendable {
  /// What a word says about numbers.
  package enum Meaning: Hashable, Sendable {
    /// 0 to 99, or a word part of it: `fem`, `tjue`
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
    /// `halv`, `half`: with a unit 0.5; before an hour half past the one before
    case half
    case multiple(Double)
    /// `hundrevis`, `dozens`: an order of magnitude
    case vague(Double)
    case month(Int)
    case weekday(Int)
    case percent, percentagePoint, permille
    case currency(String)
    /// A unit of a dimension, with its size in the dimension's base unit.
    case unit(String, Double)
    /// `ca.`, `over`, `minst`
    case comparator(Comparator)
    /// `og`, `and` between the parts of a number
    case and
    /// `til`, `to` in a range
    case rangeTo
    /// `mellom`, `between` before a range
    case between
    /// `kl.`, `at` before a clock time
    case clock
    case am, pm
    /// `§`, `kapittel`, `nr.`
    case reference(String)
    /// The first word of a phrase that means something: `more` of `more than`
    case phraseHead
  }

  private let meanings: [[UInt8]: [Meaning]]
  private let monthNames: Set<[UInt8]>
  /// The decimal sign of the language: `,` in Norwegian.
  package let decimalSign: UInt8
  /// Whether numbers are written as one word: `femogtjue`.
  package let writesTogether: Bool

  /// Reads lines of `word<TAB>class[<TAB>value[<TAB>value]]`.
  init(language: LanguageTag, lines: [String], calendar: [String]) {
    var meanings: [[UInt8]: [Meaning]] = [:]
    for line in lines + calendar {
      let columns = line.split(separator: "\t").map(String.init)
      guard columns.count >= 2, let meaning = Self.meaning(Array(columns.dropFirst())) else {
        continue
      }
      meanings[Array(columns[0].utf8), default: []].append(meaning)
    }
    let months = CLDRNames.months(in: language)
    monthNames = Set(months.map { Array($0.lowercased().utf8) })
    for (index, name) in months.enumerated() {
      Self.add(.month(index + 1), for: name, to: &meanings)
    }
    for (index, name) in CLDRNames.weekdays(in: language).enumerated() {
      Self.add(.weekday(index + 1), for: name, to: &meanings)
    }
    for phrase in meanings.keys {
      let head = Array(phrase.prefix { $0 != 0x20 })
      if head.count < phrase.count, meanings[head] == nil { meanings[head] = [.phraseHead] }
    }
    self.meanings = meanings
    decimalSign = language.language == "en" ? 0x2E : 0x2C
    writesTogether = language.language != "en"
  }

  private static func add(
    _ meaning: Meaning, for name: String, to meanings: inout [[UInt8]: [Meaning]]
  ) {
    let key = Array(name.lowercased().utf8)
    if meanings[key]?.contains(meaning) != true { meanings[key, default: []].append(meaning) }
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

  /// Everything a word in lower case may mean; none for most words.
  package func meanings(of word: [UInt8]) -> [Meaning] { meanings[word] ?? [] }

  private static func meaning(_ columns: [String]) -> Meaning? {
    let number = columns.count > 1 ? Double(columns[1]) : nil
    switch (columns[0], number) {
    case ("cardinal", let value?): return .cardinal(Int(value))
    case ("article", _): return .article
    case ("hundred", _): return .hundred
    case ("scale", let value?): return .scale(value)
    case ("ordinal", let value?): return .ordinal(Int(value))
    case ("fraction", let value?): return .fraction(value)
    case ("amount", let value?): return .amount(value)
    case ("half", _): return .half
    case ("multiple", let value?): return .multiple(value)
    case ("vague", let value?): return .vague(value)
    case ("month", let value?): return .month(Int(value))
    case ("weekday", let value?): return .weekday(Int(value))
    case ("percent", _): return .percent
    case ("percentage-point", _): return .percentagePoint
    case ("permille", _): return .permille
    case ("and", _): return .and
    case ("range", _): return .rangeTo
    case ("between", _): return .between
    case ("clock", _): return .clock
    case ("am", _): return .am
    case ("pm", _): return .pm
    default: return named(columns)
    }
  }

  private static func named(_ columns: [String]) -> Meaning? {
    guard columns.count > 1 else { return nil }
    switch columns[0] {
    case "currency": return .currency(columns[1])
    case "reference": return .reference(columns[1])
    case "unit": return columns.count > 2 ? Double(columns[2]).map { .unit(columns[1], $0) } : nil
    case "comparator":
      let names: [String: Comparator] = [
        "about": .about, "over": .over, "under": .under, "at-least": .atLeast, "at-most": .atMost,
      ]
      return names[columns[1]].map { .comparator($0) }
    default: return nil
    }
  }
}
