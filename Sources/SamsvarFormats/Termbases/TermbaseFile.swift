public import SamsvarModel
import SamsvarText

/// A termbase as read from a file, with what a person should know of the reading.
public struct TermbaseInput: Sendable {
  /// The termbase.
  public var termbase: Termbase
  /// The format it was read as.
  public var format: TermbaseFormat
  /// What was left out or guessed.
  public var diagnostics: [Diagnostic] = []
  /// The line each concept begins on, where the format has lines.
  public var lines: [Int] = []
}

/// Termbases in files of any format.
public enum TermbaseFile {
  /// What a reader cannot tell from the file.
  public struct Options: Sendable {
    /// The format; told from content and name where absent.
    public var format: TermbaseFormat?
    /// The source language of a glossary that does not name its own.
    public var source: LanguageTag?
    /// The target language of such a glossary.
    public var target: LanguageTag?

    /// Nothing known.
    public init(
      format: TermbaseFormat? = nil, source: LanguageTag? = nil, target: LanguageTag? = nil
    ) {
      self.format = format
      self.source = source
      self.target = target
    }
  }

  /// The termbase of a file; `-` is standard input.
  ///
  /// - Throws: `InputError` with the line or byte that does not fit.
  public static func read(
    _ path: String, _ options: Options = Options()
  ) throws(InputError) -> TermbaseInput {
    try read(try FileBytes.read(path), file: path, options)
  }

  /// The termbase of a file's bytes.
  ///
  /// The format is what `options` say, else what the content begins with, else what the name says, else
  /// a table.
  ///
  /// - Throws: `InputError` with the line or byte that does not fit.
  public static func read(
    _ bytes: [UInt8], file: String, _ options: Options = Options()
  ) throws(InputError) -> TermbaseInput {
    let format =
      options.format ?? TermbaseFormat(content: bytes) ?? TermbaseFormat(path: file) ?? .csv
    switch format {
    case .tbx, .tbxDCT, .tbxMin, .tbxMinDCT, .tbxCore, .tbx2, .tbx2Ntig:
      return try TBXReader.read(bytes, file: file)
    case .multiterm: return try MultiTermReader.read(bytes, file: file)
    case .xlsx: return try TermbaseWorkbook.read(bytes, file: file)
    default: break
    }
    let decoded = try TextDecoder.decode(bytes, file: file)
    var input = try text(decoded.text, file: file, format, options)
    input.diagnostics = decoded.diagnostics + input.diagnostics
    return input
  }

  private static func text(
    _ text: [UInt8], file: String, _ format: TermbaseFormat, _ options: Options
  ) throws(InputError) -> TermbaseInput {
    switch format {
    case .utx: try UTXReader.read(text, file: file)
    case .omegat:
      try OmegaTReader.read(text, file: file, source: options.source, target: options.target)
    case .turtle: try SKOSReader.read(try TurtleReader.graph(text, file: file), as: .turtle)
    case .jsonld: try SKOSReader.read(try JSONLDReader.graph(text, file: file), as: .jsonld)
    default: try TermbaseTableReader.input(text, file: file)
    }
  }

  /// The bytes of a termbase in a format.
  ///
  /// - Parameters:
  ///   - date: `YYYYMMDDThhmmssZ` for the header of formats that have one.
  /// - Throws: `InputError` for a format that is not written, or a glossary of two languages where the
  ///   termbase has other ones.
  public static func write(
    _ termbase: Termbase, as format: TermbaseFormat, source: LanguageTag? = nil,
    target: LanguageTag? = nil, date: String? = nil
  ) throws(InputError) -> [UInt8] {
    switch format {
    case .csv: return Array(TermbaseTableWriter.write(termbase, delimiter: ",").utf8)
    case .tsv: return Array(TermbaseTableWriter.write(termbase, delimiter: "\t").utf8)
    case .tbx: return TBXWriter(.basic, .dca).write(termbase)
    case .tbxDCT: return TBXWriter(.basic, .dct).write(termbase)
    case .tbxMin: return TBXWriter(.min, .dca).write(termbase)
    case .tbxMinDCT: return TBXWriter(.min, .dct).write(termbase)
    case .tbxCore: return TBXWriter(.core, .dca).write(termbase)
    case .tbx2: return TBX2Writer(isNested: false).write(termbase)
    case .tbx2Ntig: return TBX2Writer(isNested: true).write(termbase)
    case .xlsx: return try TermbaseWorkbook.write(termbase)
    case .utx:
      let pair = try TermPair(termbase, source: source, target: target)
      return UTXWriter.write(termbase, pair, date: date)
    case .omegat:
      let pair = try TermPair(termbase, source: source, target: target)
      return OmegaTWriter.write(termbase, pair)
    case .multiterm, .turtle, .jsonld:
      let names = TermbaseFormat.writable.map(\.rawValue).joined(separator: ", ")
      throw InputError(
        "\(format.rawValue) is read and not written; write one of \(names)",
        at: SourcePosition(file: "-"))
    }
  }
}

/// The two languages of a glossary.
struct TermPair {
  var source: LanguageTag
  var target: LanguageTag

  /// The languages asked for, else the first two of the termbase.
  ///
  /// - Throws: `InputError` where the termbase has no terms of one of them.
  init(_ termbase: Termbase, source: LanguageTag?, target: LanguageTag?) throws(InputError) {
    let languages = termbase.languages
    for wanted in [source, target].compactMap({ $0 })
    where !languages.contains(where: { $0.base == wanted.base }) && !languages.isEmpty {
      throw InputError(
        "the termbase has no terms in \(wanted); it has "
          + languages.map(\.description).joined(separator: ", "), at: SourcePosition(file: "-"))
    }
    let first =
      source ?? languages.first { $0.base != target?.base } ?? .nb
    self.source = first
    self.target =
      target
      ?? languages.first { $0.base != first.base && !($0.isNorwegian && first.isNorwegian) }
      ?? languages.first { $0.base != first.base } ?? (first.base == .en ? .nb : .en)
  }
}
