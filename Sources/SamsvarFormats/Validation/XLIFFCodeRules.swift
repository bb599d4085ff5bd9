/// Constraints on inline codes and annotations: pairing, isolation, hints (XLIFF 2.1 sections 4.3.1, 4.7).
struct XLIFFCodeRules {
  let scope: XLIFFUnitScope

  func check(_ violations: inout Violations) {
    for side in scope.sides {
      for element in side {
        switch element.name {
        case "sc": start(element, side, &violations)
        case "ec": end(element, side, &violations)
        case "sm": startMark(element, side, &violations)
        case "em": endMark(element, side, &violations)
        case "cp": character(element, &violations)
        case "pc": pair(element, &violations)
        default: break
        }
        hints(element, &violations)
        if element.name == "mrk" || element.name == "sm" { annotation(element, &violations) }
      }
    }
  }

  private func start(_ sc: XMLElement, _ side: [XMLElement], _ violations: inout Violations) {
    let id = sc["id"] ?? ""
    let all = side.filter { $0.name == "ec" && $0["startRef"] == id }
    let ends = all.filter { $0.number > sc.number }
    if sc["isolated"] == "yes" {
      if !ends.isEmpty {
        violations.add(
          "xliff.sc-isolated", sc, "<sc id=\"\(id)\"> is isolated, but its <ec> stands in the unit")
      }
      return
    }
    // Where the end stands before its start, the end says so.
    if ends.isEmpty, !all.isEmpty { return }
    guard ends.count == 1, let ec = ends.first else {
      violations.add(
        "xliff.sc-end", sc,
        ends.isEmpty
          ? "<sc id=\"\(id)\"> has no <ec> after it in the unit; set isolated=\"yes\" where its end is "
            + "elsewhere" : "<sc id=\"\(id)\"> has \(ends.count) <ec>")
      return
    }
    for name in ["canCopy", "canDelete", "canOverlap"] where sc.hint(name) != ec.hint(name) {
      violations.add("xliff.sc-ec-hints", sc, "\(name) of <sc id=\"\(id)\"> and its <ec> differ")
    }
    let expected = sc.hint("canReorder") == "firstNo" ? "no" : sc.hint("canReorder")
    if ec.hint("canReorder") != expected {
      violations.add(
        "xliff.sc-ec-hints", sc, "canReorder of <sc id=\"\(id)\"> wants \"\(expected)\" at its <ec>"
      )
    }
  }

  private func end(_ ec: XMLElement, _ side: [XMLElement], _ violations: inout Violations) {
    let isIsolated = ec["isolated"] == "yes"
    if isIsolated
      ? ec["id"] == nil || ec["startRef"] != nil : ec["startRef"] == nil || ec["id"] != nil
    {
      violations.add(
        "xliff.ec-id", ec,
        "an isolated <ec> has an id and no startRef, another a startRef and no id")
    }
    if !isIsolated, ec["dir"] != nil {
      violations.add("xliff.ec-dir", ec, "dir belongs to an isolated <ec> only")
    }
    guard !isIsolated, let reference = ec["startRef"] else { return }
    // An isolated start, or two of one identifier, is told at the start.
    let hasStart = side.contains {
      $0.name == "sc" && $0["id"] == reference && $0.number < ec.number
    }
    if !hasStart {
      violations.add("xliff.ec-start", ec, "<ec startRef=\"\(reference)\"> has no <sc> before it")
    }
  }

  private func startMark(_ sm: XMLElement, _ side: [XMLElement], _ violations: inout Violations) {
    // An end before its start is told at the end.
    let hasEnd = side.contains { $0.name == "em" && $0["startRef"] == sm["id"] }
    if !hasEnd { violations.add("xliff.sm-end", sm, "<sm> has no <em> after it in the unit") }
  }

  private func endMark(_ em: XMLElement, _ side: [XMLElement], _ violations: inout Violations) {
    let starts = side.contains {
      $0.name == "sm" && $0["id"] == em["startRef"] && $0.number < em.number
    }
    if !starts { violations.add("xliff.em-start", em, "<em> has no <sm> before it in the unit") }
  }

  /// `cp` is for characters that XML forbids.
  private func character(_ cp: XMLElement, _ violations: inout Violations) {
    guard let hex = cp["hex"], let code = UInt32(hex, radix: 16) else { return }
    let isLegal: Bool =
      switch code {
      case 0x9, 0xA, 0xD, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF:
        true
      default: false
      }
    if isLegal {
      violations.add(
        "xliff.cp-hex", cp, "U+\(hex) is a character that XML allows; write it as it is")
    }
  }

  /// What a `pc` says of both its ends comes in pairs.
  private func pair(_ pc: XMLElement, _ violations: inout Violations) {
    for (name, rule) in [
      ("dataRef", "xliff.dataref-pair"), ("equiv", "xliff.equiv-pair"),
      ("subFlows", "xliff.subflows-pair"),
    ] where (pc[name + "Start"] == nil) != (pc[name + "End"] == nil) {
      violations.add(rule, pc, "\(name)Start and \(name)End of <pc> belong together")
    }
  }

  private func hints(_ element: XMLElement, _ violations: inout Violations) {
    if element["canReorder"] == "no" || element["canReorder"] == "firstNo",
      element["canCopy"] != "no" || element["canDelete"] != "no"
    {
      violations.add(
        "xliff.reorder-hints", element,
        "canReorder=\"\(element.hint("canReorder"))\" wants canCopy and canDelete set to no")
    }
    guard let subType = element["subType"] else { return }
    guard let type = element["type"] else {
      violations.add("xliff.subtype-type", element, "subType wants type beside it")
      return
    }
    let prefix = subType.prefix { $0 != ":" }
    guard prefix == "xlf" else { return }
    let fits =
      switch subType.dropFirst(4) {
      case "b", "i", "u", "lb", "pb": type == "fmt"
      case "var": type == "ui"
      default: false
      }
    if !fits {
      violations.add(
        "xliff.subtype-value", element, "subType=\"\(subType)\" does not go with type=\"\(type)\"")
    }
  }

  private func annotation(_ element: XMLElement, _ violations: inout Violations) {
    switch element["type"] ?? "generic" {
    case "generic":
      // The ITS module leaves `type` out where its own attributes say what the mark is for.
      if element["translate"] == nil, !XLIFFIts.isMark(element) {
        violations.warn(
          "xliff.mrk-translate", element,
          "a generic <\(element.name)> without translate says nothing")
      }
    case "comment":
      if (element["value"] == nil) == (element["ref"] == nil) {
        violations.add(
          "xliff.mrk-comment", element, "a comment has either value or ref, not both and not none")
      }
    case "mtc:match":
      if element["ref"] != nil {
        violations.add("xliff.mrk-match", element, "a match annotation has no ref")
      }
    default: break
    }
  }
}
