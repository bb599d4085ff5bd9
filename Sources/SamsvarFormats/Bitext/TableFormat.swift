package import SamsvarModel

/// Reads bilingual tables: tab-, comma- or semicolon-separated, with a header that names the columns.
package enum TableFormat {
  /// The columns of a table.
  struct Columns {
    var names: [String: Int] = [:]
    var source: Int
    var target: Int
    var sourceLanguage: LanguageTag?
    var targetLanguage: LanguageTag?
    var hasHeader = false
    /// The columns with texts in further languages.
    var others: [Int] = []
  }

  static let known: Set<String> = [
    "id", "kind", "confidence", "document", "state", "note", "context", "review", "order", "group",
    "quality",
  ]

  /// Calls `body` with each row as a unit.
  ///
  /// The texts stand in the columns `source` and `target` or in two named by a language; without a header
  /// in the first two.
  ///
  /// - Throws: `InputError` with the row that is no such row.
  package static func read(
    _ bytes: [UInt8], file: String, _ options: BitextOptions,
    _ body: (inout BitextUnit) throws(InputError) -> Void
  ) throws(InputError) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let table = try DelimitedText(Array(bytes[start...]), file: file)
    guard let first = table.rows.first else { return }
    guard let columns = columns(first.cells, options) else {
      throw InputError(
        "expected a column for each language, found \(first.cells.count) columns; name them "
          + "source and target, or by their languages", at: SourcePosition(file: file, line: 1))
    }
    for (number, row) in table.rows.enumerated() where number > 0 || !columns.hasHeader {
      guard max(columns.source, columns.target) < row.cells.count else {
        throw InputError(
          "the row has \(row.cells.count) cells; the texts stand in columns \(columns.source + 1) "
            + "and \(columns.target + 1)", at: SourcePosition(file: file, line: row.line))
      }
      var unit = unit(row, columns, shift: start, row: number + 1)
      if unit.id.isEmpty { unit.id = String(columns.hasHeader ? number : number + 1) }
      unit.sourceLanguage = columns.sourceLanguage ?? options.sourceLanguage
      unit.targetLanguage = columns.targetLanguage ?? options.targetLanguage
      try body(&unit)
    }
  }

  /// The columns that a header names; nil where it names no pair of texts.
  static func columns(_ header: [String], _ options: BitextOptions) -> Columns? {
    var columns = Columns(source: 0, target: 1)
    var languages: [(LanguageTag, Int)] = []
    var others: [String: Int] = [:]
    for (index, cell) in header.enumerated() {
      let name = cell.lowercased().filter { !$0.isWhitespace }
      if known.contains(name) || name == "source" || name == "target" {
        columns.names[name] = index
      } else if let name = BilingualHeader.column(name) {
        others[name] = others[name] ?? index
      } else if name.prefix(while: { $0 != "-" && $0 != "_" }).utf8.count == 2,
        let tag = LanguageTag(name), name.utf8.count <= 10
      {
        languages.append((tag, index))
      }
    }
    columns.hasHeader =
      !columns.names.isEmpty || languages.count >= 2
      || others["source"] != nil && others["target"] != nil
    // `Mål<TAB>Goal` alone is a row of words.
    if columns.hasHeader { columns.names.merge(others) { own, _ in own } }
    if let source = columns.names["source"], let target = columns.names["target"] {
      (columns.source, columns.target) = (source, target)
    } else if languages.count >= 2 {
      let source = languages.first { $0.0.base == options.sourceLanguage?.base } ?? languages[0]
      let target =
        languages.first { $0.0.base == options.targetLanguage?.base }
        ?? languages.first { $0.1 != source.1 } ?? languages[1]
      (columns.sourceLanguage, columns.source) = (source.0, source.1)
      (columns.targetLanguage, columns.target) = (target.0, target.1)
      columns.others = languages.map(\.1).filter { $0 != source.1 && $0 != target.1 }
    } else if columns.hasHeader || header.count < 2 {
      return nil
    }
    return columns
  }

  private static func unit(
    _ row: DelimitedText.Row, _ columns: Columns, shift: Int, row number: Int
  ) -> BitextUnit {
    func cell(_ name: String) -> String {
      columns.names[name].flatMap { row.cells.indices.contains($0) ? row.cells[$0] : nil } ?? ""
    }
    func place(_ column: Int) -> TextPlace {
      let range = row.ranges[column]
      return .bytes(
        range.lowerBound + shift..<range.upperBound + shift, line: row.lines[column],
        cell: CellName.name(column: column, row: number))
    }
    var unit = BitextUnit()
    unit.id = cell("id")
    unit.document = cell("document")
    unit.context = cell("context")
    unit.group = cell("group")
    unit.source = CodedText(row.cells[columns.source])
    unit.target = CodedText(row.cells[columns.target])
    unit.kind = BeadKind(rawValue: cell("kind"))
    unit.confidence = Double(cell("confidence"))
    unit.matchQuality = Double(cell("quality"))
    unit.state = BitextUnit.State(rawValue: cell("state"))
    unit.needsReview = cell("review") == "yes"
    unit.order = Int(cell("order"))
    let note = cell("note")
    unit.notes = note.isEmpty ? [] : note.split(separator: "\n").map(String.init)
    unit.sourcePlace = place(columns.source)
    unit.targetPlace = place(columns.target)
    if columns.others.contains(where: { row.cells.indices.contains($0) && !row.cells[$0].isEmpty })
    {
      unit.dropped.insert(.variants)
    }
    return unit
  }
}

