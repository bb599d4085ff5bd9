package import SamsvarModel

extension BilingualTable {
  /// The table as an XLSX workbook: the columns of the Word table, and one with the findings.
  ///
  /// - Throws: `InputError` when the archive cannot be made.
  package func workbook(date: ArchiveDate) throws(InputError) -> [UInt8] {
    var writer = XLSXWriter(date: date)
    writer.add(
      Sheet(name: title, cells: cells()),
      columns: BilingualColumn.allCases.map { XLSXWriter.Column(width: $0.sheetWidth) }
        + [XLSXWriter.Column(width: 50)])
    return try writer.finish()
  }

  /// The header and a line of cells for each row.
  func cells() -> [[String]] {
    let header = BilingualColumn.allCases.map { $0.header(self) } + ["Findings"]
    return [header]
      + rows.map { row in
        BilingualColumn.allCases.map { $0.cell(row) }
          + [row.remarks.map(\.line).joined(separator: "\n")]
      }
  }
}

extension BilingualColumn {
  /// The width of the column in a sheet, in characters.
  fileprivate var sheetWidth: Int {
    switch self {
    case .id: 8
    case .source, .target: 60
    case .state, .confidence: 12
    case .comments: 30
    }
  }
}

extension XLSXReader {
  /// The sheets of a workbook as tables; hidden ones are left out.
  package static func tables(_ sheets: [Sheet]) -> [ReadTable] {
    sheets.filter { !$0.isHidden }.map { sheet in
      var table = ReadTable(place: "sheet \(sheet.name)", rows: sheet.rows)
      table.traces = sheet.traces
      return table
    }
  }
}
