public import SamsvarFormats
public import SamsvarModel
public import SamsvarTerms

/// A termbase in a format, and what the format could not hold.
public struct TermbaseConversion: Sendable {
  /// The file.
  public var bytes: [UInt8]
  /// What is lost, by kind.
  public var losses: [Loss]

  /// What a format could not hold of one kind.
  public struct Loss: Sendable {
    /// One line: how much of what.
    public var summary: String
    /// Each piece.
    public var changes: [TermbaseChange]
  }

  /// Writes a termbase and reads it again: what differs is lost.
  ///
  /// What the format has no place for and Samsvar keeps in a note is said too, since other programs do not
  /// follow it.
  ///
  /// - Throws: `InputError` for a format that is not written, or languages that are not there.
  public static func convert(
    _ termbase: Termbase, to format: TermbaseFormat, source: LanguageTag? = nil,
    target: LanguageTag? = nil
  ) throws(InputError) -> TermbaseConversion {
    let bytes = try TermbaseFile.write(
      termbase, as: format, source: source, target: target, date: SourceDate.tmx())
    var options = TermbaseFile.Options(format: format, source: source, target: target)
    if format == .tsv { options.format = .csv }
    let again = try TermbaseFile.read(bytes, file: "-", options).termbase
    let kept = identified(again, as: termbase)
    let changes = TermbaseDifference.changes(termbase, kept)
    return TermbaseConversion(
      bytes: bytes, losses: losses(changes) + notes(termbase, format))
  }

  /// What is lost, in one line for each kind.
  private static func losses(_ changes: [TermbaseChange]) -> [Loss] {
    var kinds: [String] = []
    var groups: [String: [TermbaseChange]] = [:]
    for change in changes {
      let kind = kind(change)
      if groups[kind] == nil { kinds.append(kind) }
      groups[kind, default: []].append(change)
    }
    return kinds.map { kind in
      let changes = groups[kind] ?? []
      var concepts: [String] = []
      for change in changes where !concepts.contains(change.concept) && concepts.count < 4 {
        concepts.append(change.concept)
      }
      let names = concepts.prefix(3).joined(separator: ", ") + (concepts.count > 3 ? ", …" : "")
      return Loss(
        summary: "lost: \(kind), \(changes.count) time\(changes.count == 1 ? "" : "s") (\(names))",
        changes: changes)
    }
  }

  private static func kind(_ change: TermbaseChange) -> String {
    guard let fact = change.fact else { return change.after == nil ? "concept" : "id of a concept" }
    guard case .status = fact else { return fact.kind }
    if let before = change.before, let after = change.after {
      return "status (\(before) is \(after))"
    }
    return change.after == nil ? "term" : "spelling of a term"
  }

  /// What stands in notes for want of a place.
  private static func notes(_ termbase: Termbase, _ format: TermbaseFormat) -> [Loss] {
    guard format.keepsMarksInNotes else { return [] }
    let marks: [(String, (ConceptEntry) -> Bool)] = [
      ("do-not-translate", \.isDoNotTranslate), ("case-sensitive", \.isCaseSensitive),
      ("match", { $0.languages.contains { $0.terms.contains { !$0.hints.isEmpty } } }),
    ]
    return marks.compactMap { name, holds in
      let count = termbase.concepts.count(where: holds)
      guard count > 0 else { return nil }
      return Loss(
        summary: "\(name) stands in a note, which other programs do not follow, \(count) "
          + "time\(count == 1 ? "" : "s")", changes: [])
    }
  }

  /// What was read again, with the ids of the original where the format keeps none.
  ///
  /// Concepts correspond by their terms, in order.
  private static func identified(_ again: Termbase, as original: Termbase) -> Termbase {
    let ids = Set(original.concepts.map(\.id))
    guard !again.concepts.contains(where: { ids.contains($0.id) && !isNumber($0.id) }) else {
      return again
    }
    var result = again
    var next = 0
    for index in result.concepts.indices {
      let terms = Set(result.concepts[index].languages.flatMap { $0.terms.map(\.term) })
      let found = original.concepts[next...].firstIndex { concept in
        concept.languages.contains { $0.terms.contains { terms.contains($0.term) } }
      }
      guard let found else { continue }
      result.concepts[index].id = original.concepts[found].id
      next = found + 1
    }
    return result
  }

  private static func isNumber(_ id: String) -> Bool { Int(id) != nil }
}
