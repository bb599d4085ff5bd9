package import SamsvarDataFiles
public import SamsvarModel
package import SamsvarText

/// A bilingual lexicon: which words of one language say what words of another say.
///
/// A lexicon may have several layers, such as a client's list over the core list; all answer, the
/// uppermost first. A compiled file is memory-mapped; opening it takes no time to speak of.
///
/// A layer with Bokmål but no Nynorsk answers for Nynorsk with its Bokmål.
public struct Lexicon: Sendable {
  private var layers: [LexiconLayer]

  /// Opens a lexicon: a compiled file, or a table with a header (see `LexiconTable`).
  ///
  /// - Throws: `InputError` when the file is missing or is no lexicon.
  public init(path: String) throws(InputError) {
    let file = try MappedFile(path: path)
    if file.bytes.starts(with: LexiconFormat.family) {
      layers = [try LexiconLayer(file, path: path)]
      return
    }
    let decoded = try TextDecoder.decode(Array(file.bytes), file: path)
    var source = LexiconSource(languages: [])
    try LexiconTable.read(
      decoded.text, file: path, provenance: Provenance(name: path), into: &source)
    layers = [try Self.layer(source, name: path)]
  }

  /// A lexicon of the given entries.
  ///
  /// - Throws: `InputError` when there is no memory for it.
  package init(_ source: LexiconSource, name: String) throws(InputError) {
    layers = [try Self.layer(source, name: name)]
  }

  private static func layer(
    _ source: LexiconSource, name: String
  ) throws(InputError) -> LexiconLayer {
    try LexiconLayer(
      try MappedFile(copying: LexiconWriter.bytes(source), name: name), path: name)
  }

  /// This lexicon over another, which answers after it.
  public func over(_ other: Lexicon?) -> Lexicon {
    var result = self
    for layer in other?.layers ?? [] {
      result.layers.append(layer.numbered(from: result.entryCount))
    }
    return result
  }

  /// The number of entries.
  public var entryCount: Int { layers.last.map { $0.firstEntry + $0.reader.entryCount } ?? 0 }

  /// The languages it knows.
  public var languages: [LanguageTag] {
    layers.flatMap(\.languages).reduce(into: []) { tags, tag in
      if !tags.contains(tag) { tags.append(tag) }
    }
  }

  /// Where its entries come from, the uppermost layer first.
  public var provenances: [Provenance] {
    layers.flatMap { layer in (0..<layer.reader.provenanceCount).map(layer.reader.provenance) }
  }

  /// All entries, to be written anew or counted.
  ///
  /// - Complexity: O(n)
  package var source: LexiconSource {
    var result = LexiconSource(languages: languages.map(\.language))
    for layer in layers {
      let reader = layer.reader
      for entry in 0..<reader.entryCount {
        let terms = reader.languages.enumerated().map { column, code in
          (language: code, terms: reader.terms(entry, language: column).map(reader.string))
        }
        result.add(
          terms, partOfSpeech: reader.partOfSpeech(entry), probability: reader.probability(entry),
          from: reader.provenance(reader.owner(entry)))
      }
    }
    return result
  }

  // MARK: - Entries

  private func layer(of entry: Int) -> LexiconLayer? {
    layers.last { $0.firstEntry <= entry }
  }

  /// Whether a word (in lower case) has an entry.
  package func contains(_ word: [UInt8], in language: LanguageTag) -> Bool {
    let hash = LexiconFormat.hash(word)
    return layers.contains { layer in
      layer.column(language).map { layer.reader.contains(word, hash: hash, language: $0) } ?? false
    }
  }

  /// The entries of a word (in lower case), by number.
  ///
  /// - Complexity: O(length of the word) for each layer
  package func entries(_ word: [UInt8], in language: LanguageTag) -> [Int] {
    let hash = LexiconFormat.hash(word)
    var result: [Int] = []
    for layer in layers {
      guard let column = layer.column(language) else { continue }
      let found = layer.reader.entries(for: word, hash: hash, language: column)
      result += layer.firstEntry == 0 ? found : found.map { $0 + layer.firstEntry }
    }
    return result
  }