/// Names of cells as spreadsheets have them.
package enum CellName {
  /// `C12` for the third column of row 12; columns count from 0, rows from 1.
  package static func name(column: Int, row: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      letters = String(Unicode.Scalar(UInt8(0x41 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters + String(row)
  }
}

/// Writes a table with a header: identifier, kind, confidence, both texts, and what else a unit has.
struct TableWriter: BitextWriter {
  private let options: BitextOptions
  private let delimiter: UInt8
  private var hasBegun = false

  init(_ options: BitextOptions, delimiter: UInt8) {
    self.options = options
    self.delimiter = delimiter
  }

  mutating func write(_ unit: BitextUnit, to out: inout [UInt8]) {
    begin(unit, &out)
    cell(unit.id, &out)
    cell(unit.beadKind.rawValue, &out)
    cell(unit.confidence.map { BeadsFormat.decimal($0) } ?? "", &out)
    bytes(unit.source.bytes, &out)
    out.append(delimiter)
    bytes(unit.target.bytes, &out)
    out.append(delimiter)
    cell(unit.state?.rawValue ?? "", &out)
    cell(unit.needsReview ? "yes" : "", &out)
    cell(unit.notes.isEmpty ? "" : unit.notes.joined(separator: "\n"), &out)
    cell(unit.context, &out)
    bytes(Array(unit.document.utf8), &out)
    out.append(0x0A)
  }

  mutating func finish(to out: inout [UInt8]) { begin(nil, &out) }

  private mutating func begin(_ unit: BitextUnit?, _ out: inout [UInt8]) {
    guard !hasBegun else { return }
    hasBegun = true
    let names = [
      "id", "kind", "confidence",
      options.code(options.sourceLanguage ?? unit?.sourceLanguage, or: .nb),
      options.code(options.targetLanguage ?? unit?.targetLanguage, or: .en), "state", "review",
      "note", "context", "document",
    ]
    for (index, name) in names.enumerated() {
      if index > 0 { out.append(delimiter) }
      out.append(contentsOf: name.utf8)
    }
    out.append(0x0A)
  }

  private func cell(_ text: String, _ out: inout [UInt8]) {
    if !text.isEmpty { bytes(Array(text.utf8), &out) }
    out.append(delimiter)
  }

  /// A cell in quotation marks where it must (RFC 4180).
  private func bytes(_ text: [UInt8], _ out: inout [UInt8]) {
    guard needsQuotes(text) else {
      out.append(contentsOf: text)
      return
    }
    out += TableText.quoted(text)
  }

  private func needsQuotes(_ text: [UInt8]) -> Bool {
    if text.first == 0x22 { return true }
    // In a table with tabs a quotation mark inside a cell means nothing.
    let quote: UInt8 = delimiter == 0x09 ? 0x09 : 0x22
    return text.withUnsafeBytes { bytes in
      let whole = bytes.count & ~7
      for start in stride(from: 0, to: whole, by: 8) {
        let eight = bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
        let found =
          Self.has(0x0A, eight) | Self.has(0x0D, eight) | Self.has(delimiter, eight)
          | Self.has(quote, eight)
        if found != 0 { return true }
      }
      return bytes[whole...].contains {
        $0 == 0x0A || $0 == 0x0D || $0 == delimiter || $0 == quote
      }
    }
  }

  /// Not 0 where one of eight bytes is the one looked for (Warren, Hacker's Delight, 6-1).
  @inline(__always)
  private static func has(_ byte: UInt8, _ eight: UInt64) -> UInt64 {
    let difference = eight ^ UInt64(byte) &* 0x0101_0101_0101_0101
    return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
  }
}

extension TableText {
  /// A cell in quotation marks, those inside doubled.
  package static func quoted(_ text: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = [0x22]
    for byte in text {
      if byte == 0x22 { result.append(0x22) }
      result.append(byte)
    }
    result.append(0x22)
    return result
  }
}
