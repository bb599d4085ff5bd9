/// A line of a project's export: one row, told apart by `type`.
struct ExportLine: Codable {
  var type: String
  var id: Int64?
  var bitext: Int64?
  var side: Int?
  var name: String?
  var kind: String?
  var language: String?
  var number: Int?
  var text: String?
  var edited: String?
  var base64: String?
  var rank: String?
  var confidence: Int?
  var status: String?
  var shape: String?
  var changed: Bool?
  var dropped: Bool?
  var crossing: Bool?
  var bookmarked: Bool?
  var note: String?
  var start: Int?
  var end: Int?
  var bead: Int64?
  var summary: Int64?
  var source: Int64?
  var origin: String?
  var segment: Int64?
  var rule: String?
  var category: String?
  var severity: String?
  var state: String?
  var acceptance: String?
  var fingerprint: String?
  var detail: ProjectFinding.Detail?
  var concept: ProjectConcept?
  var key: String?
  var value: String?
  var time: String?
  var request: Edit?
  var edit: Int64?
  var place: String?
  var before: String?
  var after: String?

  init(_ type: String) { self.type = type }
}
