package import SamsvarDataFiles
public import SamsvarModel

/// What the text layer knows about one language: the files of its folder under `Languages/`.
///
/// A language without a folder works with empty lists and ICU's rules alone.
///
/// A class, since it is passed on to everything that looks at words: a copy is one reference.
public final class LanguageData: Sendable {
  /// The language.
  public let language: LanguageTag
  /// Abbreviations with their dot, as listed or with a first capital, that never end a sentence.
  package let abbreviations: Set<[UInt8]>
  /// Abbreviations with their dot, as listed or with a first capital, that may also end a sentence.
  package let finalAbbreviations: Set<[UInt8]>
  /// Words that say little about what a sentence is about, in lower case.
  package let stopWords: Set<[UInt8]>
  /// Personal pronouns as subjects, in lower case.
  package let pronouns: Set<[UInt8]>
  /// Words that begin a credit line before a colon, in lower case, longest first.
  package let credits: [[UInt8]]
  /// Words that number the parts of a text, in lower case: `kapittel`, `§`, `vedlegg`.
  package let headingLabels: Set<[UInt8]>
  /// Months, weekdays and number words.
  package let numbers: NumberWords
  /// Irregular forms and their lemmas.
  package let irregulars: [[UInt8]: [[UInt8]]]
  /// Dictionary forms with an irregular past: `møte` (`møtte`), which has no `møtet`.
  package let irregularPasts: Set<[UInt8]>
  /// What inflection adds to dictionary forms.
  package let suffixRules: SuffixRules
  /// Dictionary forms with their parts of speech, where there is a compiled list (`nb.words`).
  package let wordList: WordList?
  /// Verbs that deny, in all their forms, in lower case.
  package let denials: Set<[UInt8]>
  /// Verbs that affirm, in all their forms, in lower case.
  package let affirmations: Set<[UInt8]>
  /// Words that join the last items of a list: `og`, `samt`, `and`.
  package let conjunctions: Set<[UInt8]>
  /// Words that affirm, deny, suppose or say the opposite.
  package let claims: ClaimWords
  /// Classes of things that exclude each other.
  package let classes: WordClasses
  /// Words that look like a word of another language and mean something else, by its code.
  package let falseFriends: [String: [[UInt8]: Set<[UInt8]>]]
  /// Words that point to a country.
  package let places: PlaceWords
  /// What stands in compounds beside nouns, verbs and adjectives.
  package let compoundParts: CompoundParts
  /// How the language writes compounds, doubled consonants and ordinals.
  package let writing: WritingHabits
  /// Words before a name that belong to a person's role, in lower case.
  package let titles: Set<[UInt8]>
  /// Names of people and places that look like words, in lower case.
  package let names: Set<[UInt8]>
  /// Function words and what they tell about their neighbours, in lower case.
  package let functionWords: [[UInt8]: FunctionWord]
  /// Words that deny, exclude or limit without a *not*, in dictionary form.
  package let negatives: Set<[UInt8]>
  /// Words that may stand twice in a row, in lower case.
  package let doubledWords: Set<[UInt8]>

  /// Reads the language's folder below `directory`.
  ///
  /// - Throws: `InputError` when a file that exists cannot be read.
  public init(_ language: LanguageTag, directory: String) throws(InputError) {
    let folder = "\(directory)/\(language.language)"
    func lines(_ name: String) throws(InputError) -> [String] {
      try DataLines.read("\(folder)/\(name)")
    }
    self.language = language.base
    abbreviations = Self.withCapitals(try lines("abbreviations.txt"))
    finalAbbreviations = Self.withCapitals(try lines("abbreviations-final.txt"))
    stopWords = Set(try lines("stopwords.txt").map { Array($0.utf8) })
    pronouns = Set(try lines("pronouns.txt").map { Array($0.utf8) })
    credits = try lines("credits.txt").map { Array($0.utf8) }.sorted { $0.count > $1.count }
    headingLabels = Set(try lines("headings.txt").map { Array($0.utf8) })
    writing = WritingHabits(try lines("writing.txt"))
    suffixRules = SuffixRules(
      try lines("suffixes.txt").compactMap(SuffixRule.init), undoubled: writing.doubled)
    let owner = try lines("related.txt").first ?? language.language
    let words = "\(directory)/../\(owner).words"
    wordList = DataLocation.exists(words) ? try WordList(path: words) : nil
    compoundParts = CompoundParts(
      prefixes: Set(try lines("prefixes.txt").map { Array($0.utf8) }),
      heads: Set(try lines("heads.txt").map { Array($0.utf8) }),
      derivations: Set(try lines("derivations.txt").map { Array($0.utf8) }))
    denials = Set(try lines("denials.txt").map { Array($0.utf8) })
    affirmations = Set(try lines("affirmations.txt").map { Array($0.utf8) })
    claims = ClaimWords(
      negations: try lines("negations.txt"), negatives: try lines("negatives.txt"),
      hedges: try lines("hedges.txt"), auxiliaries: try lines("auxiliaries.txt"),
      opposites: try lines("opposites.txt"))
    classes = WordClasses(try lines("classes.txt"))
    falseFriends = ["en": Self.friends(try lines("false-friends.en.txt"))]
    conjunctions = Set(try lines("conjunctions.txt").map { Array($0.utf8) })
    places = PlaceWords(try lines("places.txt"))
    titles = Set(try lines("titles.txt").map { Array($0.utf8) })
    names = Set(try lines("names.txt").map { Array($0.utf8) })
    negatives = Set(try lines("limiting.txt").map { Array($0.utf8) })
    doubledWords = Set(try lines("doubled-words.txt").map { Array($0.utf8) })
    functionWords = FunctionWord.table(try lines("function-words.txt"))
    numbers = NumberWords(
      language: language.base, lines: try lines("numbers.txt"), calendar: try lines("calendar.txt"))
    irregulars = Dictionary(
      try lines("irregulars.txt").compactMap(Self.irregular), uniquingKeysWith: { $0 + $1 })
    irregularPasts = Self.pasts(irregulars)
  }

