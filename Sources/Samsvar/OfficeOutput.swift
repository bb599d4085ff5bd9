import SamsvarFormats
import SamsvarModel

extension Pipeline {
  /// A bitext as a document or book; states and notes are those of the file it was read from.
  ///
  /// - Throws: `InputError` when the archive cannot be made.
  func office(
    _ analysis: BitextAnalysis, as format: OutputFormat, findings: [Finding],
    layout: PageLayout?
  ) throws(InputError) -> [UInt8] {
    let date = ArchiveDate(seconds: SourceDate.seconds)
    let creator = "Samsvar \(SamsvarVersion.number)"
    guard let document = format.bitextFormat else {
      return try EPUBWriter(
        analysis.bitext, links: analysis.links, layout: layout ?? .interleaved, date: date,
        creator: creator
      ).bytes()
    }
    var table = BilingualTable(analysis.bitext, links: analysis.links, findings: findings)
    table.languageMap = exchange.languageMap
    for (index, unit) in (analysis.places?.units ?? []).enumerated()
    where table.rows.indices.contains(index) {
      if let state = unit.state { table.rows[index].state = state.rawValue }
      table.rows[index].notes = unit.notes
      table.rows[index].confidence = unit.confidence
    }
    return try table.bytes(as: document, date: date, creator: creator)
  }
}
