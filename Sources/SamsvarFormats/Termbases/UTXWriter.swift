import SamsvarModel

/// Writes UTX 1.11: tab-separated, CRLF, without a byte order mark.
enum UTXWriter {
  /// The glossary.
  ///
  /// - Parameter date: `YYYYMMDDThhmmssZ`; the header wants one, and without it has 1970.
  static func write(_ termbase: Termbase, _ pair: TermPair, date: String?) -> [UInt8] {
    let date = date.map(isoDate) ?? "1970-01-01T00:00:00Z"
    let columns = [
      "#src", "tgt", "src:pos", "tgt:pos", "term status", "x-src:term status", "concept ID",
      "comment",
    ]
    var rows = [
      "#UTX 1.11; \(pair.source)/\(pair.target); \(date); creator: samsvar",
      columns.joined(separator: "\t"),
    ]
    for concept in termbase.concepts {
      for entry in concept.pairs(pair) {
        let cells = [
          entry.source.term, entry.target.term, entry.source.partOfSpeech?.rawValue ?? "",
          entry.target.partOfSpeech?.rawValue ?? "", status(entry.target.status),
          status(entry.source.status), concept.id, concept.note,
        ]
        rows.append(cells.map(TabbedLines.cell).joined(separator: "\t"))
      }
    }
    return Array(rows.map { $0 + "\r\n" }.joined().utf8)
  }

  private static func status(_ status: TermStatus) -> String {
    switch status {
    case .preferred: "approved"
    case .admitted: "non-standard"
    case .deprecated: "obsolete"
    case .forbidden: "forbidden"
    }
  }

  /// `2026-01-31T12:00:00Z` of `20260131T120000Z`.
  private static func isoDate(_ date: String) -> String {
    let digits = Array(date)
    guard digits.count == 16 else { return date }
    func part(_ range: Range<Int>) -> String { String(digits[range]) }
    return "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(9..<11)):\(part(11..<13)):"
      + "\(part(13..<15))Z"
  }
}