  /// Whether a word with its dot is an abbreviation that never ends a sentence.
  ///
  /// One listed in lower case may begin with a capital; one listed with a capital (`No.`) must have
  /// it.
  package func isAbbreviation(_ word: [UInt8]) -> Bool { abbreviations.contains(word) }

  /// Whether an abbreviation is a function word without its dot, and announces a number with it:
  /// English `No.`, but not Norwegian `pr.`.
  package func isCommonWord(beforeDot word: [UInt8]) -> Bool {
    let word = Folding.lower(word)
    return word.count <= 4 && stopWords.contains(Array(word.dropLast()))
      && numbers.announcesNumber(word)
  }

  /// Whether a word with its dot is an abbreviation that may end a sentence.
  package func isFinalAbbreviation(_ word: [UInt8]) -> Bool { finalAbbreviations.contains(word) }

  /// The words of a list, those in lower case with a first capital too.
  private static func withCapitals(_ lines: [String]) -> Set<[UInt8]> {
    var words: Set<[UInt8]> = []
    words.reserveCapacity(2 * lines.count)
    for line in lines {
      var word = Array(line.utf8)
      words.insert(word)
      guard let first = word.first, first &- 0x61 < 26 else { continue }
      word[0] = first & 0xDF
      words.insert(word)
    }
    return words
  }

  /// One line for people: how much is known.
  public var overview: String {
    "\(abbreviations.count + finalAbbreviations.count) forms of abbreviations, \(stopWords.count) stop words, "
      + "\(irregulars.count) irregular forms, \(suffixRules.count) suffix rules"
  }

  /// Lines of a word and, after a tab, the words it is not, between commas.
  private static func friends(_ lines: [String]) -> [[UInt8]: Set<[UInt8]>] {
    var result: [[UInt8]: Set<[UInt8]>] = [:]
    for line in lines {
      let columns = line.split(separator: "\t")
      guard columns.count == 2 else { continue }
      let words = columns[1].split(separator: ",").map { Array($0.utf8.drop { $0 == 0x20 }) }
      result[Array(columns[0].utf8), default: []].formUnion(words)
    }
    return result
  }

  /// The lemmas of forms that end in t, d, te or de.
  private static func pasts(_ irregulars: [[UInt8]: [[UInt8]]]) -> Set<[UInt8]> {
    var lemmas: Set<[UInt8]> = []
    for (form, all) in irregulars {
      let last = form.last == 0x65 ? form.dropLast().last : form.last
      if last == 0x74 || last == 0x64 { lemmas.formUnion(all) }
    }
    return lemmas
  }

  private static func irregular(_ line: String) -> ([UInt8], [[UInt8]])? {
    let columns = line.split(separator: "\t")
    guard columns.count == 2 else { return nil }
    return (Array(columns[0].utf8), columns[1].split(separator: " ").map { Array($0.utf8) })
  }
}

/// The lines of a data file, without comments (`# …`) and blank lines.
enum DataLines {
  /// The lines of a file; none when there is no such file.
  static func read(_ path: String) throws(InputError) -> [String] {
    guard DataLocation.exists(path) else { return [] }
    let text = String(decoding: try FileBytes.read(path), as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).map(String.init).filter {
      !$0.hasPrefix("#") && !$0.allSatisfy(\.isWhitespace)
    }
  }
}

/// Word parts of compounds that are no words of their own, and endings that only look like words.
package struct CompoundParts: Sendable {
  /// First parts such as `hoved`, `opp`, `mikro`.
  package let prefixes: Set<[UInt8]>
  /// Last parts such as `aktig`, `åring`.
  package let heads: Set<[UInt8]>
  /// Derivational endings such as `het`, `ende`.
  package let derivations: Set<[UInt8]>
}
