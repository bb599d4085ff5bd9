public import SamsvarModel

/// One difference between two termbases.
public struct TermbaseChange: Hashable, Sendable {
  /// The concept's id.
  public var concept: String
  /// What differs; nil where the concept is in one of them alone.
  public var fact: ConceptFact?
  /// What the first says; nil where it says nothing.
  public var before: String?
  /// What the second says; nil where it says nothing.
  public var after: String?

  /// One line: `government: en "cabinet": admitted → forbidden`.
  public var description: String {
    guard let fact else {
      return after == nil
        ? "- \(concept): concept removed (\(before ?? ""))"
        : "+ \(concept): concept added (\(after ?? ""))"
    }
    let sign = before == nil ? "+" : after == nil ? "-" : "~"
    let values = [before, after].compactMap { $0 }.joined(separator: " → ")
    return "\(sign) \(concept): \(fact.text): \(values)"
  }
}

/// What differs between two termbases, concept by concept.
public enum TermbaseDifference {
  /// The changes that make the first the second, in the order of the first, then what is new.
  ///
  /// Concepts are the same where their ids are; the order of terms does not matter.
  ///
  /// - Complexity: O(n)
  public static func changes(_ before: Termbase, _ after: Termbase) -> [TermbaseChange] {
    let others = Dictionary(
      after.concepts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let own = Set(before.concepts.map(\.id))
    var changes: [TermbaseChange] = []
    for concept in before.concepts {
      if let other = others[concept.id] {
        changes += Self.changes(concept, after.concepts[other])
      } else {
        changes.append(TermbaseChange(concept: concept.id, before: name(concept)))
      }
    }
    for concept in after.concepts where !own.contains(concept.id) {
      changes.append(TermbaseChange(concept: concept.id, after: name(concept)))
    }
    return changes
  }

  /// What differs between two concepts.
  static func changes(_ before: ConceptEntry, _ after: ConceptEntry) -> [TermbaseChange] {
    let first = before.facts
    let second = after.facts
    let old = Dictionary(first.map { ($0.fact, $0.value) }, uniquingKeysWith: { $1 })
    let new = Dictionary(second.map { ($0.fact, $0.value) }, uniquingKeysWith: { $1 })
    var changes: [TermbaseChange] = []
    for (fact, value) in first where new[fact] != value {
      changes.append(
        TermbaseChange(concept: before.id, fact: fact, before: value, after: new[fact]))
    }
    for (fact, value) in second where old[fact] == nil {
      changes.append(TermbaseChange(concept: before.id, fact: fact, after: value))
    }
    return changes
  }

  /// The first term of each language, for people.
  static func name(_ concept: ConceptEntry) -> String {
    concept.languages.compactMap { section in
      section.terms.first.map { "\(section.language) \($0.term)" }
    }.joined(separator: ", ")
  }
}
