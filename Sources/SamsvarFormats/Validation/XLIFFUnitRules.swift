/// Constraints on segments: identifiers, languages, states, the order of targets (XLIFF 2.1 section 4.3).
struct XLIFFUnitRules {
  let root: XMLElement
  let scope: XLIFFUnitScope

  func check(_ violations: inout Violations) {
    segmentPresence(&violations)
    identifiers(&violations)
    targetIdentifiers(&violations)
    for segment in scope.segments {
      languages(segment, &violations)
      states(segment, &violations)
    }
    order(&violations)
  }

  private func segmentPresence(_ violations: inout Violations) {
    if !scope.segments.contains(where: { $0.name == "segment" }) {
      violations.add("xliff.unit-segment", scope.unit, "\(scope.title) has no segment")
    }
  }

  /// Segments, ignorables and the inline elements of sources share one set of identifiers.
  private func identifiers(_ violations: inout Violations) {
    var seen: Set<String> = []
    for element in scope.segments + scope.source {
      guard let id = element["id"], !seen.insert(id).inserted else { continue }
      violations.add(
        "xliff.inline-id-unique", element, "the id \"\(id)\" stands twice in \(scope.title)")
    }
  }

  /// An inline element of a target has the identifier of its counterpart in the source, or one of its own.
  private func targetIdentifiers(_ violations: inout Violations) {
    var counts: [String: Int] = [:]
    for element in scope.segments + scope.inline {
      if let id = element["id"] { counts[id, default: 0] += 1 }
    }
    for element in scope.target {
      guard let id = element["id"], let count = counts[id], count > 1 else { continue }
      let partners = element.segment.map { XLIFFUnitScope.inline($0, "source") } ?? []
      let isMirrored = partners.contains { $0["id"] == id && $0.name == element.name }
      if count > 2 || !isMirrored {
        violations.add(
          "xliff.target-id", element,
          "the id \"\(id)\" of <\(element.name)> is neither that of its counterpart in the source nor "
            + "one of its own in \(scope.title)")
      }
    }
  }

  private func languages(_ segment: XMLElement, _ violations: inout Violations) {
    for source in segment.elements("source") {
      sameLanguage(source, root["srcLang"], "xliff.source-lang", "srcLang", &violations)
    }
    for target in segment.elements("target") {
      guard let language = root["trgLang"] else {
        violations.add(
          "xliff.trglang-required", target, "there is a <target>, but <xliff> has no trgLang")
        continue
      }
      sameLanguage(target, language, "xliff.target-lang", "trgLang", &violations)
    }
  }

  /// The language said at an element or inherited from around it must be the document's.
  private func sameLanguage(
    _ element: XMLElement, _ language: String?, _ rule: String, _ name: String,
    _ violations: inout Violations
  ) {
    let scopes = [element] + element.ancestors
    guard let said = scopes.lazy.compactMap({ $0.xml("lang") }).first, let language,
      said.lowercased() != language.lowercased()
    else { return }
    violations.add(
      rule, element, "xml:lang=\"\(said)\" of <\(element.name)> is not \(name)=\"\(language)\"")
  }

  private func states(_ segment: XMLElement, _ violations: inout Violations) {
    if let state = segment["state"], state != "initial", segment.elements("target").isEmpty {
      violations.add(
        "xliff.state-target", segment, "a segment with state=\"\(state)\" wants a <target>")
    }
    if segment["subState"] != nil, segment["state"] == nil {
      violations.add("xliff.substate-state", segment, "subState wants state beside it")
    }
  }

  /// The order of targets: each number once, none beyond the segments, and no conflict with those that have
  /// none and stand at their own place.
  ///
  /// A number that is wrong in itself leaves its right place empty; that is not told a second time.
  private func order(_ violations: inout Violations) {
    let targets = scope.segments.flatMap { $0.elements("target") }
    var seen: Set<Int> = []
    var isSound = true
    for target in targets {
      guard let said = target["order"] else { continue }
      let order = Int(said) ?? 0
      if order < 1 {
        isSound = false
      } else if order > scope.segments.count {
        isSound = false
        violations.add(
          "xliff.order-range", target,
          "order=\"\(order)\" is more than the \(scope.segments.count) segments of \(scope.title)")
      } else if !seen.insert(order).inserted {
        isSound = false
        violations.add("xliff.order-unique", target, "order=\"\(order)\" stands twice")
      }
    }
    if isSound { places(targets, seen, &violations) }
  }

  /// The place that a target leaves is taken by another.
  private func places(
    _ targets: [XMLElement], _ orders: Set<Int>, _ violations: inout Violations
  ) {
    for target in targets where target["order"] != nil {
      let place = scope.segments.firstIndex { $0 === target.parent }.map { $0 + 1 } ?? 0
      if !orders.contains(place) {
        violations.add(
          "xliff.order-complete", target,
          "no <target> of \(scope.title) has order=\"\(place)\", the place this one leaves")
      }
    }
  }
}
