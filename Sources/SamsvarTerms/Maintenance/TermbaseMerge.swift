public import SamsvarModel

/// A place where two changed versions of a termbase cannot both be followed.
public struct MergeConflict: Hashable, Sendable {
  /// The concept's id.
  public var concept: String
  /// What both changed; nil where one removed the concept and the other changed it.
  public var fact: ConceptFact?
  /// What the version both began with says; nil for nothing.
  public var base: String?
  /// What ours says; nil for nothing.
  public var ours: String?
  /// What theirs says; nil for nothing.
  public var theirs: String?

  /// One line: `government: en "cabinet": base admitted, ours forbidden, theirs (nothing)`.
  public var description: String {
    let place = fact?.text ?? "concept"
    func said(_ value: String?) -> String { value ?? "(nothing)" }
    return "\(concept): \(place): base \(said(base)), ours \(said(ours)), theirs \(said(theirs))"
  }
}

/// Merges two changed versions of a termbase over the version they both began with.
public enum TermbaseMerge {
  /// The merged termbase, and what both changed in different ways, where ours stands.
  ///
  /// Each thing said of a concept is merged by itself: one side's new synonym and the other's definition go
  /// together. Concepts stand in the order of ours, then theirs that are new.
  ///
  /// - Complexity: O(n)
  public static func merge(
    base: Termbase, ours: Termbase, theirs: Termbase
  ) -> (termbase: Termbase, conflicts: [MergeConflict]) {
    func byID(_ termbase: Termbase) -> [String: ConceptEntry] {
      Dictionary(termbase.concepts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let (baseConcepts, ourConcepts, theirConcepts) = (byID(base), byID(ours), byID(theirs))
    var merged = Termbase()
    var conflicts: [MergeConflict] = []
    let added = theirs.concepts.filter { ourConcepts[$0.id] == nil }
    for concept in ours.concepts + added {
      let id = concept.id
      let (result, found) = merge(
        id, base: baseConcepts[id], ours: ourConcepts[id], theirs: theirConcepts[id])
      if let result { merged.concepts.append(result) }
      conflicts += found
    }
    return (merged, conflicts)
  }

  private static func merge(
    _ id: String, base: ConceptEntry?, ours: ConceptEntry?, theirs: ConceptEntry?
  ) -> (ConceptEntry?, [MergeConflict]) {
    switch (ours, theirs) {
    case (let ours?, let theirs?): return merge(base ?? ConceptEntry(id: id), ours, theirs)
    case (let kept?, nil), (nil, let kept?):
      // One side alone has it: it is new there, or the other side removed it.
      guard let base else { return (kept, []) }
      guard !TermbaseDifference.changes(base, kept).isEmpty else { return (nil, []) }
      let name = TermbaseDifference.name(kept)
      return (
        kept,
        [
          MergeConflict(
            concept: id, base: TermbaseDifference.name(base),
            ours: ours == nil ? nil : name, theirs: theirs == nil ? nil : name)
        ]
      )
    case (nil, nil): return (nil, [])
    }
  }

  private static func merge(
    _ base: ConceptEntry, _ ours: ConceptEntry, _ theirs: ConceptEntry
  ) -> (ConceptEntry?, [MergeConflict]) {
    func values(_ concept: ConceptEntry) -> [ConceptFact: String] {
      Dictionary(concept.facts.map { ($0.fact, $0.value) }, uniquingKeysWith: { $1 })
    }
    let (old, own, other) = (values(base), values(ours), values(theirs))
    var result = ours
    var conflicts: [MergeConflict] = []
    // A term's status comes first among its facts, so that it is there when the others are set.
    for fact in theirs.facts.map(\.fact) + base.facts.map(\.fact).filter({ other[$0] == nil }) {
      let (before, left, right) = (old[fact], own[fact], other[fact])
      if left == right || right == before { continue }
      if left == before {
        result.set(fact, to: right)
      } else {
        conflicts.append(
          MergeConflict(concept: ours.id, fact: fact, base: before, ours: left, theirs: right))
      }
    }
    result.languages.removeAll {
      $0.terms.isEmpty && $0.definition.isEmpty && $0.note.isEmpty
    }
    return (result, conflicts)
  }
}
