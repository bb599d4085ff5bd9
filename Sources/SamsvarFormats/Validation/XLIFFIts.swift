/// Constraints of the ITS module of XLIFF 2.1 (section 5.9).
enum XLIFFIts {
  private static let categories: Set<Substring> = [
    "allowed-characters", "directionality", "domain", "elements-within-text", "external-resource",
    "id-value", "language-information", "locale-filter", "localization-note",
    "localization-quality-issue", "localization-quality-rating", "mt-confidence", "preserve-space",
    "provenance", "storage-size", "target-pointer", "terminology", "text-analysis", "translate",
  ]
  private static let provenance = [
    "org", "orgRef", "person", "personRef", "revOrg", "revOrgRef", "revPerson", "revPersonRef",
    "revTool", "revToolRef", "tool", "toolRef",
  ]
  /// Attributes that want a mark to be `its:generic` where it says its type.
  private static let markAttributes: Set<String> = [
    "annotatorsRef", "locQualityIssuesRef", "locQualityRatingScore", "locQualityRatingVote",
    "taIdentRef", "taSource", "taIdent", "taClassRef", "lang", "mtConfidence",
    "provenanceRecordsRef", "allowedCharacters", "localeFilterList",
  ]

  static func check(_ root: XMLElement, _ violations: inout Violations) {
    for element in [root] + root.descendants {
      let own = element.attributes.filter {
        $0.namespace == XLIFFNamespace.its || $0.namespace == XLIFFNamespace.itsm
      }
      if !own.isEmpty { version(element, &violations) }
      if element.name == "mrk" || element.name == "sm" { mark(element, &violations) }
      ratings(element, &violations)
      if let references = element["annotatorsRef", XLIFFNamespace.its] {
        annotators(references, element, &violations)
      }
      if element.namespace == XLIFFNamespace.its { records(element, &violations) }
      if element.namespace == XLIFFNamespace.core, element.name == "unit" {
        recordIDs(element, &violations)
      }
    }
  }

  /// Whether an element carries attributes of the ITS module.
  static func isMark(_ element: XMLElement) -> Bool {
    element.attributes.contains {
      $0.namespace == XLIFFNamespace.its && $0.name != "version"
        || $0.namespace == XLIFFNamespace.itsm
    }
  }

  private static func version(_ element: XMLElement, _ violations: inout Violations) {
    let scopes = [element] + element.ancestors
    if !scopes.contains(where: { $0["version", XLIFFNamespace.its] != nil }) {
      violations.add("its.version", element, "its:version is missing here and around")
    }
  }

  private static func mark(_ mark: XMLElement, _ violations: inout Violations) {
    func has(_ names: String...) -> Bool {
      names.contains { mark[$0, XLIFFNamespace.its] != nil }
    }
    let isITS = mark.attributes.contains {
      $0.namespace == XLIFFNamespace.its && markAttributes.contains($0.name)
        || $0.namespace == XLIFFNamespace.itsm
    }
    if isITS, let type = mark["type"], type != "its:generic" {
      violations.add("its.mark-type", mark, "a mark with ITS attributes has type=\"its:generic\"")
    }
    if has("locQualityIssuesRef"),
      has(
        "locQualityIssueType", "locQualityIssueComment", "locQualityIssueSeverity",
        "locQualityIssueProfileRef", "locQualityIssueEnabled")
    {
      violations.add(
        "its.issue-ref", mark, "its:locQualityIssuesRef stands instead of an issue, not beside it")
    }
    if has("locQualityRatingScore"), has("locQualityRatingVote") {
      violations.add("its.rating", mark, "a rating is a score or a vote, not both")
    }
    if has("taIdentRef"), has("taSource", "taIdent") {
      violations.add("its.ta-ident", mark, "its:taIdentRef stands instead of taSource and taIdent")
    }
    if has("taSource") != has("taIdent") {
      violations.add("its.ta-pair", mark, "its:taSource and its:taIdent belong together")
    }
    if has("provenanceRecordsRef"),
      provenance.contains(where: { mark[$0, XLIFFNamespace.its] != nil })
    {
      violations.add(
        "its.provenance-ref", mark, "its:provenanceRecordsRef stands instead of a record")
    }
    issueReference(mark, &violations)
  }

  private static func issueReference(_ mark: XMLElement, _ violations: inout Violations) {
    guard let reference = mark["locQualityIssuesRef", XLIFFNamespace.its],
      let unit = mark.ancestor("unit")
    else { return }
    let lists = unit.descendants.filter { $0.name == "locQualityIssues" }
    let id = reference.hasPrefix("#its=") ? String(reference.dropFirst(5)) : nil
    if id == nil || lists.count(where: { ($0.xml("id") ?? $0["id"]) == id }) != 1 {
      violations.add(
        "its.issue-target", mark, "\"\(reference)\" names no <its:locQualityIssues> of the unit")
    }
  }

  private static func ratings(_ element: XMLElement, _ violations: inout Violations) {
    for name in ["Score", "Vote"] {
      let rating = "locQualityRating\(name)"
      guard element["\(rating)Threshold", XLIFFNamespace.its] != nil else { continue }
      let scopes = [element] + element.ancestors
      if !scopes.contains(where: { $0[rating, XLIFFNamespace.its] != nil }) {
        violations.add(
          "its.rating-threshold", element, "its:\(rating)Threshold wants its:\(rating)")
      }
    }
  }

  private static func annotators(
    _ references: String, _ element: XMLElement, _ violations: inout Violations
  ) {
    var seen: Set<Substring> = []
    for part in references.split(separator: " ") {
      let name = part.prefix { $0 != "|" }
      let hasTool = part.contains("|") && !part.hasSuffix("|") && !name.isEmpty
      if !hasTool {
        violations.add(
          "its.annotators-form", element, "its:annotatorsRef wants category|tool without blanks")
      } else if !categories.contains(name) {
        violations.add("its.annotators-category", element, "ITS has no data category \"\(name)\"")
      } else if !seen.insert(name).inserted {
        violations.add("its.annotators-once", element, "the data category \"\(name)\" stands twice")
      }
    }
  }

  private static func records(_ element: XMLElement, _ violations: inout Violations) {
    if element.name == "locQualityIssue",
      element["locQualityIssueType"] == nil, element["locQualityIssueComment"] == nil
    {
      violations.add("its.issue-content", element, "an issue has a type or a comment")
    }
    if element.name == "provenanceRecord", !provenance.contains(where: { element[$0] != nil }) {
      violations.add("its.provenance-content", element, "a provenance record says who or what")
    }
  }

  private static func recordIDs(_ unit: XMLElement, _ violations: inout Violations) {
    var seen: Set<String> = []
    for element in unit.descendants
    where element.name == "locQualityIssues" || element.name == "provenanceRecords" {
      guard let id = element.xml("id") ?? element["id"], !seen.insert(id).inserted else { continue }
      violations.add("its.record-id-unique", element, "the id \"\(id)\" stands twice in the unit")
    }
  }
}
