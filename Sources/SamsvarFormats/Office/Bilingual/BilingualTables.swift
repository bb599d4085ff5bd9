package import SamsvarModel

/// Reads the bilingual tables of an office document, whichever kind it is.
package enum BilingualTables {
  /// The endings of files that may hold such tables.
  package static let endings = ["docx", "odt", "xlsx"]

  /// Whether a file is an office document: told from its bytes, or from its ending where they are none.
  package static func isOffice(_ bytes: [UInt8], path: String) -> Bool {
    ZipArchive.isZip(bytes) || hasEnding(path)
  }

  /// Whether the path has the ending of an office document.
  package static func hasEnding(_ path: String) -> Bool {
    path.split(separator: ".").last.map { endings.contains($0.lowercased()) } ?? false
  }

  /// The beads of the tables, in order.
  ///
  /// - Parameter acceptsPlain: Whether tables without a header are read too, by the order of their columns.
  /// - Throws: `InputError` for what is no document, is damaged, or holds no such table.
  package static func read(
    _ bytes: [UInt8], file: String, source: LanguageTag?, target: LanguageTag?,
    acceptsPlain: Bool = false
  ) throws(InputError) -> [BeadRecord] {
    try BilingualRows(file: file, source: source, target: target)
      .records(try tables(bytes, file: file), acceptsPlain: acceptsPlain)
  }

  /// Whether the document's header row says that it is a bilingual table with ids, not a running text.
  ///
  /// - Throws: `InputError` for what is no document or is damaged.
  package static func isBilingual(_ bytes: [UInt8], file: String) throws(InputError) -> Bool {
    BilingualRows(file: file, source: nil, target: nil)
      .isBilingual(try tables(bytes, file: file))
  }

  private static func tables(_ bytes: [UInt8], file: String) throws(InputError) -> [ReadTable] {
    let archive = try ZipArchive(bytes: bytes, file: file)
    if archive.contains("content.xml") { return try ODTTables.read(archive) }
    let types = String(
      decoding: try archive.readIfPresent("[Content_Types].xml") ?? [], as: UTF8.self)
    if types.contains("spreadsheetml.sheet.main") || types.contains("ms-excel") {
      return XLSXReader.tables(try XLSXReader.read(archive))
    }
    return try DOCXTables.read(archive)
  }
}
