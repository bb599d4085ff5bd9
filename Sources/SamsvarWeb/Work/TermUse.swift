import Samsvar
import SamsvarMemory
import SamsvarTerms
import SamsvarText

/// How the concepts of the termbase are rendered in a bitext.
struct TermUse {
  /// A concept that occurs in the source.
  struct Concept: Codable, Sendable {
    var id: String
    var definition: String
    var terms: [ProjectConcept.Term]
    /// The occurrences in the source.
    var occurrences: Int
    var renderings: [Rendering]
  }

  /// How a concept is rendered in some beads.
  struct Rendering: Codable, Sendable {
    /// The words in the target; nil where none of the concept's terms stands there.
    var text: String?
    /// The status of the term; `unknown` for words that only seem to render it, `none` for no words.
    var status: String
    var count: Int
    /// Some of the beads.
    var beads: [Int64]
  }

  private struct Key: Hashable {
    var text: String?
    var status: String
  }

  let analysed: Desk.Analysed
  let side: Int
  private static let shownBeads = 20

  /// The concepts in the order of the termbase.
  ///
  /// - Throws: `InputError` when a language's data cannot be read.
  func concepts(_ pipeline: Pipeline) throws(InputError) -> [Concept] {
    let termbase = analysed.termbase
    let analysis = analysed.analysis
    let sources = try pipeline.occurrences(of: termbase, in: analysis.source)
    let targets = Dictionary(
      grouping: try pipeline.occurrences(of: termbase, in: analysis.target), by: \.segment)
    let pairings = self.pairings
    let owners = Self.owners(pairings)
    var uses: [Int: [Key: [Int64]]] = [:]
    for source in sources {
      for number in owners[source.segment] ?? [] {
        let places = pairings[number].targets
        let found = places.flatMap { targets[$0] ?? [] }.first { $0.concept == source.concept }
        let key = found.map(rendering) ?? guess(source, pairings[number])
        uses[source.concept, default: [:]][key, default: []].append(pairings[number].bead)
      }
    }
    return uses.keys.sorted().map { index in
      concept(termbase.concepts[index], uses[index] ?? [:])
    }
  }

  private func concept(_ entry: ConceptEntry, _ uses: [Key: [Int64]]) -> Concept {
    let renderings = uses.map { key, beads in
      Rendering(
        text: key.text, status: key.status, count: beads.count,
        beads: Array(beads.prefix(Self.shownBeads)))
    }.sorted { ($1.count, $0.text ?? "") < ($0.count, $1.text ?? "") }
    return Concept(
      id: entry.id, definition: entry.definition, terms: ProjectConcept(entry).terms,
      occurrences: renderings.reduce(0) { $0 + $1.count }, renderings: renderings)
  }

  /// What belongs together: a bead, or a summary's segment with what it rests on.
  private var pairings: [(bead: Int64, sources: [Int], targets: [Int])] {
    let reviewed = analysed.reviewed
    if let links = analysed.analysis.links {
      return links.map { (reviewed.beads[$0.summary].id, $0.sources, [$0.summary]) }
    }
    return zip(reviewed.beads, reviewed.ranges).map {
      ($0.id, Array($1[0]), Array($1[side]))
    }
  }

  /// For each source segment the pairings it stands in.
  private static func owners(
    _ pairings: [(bead: Int64, sources: [Int], targets: [Int])]
  ) -> [Int: [Int]] {
    var owners: [Int: [Int]] = [:]
    for (number, pairing) in pairings.enumerated() {
      for segment in pairing.sources { owners[segment, default: []].append(number) }
    }
    return owners
  }

  private func rendering(_ occurrence: TermOccurrence) -> Key {
    let text = analysed.analysis.target.document.string(in: occurrence.range)
    return Key(text: text.lowercased(), status: occurrence.term.status.rawValue)
  }

  /// The words of the target that seem to render a term, by the evidence of the alignment.
  private func guess(
    _ occurrence: TermOccurrence, _ pairing: (bead: Int64, sources: [Int], targets: [Int])
  ) -> Key {
    let pairs = analysed.analysis.evidence.pairs(pairing.sources, pairing.targets)
      .filter { occurrence.tokens.contains($0.source) && $0.score >= 0.45 }
    let tokens = pairs.map(\.target).sorted()
    guard let first = tokens.first, let last = tokens.last, last - first < 6 else {
      return Key(text: nil, status: "none")
    }
    let document = analysed.analysis.target
    let range = document.tokens[first].range.lowerBound..<document.tokens[last].range.upperBound
    return Key(text: document.document.string(in: range).lowercased(), status: "unknown")
  }
}
