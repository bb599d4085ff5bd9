package import SamsvarModel

/// Reads the bilingual tables of an office document, whichever kind it is.
package enum BilingualTables {
  /// The units of the tables, in order.
  ///
  /// - Throws: `InputError` for what is no document, is damaged, or holds no such table.
  package static func read(
    _ bytes: [UInt8], file: String, _ options: BitextOptions = BitextOptions()
  ) throws(InputError) -> [BitextUnit] {
    try BilingualRows(file: file, options: options).units(try tables(bytes, file: file))
  }

  /// The units, each with the way to its target in the archive.
  ///
  /// - Throws: `InputError` as `read`.
  static func tracedUnits(
    _ bytes: [UInt8], file: String, _ options: BitextOptions
  ) throws(InputError) -> [(unit: BitextUnit, target: CellTrace?)] {
    try BilingualRows(file: file, options: options)
      .tracedUnits(try tables(bytes, file: file, isTraced: true))
  }

  /// Whether the document's header row says that it is a bilingual table with ids, not a running text.
  ///
  /// - Throws: `InputError` for what is no document or is damaged.
  package static func isBilingual(_ bytes: [UInt8], file: String) throws(InputError) -> Bool {
    BilingualRows(file: file, options: BitextOptions())
      .isBilingual(try tables(bytes, file: file))
  }

  private static func tables(
    _ bytes: [UInt8], file: String, isTraced: Bool = false
  ) throws(InputError) -> [ReadTable] {
    let archive = try ZipArchive(bytes: bytes, file: file)
    var tables =
      if archive.contains("content.xml") {
        try ODTTables.read(archive)
      } else if try isWorkbook(archive) {
        XLSXReader.tables(try XLSXReader.read(archive, isTraced: isTraced))
      } else {
        try DOCXTables.read(archive)
      }
    if tables.count > 1 {
      for index in tables.indices { tables[index].cellPrefix = tables[index].place + ", " }
    }
    return tables
  }

  private static func isWorkbook(_ archive: ZipArchive) throws(InputError) -> Bool {
    if archive.contains("xl/workbook.xml") { return true }
    let types = try archive.readIfPresent("[Content_Types].xml") ?? []
    return String(decoding: types, as: UTF8.self).contains("spreadsheetml.sheet")
  }
}
