import SamsvarModel

/// Termbases in workbooks (XLSX): the table of `TermbaseTableReader`, in the first visible sheet whose header names a
/// language.
enum TermbaseWorkbook {
  /// The termbase of a workbook.
  ///
  /// - Throws: `InputError` for what is no workbook, or with the row that does not fit.
  static func read(_ bytes: [UInt8], file: String) throws(InputError) -> TermbaseInput {
    let sheets = try XLSXReader.read(bytes, file: file).filter { !$0.isHidden }
    let sheet = sheets.first { sheet in
      sheet.rows.first.map { TermbaseTableReader.namesLanguage($0.cells) } ?? false
    }
    var input = try TermbaseTableReader.read(
      rows: sheet?.rows ?? sheets.first?.rows ?? [], file: file)
    input.format = .xlsx
    let others = sheets.count { !$0.rows.isEmpty && $0.name != sheet?.name }
    if others > 0 {
      input.diagnostics.append(
        Diagnostic(
          .note,
          "\(others) other sheet\(others == 1 ? "" : "s") left out; the terms are read from "
            + "\"\(sheet?.name ?? "")\"", at: SourcePosition(file: file)))
    }
    return input
  }

  /// The workbook: one sheet, the header in sight.
  ///
  /// - Throws: `InputError` when the archive cannot be made.
  static func write(_ termbase: Termbase) throws(InputError) -> [UInt8] {
    var writer = XLSXWriter(date: ArchiveDate(seconds: nil))
    writer.add(Sheet(name: "Termbase", cells: TermbaseTableWriter.rows(termbase)))
    return try writer.finish()
  }
}
