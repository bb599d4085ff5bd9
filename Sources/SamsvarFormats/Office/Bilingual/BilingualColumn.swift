/// The columns of a bilingual table as it is written.
enum BilingualColumn: CaseIterable {
  case id, source, target, state, confidence, comments

  /// What the header says; the languages stand with the texts, so that a reader need not guess.
  func header(_ table: BilingualTable) -> String {
    switch self {
    case .id: "ID"
    case .source: "Source (\(table.sourceLanguage))"
    case .target: "Target (\(table.targetLanguage))"
    case .state: "Status"
    case .confidence: "Confidence"
    case .comments: "Comments"
    }
  }

  /// The cell of a row.
  func cell(_ row: BilingualTable.Row) -> String {
    switch self {
    case .id: row.id
    case .source: row.source
    case .target: row.target
    case .state: row.state
    case .confidence: row.confidence.map { String(BeadsFormat.decimal($0).dropLast()) } ?? ""
    case .comments: row.notes.joined(separator: "\n")
    }
  }
}
