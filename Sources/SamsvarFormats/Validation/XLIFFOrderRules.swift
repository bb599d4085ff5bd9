/// Constraints on codes that may not be reordered (XLIFF 2.1 section 4.7.5, editing hints).
///
/// A sequence begins with a code that has `canReorder="firstNo"`; those that follow at once have `no`.
struct XLIFFOrderRules {
  let scope: XLIFFUnitScope

  func check(_ violations: inout Violations) {
    for side in scope.sides { sequence(side.filter(\.isCode), &violations) }
    for segment in scope.segments where !segment.elements("target").isEmpty {
      unchanged(segment, &violations)
    }
  }

  private func sequence(_ codes: [XMLElement], _ violations: inout Violations) {
    var isInSequence = false
    for code in codes {
      switch code.hint("canReorder") {
      case "firstNo": isInSequence = true
      case "no":
        if !isInSequence {
          violations.add(
            "xliff.reorder-first", code,
            "<\(code.name)> with canReorder=\"no\" follows no code with \"firstNo\" or \"no\"")
        }
      default: isInSequence = false
      }
    }
  }

  /// What may not be reordered in the source stands in the same order in the target.
  private func unchanged(_ segment: XMLElement, _ violations: inout Violations) {
    let source = XLIFFUnitScope.inline(segment, "source").filter(\.isCode)
    let target = XLIFFUnitScope.inline(segment, "target").filter(\.isCode)
    for (before, code) in zip(source, source.dropFirst()) where code.hint("canReorder") == "no" {
      let place = target.firstIndex { Self.isSame($0, code) }
      guard let place, place > 0, Self.isSame(target[place - 1], before) else {
        violations.add(
          "xliff.reorder-target", code,
          "a sequence that may not be reordered is changed in the target at <\(code.name)>")
        continue
      }
    }
  }

  private static func isSame(_ left: XMLElement, _ right: XMLElement) -> Bool {
    left.name == right.name && left["id"] == right["id"] && left["startRef"] == right["startRef"]
  }
}
