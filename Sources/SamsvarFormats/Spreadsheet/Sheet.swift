/// A sheet of a workbook: rows of cells as text.
///
/// A row keeps its number in the sheet as its line, so that a message can say where a cell stands;
/// rows without a cell are left out, cells without content before a filled one are empty texts.
package struct Sheet: Hashable, Sendable {
  /// What its tab says.
  package var name: String
  /// The rows in order.
  package var rows: [DelimitedText.Row]
  /// Whether the workbook hides it.
  package var isHidden = false
  /// Where the cells stand in the archive, by row number, where that was asked for.
  var traces: [Int: [CellTrace]] = [:]

  /// A sheet of rows.
  package init(name: String, rows: [DelimitedText.Row], isHidden: Bool = false) {
    self.name = name
    self.rows = rows
    self.isHidden = isHidden
  }

  /// A sheet of lines of cells, numbered from 1.
  package init(name: String, cells: [[String]]) {
    self.init(
      name: name,
      rows: cells.enumerated().map { DelimitedText.Row(line: $0 + 1, cells: $1) })
  }
}

/// The name of a cell: column letters and row number.
package enum CellReference {
  /// The largest column, `XFD`, counted from 1 (ECMA-376, SpreadsheetML limits).
  package static let columns = 16_384
  /// The largest row.
  package static let rows = 1_048_576

  /// Column (from 0) and row (from 1) of a name such as `C12`; nil for what is none.
  package static func position(_ name: String) -> (column: Int, row: Int)? {
    var column = 0
    var row = 0
    for byte in name.utf8 {
      switch byte {
      case 0x41...0x5A where row == 0: column = column * 26 + Int(byte) - 0x40
      case 0x61...0x7A where row == 0: column = column * 26 + Int(byte) - 0x60
      case 0x30...0x39 where column > 0: row = row * 10 + Int(byte) - 0x30
      case 0x24: continue
      default: return nil
      }
      guard column <= columns, row <= rows else { return nil }
    }
    return column > 0 && row > 0 ? (column - 1, row) : nil
  }
}
