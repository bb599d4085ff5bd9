package import SamsvarModel
import SamsvarText

/// A number, date or amount in a summary that the linked source sentences do not have.
package struct SummaryValue: Rule {
  package static let id = "summary.value"
  package static let category = FindingCategory.number
  package static let summary =
    "A number, date or amount of the summary is not in the source sentences it rests on."

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard context.isSummary else { return [] }
    return context.pairings.flatMap { pairing -> [Finding] in
      guard !pairing.source.isEmpty else { return [] }
      let linked = context.sourceValues(pairing)
      return context.targetValues(pairing).compactMap { place in
        finding(context, pairing, place, linked)
      }
    }
  }

  private func finding(
    _ context: CheckContext, _ pairing: Pairing, _ place: ValuePairing.Place,
    _ linked: [ValuePairing.Place]
  ) -> Finding? {
    let agreements = linked.map { place.value.agreement(with: $0.value) }
    guard !agreements.contains(where: { $0 >= .compatible }) else { return nil }
    let summaryValues = context.targetValues(pairing).map(\.value)
    // What the source says instead: a value of the same kind that the summary does not have.
    let rival = zip(agreements, linked).filter { agreement, source in
      agreement > .unrelated && source.value.isDefinite
        && source.value.readings[0].kind == place.value.readings[0].kind
        && !summaryValues.contains { source.value.agreement(with: $0) >= .compatible }
    }.max { $0.0 < $1.0 }
    guard place.value.standsOut || rival != nil && place.value.isDefinite
    else { return nil }
    let span = context.target.span(place.segment, place.value.range)
    let source = rival.map { context.source.span($0.1.segment, $0.1.value.range) }
    let unit = rival?.0 == .unitDiffers
    return context.finding(
      Self.self, .error, in: pairing, category: unit ? .unit : place.value.category,
      source: source, target: span,
      message: rival == nil
        ? "\"\(span.text)\" is not in the linked source sentences"
        : "\"\(span.text)\" where the source says \"\(source?.text ?? "")\"",
      reason: rival.map {
        "the source says \($0.1.value.inWords), the summary \(place.value.inWords)"
      } ?? "no value there equals \(place.value.inWords)")
  }
}
