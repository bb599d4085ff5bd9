/// Writes units one by one into bytes that are taken away as they come.
package protocol BitextWriter {
  /// Adds a unit.
  mutating func write(_ unit: BitextUnit, to out: inout [UInt8])

  /// Ends the file; called once, also where there was no unit.
  mutating func finish(to out: inout [UInt8])
}

extension BitextFormat {
  /// A writer of the format.
  package func writer(_ options: BitextOptions) -> any BitextWriter {
    switch self {
    case .tmx: TMXWriter.Units(options)
    case .xliff: XLIFFWriter(options)
    case .xliff12: XLIFF12Writer(options)
    case .po: POWriter(options)
    case .tsv: TableWriter(options, delimiter: 0x09)
    case .csv: TableWriter(options, delimiter: 0x2C)
    case .json: JSONUnitWriter(options, isArray: true)
    case .jsonl: JSONUnitWriter(options, isArray: false)
    case .markdown: MarkdownTableWriter(options)
    case .ladder: LadderWriter(hasScore: true)
    case .pairs: LadderWriter(hasScore: false)
    case .docx, .odt, .xlsx: BilingualTableWriter(options, format: self)
    }
  }

  /// All units as one file.
  package func write(_ units: [BitextUnit], _ options: BitextOptions) -> [UInt8] {
    var out: [UInt8] = []
    var writer = writer(options)
    for unit in units { writer.write(unit, to: &out) }
    writer.finish(to: &out)
    return out
  }
}
