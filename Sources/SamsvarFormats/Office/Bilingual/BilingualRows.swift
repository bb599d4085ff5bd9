package import SamsvarModel

/// A table read from a document: its rows of cells, with where it stands.
package struct ReadTable: Sendable {
  /// What a message calls the table: `table 1`, `sheet Avtale`.
  package var place: String
  /// The rows; the line is the row's number in the table.
  package var rows: [DelimitedText.Row]
  /// What people wrote in comments, by row number.
  package var comments: [Int: [String]] = [:]

  /// A table of rows.
  package init(place: String, rows: [DelimitedText.Row]) {
    self.place = place
    self.rows = rows
  }
}

/// Turns tables that a person edited back into beads.
package struct BilingualRows {
  private let file: String
  private let source: LanguageTag?
  private let target: LanguageTag?

  /// A reader of tables of a file; languages given count before those of the header.
  package init(file: String, source: LanguageTag?, target: LanguageTag?) {
    self.file = file
    self.source = source
    self.target = target
  }

  /// Whether one of the tables says in its header that it is bilingual and has ids.
  package func isBilingual(_ tables: [ReadTable]) -> Bool {
    tables.contains { header(of: $0)?.id != nil }
  }

  /// The beads of all bilingual tables, in order; rows without any text are left out.
  ///
  /// A table whose header does not fit is passed over.
  ///
  /// - Parameter acceptsPlain: Where no table has a header, take columns as they come: an id first where
  ///   every cell of the first column is short and without blanks.
  /// - Throws: `InputError` when there is nothing to read, or an id stands twice.
  package func records(
    _ tables: [ReadTable], acceptsPlain: Bool = false
  ) throws(InputError) -> [BeadRecord] {
    var records: [BeadRecord] = []
    var lines: [String: String] = [:]
    let hasHeader = tables.contains { header(of: $0) != nil }
    for table in tables {
      guard let header = hasHeader || !acceptsPlain ? header(of: table) : plainHeader(of: table)
      else { continue }
      for row in table.rows.dropFirst(hasHeader ? 1 : 0) {
        guard let record = record(row, header, table) else { continue }
        let place = "\(table.place), row \(row.line)"
        if let id = record.id, let other = lines.updateValue(place, forKey: id) {
          throw failure(
            "the id \"\(id)\" stands twice, in \(other) and in \(place); give each its own")
        }
        records.append(record)
      }
    }
    guard !records.isEmpty else {
      throw failure(
        "holds no bilingual table: one with a header such as `ID | Source (nb) | Target (en)` is "
          + "needed, or --from bilingual to take columns as they come"
      )
    }
    return records
  }

  private func header(of table: ReadTable) -> BilingualHeader? {
    table.rows.first.flatMap { BilingualHeader($0.cells, source: source, target: target) }
  }

  private func plainHeader(of table: ReadTable) -> BilingualHeader? {
    let columns = table.rows.map(\.cells.count).max() ?? 0
    let firstIsID = table.rows.allSatisfy { row in
      row.cells.first.map { $0.utf8.count <= 12 && !$0.contains(where: \.isWhitespace) } ?? true
    }
    return BilingualHeader(columns: columns, firstIsID: firstIsID && columns > 2)
  }

  private func record(
    _ row: DelimitedText.Row, _ header: BilingualHeader, _ table: ReadTable
  ) -> BeadRecord? {
    func cell(_ column: Int?) -> String {
      guard let column, row.cells.indices.contains(column) else { return "" }
      return Self.trimmed(row.cells[column])
    }
    let texts = (cell(header.source), cell(header.target))
    guard !(texts.0.isEmpty && texts.1.isEmpty) else { return nil }
    let id = cell(header.id)
    var record = BeadRecord(
      id: id.isEmpty ? nil : id, document: nil,
      sourceLanguage: (source ?? header.sourceLanguage)?.description,
      targetLanguage: (target ?? header.targetLanguage)?.description, source: texts.0,
      target: texts.1)
    record.confidence = Double(
      String(cell(header.confidence).map { $0 == "," ? "." : $0 }))
    record.state = BilingualState.named(cell(header.state))
    let notes = [cell(header.notes)] + (table.comments[row.line] ?? [])
    record.note = notes.filter { !$0.isEmpty }.joined(separator: "\n")
    if record.note?.isEmpty == true { record.note = nil }
    record.place = "\(table.place), row \(row.line)"
    return record
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
  /// XLIFF's word for a state; nil for what is none.
  static func named(_ text: String) -> String? {
    switch text.lowercased() {
    case "initial", "new", "untranslated", "draft", "ny", "uoversatt", "utkast": "initial"
    case "translated", "done", "oversatt", "omsett": "translated"
    case "reviewed", "checked", "proofread", "gjennomgått", "kontrollert", "lest": "reviewed"
    case "final", "approved", "signed off", "endelig", "godkjent", "ferdig": "final"
    default: nil
    }
  }
}
