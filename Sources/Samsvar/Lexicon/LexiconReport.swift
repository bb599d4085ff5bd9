import SamsvarLexicon
public import SamsvarModel
import SamsvarText

/// What a lexicon says about words as they stand in texts: the interface of `lexicon lookup`.
public struct LexiconReport: Sendable {
  /// One entry that answers for a word.
  public struct Row: Hashable, Sendable {
    /// The dictionary form it was found by.
    public var lemma: String
    /// Which part of a compound the entry is for; empty where it is for the whole word.
    public var part: String
    /// `noun`, `verb` …; empty where unknown.
    public var partOfSpeech: String
    /// Most usual first.
    public var translations: [String]
    /// How likely the translation is, where it was learned.
    public var probability: Double?
    /// Where the entry comes from.
    public var provenance: Provenance
  }

  private let lexicon: Lexicon
  private let source: LanguageTag
  private let target: LanguageTag
  private let lemmatiser: Lemmatiser
  private let splitter: CompoundSplitter?

  init(
    _ lexicon: Lexicon, _ source: LanguageTag, _ target: LanguageTag, lemmatiser: Lemmatiser,
    splitter: CompoundSplitter?
  ) {
    self.lexicon = lexicon
    self.source = source
    self.target = target
    self.lemmatiser = lemmatiser
    self.splitter = splitter
  }

  /// The entries of a word or phrase, else those of the parts of a compound; none where nothing is
  /// known.
  ///
  ///     rows("avtalene")       // avtale: agreement; deal
  ///     rows("militæravtalen") // militær: military; avtale: agreement
  public func rows(_ word: String) -> [Row] {
    let form = Folding.lower(Array(word.utf8))
    let whole = rows(candidates(form), part: "")
    if !whole.isEmpty { return whole }
    for reading in splitter?.readings(of: form) ?? [] {
      let head = rows(candidates(reading.head), part: "head")
      guard !head.isEmpty else { continue }
      return rows([reading.modifierLemma], part: "modifier") + head
    }
    return []
  }

  private func candidates(_ form: [UInt8]) -> [[UInt8]] {
    form.contains(0x20) ? [form] : [form] + lemmatiser.lemmas(of: form).filter { $0 != form }
  }

  private func rows(_ candidates: [[UInt8]], part: String) -> [Row] {
    candidates.flatMap { lemma in
      lexicon.entries(lemma, in: source).compactMap { entry in
        let terms = lexicon.terms(entry, in: target)
        guard !terms.isEmpty else { return nil }
        return Row(
          lemma: String(decoding: lemma, as: UTF8.self), part: part,
          partOfSpeech: lexicon.partOfSpeech(entry),
          translations: terms.map { String(decoding: $0, as: UTF8.self) },
          probability: lexicon.probability(entry), provenance: lexicon.provenance(entry))
      }
    }
  }
}

extension Pipeline {
  /// Looks words up in the lexicon.
  ///
  /// - Throws: `InputError` when there is no lexicon or a language's data cannot be read.
  public func lexiconReport(
    from source: LanguageTag, to target: LanguageTag
  ) throws(InputError) -> LexiconReport {
    guard let lexicon else {
      throw InputError(
        "is missing; set SAMSVAR_DATA or give --lexicon", at: SourcePosition(file: "core.lexicon"))
    }
    let data = try languages.data(for: source)
    let known = vocabulary(source)
    return LexiconReport(
      lexicon, source, target, lemmatiser: Lemmatiser(data, vocabulary: known),
      splitter: data.writing.joinsCompounds ? CompoundSplitter(data, vocabulary: known) : nil)
  }
}
