import Foundation
import GRDB

extension EditTransaction {
  /// Replaces in all texts of a bitext, or of one side.
  mutating func replace(_ replacement: Edit.Replacement) throws {
    let search = try TextSearch(replacement)
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT * FROM segment WHERE bitext = ? AND side = ifnull(?, side) ORDER BY side, start",
      arguments: [replacement.bitext, replacement.side])
    var first: Int64?
    for segment in rows.map(ProjectSegment.init(row:)) {
      guard let text = try search.replaced(segment.current), text != segment.current else {
        continue
      }
      guard !text.allSatisfy(\.isWhitespace) else {
        throw ProjectError.refused(
          "the segment \"\(segment.current)\" would be empty; drop its bead from the output instead"
        )
      }
      try write(text, to: segment)
      try outdateFindings(bitext: replacement.bitext, segment: segment.id)
      first = first ?? segment.bead
    }
    bitext = replacement.bitext
    focus = first
  }
}

/// A search for a plain text or a regular expression.
struct TextSearch {
  private let expression: NSRegularExpression
  private let template: String
  private let deadline: Date

  /// How long one search may take, since an expression can ask for endless work.
  private static let patience: TimeInterval = 5

  /// - Throws: `ProjectError.refused` for an expression that is none.
  init(_ replacement: Edit.Replacement) throws(ProjectError) {
    guard !replacement.pattern.isEmpty else { throw .refused("give a text to look for") }
    let pattern =
      replacement.isRegex
      ? replacement.pattern : NSRegularExpression.escapedPattern(for: replacement.pattern)
    do {
      expression = try NSRegularExpression(
        pattern: pattern, options: replacement.isCaseSensitive ? [] : .caseInsensitive)
    } catch {
      throw .refused("\"\(replacement.pattern)\" is no regular expression")
    }
    template =
      replacement.isRegex
      ? replacement.template : NSRegularExpression.escapedTemplate(for: replacement.template)
    deadline = Date(timeIntervalSinceNow: Self.patience)
  }

  /// Whether the text holds what is looked for.
  func matches(_ text: String) throws(ProjectError) -> Bool { try !results(text, limit: 1).isEmpty }

  /// The text with all places replaced, or nil where there are none.
  func replaced(_ text: String) throws(ProjectError) -> String? {
    let results = try results(text, limit: .max)
    guard !results.isEmpty else { return nil }
    var result = text as NSString
    for place in results.reversed() {
      let new = expression.replacementString(
        for: place, in: text, offset: 0, template: template)
      result = result.replacingCharacters(in: place.range, with: new) as NSString
    }
    return result as String
  }

  private func results(_ text: String, limit: Int) throws(ProjectError) -> [NSTextCheckingResult] {
    var results: [NSTextCheckingResult] = []
    var isLate = false
    expression.enumerateMatches(
      in: text, options: .reportProgress, range: NSRange(location: 0, length: text.utf16.count)
    ) { result, _, stop in
      if let result { results.append(result) }
      isLate = result == nil && Date() > deadline
      if isLate || results.count >= limit { stop.pointee = true }
    }
    if isLate || Date() > deadline {
      throw .refused("the expression takes too long; make it simpler")
    }
    return results
  }
}
