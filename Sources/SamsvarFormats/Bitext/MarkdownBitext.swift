package import SamsvarModel

/// Bitext as a table in a Markdown page (GitHub's tables).
package enum MarkdownBitext {
  /// Calls `body` with each row of the tables of a page that have a column for each language.
  ///
  /// - Throws: what `body` throws.
  package static func read(
    _ bytes: [UInt8], file: String, _ options: BitextOptions,
    _ body: (inout BitextUnit) throws(InputError) -> Void
  ) throws(InputError) {
    var columns: TableFormat.Columns?
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 0
    var count = 0
    while start < bytes.count {
      line += 1
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let cells = cells(bytes, start..<end)
      start = end + 1
      guard !cells.isEmpty else {
        columns = nil
        continue
      }
      guard let known = columns else {
        columns = TableFormat.columns(cells.map { text(bytes[$0]) }, options)
        continue
      }
      if cells.allSatisfy({ isRule(bytes[$0]) }) { continue }
      count += 1
      var unit = unit(bytes, cells, known, options, line)
      if unit.id.isEmpty { unit.id = String(count) }
      try body(&unit)
    }
  }

  private static func unit(
    _ bytes: [UInt8], _ cells: [Range<Int>], _ columns: TableFormat.Columns,
    _ options: BitextOptions, _ line: Int
  ) -> BitextUnit {
    func cell(_ index: Int?) -> String {
      index.flatMap { cells.indices.contains($0) ? text(bytes[cells[$0]]) : nil } ?? ""
    }
    func place(_ index: Int) -> TextPlace? {
      cells.indices.contains(index) ? .bytes(cells[index], line: line) : nil
    }
    var unit = BitextUnit()
    unit.id = cell(columns.names["id"])
    unit.kind = BeadKind(rawValue: cell(columns.names["kind"]))
    unit.confidence = Double(cell(columns.names["confidence"]))
    unit.document = cell(columns.names["document"])
    unit.source = CodedText(cell(columns.source))
    unit.target = CodedText(cell(columns.target))
    unit.state = BitextUnit.State(rawValue: cell(columns.names["state"]))
    let note = cell(columns.names["note"])
    unit.notes = note.isEmpty ? [] : note.split(separator: "\n").map(String.init)
    unit.sourceLanguage = columns.sourceLanguage ?? options.sourceLanguage
    unit.targetLanguage = columns.targetLanguage ?? options.targetLanguage
    unit.sourcePlace = place(columns.source)
    unit.targetPlace = place(columns.target)
    if columns.others.contains(where: { !cell($0).isEmpty }) { unit.dropped.insert(.variants) }
    return unit
  }

  /// The cells of a line between its bars, without surrounding blanks; none where it is no row.
  private static func cells(_ bytes: [UInt8], _ line: Range<Int>) -> [Range<Int>] {
    var bars: [Int] = []
    var isEscaped = false
    for index in line {
      if bytes[index] == 0x7C, !isEscaped { bars.append(index) }
      isEscaped = bytes[index] == 0x5C && !isEscaped
    }
    guard let first = bars.first, bars.count >= 2,
      bytes[line.lowerBound..<first].allSatisfy({ $0 <= 0x20 })
    else { return [] }
    return zip(bars, bars.dropFirst()).map { from, to in
      var range = (from + 1)..<to
      while let byte = bytes[range].first, byte == 0x20 || byte == 0x09 {
        range = range.dropFirst()
      }
      while let byte = bytes[range].last, byte == 0x20 || byte == 0x09 { range = range.dropLast() }
      return range
    }
  }

  private static func isRule(_ cell: ArraySlice<UInt8>) -> Bool {
    !cell.isEmpty && cell.allSatisfy { $0 == 0x2D || $0 == 0x3A } && cell.contains(0x2D)
  }

  private static func text(_ cell: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    for piece in MarkdownCell.pieces(cell) { text += piece.text }
    return String(decoding: text, as: UTF8.self)
  }
}