  /// The terms of an entry in a language, most usual first, as written.
  package func terms(_ entry: Int, in language: LanguageTag) -> [[UInt8]] {
    guard let layer = layer(of: entry), let column = layer.column(language) else { return [] }
    return layer.reader.terms(entry - layer.firstEntry, language: column).map {
      Array(layer.reader.bytes($0))
    }
  }

  /// The part of speech of an entry.
  package func partOfSpeech(_ entry: Int) -> String {
    layer(of: entry).map { $0.reader.partOfSpeech(entry - $0.firstEntry) } ?? ""
  }

  /// The first word and the first two words of the entries of several words, in lower case.
  ///
  /// - Complexity: O(n)
  package func phraseBeginnings(in language: LanguageTag) -> Set<[UInt8]> {
    var words: Set<[UInt8]> = []
    for layer in layers {
      guard let column = layer.column(language) else { continue }
      for entry in 0..<layer.reader.entryCount {
        for term in layer.reader.terms(entry, language: column) {
          let bytes = layer.reader.bytes(term)
          guard let blank = bytes.firstIndex(of: 0x20) else { continue }
          let second = bytes[(blank + 1)...].firstIndex(of: 0x20) ?? bytes.endIndex
          words.insert(Folding.lower(Array(bytes[bytes.startIndex..<blank])))
          words.insert(Folding.lower(Array(bytes[bytes.startIndex..<second])))
        }
      }
    }
    return words
  }

  /// What an entry's word can be.
  package func parts(ofEntry entry: Int) -> PartsOfSpeech {
    layer(of: entry).map { Self.parts($0.reader, entry - $0.firstEntry) } ?? []
  }

  /// How likely an entry's translation is, from 0 to 1; nil where it was written, not learned.
  package func probability(_ entry: Int) -> Double? {
    layer(of: entry).flatMap { $0.reader.probability(entry - $0.firstEntry) }
  }

  /// Where an entry comes from.
  package func provenance(_ entry: Int) -> Provenance {
    guard let layer = layer(of: entry) else { return Provenance(name: "") }
    return layer.reader.provenance(layer.reader.owner(entry - layer.firstEntry))
  }

  // MARK: - Words

  /// What a word (in lower case, in dictionary form) can be; empty where it has no entry.
  ///
  /// Here no language stands in for another: a Bokmål word is not thereby a Nynorsk one.
  package func parts(of word: [UInt8], in language: LanguageTag) -> PartsOfSpeech {
    let hash = LexiconFormat.hash(word)
    var parts: PartsOfSpeech = []
    for layer in layers {
      guard let column = layer.ownColumn(language) else { continue }
      for entry in layer.reader.entries(for: word, hash: hash, language: column) {
        parts.formUnion(Self.parts(layer.reader, entry))
      }
    }
    return parts
  }

  /// A written word of an unknown part of speech may be inflected in any way; a learned one may be a
  /// form and is no dictionary's word.
  private static func parts(_ reader: LexiconReader, _ entry: Int) -> PartsOfSpeech {
    switch reader.partOfSpeech(entry) {
    case "": reader.probability(entry) == nil ? [.noun, .verb, .adjective, .other] : []
    case "noun": .noun
    case "verb": .verb
    case "adj": .adjective
    case "adv": .adverb
    case "name": .name
    case "num": .numeral
    default: .other
    }
  }

  /// The words of a language, as the text layer wants them; `.none` for a language it lacks.
  package func vocabulary(_ language: LanguageTag) -> Vocabulary {
    guard layers.contains(where: { $0.ownColumn(language) != nil }) else { return .none }
    return Vocabulary { parts(of: $0, in: language) }
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
