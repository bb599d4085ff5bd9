import SamsvarDataFiles
import SamsvarFormats
public import SamsvarModel
import SamsvarText

/// Imports dictionaries into one lexicon; each file keeps its licence and origin.
public struct LexiconImport: Sendable {
  /// What can be imported.
  public enum Format: String, Sendable, CaseIterable {
    case dictd, hunalign, tsv, tmx, po, termbase

    /// The format a file's ending stands for; nil where it tells nothing.
    public init?(path: String) {
      switch path.split(separator: ".").last?.lowercased() ?? "" {
      case "index", "dz": self = .dictd
      case "dict":
        let hasIndex = DataLocation.exists("\(path.dropLast(5)).index")
        self = hasIndex ? .dictd : .hunalign
      case "tsv", "tab": self = .tsv
      case "csv": self = .termbase
      case "tmx": self = .tmx
      case "po", "pot": self = .po
      default: return nil
      }
    }
  }

  private let languages: (LanguageTag, LanguageTag)
  private let isGiven: Bool
  private let provenance: Provenance
  private var lexicon: LexiconSource
  private var diagnostics: [Diagnostic] = []

  /// An import.
  ///
  /// - Parameters:
  ///   - source: The language of the first side; nil for what the file says, else Bokmål.
  ///   - target: The language of the second side; nil for what the file says, else English.
  ///   - licence: The licence of all files; empty to take it from them.
  ///   - origin: Where all files come from; empty for their paths.
  public init(source: LanguageTag?, target: LanguageTag?, licence: String, origin: String) {
    languages = (source ?? .nb, target ?? .en)
    isGiven = source != nil || target != nil
    provenance = Provenance(name: "", licence: licence, origin: origin)
    lexicon = LexiconSource(languages: [])
  }

  /// Adds a file's entries.
  ///
  /// - Throws: `InputError` with the place that cannot be read.
  public mutating func add(_ path: String, as format: Format) throws(InputError) {
    let before = lexicon.entries.count
    var named = provenance
    named.name = String(path.split(separator: "/").last ?? "")
    if named.origin.isEmpty { named.origin = named.name }
    switch format {
    case .dictd:
      try DictdReader.read(
        path, languages: isGiven ? languages : nil, provenance: provenance, into: &lexicon)
    case .hunalign:
      try HunalignDictionary.read(
        try text(path), file: path, languages: languages, provenance: named, into: &lexicon)
    case .tsv:
      try LexiconTable.read(
        try text(path), file: path, languages: [languages.0.language, languages.1.language],
        provenance: named, into: &lexicon)
    case .termbase:
      add(try TermbaseFile.read(path).termbase, from: named)
    case .tmx:
      for unit in try TMXReader.read(
        try FileBytes.read(path), file: path, source: languages.0, target: languages.1)
      {
        addUnit(unit.source, unit.target, languages, from: named)
      }
    case .po:
      let order = TrainingLanguages.po(languages)
      for unit in try POReader.units(try text(path), file: path) {
        addUnit(unit.source, unit.target, order, from: named)
      }
    }
    noteLicence(of: path, from: before)
  }

  private func text(_ path: String) throws(InputError) -> [UInt8] {
    try TextDecoder.decode(try FileBytes.read(path), file: path).text
  }

  /// The terms a concept allows.
  private mutating func add(_ termbase: Termbase, from provenance: Provenance) {
    for concept in termbase.concepts {
      lexicon.add(
        concept.languages.map { section in
          (
            section.language.language,
            section.terms.filter(\.status.isAllowed).map(\.term)
          )
        }, from: provenance)
    }
  }

  /// Short units are dictionary entries; sentences are text to learn from.
  private mutating func addUnit(
    _ source: String, _ target: String, _ languages: (LanguageTag, LanguageTag),
    from provenance: Provenance
  ) {
    guard let left = Self.term(source), let right = Self.term(target) else { return }
    lexicon.add(
      [(languages.0.language, [left]), (languages.1.language, [right])], from: provenance)
  }

  /// A text of three words at most, without the marks at its end; nil for anything else.
  private static func term(_ text: String) -> String? {
    var rest = text[...]
    while let last = rest.last, ".:…!? \n".contains(last) { rest = rest.dropLast() }
    let words = rest.split(whereSeparator: \.isWhitespace)
    guard (1...3).contains(words.count),
      words.allSatisfy({ $0.allSatisfy { $0.isLetter || $0 == "-" || $0 == "'" } })
    else { return nil }
    return words.joined(separator: " ")
  }

  private mutating func noteLicence(of path: String, from first: Int) {
    let count = lexicon.entries.count - first
    diagnostics.append(
      Diagnostic(.note, "\(count) entries", at: SourcePosition(file: path)))
    let isUnknown = lexicon.entries[first...].contains {
      lexicon.provenances[$0.provenance].licence.isEmpty
    }
    guard isUnknown else { return }
    diagnostics.append(
      Diagnostic(
        .warning, "states no licence; say which with --licence", at: SourcePosition(file: path)))
  }

  /// The lexicon of all files added.
  public func finish() -> BuiltLexicon {
    var result = BuiltLexicon(lexicon)
    result.diagnostics = diagnostics
    return result
  }
}

/// The languages of message catalogues, whose messages are English whatever the direction asked for.
enum TrainingLanguages {
  /// The languages of messages and translations.
  static func po(_ languages: (LanguageTag, LanguageTag)) -> (LanguageTag, LanguageTag) {
    languages.1.language == "en" ? (languages.1, languages.0) : languages
  }
}
