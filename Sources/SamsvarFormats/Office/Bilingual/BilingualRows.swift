package import SamsvarModel

/// A table read from a document: its rows of cells, with where it stands.
package struct ReadTable: Sendable {
  /// What a message calls the table: `table 1`, `sheet Avtale`.
  package var place: String
  /// What stands before the name of a cell, where there are several tables: `table 2, `.
  package var cellPrefix = ""
  /// The rows; the line is the row's number in the table.
  package var rows: [DelimitedText.Row]
  /// What people wrote in comments, by row number.
  package var comments: [Int: [String]] = [:]
  /// Where the cells stand in the archive, by row number.
  var traces: [Int: [CellTrace]] = [:]

  /// A table of rows.
  package init(place: String, rows: [DelimitedText.Row]) {
    self.place = place
    self.rows = rows
  }
}

/// Turns tables that a person edited back into units.
package struct BilingualRows {
  private let file: String
  private let options: BitextOptions

  /// A reader of tables of a file; languages given count before those of the header.
  package init(file: String, options: BitextOptions) {
    self.file = file
    self.options = options
  }

  /// Whether one of the tables says in its header that it is bilingual and has ids.
  package func isBilingual(_ tables: [ReadTable]) -> Bool {
    tables.contains { header(of: $0)?.id != nil }
  }

  /// The units of all bilingual tables, in order; rows without any text are left out.
  ///
  /// A table whose header does not fit is passed over. Where no table has one and plain tables are
  /// accepted, columns are taken as they come: an id first where every cell of the first column is short
  /// and without blanks.
  ///
  /// - Throws: `InputError` when there is nothing to read, or an id stands twice.
  package func units(_ tables: [ReadTable]) throws(InputError) -> [BitextUnit] {
    try tracedUnits(tables).map(\.unit)
  }

  /// The units, each with the way to its target in the archive; nil where there is none.
  ///
  /// - Throws: `InputError` as `units`.
  func tracedUnits(
    _ tables: [ReadTable]
  ) throws(InputError) -> [(unit: BitextUnit, target: CellTrace?)] {
    var units: [(unit: BitextUnit, target: CellTrace?)] = []
    var places: [String: String] = [:]
    let hasHeader = tables.contains { header(of: $0) != nil }
    var isTable = false
    for (number, table) in tables.enumerated() {
      guard
        let header = hasHeader || !options.acceptsPlainTables
          ? header(of: table) : plainHeader(of: table)
      else { continue }
      isTable = true
      for row in table.rows.dropFirst(hasHeader ? 1 : 0) {
        guard var unit = unit(row, header, table) else { continue }
        let place = "\(table.place), row \(row.line)"
        if unit.id.isEmpty { unit.id = "\(number + 1).\(row.line)" }
        if let other = places.updateValue(place, forKey: unit.id) {
          throw failure(
            "the id \"\(unit.id)\" stands twice, in \(other) and in \(place); give each its own")
        }
        units.append((unit, trace(row, header, table)))
      }
    }
    guard isTable else {
      throw failure(
        "holds no bilingual table: one with a header such as `ID | Source (nb) | Target (en)` is "
          + "needed, or name the format with --from to take columns as they come")
    }
    return units
  }

  private func header(of table: ReadTable) -> BilingualHeader? {
    table.rows.first.flatMap {
      BilingualHeader(
        $0.cells, source: options.sourceLanguage, target: options.targetLanguage)
    }
  }

  private func plainHeader(of table: ReadTable) -> BilingualHeader? {
    let columns = table.rows.map(\.cells.count).max() ?? 0
    let firstIsID = table.rows.allSatisfy { row in
      row.cells.first.map { $0.utf8.count <= 12 && !$0.contains(where: \.isWhitespace) } ?? true
    }
    return BilingualHeader(columns: columns, firstIsID: firstIsID && columns > 2)
  }

  private func unit(
    _ row: DelimitedText.Row, _ header: BilingualHeader, _ table: ReadTable
  ) -> BitextUnit? {
    func cell(_ column: Int?) -> String {
      guard let column, row.cells.indices.contains(column) else { return "" }
      return Self.trimmed(row.cells[column])
    }
    func place(_ column: Int) -> TextPlace {
      .cell(table.cellPrefix + CellName.name(column: column, row: row.line))
    }
    var unit = BitextUnit()
    unit.source = CodedText(cell(header.source))
    unit.target = CodedText(cell(header.target))
    guard !(unit.source.isEmpty && unit.target.isEmpty) else { return nil }
    unit.id = cell(header.id)
    unit.sourceLanguage = options.sourceLanguage ?? header.sourceLanguage
    unit.targetLanguage = options.targetLanguage ?? header.targetLanguage
    unit.confidence = Double(String(cell(header.confidence).map { $0 == "," ? "." : $0 }))
    unit.state = BilingualState.named(cell(header.state))
    let notes = cell(header.notes).split(whereSeparator: \.isNewline).map(String.init)
    unit.notes = notes + (table.comments[row.line] ?? [])
    unit.sourcePlace = place(header.source)
    unit.targetPlace = place(header.target)
    if header.others.contains(where: { !cell($0).isEmpty }) { unit.dropped.insert(.variants) }
    return unit
  }

  private func trace(
    _ row: DelimitedText.Row, _ header: BilingualHeader, _ table: ReadTable
  ) -> CellTrace? {
    guard let cells = table.traces[row.line], cells.indices.contains(header.target) else {
      return nil
    }
    var trace = cells[header.target]
    trace.text = trace.text.trimmed
    return trace
  }

  private static func trimmed(_ text: String) -> String {
    let rest = text.drop(while: \.isWhitespace)
    let end = rest.lastIndex { !$0.isWhitespace }
    return end.map { String(rest[...$0]) } ?? ""
  }

  private func failure(_ what: String) -> InputError {
    InputError(what, at: SourcePosition(file: file))
  }
}

/// The states of a translation, as people write them.
enum BilingualState {
  /// The state of XLIFF; nil for what is none.
  static func named(_ text: String) -> BitextUnit.State? {
    switch text.lowercased() {
    case "initial", "new", "untranslated", "draft", "ny", "uoversatt", "utkast": .initial
    case "translated", "done", "oversatt", "omsett": .translated
    case "reviewed", "checked", "proofread", "gjennomgått", "kontrollert", "lest": .reviewed
    case "final", "approved", "signed off", "endelig", "godkjent", "ferdig": .final
    default: nil
    }
  }
}
