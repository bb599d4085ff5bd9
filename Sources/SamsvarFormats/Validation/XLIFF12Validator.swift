/// Checks XLIFF 1.2: the parts of the strict schema that hold texts, and its keys.
enum XLIFF12Validator {
  private static let states: Set<String> = [
    "final", "needs-adaptation", "needs-l10n", "needs-review-adaptation", "needs-review-l10n",
    "needs-review-translation", "needs-translation", "new", "signed-off", "translated",
  ]
  private static let dataTypes: Set<String> = [
    "asp", "c", "cdf", "cfm", "cpp", "csharp", "cstring", "csv", "database", "documentfooter",
    "documentheader", "filedialog", "form", "html", "htmlbody", "ini", "interleaf", "javaclass",
    "javapropertyresourcebundle", "javalistresourcebundle", "javascript", "jscript", "layout",
    "lisp", "margin", "menufile", "messagefile", "mif", "mimetype", "mo", "msglib", "pagefooter",
    "pageheader", "parameters", "pascal", "php", "plaintext", "po", "report", "resources", "resx",
    "rtf", "sgml", "sgmldtd", "svg", "tbx", "tts", "unknown", "vbscript", "winres", "xhtml", "xml",
    "xmldtd", "xsl", "xul",
  ]
  private static let inline: Set<String> = [
    "g", "x", "bx", "ex", "bpt", "ept", "ph", "it", "mrk", "sub",
  ]
  /// The children of each element, in order where that matters.
  private static let parts: [String: [ElementSchema.Part]] = [
    "xliff": [.init("*"), .init("file", minimum: 1), .init("*")],
    "file": [.init("header", maximum: 1), .init("body", minimum: 1, maximum: 1), .init("*")],
    "body": [.init("group", "trans-unit", "bin-unit")],
    "trans-unit": [
      .init("source", minimum: 1, maximum: 1), .init("seg-source", maximum: 1),
      .init("target", maximum: 1), .init("context-group", "count-group", "note", "alt-trans"),
      .init("*"),
    ],
  ]
  private static let required: [String: [String]] = [
    "xliff": ["version"], "file": ["original", "source-language", "datatype"],
    "trans-unit": ["id"], "bin-unit": ["id", "mime-type"], "g": ["id"], "x": ["id"],
    "bx": ["id"], "ex": ["id"], "bpt": ["id"], "ept": ["id"], "ph": ["id"], "it": ["id", "pos"],
    "mrk": ["mtype"],
  ]

  /// What a document does wrong.
  static func violations(_ root: XMLElement) -> [Violation] {
    var violations = Violations()
    guard root.name == "xliff" else {
      violations.add("xliff12.root", root, "the root element is not <xliff>")
      return violations.found
    }
    if root.namespace != XLIFFNamespace.old {
      violations.add("xliff12.namespace", root, "the namespace is not that of XLIFF 1.2")
    }
    if root["version"] != "1.2" {
      violations.add("xliff12.version", root, "the version is not 1.2")
    }
    for element in [root] + root.descendants where element.namespace == root.namespace {
      structure(element, &violations)
      values(element, &violations)
      if element.name == "file" { file(element, &violations) }
      if element.name == "trans-unit" { unit(element, &violations) }
    }
    return violations.found
  }

  private static func structure(_ element: XMLElement, _ violations: inout Violations) {
    for name in required[element.name] ?? [] where element[name] == nil {
      violations.add("xliff12.schema", element, "<\(element.name)> lacks the attribute \(name)")
    }
    if let parts = parts[element.name] {
      var schema = ElementSchema()
      schema.parts = parts
      schema.foreign = ["*"]
      for attribute in element.attributes { schema.attributes[attribute.name] = .any }
      schema.check(element, "xliff12.schema", into: &violations)
    }
    if ["source", "target", "seg-source"].contains(element.name) {
      for child in element.elements
      where child.namespace == element.namespace && !inline.contains(child.name) {
        violations.add(
          "xliff12.schema", child, "<\(child.name)> may not stand in <\(element.name)>")
      }
    }
  }

  private static func values(_ element: XMLElement, _ violations: inout Violations) {
    func check(_ name: String, _ allowed: Set<String>, _ rule: String) {
      guard let value = element[name], !allowed.contains(value), !value.hasPrefix("x-") else {
        return
      }
      violations.add(
        rule, element, "\(name)=\"\(value)\" is none of the standard's; begin own ones with x-")
    }
    if element.name == "target" { check("state", states, "xliff12.state") }
    check("datatype", dataTypes, "xliff12.datatype")
    if element.name == "it", let pos = element["pos"], pos != "open", pos != "close" {
      violations.add("xliff12.pos", element, "pos=\"\(pos)\" is neither open nor close")
    }
    for name in ["source-language", "target-language"] {
      if let value = element[name], !LanguageCode.isWellFormed(value) {
        violations.add("xliff12.language", element, "\(name)=\"\(value)\" is no language tag")
      }
    }
    if let value = element.xml("lang"), !LanguageCode.isWellFormed(value) {
      violations.add("xliff12.language", element, "xml:lang=\"\(value)\" is no language tag")
    }
  }

  private static func file(_ file: XMLElement, _ violations: inout Violations) {
    var seen: Set<String> = []
    for unit in file.descendants where unit.name == "trans-unit" || unit.name == "bin-unit" {
      guard let id = unit["id"], !seen.insert(id).inserted else { continue }
      violations.add("xliff12.id-unique", unit, "the id \"\(id)\" stands twice in the file")
    }
  }

  private static func unit(_ unit: XMLElement, _ violations: inout Violations) {
    let file = unit.ancestor("file")
    if let target = unit.elements("target").first, target.xml("lang") == nil,
      file?["target-language"] == nil
    {
      violations.add(
        "xliff12.target-language", target, "there is a <target>, but <file> has no target-language")
    }
    let sources = segments(unit.elements("seg-source").first)
    let targets = segments(unit.elements("target").first)
    for (name, mids) in [("seg-source", sources), ("target", targets)]
    where Set(mids).count != mids.count {
      violations.add("xliff12.mid-unique", unit, "a mid stands twice in <\(name)>")
    }
    if !sources.isEmpty, let missing = targets.first(where: { !sources.contains($0) }) {
      violations.add(
        "xliff12.mid-source", unit, "mid=\"\(missing)\" of the target is not in <seg-source>")
    }
  }

  private static func segments(_ element: XMLElement?) -> [String] {
    (element?.descendants ?? []).filter { $0.name == "mrk" && $0["mtype"] == "seg" }
      .compactMap { $0["mid"] }
  }
}
