/// The columns of a bilingual table as it is written.
enum BilingualColumn: CaseIterable {
  case id, source, target, state, confidence, comments

  /// What the header says; the languages stand with the texts, so that a reader need not guess.
  func header(_ table: BilingualTable) -> String {
    switch self {
    case .id: "ID"
    case .source: "Source (\(table.languageMap.code(table.sourceLanguage)))"
    case .target: "Target (\(table.languageMap.code(table.targetLanguage)))"
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
    case .confidence: row.confidence.map(Self.decimal) ?? ""
    case .comments: row.notes.joined(separator: "\n")
    }
  }

  /// Two decimals, or three where the third says something.
  private static func decimal(_ value: Double) -> String {
    let text = BeadsFormat.decimal(value)
    return text.last == "0" ? String(text.dropLast()) : text
  }
}
