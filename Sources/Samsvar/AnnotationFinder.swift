import SamsvarAlign
import SamsvarCheck
import SamsvarModel
import SamsvarTerms
import SamsvarText

/// Finds what to highlight in pairs: terms, then values, then names, then other words.
struct AnnotationFinder {
  let analysis: BitextAnalysis
  let termbase: Termbase
  /// The termbase's terms of both texts, by segment.
  private let sourceTerms: [Int: [TermOccurrence]]
  private let targetTerms: [Int: [TermOccurrence]]

  init(
    analysis: BitextAnalysis, termbase: Termbase, sourceTerms: [TermOccurrence],
    targetTerms: [TermOccurrence]
  ) {
    self.analysis = analysis
    self.termbase = termbase
    self.sourceTerms = Dictionary(grouping: sourceTerms, by: \.segment)
    self.targetTerms = Dictionary(grouping: targetTerms, by: \.segment)
  }

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
    let sources = pairing.source.flatMap { sourceTerms[$0] ?? [] }.filter {
      !analysis.source.isInValue($0)
    }
    var targets = pairing.target.flatMap { targetTerms[$0] ?? [] }.filter {
      !analysis.target.isInValue($0)
    }
    for source in sources {
      guard let index = targets.firstIndex(where: { $0.concept == source.concept }) else {
        continue
      }
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
    let pairs = analysis.evidence.pairs(pairing.source, pairing.target).filter { $0.score >= 0.45 }
    for pair in pairs {
      guard let source = place(pair.source, pairing.source, analysis.source),
        let target = place(pair.target, pairing.target, analysis.target)
      else { continue }
      let kind: AnnotationKind = source.isName && target.isName ? .name : .word
      let isAdded = found.add(
        kind, label: "", source: (source.segment, source.range),
        target: (target.segment, target.range))
      guard !isAdded else { continue }
      // Part of the name is taken (`FN-utsending` is a term): mark the word alone.
      found.add(
        kind, label: "", source: (source.segment, analysis.source.tokens[pair.source].range),
        target: (target.segment, analysis.target.tokens[pair.target].range))
    }
  }

  /// The segment of a token, and the whole name it stands in or the token alone.
  private func place(
    _ token: Int, _ segments: [Int], _ document: AnalysedDocument
  ) -> (segment: Int, range: Range<Int>, isName: Bool)? {
    guard let segment = segments.first(where: { document.tokenRange($0).contains(token) }) else {
      return nil
    }
    let name = document.nameRange(segment).first { document.names[$0].tokens.contains(token) }
    guard let name else { return (segment, document.tokens[token].range, false) }
    return (segment, document.names[name].range, true)
  }
}

/// The annotations of one pairing, kept free of overlaps.
private struct PairingAnnotations {
  let analysis: BitextAnalysis
  var next: Int
  var annotations: [Annotation] = []

  /// Adds a pair; false where something is marked there already.
  @discardableResult
  mutating func add(
    _ kind: AnnotationKind, label: String, source: (segment: Int, range: Range<Int>),
    target: (segment: Int, range: Range<Int>)
  ) -> Bool {
    let left = analysis.source.span(source.segment, source.range)
    let right = analysis.target.span(target.segment, target.range)
    guard isFree(.source, left), isFree(.target, right) else { return false }
    annotations.append(annotation(.source, left, kind, label))
    annotations.append(annotation(.target, right, kind, label))
    next += 1
    return true
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

extension AnalysedDocument {
  /// Whether a term is only part of a value: `mrd.` in `22,5 mrd. dollar`.
  func isInValue(_ term: TermOccurrence) -> Bool {
    valueRange(term.segment).contains {
      let tokens = values[$0].tokens
      return tokens.count > term.tokens.count && tokens.clamped(to: term.tokens) == term.tokens
    }
  }
}
