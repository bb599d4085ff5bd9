package import SamsvarModel
import SamsvarText

/// A number, date or amount in a summary that the article does not have in its place.
///
/// A value is supported when an equal one stands in the linked sentences. Where one stands only
/// elsewhere, its surroundings decide: it is in conflict when a value of its kind in the linked
/// sentences, which the summary does not have, fits them better. A value that stands nowhere is not
/// found, unless it may be a count of what the article lists.
package struct SummaryValue: Rule {
  package static let id = "summary.value"
  package static let category = FindingCategory.number
  package static let summary =
    "A number, date or amount of the summary is not in the source sentences it rests on."

  /// By how much a rival must fit better than the same value beside the linked sentences.
  private static let margin: Float = 0.3
  /// By how much a rival must fit better than the same value in the linked sentences themselves.
  private static let surplus: Float = 1
  /// How alike the surroundings of a rival outside the linked sentences must be.
  private static let farLikeness: Float = 1
  /// Counts up to this, in words, may be counted by the writer.
  private static let countable = 20.0

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard context.isSummary else { return [] }
    let everywhere = (0..<context.source.count).flatMap { segment in
      context.source.valueRange(segment).map {
        (segment: segment, value: context.source.values[$0])
      }
    }
    return SummaryView.all(context).flatMap { findings($0, everywhere) }
  }

  private func findings(
    _ view: SummaryView, _ everywhere: [ValuePairing.Place]
  ) -> [Finding] {
    let linked = view.context.sourceValues(view.pairing)
    let summary = view.context.targetValues(view.pairing)
    let open = linked.filter { source in
      source.value.isDefinite && !summary.contains { agrees(source, $0, view) }
    }
    let swapped = swapped(summary, linked, view)
    let missing = summary.filter { place in !linked.contains { agrees($0, place, view) } }
    let taken = missing.compactMap { rival(of: $0, among: open, view)?.place.value.range }
    return summary.compactMap { place in
      guard place.value.isDefinite, !isName(place.value, view) else { return nil }
      let own = linked.filter { agrees($0, place, view) }
      if let other = swapped[place.value.range] { return exchanged(view, place, other) }
      guard own.isEmpty else {
        let rest = open.filter { !taken.contains($0.value.range) }
        return misplaced(view, place, rival(of: place, among: rest, view), own)
      }
      if Derivation.holds(place.value, from: linked.map(\.value)) { return nil }
      let rival =
        rival(of: place, among: open, view) ?? farRival(of: place, among: everywhere, view)
      return finding(
        view, place, rival, elsewhere: everywhere.filter { agrees($0, place, view) },
        isOnly: summary.count { $0.value.category == place.value.category } == 1)
    }
  }

  /// Whether a value of the article bears out one of the summary.
  private func agrees(
    _ article: ValuePairing.Place, _ summary: ValuePairing.Place, _ view: SummaryView
  ) -> Bool {
    SummarySupport.holds(article.value, summary.value, in: view.context.source)
  }

  /// `Theresa May`, `April Jones`: a month may be a name.
  private func isName(_ value: ValueMention, _ view: SummaryView) -> Bool {
    let target = view.context.target
    guard value.category == .date, !value.hasDigits, value.tokens.count == 1 else { return false }
    let before = value.tokens.lowerBound - 1
    let followsName =
      view.tokens.contains(before) && target.tokens[before].shape.contains(.capitalised)
      && !target.isStopWord[Int(target.tokens[before].word)]
    return followsName || target.isNameWord[Int(target.tokens[value.tokens.lowerBound].word)]
  }

  // MARK: - Rivals

  /// A value of the linked sentences that may stand for one of the summary.
  private struct Rival {
    var place: ValuePairing.Place
    var agreement: ValueAgreement
    var likeness: Float
    /// Whether it is written as the summary's value is, in digits or in words.
    var isWrittenAlike = false

    /// A number in words is a poor match for one in digits.
    var fit: Float { likeness + (isWrittenAlike ? 0.5 : 0) }
  }

  /// The value of the same kind that the summary lacks and that fits best.
  private func rival(
    of place: ValuePairing.Place, among open: [ValuePairing.Place], _ view: SummaryView
  ) -> Rival? {
    open.compactMap { source -> Rival? in
      let agreement = source.value.agreement(with: place.value)
      guard agreement > .unrelated, isComparable(source.value, place.value) else { return nil }
      return Rival(
        place: source, agreement: agreement,
        likeness: view.likeness(source.value.tokens, place.value.tokens),
        isWrittenAlike: source.value.hasDigits == place.value.hasDigits)
    }.max { ($0.agreement, $0.fit) < ($1.agreement, $1.fit) }
  }

  /// The value outside the linked sentences whose surroundings are most alike.
  ///
  /// A wrong value breaks the link to the sentence that has the right one.
  private func farRival(
    of place: ValuePairing.Place, among everywhere: [ValuePairing.Place], _ view: SummaryView
  ) -> Rival? {
    guard place.value.standsOut else { return nil }
    return everywhere.compactMap { source -> Rival? in
      let agreement = source.value.agreement(with: place.value)
      guard source.value.isDefinite, agreement == .conflict,
        isComparable(source.value, place.value), !view.pairing.source.contains(source.segment)
      else { return nil }
      let likeness = view.likeness(source.value.tokens, in: source.segment, place.value.tokens)
      return likeness < Self.farLikeness
        ? nil : Rival(place: source, agreement: agreement, likeness: likeness)
    }.max { $0.likeness < $1.likeness }
  }

  /// A plain number is no rival of an amount or date that only happens to hold one.
  private func isComparable(_ a: ValueMention, _ b: ValueMention) -> Bool {
    let kinds = (a.readings[0].kind, b.readings[0].kind)
    return kinds.0 == kinds.1 || a.agreement(with: b) == .unitDiffers
      || [kinds.0, kinds.1].allSatisfy { [.date, .year, .period].contains($0) }
  }

  // MARK: - Exchanged values

  /// The two values that the summary most clearly has in each other's place, by range: the source
  /// value that stands where each should.
  private func swapped(
    _ summary: [ValuePairing.Place], _ linked: [ValuePairing.Place], _ view: SummaryView
  ) -> [Range<Int>: ValuePairing.Place] {
    let pairs = summary.compactMap {
      place -> (place: ValuePairing.Place, own: ValuePairing.Place)? in
      let own = linked.filter { $0.value.agreement(with: place.value) == .equal }
      guard own.count == 1, place.value.isDefinite, place.value.hasDigits else { return nil }
      return (place, own[0])
    }
    var result: [Range<Int>: ValuePairing.Place] = [:]
    var best: Float = Self.surplus
    for (index, one) in pairs.enumerated() {
      for other in pairs[(index + 1)...]
      where one.own.value.agreement(with: other.place.value) == .conflict
        && isComparable(one.own.value, other.place.value)
      {
        func likeness(_ a: ValuePairing.Place, _ b: ValuePairing.Place) -> Float {
          view.likeness(a.value.tokens, b.value.tokens)
        }
        let straight = likeness(one.own, one.place) + likeness(other.own, other.place)
        let crossed = likeness(other.own, one.place) + likeness(one.own, other.place)
        guard crossed - straight > best else { continue }
        best = crossed - straight
        result = [one.place.value.range: other.own, other.place.value.range: one.own]
      }
    }
    return result
  }

  private func exchanged(
    _ view: SummaryView, _ place: ValuePairing.Place, _ source: ValuePairing.Place
  ) -> Finding {
    view.finding(
      Self.self, category: place.value.category, at: place.value.tokens,
      source: view.context.source.span(source.segment, source.value.range),
      reason: "the source has \(source.value.inWords) here and \(place.value.inWords) elsewhere")
  }

  // MARK: - Verdicts

  /// A value that the linked sentences have, but in another place than the summary.
  private func misplaced(
    _ view: SummaryView, _ place: ValuePairing.Place, _ rival: Rival?, _ own: [ValuePairing.Place]
  ) -> Finding? {
    guard let rival else { return nil }
    let best = own.map { view.likeness($0.value.tokens, place.value.tokens) }.max() ?? 0
    return rival.likeness > best + Self.surplus ? conflict(view, place, rival) : nil
  }

  private func finding(
    _ view: SummaryView, _ place: ValuePairing.Place, _ rival: Rival?,
    elsewhere: [ValuePairing.Place], isOnly: Bool
  ) -> Finding? {
    if elsewhere.isEmpty {
      if isCount(place.value, view, rival) { return nil }
      if let rival { return conflict(view, place, rival) }
      return place.value.standsOut ? notFound(view, place) : nil
    }
    guard let rival else { return nil }
    let near = view.nearSegments
    let best =
      elsewhere.map { other in
        view.likeness(other.value.tokens, in: other.segment, place.value.tokens)
          + (near.contains(other.segment) ? Self.margin : 0)
      }.max() ?? 0
    return rival.likeness > best || isOnly && best == 0 ? conflict(view, place, rival) : nil
  }

  /// Whether a small number in words may be the length of a list in the article.
  private func isCount(_ value: ValueMention, _ view: SummaryView, _ rival: Rival?) -> Bool {
    let reading = value.readings[0]
    guard reading.kind == .number, !value.hasDigits, reading.low == reading.low.rounded(),
      reading.low <= Self.countable
    else { return false }
    if rival == nil { return true }
    return (view.pairing.source + view.nearSegments).contains {
      Enumeration.lengths(view.context.source, $0, view.context.sourceData)
        .contains(Int(reading.low))
    }
  }

  private func conflict(
    _ view: SummaryView, _ place: ValuePairing.Place, _ rival: Rival
  ) -> Finding {
    let source = view.context.source.span(rival.place.segment, rival.place.value.range)
    return view.finding(
      Self.self, category: category(place.value, rival), at: place.value.tokens, source: source,
      reason:
        "the source says \(rival.place.value.inWords), the summary \(place.value.inWords)")
  }

  private func notFound(_ view: SummaryView, _ place: ValuePairing.Place) -> Finding {
    view.finding(
      Self.self, category: place.value.category, at: place.value.tokens,
      reason: "no value in the article equals \(place.value.inWords)")
  }

  /// Million for billion and feet for inches are a matter of the unit.
  private func category(_ value: ValueMention, _ rival: Rival) -> FindingCategory {
    if rival.agreement == .unitDiffers { return .unit }
    let (said, right) = (value.readings[0], rival.place.value.readings[0])
    guard said.low > 0, right.low > 0, value.category == .number else { return value.category }
    return UnitSlip.isLikely(said, for: right) ? .unit : value.category
  }
}

extension SummaryValue {
  package static let documentation = RuleDocumentation(
    """
    A number, date or amount is supported when an equal one stands in the linked sentences.
    Where one stands only elsewhere in the article, its surroundings decide: it is in conflict
    when a value of its kind in the linked sentences, which the summary does not have, fits
    them better. A value that stands nowhere is not found, unless it may be a count of what
    the article lists. The category says which it is: number, date or unit.
    """,
    examples: [
      .finds(
        "83",
        "Bedriften i Oslo sa opp 38 ansatte torsdag.",
        "The company in Oslo dismissed 83 employees on Thursday."
      ).asSummary(),
      .leaves(
        "Bedriften i Oslo sa opp 38 ansatte torsdag.",
        "The company in Oslo dismissed 38 employees on Thursday."
      ).asSummary(),
    ])
}
