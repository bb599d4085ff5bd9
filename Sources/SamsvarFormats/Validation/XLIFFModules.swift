/// Constraints of the translation candidates, glossary, metadata and format style modules.
enum XLIFFModules {
  static func check(_ root: XMLElement, _ violations: inout Violations) {
    for element in root.descendants {
      switch (element.namespace, element.name) {
      case (XLIFFNamespace.matches, "matches"): matches(element, &violations)
      case (XLIFFNamespace.glossary, "glossary"): glossary(element, &violations)
      case (XLIFFNamespace.metadata, "metadata"): metadata(element, &violations)
      default: formatStyle(element, &violations)
      }
    }
  }

  private static func matches(_ matches: XMLElement, _ violations: inout Violations) {
    let unit = matches.ancestor("unit")
    var seen: Set<String> = []
    for match in matches.elements("match") {
      if let id = match["id"], !seen.insert(id).inserted {
        violations.add(
          "matches.id-unique", match, "the id \"\(id)\" stands twice among the matches")
      }
      if match["subType"] != nil, match["type"] == nil {
        violations.add("matches.subtype-type", match, "subType wants type beside it")
      }
      spanReference(match, unit, "matches.ref", &violations)
      candidate(match, &violations)
    }
  }

  /// The texts of a candidate are a small unit of their own.
  private static func candidate(_ match: XMLElement, _ violations: inout Violations) {
    let order = match.elements.filter { $0.namespace == XLIFFNamespace.core }.map(\.name)
    if order.filter({ $0 == "source" }).count != 1 || order.filter({ $0 == "target" }).count != 1 {
      violations.add("matches.content", match, "a match has one <source> and one <target>")
    }
    let data = match.elements("originalData").flatMap { $0.elements("data") }.compactMap {
      $0["id"]
    }
    if Set(data).count != data.count {
      violations.add("matches.data-id-unique", match, "an id of <data> stands twice in the match")
    }
    var ids: [String: [XMLElement]] = [:]
    for side in ["source", "target"] {
      let inline = match.elements(side).flatMap(\.descendants)
      var own: Set<String> = []
      for element in inline {
        if let id = element["id"] {
          if !own.insert(id).inserted {
            violations.add("matches.inline-id-unique", element, "the id \"\(id)\" stands twice")
          } else if side == "target", let other = ids[id]?.first, other.name != element.name {
            violations.add(
              "matches.target-id", element, "the id \"\(id)\" is that of another element")
          }
          ids[id, default: []].append(element)
        }
        references(element, data, inline, &violations)
      }
    }
  }

  private static func references(
    _ element: XMLElement, _ data: [String], _ inline: [XMLElement],
    _ violations: inout Violations
  ) {
    for name in ["dataRef", "dataRefStart", "dataRefEnd"] {
      if let reference = element[name], !data.contains(reference) {
        violations.add("matches.dataref", element, "\(name) names no <data> of the match")
      }
    }
    if element.name == "pc", (element["dataRefStart"] == nil) != (element["dataRefEnd"] == nil) {
      violations.add("matches.dataref-pair", element, "dataRefStart and dataRefEnd belong together")
    }
    if element.name == "sc", element["isolated"] != "yes",
      !inline.contains(where: { $0.name == "ec" && $0["startRef"] == element["id"] })
    {
      violations.add("matches.sc-end", element, "<sc> has no <ec> in the match")
    }
    if element.name == "sm",
      !inline.contains(where: { $0.name == "em" && $0["startRef"] == element["id"] })
    {
      violations.add("matches.sm-end", element, "<sm> has no <em> in the match")
    }
  }

  /// `#id` or `id` names a segment or an inline element of the unit.
  private static func spanReference(
    _ element: XMLElement, _ unit: XMLElement?, _ rule: String, _ violations: inout Violations
  ) {
    guard let reference = element["ref"], let unit else { return }
    let id = reference.split(separator: "#").last.map(String.init) ?? ""
    let tail = id.split(separator: "/").last.map(String.init) ?? ""
    let name = tail.hasPrefix("t=") ? String(tail.dropFirst(2)) : tail
    let segments = unit.elements("segment") + unit.elements("ignorable")
    let spans = segments + segments.flatMap { $0.elements.flatMap(\.descendants) }
    if !spans.contains(where: { $0["id"] == name }) {
      violations.add(rule, element, "ref=\"\(reference)\" names no text of the unit")
    }
  }

  private static func glossary(_ glossary: XMLElement, _ violations: inout Violations) {
    let unit = glossary.ancestor("unit")
    var seen: Set<String> = []
    for entry in glossary.elements("glossEntry") {
      if entry.elements("translation").isEmpty, entry.elements("definition").isEmpty {
        violations.add(
          "glossary.entry", entry, "a <glossEntry> wants a <translation> or a <definition>")
      }
      for element in [entry] + entry.elements("translation") {
        if let id = element["id"], !seen.insert(id).inserted {
          violations.add("glossary.id-unique", element, "the id \"\(id)\" stands twice")
        }
        spanReference(element, unit, "glossary.ref", &violations)
      }
    }
  }

  private static func metadata(_ metadata: XMLElement, _ violations: inout Violations) {
    var seen: Set<String> = []
    for element in [metadata] + metadata.descendants {
      guard let id = element["id"], !seen.insert(id).inserted else { continue }
      violations.add("metadata.id-unique", element, "the id \"\(id)\" stands twice in the metadata")
    }
  }

  private static let styleNamespace = "urn:oasis:names:tc:xliff:fs:2.0"

  private static func formatStyle(_ element: XMLElement, _ violations: inout Violations) {
    if element["subFs", styleNamespace] != nil, element["fs", styleNamespace] == nil {
      violations.add("fs.subfs-fs", element, "fs:subFs wants fs:fs beside it")
    }
  }
}
