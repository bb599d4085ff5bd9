import SamsvarFormats
import SamsvarModel

extension Pipeline {
  /// A bitext as a document or book.
  ///
  /// - Throws: `InputError` when the archive cannot be made.
  func office(
    _ analysis: BitextAnalysis, as format: OutputFormat, findings: [Finding]
  ) throws(InputError) -> [UInt8] {
    let date = ArchiveDate(seconds: SourceDate.seconds)
    let creator = "Samsvar \(SamsvarVersion.number)"
    let table = BilingualTable(analysis.bitext, links: analysis.links, findings: findings)
    switch format {
    case .odt: return try ODTWriter(table, date: date, creator: creator).bytes()
    case .xlsx: return try table.workbook(date: date)
    case .epub:
      return try EPUBWriter(
        analysis.bitext, links: analysis.links, date: date, creator: creator
      ).bytes()
    default: return try DOCXWriter(table, date: date, creator: creator).bytes()
    }
  }
}
