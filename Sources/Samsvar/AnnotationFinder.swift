import SamsvarAlign
import SamsvarCheck
import SamsvarModel
import SamsvarTerms
import SamsvarText

/// Finds what to highlight in pairs: terms, then values, then names, then other words.
struct AnnotationFinder {
  let analysis: BitextAnalysis
  let termbase: Termbase
  let sourceTerms: [TermOccurrence]
  let targetTerms: [TermOccurrence]

  /// The annotations of all pairings; on each side they do not overlap within a pairing.
  func annotations() -> [Annotation] {
    var next = 0
    return analysis.pairings.flatMap { pairing in
      var found = PairingAnnotations(analysis: analysis, next: next)
      addTerms(pairing, to: &found)
      addValues(pairing, to: &found)
      addWords(pairing, to: &found)
      next = found.next
      return found.annotations
    }
  }

  private func addTerms(_ pairing: Pairing, to found: inout PairingAnnotations) {
    let sources = sourceTerms.filter { pairing.source.contains($0.segment) }
    var targets = targetTerms.filter { pairing.target.contains($0.segment) }
    for source in sources {
      guard let index = targets.firstIndex(where: { $0.concept == source.concept }) else { continue }
      let target = targets.remove(at: index)
      found.add(
        .term, label: termbase.concepts[source.concept].id,
        source: (source.segment, source.range), target: (target.segment, target.range))
    }
  }

  private func addValues(_ pairing: Pairing, to found: inout PairingAnnotations) {
    for sourceSegment in pairing.source {
      for sourceIndex in analysis.source.valueRange(sourceSegment) {
        let source = analysis.source.values[sourceIndex]
        for targetSegment in pairing.target {
          let match = analysis.target.valueRange(targetSegment).first {
            analysis.target.values[$0].agreement(with: source) >= .compatible
          }
          guard let match else { continue }
          found.add(
            .value, label: source.inWords, source: (sourceSegment, source.range),
            target: (targetSegment, analysis.target.values[match].range))
        }
      }
    }
  }

  private func addWords(_ pairing: Pairing, to found: inout PairingAnnotations) {
    for pair in analysis.evidence.pairs(pairing.source, pairing.target) where pair.score >= 0.45 {
      let source = analysis.source.tokens[pair.source]
      let target = analysis.target.tokens[pair.target]
      guard let left = pairing.source.first(where: { analysis.source.tokenRange($0).contains(pair.source) }),
        let right = pairing.target.first(where: { analysis.target.tokenRange($0).contains(pair.target) })
      else { continue }
      let isName = isName(pair.source, left, analysis.source) && isName(pair.target, right, analysis.target)
      found.add(
        isName ? .name : .word, label: "", source: (left, source.range), target: (right, target.range))
    }
  }

  private func isName(_ token: Int, _ segment: Int, _ document: AnalysedDocument) -> Bool {
    document.nameRange(segment).contains { document.names[$0].tokens.contains(token) }
  }
}

/// The annotations of one pairing, kept free of overlaps.
private struct PairingAnnotations {
  let analysis: BitextAnalysis
  var next: Int
  var annotations: [Annotation] = []

  mutating func add(
    _ kind: AnnotationKind, label: String, source: (segment: Int, range: Range<Int>),
    target: (segment: Int, range: Range<Int>)
  ) {
    let left = analysis.source.span(source.segment, source.range)
    let right = analysis.target.span(target.segment, target.range)
    guard isFree(.source, left), isFree(.target, right) else { return }
    annotations.append(annotation(.source, left, kind, label))
    annotations.append(annotation(.target, right, kind, label))
    next += 1
  }

  private func annotation(
    _ side: Side, _ span: FindingSpan, _ kind: AnnotationKind, _ label: String
  ) -> Annotation {
    Annotation(
      side: side, segment: span.segment, range: span.range, kind: kind, pair: next, label: label)
  }

  private func isFree(_ side: Side, _ span: FindingSpan) -> Bool {
    !annotations.contains {
      $0.side == side && $0.segment == span.segment && $0.range.overlaps(span.range)
    }
  }
}
