/// Constraints on what inline elements refer to: data, copies, notes, flows, kept codes.
struct XLIFFReferenceRules {
  let scope: XLIFFUnitScope

  func check(_ violations: inout Violations) {
    let units = Set(
      scope.file.descendants.filter { $0.name == "unit" }.compactMap { $0["id"] })
    for element in scope.inline {
      data(element, &violations)
      copy(element, &violations)
      comment(element, &violations)
      flows(element, units, &violations)
    }
    for element in scope.source where element["canDelete"] == "no" { kept(element, &violations) }
  }

  private func data(_ element: XMLElement, _ violations: inout Violations) {
    for name in ["dataRef", "dataRefStart", "dataRefEnd"] {
      guard let reference = element[name], !scope.data.contains(reference) else { continue }
      violations.add(
        "xliff.dataref", element, "\(name)=\"\(reference)\" names no <data> of \(scope.title)")
    }
  }

  private func copy(_ element: XMLElement, _ violations: inout Violations) {
    guard let reference = element["copyOf"] else { return }
    if ["dataRef", "dataRefStart", "dataRefEnd"].contains(where: { element[$0] != nil }) {
      violations.add(
        "xliff.copyof-data", element,
        "copyOf is for codes without original data, not beside dataRef")
    }
    let bases = scope.inline.filter { $0["id"] == reference }
    guard let base = bases.first else {
      violations.add(
        "xliff.copyof-base", element, "copyOf=\"\(reference)\" names no code of \(scope.title)")
      return
    }
    if ["dataRef", "dataRefStart", "dataRefEnd"].contains(where: { base[$0] != nil }) {
      violations.add(
        "xliff.copyof-base-data", element,
        "the code \"\(reference)\" has original data; refer to the data instead of copying")
    }
    if bases.contains(where: { $0["canCopy"] == "no" }) {
      violations.add(
        "xliff.copyof-cancopy", element, "the code \"\(reference)\" has canCopy=\"no\"")
    }
  }

  /// A comment that refers must refer to a note of the unit.
  private func comment(_ element: XMLElement, _ violations: inout Violations) {
    guard element["type"] == "comment", let reference = element["ref"] else { return }
    let id = reference.split(separator: "n=").last.flatMap {
      reference.contains("#n=") || reference.contains("/n=") ? String($0) : nil
    }
    let notes = scope.unit.elements("notes").flatMap { $0.elements("note") }
    if id == nil || notes.count(where: { $0["id"] == id }) != 1 {
      violations.add(
        "xliff.comment-note", element, "ref=\"\(reference)\" names no note of \(scope.title)")
    }
  }

  private func flows(
    _ element: XMLElement, _ units: Set<String>, _ violations: inout Violations
  ) {
    for name in ["subFlows", "subFlowsStart", "subFlowsEnd"] {
      for id in (element[name] ?? "").split(separator: " ") where !units.contains(String(id)) {
        violations.add("xliff.subflows", element, "\(name) names \"\(id)\", no unit of the file")
      }
    }
  }

  /// A code that may not be deleted has its counterpart in the target of a final segment.
  private func kept(_ element: XMLElement, _ violations: inout Violations) {
    guard let segment = element.segment, !segment.elements("target").isEmpty else { return }
    let targets = XLIFFUnitScope.inline(segment, "target")
    let isKept = targets.contains { other in
      other.name == element.name
        && (element["startRef"].map { other["startRef"] == $0 } ?? (other["id"] == element["id"]))
    }
    guard !isKept else { return }
    let message =
      "<\(element.name)> with canDelete=\"no\" is missing in the target of its segment"
    if segment["state"] == "final" {
      violations.add("xliff.candelete", element, message)
    } else {
      violations.warn("xliff.candelete", element, message)
    }
  }
}
