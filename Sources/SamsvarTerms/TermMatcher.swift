import SamsvarModel
package import SamsvarText

/// Finds the terms of a termbase in a document: by inflection, in several words, in compounds;
/// the longest match wins.
package struct TermMatcher: Sendable {
  let index: TermIndex

  /// A matcher for a prepared termbase.
  package init(_ index: TermIndex) { self.index = index }

  /// All occurrences in order; of overlapping ones the longest.
  ///
  /// Concepts that share a term compete: the one whose other terms stand in the document wins, else
  /// the first of the termbase; the others are its `rivals`.
  ///
  /// - Complexity: O(n) in the words of the document, times the terms that share a first word
  package func occurrences(in document: AnalysedDocument) -> [TermOccurrence] {
    both(in: document).own
  }

  /// The occurrences, and beside them those with the terms inside longer ones, as `UN` in
  /// `UN special envoy`: what a translation may be credited with.
  package func both(
    in document: AnalysedDocument
  ) -> (own: [TermOccurrence], nested: [TermOccurrence]) {
    guard !index.patterns.isEmpty else { return ([], []) }
    var scan = TermScan(index, document)
    var own: [TermOccurrence] = []
    var nested: [TermOccurrence] = []
    for segment in 0..<document.count {
      let found = scan.occurrences(segment)
      nested += found
      own += Overlaps.longest(found)
    }
    return (SharedTerms(index).settled(own), nested)
  }
}

/// Which of overlapping occurrences stay.
enum Overlaps {
  /// The longest of those that overlap; equally long ones of different concepts all.
  ///
  /// A coordination (`gjeng- eller hjemmevold`) spans other terms without containing them.
  static func longest(_ found: [TermOccurrence]) -> [TermOccurrence] {
    guard found.count > 1 else { return found }
    let sorted = found.sorted {
      ($0.range.count, $1.range.lowerBound) > ($1.range.count, $0.range.lowerBound)
    }
    var kept: [TermOccurrence] = []
    for candidate in sorted {
      let clashes = kept.contains {
        $0.range.overlaps(candidate.range)
          && ($0.range != candidate.range || $0.concept == candidate.concept)
          && (($0.form == .split) == (candidate.form == .split) || $0.concept == candidate.concept)
      }
      if !clashes { kept.append(candidate) }
    }
    return kept.sorted { ($0.range.lowerBound, $0.concept) < ($1.range.lowerBound, $1.concept) }
  }
}

/// Decides between concepts that share a term.
struct SharedTerms {
  private let index: TermIndex

  init(_ index: TermIndex) { self.index = index }

  /// The occurrences with one concept for each place; the others are noted as its rivals.
  func settled(_ occurrences: [TermOccurrence]) -> [TermOccurrence] {
    var evidence: [Int: Int] = [:]
    for occurrence in occurrences where !occurrence.isShared {
      evidence[occurrence.concept, default: 0] += 1
    }
    var result: [TermOccurrence] = []
    for occurrence in occurrences {
      guard let last = result.last, last.range == occurrence.range,
        last.form != .split, occurrence.form != .split, last.isShared, occurrence.isShared
      else {
        result.append(occurrence)
        continue
      }
      let isBetter = evidence[occurrence.concept, default: 0] > evidence[last.concept, default: 0]
      var winner = isBetter ? occurrence : last
      winner.rivals = last.rivals + [isBetter ? last.concept : occurrence.concept]
      result[result.count - 1] = winner
    }
    return result
  }
}
