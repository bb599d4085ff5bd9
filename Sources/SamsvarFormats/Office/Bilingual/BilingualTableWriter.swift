package import SamsvarModel

/// Writes units as a table in an office document; they are kept until the end, as an archive needs.
struct BilingualTableWriter: BitextWriter {
  private let options: BitextOptions
  private let format: BitextFormat
  private var rows: [BilingualTable.Row] = []
  private var languages: (source: LanguageTag?, target: LanguageTag?)
  private var document: String

  init(_ options: BitextOptions, format: BitextFormat) {
    self.options = options
    self.format = format
    languages = (options.sourceLanguage, options.targetLanguage)
    document = options.document
  }

  mutating func write(_ unit: BitextUnit, to out: inout [UInt8]) {
    if languages.source == nil { languages.source = unit.sourceLanguage }
    if languages.target == nil { languages.target = unit.targetLanguage }
    if document.isEmpty { document = unit.document }
    rows.append(
      BilingualTable.Row(
        id: unit.id, source: unit.source.string, target: unit.target.string,
        state: unit.state?.rawValue ?? "", confidence: unit.confidence, notes: unit.notes))
  }

  mutating func finish(to out: inout [UInt8]) {
    let source = languages.source ?? .nb
    let target = languages.target ?? .en
    let name = document.split(separator: "/").last.map(String.init) ?? ""
    var table = BilingualTable(
      title: name.isEmpty ? "\(source) – \(target)" : name, sourceLanguage: source,
      targetLanguage: target, rows: rows)
    table.languageMap = options.languageMap
    // An archive in memory fails for want of memory alone; then nothing is written.
    out += (try? table.bytes(as: format, date: options.archiveDate, creator: creator)) ?? []
  }

  private var creator: String { "\(options.tool.name) \(options.tool.version)" }
}

extension BilingualTable {
  /// The table as an office document.
  ///
  /// - Throws: `InputError` when the archive cannot be made.
  package func bytes(
    as format: BitextFormat, date: ArchiveDate, creator: String
  ) throws(InputError) -> [UInt8] {
    switch format {
    case .odt: try ODTWriter(self, date: date, creator: creator).bytes()
    case .xlsx: try workbook(date: date)
    default: try DOCXWriter(self, date: date, creator: creator).bytes()
    }
  }
}
