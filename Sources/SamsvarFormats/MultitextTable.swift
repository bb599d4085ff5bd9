package import SamsvarModel

/// Several texts as a table: id, kind (`1-1-2`), confidence, and a column a text, named by its language.
package struct MultitextTable: Sendable {
  /// The header and a row a bead.
  package let rows: [[String]]
  private let title: String

  /// The table of some texts; the map changes the codes in the header.
  package init(_ multitext: Multitext, languages: LanguageMap = LanguageMap()) {
    title = multitext.documents.first?.name ?? ""
    let codes = multitext.documents.map { languages.code($0.language) }
    rows =
      [["id", "kind", "confidence"] + codes]
      + multitext.alignment.beads.enumerated().map { index, bead in
        [
          String(index + 1), bead.texts.map { String($0.count) }.joined(separator: "-"),
          BeadsFormat.decimal(bead.confidence),
        ] + bead.texts.indices.map { multitext.string(ofBead: index, text: $0) }
      }
  }

  /// Cells divided by tabs; tabs and line breaks inside a text become blanks.
  package var tsv: String {
    rows.map { $0.map(TableText.cell).joined(separator: "\t") + "\n" }.joined()
  }

  /// Cells divided by commas, in quotation marks where they must be (RFC 4180).
  package var csv: String {
    rows.map { row in
      row.map { cell in
        cell.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
          ? String(decoding: TableText.quoted(cell.utf8), as: UTF8.self) : cell
      }.joined(separator: ",") + "\n"
    }.joined()
  }

  /// A table in a Markdown page.
  package var markdown: String {
    let lines = rows.map { row in
      row.map { "| \(String(decoding: MarkdownCell.escaped(Array($0.utf8)), as: UTF8.self)) " }
        .joined() + "|\n"
    }
    let rule = "|" + String(repeating: "---|", count: rows.first?.count ?? 0) + "\n"
    return lines.prefix(1).joined() + rule + lines.dropFirst().joined()
  }

  /// A workbook of one sheet.
  ///
  /// - Throws: `InputError` when the archive cannot be made.
  package func workbook(date: ArchiveDate) throws(InputError) -> [UInt8] {
    var writer = XLSXWriter(date: date)
    let widths = [8, 12, 12] + Array(repeating: 60, count: max(0, (rows.first?.count ?? 3) - 3))
    writer.add(
      Sheet(name: title, cells: rows), columns: widths.map { XLSXWriter.Column(width: $0) })
    return try writer.finish()
  }
}