/// Text as a Markdown cell has it: marks escaped, line breaks as `<br>`, blanks at the ends as `&#32;`.
enum MarkdownCell {
  /// Bytes of a cell and what they say.
  struct Piece {
    var range: Range<Int>
    var text: [UInt8]
  }

  private static let marks = Set("\\`*_[]<|~#&".utf8)

  static func escaped(_ text: [UInt8], isWhole: Bool = true) -> [UInt8] {
    var result: [UInt8] = []
    for (index, byte) in text.enumerated() {
      let isEnd = isWhole && (index == 0 || index == text.count - 1)
      switch byte {
      case 0x0A: result += Array("<br>".utf8)
      case 0x0D: result += Array("&#13;".utf8)
      case 0x09: result += Array("&#9;".utf8)
      case 0x20 where isEnd: result += Array("&#32;".utf8)
      case _ where marks.contains(byte): result += [0x5C, byte]
      default: result.append(byte)
      }
    }
    return result
  }

  /// The pieces of a cell: runs of letters, escapes, references, line breaks.
  static func pieces(_ cell: ArraySlice<UInt8>) -> [Piece] {
    var pieces: [Piece] = []
    var index = cell.startIndex
    while index < cell.endIndex {
      let rest = cell[index...]
      var piece = Piece(range: index..<index + 1, text: [cell[index]])
      if cell[index] == 0x5C, index + 1 < cell.endIndex, isPunctuation(cell[index + 1]) {
        piece = Piece(range: index..<index + 2, text: [cell[index + 1]])
      } else if let (count, text) = reference(rest) ?? lineBreak(rest) {
        piece = Piece(range: index..<index + count, text: text)
      }
      index = piece.range.upperBound
      pieces.append(piece)
    }
    return pieces
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }

  private static func lineBreak(_ rest: ArraySlice<UInt8>) -> (Int, [UInt8])? {
    for form in ["<br>", "<br/>", "<br />"] where rest.starts(with: Array(form.utf8)) {
      return (form.utf8.count, [0x0A])
    }
    return nil
  }

  private static func reference(_ rest: ArraySlice<UInt8>) -> (Int, [UInt8])? {
    let named: [(String, String)] = [
      ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&nbsp;", "\u{A0}"),
    ]
    for (form, text) in named where rest.starts(with: Array(form.utf8)) {
      return (form.utf8.count, Array(text.utf8))
    }
    guard rest.starts(with: [0x26, 0x23]), let end = rest.prefix(10).firstIndex(of: 0x3B),
      let code = UInt32(String(decoding: rest[(rest.startIndex + 2)..<end], as: UTF8.self)),
      let scalar = Unicode.Scalar(code)
    else { return nil }
    return (end + 1 - rest.startIndex, Array(String(scalar).utf8))
  }
}

/// Writes a Markdown page with one table.
struct MarkdownTableWriter: BitextWriter {
  private let options: BitextOptions
  private var hasBegun = false

  init(_ options: BitextOptions) { self.options = options }

  mutating func write(_ unit: BitextUnit, to out: inout [UInt8]) {
    begin(unit, &out)
    let cells = [
      Array(unit.id.utf8), unit.source.bytes, unit.target.bytes,
      Array((unit.state?.rawValue ?? "").utf8), Array(unit.notes.joined(separator: "\n").utf8),
      Array(unit.document.utf8),
    ]
    for cell in cells { out += [0x7C, 0x20] + MarkdownCell.escaped(cell) + [0x20] }
    out += [0x7C, 0x0A]
  }

  mutating func finish(to out: inout [UInt8]) { begin(nil, &out) }

  private mutating func begin(_ unit: BitextUnit?, _ out: inout [UInt8]) {
    guard !hasBegun else { return }
    hasBegun = true
    let names = [
      "id", options.code(options.sourceLanguage ?? unit?.sourceLanguage, or: .nb),
      options.code(options.targetLanguage ?? unit?.targetLanguage, or: .en), "state", "note",
      "document",
    ]
    out += Array("| \(names.joined(separator: " | ")) |\n".utf8)
    out += Array("|\(names.map { _ in "---" }.joined(separator: "|"))|\n".utf8)
  }
}
