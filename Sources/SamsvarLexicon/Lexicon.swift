package import SamsvarDataFiles
public import SamsvarModel
package import SamsvarText

/// A bilingual lexicon: which words of one language say what words of another say.
///
/// The compiled file is memory-mapped; opening it takes no time to speak of.
public struct Lexicon: Sendable {
  private let file: MappedFile
  private let reader: LexiconReader

  /// Opens a compiled lexicon.
  ///
  /// - Throws: `InputError` when the file is missing or is no compiled lexicon of this version.
  public init(path: String) throws(InputError) {
    file = try MappedFile(path: path)
    guard let reader = LexiconReader(file.bytes) else {
      throw InputError(
        "is not a compiled lexicon of this version; build it again with `samsvar lexicon build`",
        at: SourcePosition(file: path))
    }
    self.reader = reader
  }

  /// The number of entries.
  public var entryCount: Int { reader.entryCount }

  /// The languages it knows.
  public var languages: [LanguageTag] { reader.languages.compactMap { LanguageTag($0) } }

  private func column(_ language: LanguageTag) -> Int? {
    reader.languages.firstIndex(of: language.language)
  }

  /// Whether a word (in lower case) has an entry.
  package func contains(_ word: [UInt8], in language: LanguageTag) -> Bool {
    column(language).map { !reader.entries(for: word, language: $0).isEmpty } ?? false
  }

  /// The entries of a word (in lower case), by number.
  package func entries(_ word: [UInt8], in language: LanguageTag) -> [Int] {
    column(language).map { reader.entries(for: word, language: $0) } ?? []
  }

  /// The terms of an entry in a language, most usual first, as written.
  package func terms(_ entry: Int, in language: LanguageTag) -> [[UInt8]] {
    guard let column = column(language) else { return [] }
    return reader.terms(entry, language: column).map { Array(reader.bytes($0)) }
  }

  /// The part of speech of an entry.
  package func partOfSpeech(_ entry: Int) -> String { reader.partOfSpeech(entry) }

  /// What a word (in lower case, in dictionary form) can be; empty where it has no entry.
  package func parts(of word: [UInt8], in language: LanguageTag) -> PartsOfSpeech {
    entries(word, in: language).reduce(into: []) { parts, entry in
      switch partOfSpeech(entry) {
      case "noun": parts.insert(.noun)
      case "verb": parts.insert(.verb)
      case "adj": parts.insert(.adjective)
      case "adv": parts.insert(.adverb)
      case "name": parts.insert(.name)
      case "num": parts.insert(.numeral)
      default: parts.insert(.other)
      }
    }
  }

  /// The words of a language, as the text layer wants them; `.none` for a language it lacks.
  package func vocabulary(_ language: LanguageTag) -> Vocabulary {
    column(language) == nil ? .none : Vocabulary { parts(of: $0, in: language) }
  }

  /// The translations of a word given in lower case in dictionary form, most usual first.
  ///
  ///     lexicon.translations(of: "avtale", from: .nb, to: .en)  // ["agreement", "deal", …]
  public func translations(
    of word: String, from source: LanguageTag, to target: LanguageTag
  ) -> [String] {
    var result: [String] = []
    for entry in entries(Array(word.lowercased().utf8), in: source) {
      for term in terms(entry, in: target).map({ String(decoding: $0, as: UTF8.self) })
      where !result.contains(term) {
        result.append(term)
      }
    }
    return result
  }
}
