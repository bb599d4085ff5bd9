/// Checks the core structure of TBX v3 (ISO 30042:2019): what stands where, in which order.
enum TBXValidator {
  private typealias Part = ElementSchema.Part
  private static let namespace = "urn:iso:std:iso:30042:ed-2"
  /// What a level may say beside its own elements.
  private static let remarks: Set<String> = [
    "descrip", "descripGrp", "admin", "adminGrp", "transacGrp", "note", "ref", "xref",
  ]
  private static let parts: [String: [ElementSchema.Part]] = [
    "tbx": [Part("tbxHeader", minimum: 1, maximum: 1), Part("text", minimum: 1, maximum: 1)],
    "tbxHeader": [
      Part("fileDesc", minimum: 1, maximum: 1), Part("encodingDesc", maximum: 1),
      Part("revisionDesc", maximum: 1),
    ],
    "fileDesc": [
      Part("titleStmt", maximum: 1), Part("publicationStmt", maximum: 1),
      Part("sourceDesc", minimum: 1),
    ],
    "text": [Part("body", minimum: 1, maximum: 1), Part("back", maximum: 1)],
    "body": [Part("conceptEntry", minimum: 1)],
  ]

  /// What a document does wrong.
  static func violations(_ root: XMLElement) -> [Violation] {
    var violations = Violations()
    guard root.name == "tbx" else {
      violations.add(
        "tbx.root", root,
        root.name == "martif"
          ? "this is TBX of 2008 (martif); v3 has <tbx>" : "the root is not <tbx>")
      return violations.found
    }
    if root.namespace != namespace {
      violations.add("tbx.namespace", root, "the namespace is not \(namespace)")
    }
    header(root, &violations)
    var ids: Set<String> = []
    for element in [root] + root.descendants where element.namespace == root.namespace {
      if let parts = parts[element.name] {
        var schema = ElementSchema()
        schema.parts = parts
        schema.foreign = ["*"]
        for attribute in element.attributes { schema.attributes[attribute.name] = .any }
        schema.check(element, "tbx.order", into: &violations)
      }
      if let id = element["id"] { identifier(id, element, &ids, &violations) }
      level(element, &violations)
    }
    return violations.found
  }

  private static func header(_ root: XMLElement, _ violations: inout Violations) {
    if root["type"]?.hasPrefix("TBX-") != true {
      violations.add("tbx.type", root, "type must name a dialect: TBX-Basic, TBX-Min, …")
    }
    if !["dca", "dct"].contains(root["style"] ?? "") {
      violations.add("tbx.style", root, "style must be dca or dct")
    }
    if root.xml("lang") == nil { violations.add("tbx.lang", root, "<tbx> lacks xml:lang") }
  }

  private static func identifier(
    _ id: String, _ element: XMLElement, _ ids: inout Set<String>, _ violations: inout Violations
  ) {
    let first = id.unicodeScalars.first
    if !TokenIDs.isToken(id) || first.map({ "0123456789-.".unicodeScalars.contains($0) }) ?? true {
      violations.add(
        "tbx.id-form", element, "id=\"\(id)\" must begin with a letter and hold no blank")
    }
    if !ids.insert(id).inserted {
      violations.add("tbx.id-unique", element, "the id \"\(id)\" stands twice")
    }
  }

  private static func level(_ element: XMLElement, _ violations: inout Violations) {
    let inner: String
    switch element.name {
    case "conceptEntry":
      inner = "langSec"
      if element["id"] == nil { violations.add("tbx.id", element, "<conceptEntry> lacks id") }
    case "langSec":
      inner = "termSec"
      language(element, &violations)
    case "termSec":
      term(element, &violations)
      return
    default: return
    }
    let own = element.elements.filter { $0.namespace == element.namespace }
    if !own.contains(where: { $0.name == inner }) {
      violations.add("tbx.order", element, "<\(element.name)> has no <\(inner)>")
    }
    var isInside = false
    for child in own {
      if child.name == inner {
        isInside = true
      } else if !remarks.contains(child.name) {
        violations.add("tbx.order", child, "<\(child.name)> may not stand in <\(element.name)>")
      } else if isInside {
        violations.add("tbx.order", child, "<\(child.name)> must stand before <\(inner)>")
      }
    }
  }

  private static func language(_ section: XMLElement, _ violations: inout Violations) {
    guard let code = section.xml("lang") else {
      violations.add("tbx.lang", section, "<langSec> lacks xml:lang")
      return
    }
    if !LanguageCode.isWellFormed(code) {
      violations.add("tbx.lang", section, "xml:lang=\"\(code)\" is no language tag")
    }
    let siblings = section.parent?.elements("langSec") ?? []
    if siblings.first(where: { $0.xml("lang") == code }) !== section {
      violations.warn(
        "tbx.lang-once", section, "the concept has two sections for \(code); merge them")
    }
  }

  /// `term`, then `termNote`s, then the rest.
  private static func term(_ section: XMLElement, _ violations: inout Violations) {
    let own = section.elements.filter { $0.namespace == section.namespace }
    if own.first?.name != "term" || own.count(where: { $0.name == "term" }) != 1 {
      violations.add("tbx.order", section, "<termSec> begins with one <term>")
    }
    var isAfterNotes = false
    for child in own.dropFirst() {
      if child.name == "termNote" || child.name == "termNoteGrp" {
        if isAfterNotes {
          violations.add("tbx.order", child, "<\(child.name)> must stand right after <term>")
        }
      } else {
        isAfterNotes = true
        if !remarks.contains(child.name) {
          violations.add("tbx.order", child, "<\(child.name)> may not stand in <termSec>")
        }
      }
    }
  }
}
