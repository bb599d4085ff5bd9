import SamsvarDataFiles
import SamsvarLexicon
public import SamsvarModel
import SamsvarText

/// Learns a lexicon from texts and their translations.
///
/// A trainer holds ICU's iterators; use one for each task. Memory grows by four bytes a word.
public struct LexiconTrainer {
  /// What to keep.
  public struct Settings: Sendable {
    /// Pairs expected to be linked fewer times than this are dropped.
    public var minimumCount: Double = 1.5
    /// Pairs with a lower probability are dropped, from 0 to 1.
    public var minimumProbability: Double = 0.1
    /// The longest list of translations of a word.
    public var maximumTranslations = 6

    /// The defaults.
    public init() {}
  }

  private var source: TrainingSide
  private var target: TrainingSide
  /// Hashes of the pairs added.
  private var seen: Set<UInt64> = []

  init(source: TrainingSide, target: TrainingSide) {
    self.source = source
    self.target = target
  }

  /// The language of the first side.
  public var sourceLanguage: LanguageTag { source.language }

  /// The language of the second side.
  public var targetLanguage: LanguageTag { target.language }

  /// The number of pairs added.
  public var count: Int { source.beads.count }

  /// Adds a pair of segments; nothing where a side is blank or the same pair was added before, which
  /// translation memories are full of and which teaches nothing more.
  ///
  /// - Complexity: O(n)
  public mutating func add(_ left: [UInt8], _ right: [UInt8]) {
    guard left.contains(where: { $0 > 0x20 }), right.contains(where: { $0 > 0x20 }) else { return }
    guard seen.insert(LexiconFormat.longHash([left, [0], right].joined())).inserted else { return }
    source.add(left)
    target.add(right)
  }

  /// The lexicon, sorted by source word; the same for the same pairs.
  ///
  /// - Complexity: O(n) for segments of bounded length
  public func learn(_ settings: Settings = Settings(), from provenance: Provenance) -> BuiltLexicon
  {
    let left = source.lemmatised(minimumCount: settings.minimumCount)
    let right = target.lemmatised(minimumCount: settings.minimumCount)
    var learning = TranslationTable.Settings()
    learning.minimumCount = Float(settings.minimumCount)
    learning.minimumProbability = Float(settings.minimumProbability)
    let table = TranslationTable(learning: left.beads, right.beads, settings: learning)
    let sources = (0..<Int32(table.sourceCount)).sorted {
      left.words.bytes(of: Int($0)).lexicographicallyPrecedes(left.words.bytes(of: Int($1)))
    }
    var lexicon = LexiconSource(
      languages: [source.language.language, target.language.language])
    for word in sources {
      let term = left.words.string(Int(word))
      for cell in table.row(word).prefix(settings.maximumTranslations) {
        let other = right.words.string(Int(table.targets[cell]))
        // Equal words need no lexicon, and names would fill it.
        guard other != term else { continue }
        lexicon.add(
          [(source.language.language, [term]), (target.language.language, [other])],
          probability: Double(table.probabilities[cell]), from: provenance)
      }
    }
    return BuiltLexicon(lexicon)
  }
}

/// The words of one side of a training text.
struct TrainingSide {
  let language: LanguageTag
  private let segmenter: Segmenter
  private let lemmatiser: Lemmatiser
  private let data: LanguageData
  private(set) var beads = TokenBeads()
  private var words = WordTable()

  init(_ data: LanguageData, vocabulary: Vocabulary) {
    language = data.language
    self.data = data
    segmenter = Segmenter(data, vocabulary: vocabulary)
    lemmatiser = Lemmatiser(data, vocabulary: vocabulary)
  }

  mutating func add(_ segment: [UInt8]) {
    let result = segmenter.segment(pieces: [segment], name: "")
    var bead: [Int32] = []
    result.document.text.withUnsafeBufferPointer { text in
      for token in result.tokens where token.kind == .word && token.range.count > 1 {
        bead.append(words.intern(text, token.range))
      }
    }
    beads.append(bead)
  }

  /// The beads in dictionary forms, without stop words and what is too rare to learn from.
  ///
  /// A form that the lemmatiser does not know stays as it is.
  func lemmatised(minimumCount: Double) -> (words: WordTable, beads: TokenBeads) {
    var lemmas = WordTable()
    let numbers = (0..<words.count).map { word -> Int32 in
      let form = words.bytes(of: word)
      guard !data.stopWords.contains(form) else { return -1 }
      let lemma = lemmatiser.knownLemmas(of: form).first ?? form
      guard !data.stopWords.contains(lemma) else { return -1 }
      return lemma.withUnsafeBufferPointer { lemmas.intern($0, 0..<$0.count) }
    }
    var counts = [Int](repeating: 0, count: lemmas.count)
    for token in beads.tokens {
      let number = numbers[Int(token)]
      if number >= 0 { counts[Int(number)] += 1 }
    }
    return (
      lemmas,
      beads.mapped(
        numbers.map { $0 >= 0 && Double(counts[Int($0)]) >= minimumCount ? $0 : -1 })
    )
  }
}

extension Pipeline {
  /// A trainer for two languages.
  ///
  /// - Throws: `InputError` when a language's data cannot be read.
  public func trainer(
    source: LanguageTag, target: LanguageTag
  ) throws(InputError) -> LexiconTrainer {
    LexiconTrainer(
      source: TrainingSide(try languages.data(for: source), vocabulary: vocabulary(source)),
      target: TrainingSide(try languages.data(for: target), vocabulary: vocabulary(target)))
  }
}
