import SamsvarFormats
public import SamsvarMemory

/// Matches and units of a memory as JSON Lines.
public enum MemoryReport {
  private struct Unit: Encodable {
    var sourceLanguage: String
    var targetLanguage: String
    var source: String
    var target: String
    var document: String?
    var changed: String?

    init(_ unit: MemoryUnit) {
      sourceLanguage = unit.sourceLanguage.description
      targetLanguage = unit.targetLanguage.description
      source = unit.source
      target = unit.target
      document = unit.document.isEmpty ? nil : unit.document
      changed = unit.changed.isEmpty ? nil : unit.changed
    }
  }

  private struct Match: Encodable {
    var kind: String
    var score: Int
    var unit: Unit
  }

  private struct Answer: Encodable {
    var text: String
    var matches: [Match]
  }

  /// What a memory knows about a segment, as a line.
  public static func line(_ text: String, _ matches: [MemoryMatch]) -> String {
    JSONLines.line(
      Answer(
        text: text,
        matches: matches.map {
          Match(kind: $0.kind.rawValue, score: $0.score, unit: Unit($0.unit))
        }))
  }

  /// A unit as a line.
  public static func line(_ unit: MemoryUnit) -> String { JSONLines.line(Unit(unit)) }
}
