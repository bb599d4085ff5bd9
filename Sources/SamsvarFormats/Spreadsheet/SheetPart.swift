import SamsvarModel

/// The part of a workbook that holds one sheet.
struct SheetPart: ~Copyable {
  private var part: OfficePart
  private let file: String
  private let name: String
  private let strings: SharedStrings
  private let isTraced: Bool
  private var cellCount = 0
  /// Where the cells stand in the archive, by row number, where that was asked for.
  private(set) var traces: [Int: [CellTrace]] = [:]

  /// A sheet's part, with the strings the workbook shares.
  init(
    _ bytes: [UInt8], file: String, part: String, strings: SharedStrings, isTraced: Bool = false
  ) {
    self.part = OfficePart(bytes, file: file, part: part)
    self.file = file
    name = part
    self.strings = strings
    self.isTraced = isTraced
  }

  /// The rows that have a cell.
  ///
  /// - Throws: `InputError` where the XML is damaged or a cell refers to nothing.
  mutating func rows() throws(InputError) -> [DelimitedText.Row] {
    var rows: [DelimitedText.Row] = []
    var number = 0
    while let event = try part.next() {
      guard case .open("row") = event else { continue }
      number = part.attribute("r").flatMap { Int($0) } ?? number + 1
      guard number > 0, number <= CellReference.rows else {
        throw failure("row \(number) is beyond what a sheet can hold")
      }
      let cells = try cells(row: &number)
      if !cells.allSatisfy(\.text.isEmpty) {
        rows.append(DelimitedText.Row(line: number, cells: cells.map(\.text.string)))
        if isTraced { traces[number] = cells }
      }
    }
    return rows
  }

  private mutating func cells(row: inout Int) throws(InputError) -> [CellTrace] {
    let depth = part.path.count
    var cells: [CellTrace] = []
    while part.path.count >= depth, let event = try part.next() {
      guard case .open("c") = event else { continue }
      var column = cells.count
      if let reference = part.attribute("r") {
        guard let position = CellReference.position(reference), position.column >= cells.count
        else { throw failure("the cell \(reference) of row \(row) stands out of order") }
        (column, row) = position
      }
      cellCount += column + 1 - cells.count
      guard cellCount <= XLSXReader.cellLimit, column < CellReference.columns else {
        throw failure("holds more than \(XLSXReader.cellLimit) cells; cut it into several files")
      }
      cells += repeatElement(plain(TracedText()), count: column - cells.count)
      cells.append(try cell(row: row))
    }
    while cells.last?.text.isEmpty == true { cells.removeLast() }
    return cells
  }

  private func plain(_ text: TracedText) -> CellTrace { CellTrace(part: name, text: text) }

  private mutating func cell(row: Int) throws(InputError) -> CellTrace {
    let type = part.attribute("t") ?? "n"
    let depth = part.path.count
    let tag = part.tagCount
    var value = ""
    var isValue = false
    while part.path.count >= depth, let event = try part.next() {
      switch event {
      case .open("is"): return plain(try inlineText(depth))
      case .open("v"): isValue = true
      case .close("v"): isValue = false
      case .text(let more) where isValue: value += more
      default: break
      }
    }
    switch type {
    case "s":
      guard let index = Int(value), strings.texts.indices.contains(index) else {
        throw failure("row \(row) refers to the shared text \(value), which is not there")
      }
      return CellTrace(
        part: strings.part, text: strings.texts[index],
        shared: CellTrace.Shared(part: name, cell: tag, text: strings.tags[index]))
    // Numbers and results of formulas are not texts to be changed.
    case "b": return plain(TracedText(value == "1" ? "TRUE" : "FALSE"))
    case "n": return plain(TracedText(Self.number(value)))
    default: return plain(TracedText(CellText.decoded(value)))
    }
  }

  /// The text of an inline string, and on to the end of its cell.
  private mutating func inlineText(_ depth: Int) throws(InputError) -> TracedText {
    let text = try RichText.read(&part)
    while part.path.count >= depth, try part.next() != nil {}
    return text
  }

  /// A number without what binary fractions add: Excel writes 0.1 as 0.10000000000000001.
  static func number(_ text: String) -> String {
    guard text.utf8.count > 15, let value = Double(text), value.isFinite, abs(value) < 1e15
    else { return text }
    let short = value.description
    return short.hasSuffix(".0") ? String(short.dropLast(2)) : short
  }

  private func failure(_ what: String) -> InputError {
    InputError("the part \(name): \(what)", at: SourcePosition(file: file))
  }
}
