/// Checks TMX 1.4: its DTD and what the specification says beside it.
enum TMXValidator {
  private typealias Part = ElementSchema.Part

  private static let segmentTypes = ValueForm.values("block", "paragraph", "sentence", "phrase")
  private static let history: [String: ValueForm] = [
    "o-encoding": .any, "datatype": .any, "usagecount": .any, "lastusagedate": .any,
    "creationtool": .any, "creationtoolversion": .any, "creationdate": .any, "creationid": .any,
    "changedate": .any, "changeid": .any, "o-tmf": .any,
  ]
  private static let codes = ["bpt", "ept", "it", "ph", "hi", "ut"]
  private static var codePart: Part { Part("bpt", "ept", "it", "ph", "hi", "ut") }

  private static let schema: [String: ElementSchema] = [
    "tmx": ElementSchema(
      attributes: ["version": .values("1.4")], required: ["version"],
      parts: [Part("header", minimum: 1, maximum: 1), Part("body", minimum: 1, maximum: 1)]),
    "header": ElementSchema(
      attributes: history.merging([
        "segtype": segmentTypes, "adminlang": .language,
        "srclang": .either(.language, .values("*all*")),
      ]) { $1 },
      required: [
        "creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang",
        "datatype",
      ], parts: [Part("note", "prop", "ude")]),
    "ude": ElementSchema(
      attributes: ["name": .any, "base": .any], required: ["name"], parts: [Part("map", minimum: 1)]
    ),
    "map": ElementSchema(
      attributes: ["unicode": .any, "code": .any, "ent": .any, "subst": .any],
      required: ["unicode"]),
    "body": ElementSchema(parts: [Part("tu")]),
    "note": ElementSchema(
      attributes: ["o-encoding": .any, "lang": .language], xmlAttributes: ["lang"], hasText: true),
    "prop": ElementSchema(
      attributes: ["type": .any, "o-encoding": .any, "lang": .language], required: ["type"],
      xmlAttributes: ["lang"], hasText: true),
    "tu": ElementSchema(
      attributes: history.merging([
        "tuid": .any, "segtype": segmentTypes, "srclang": .either(.language, .values("*all*")),
      ]) { $1 }, parts: [Part("note", "prop"), Part("tuv", minimum: 1)]),
    "tuv": ElementSchema(
      attributes: history.merging(["lang": .language]) { $1 }, xmlAttributes: ["lang"],
      parts: [Part("note", "prop"), Part("seg", minimum: 1, maximum: 1)]),
    "seg": ElementSchema(xmlAttributes: ["space"], parts: [codePart], hasText: true),
    "bpt": ElementSchema(
      attributes: ["i": .any, "x": .any, "type": .any], required: ["i"], parts: [Part("sub")],
      hasText: true),
    "ept": ElementSchema(
      attributes: ["i": .any], required: ["i"], parts: [Part("sub")], hasText: true),
    "it": ElementSchema(
      attributes: ["pos": .values("begin", "end"), "x": .any, "type": .any], required: ["pos"],
      parts: [Part("sub")], hasText: true),
    "ph": ElementSchema(
      attributes: ["x": .any, "assoc": .any, "type": .any], parts: [Part("sub")], hasText: true),
    "hi": ElementSchema(
      attributes: ["x": .any, "type": .any], parts: [codePart], hasText: true),
    "ut": ElementSchema(attributes: ["x": .any], parts: [Part("sub")], hasText: true),
    "sub": ElementSchema(
      attributes: ["datatype": .any, "type": .any], parts: [codePart], hasText: true),
  ]

  /// What a document does wrong.
  static func violations(_ root: XMLElement) -> [Violation] {
    var violations = Violations()
    guard root.name == "tmx" else {
      violations.add("tmx.root", root, "the root element is not <tmx>")
      return violations.found
    }
    var ids: Set<String> = []
    let names = Set(schema.keys)
    for element in [root] + root.descendants {
      guard let known = schema[element.name] else {
        violations.add("tmx.dtd", element, "TMX has no element <\(element.name)>")
        continue
      }
      known.check(element, "tmx.dtd", known: names, into: &violations)
      switch element.name {
      case "tuv": language(element, &violations)
      case "seg": pairs(element, &violations)
      case "tu": identifier(element, &ids, &violations)
      default: break
      }
      dates(element, &violations)
    }
    return violations.found
  }

  private static func language(_ tuv: XMLElement, _ violations: inout Violations) {
    guard tuv.xml("lang") == nil else { return }
    violations.add(
      "tmx.xml-lang", tuv,
      tuv["lang"] == nil ? "<tuv> lacks xml:lang" : "<tuv> has lang; TMX 1.4 wants xml:lang")
  }

  /// Each `bpt` has its `ept` after it, by `i`, and each `i` begins once.
  private static func pairs(_ seg: XMLElement, _ violations: inout Violations) {
    var open: Set<String> = []
    var used: Set<String> = []
    for code in seg.descendants {
      guard let number = code["i"] else { continue }
      if code.name == "bpt" {
        if !used.insert(number).inserted {
          violations.add("tmx.i-unique", code, "i=\"\(number)\" begins twice in the segment")
        }
        open.insert(number)
      } else if code.name == "ept", open.remove(number) == nil {
        violations.add("tmx.i-pair", code, "<ept i=\"\(number)\"> has no <bpt> before it")
      }
    }
    for number in open.sorted() {
      violations.add("tmx.i-pair", seg, "<bpt i=\"\(number)\"> has no <ept> after it")
    }
  }

  private static func identifier(
    _ tu: XMLElement, _ ids: inout Set<String>, _ violations: inout Violations
  ) {
    guard let id = tu["tuid"] else { return }
    if id.contains(where: \.isWhitespace) {
      violations.add("tmx.tuid", tu, "tuid=\"\(id)\" holds white space")
    }
    if !ids.insert(id).inserted {
      violations.warn("tmx.tuid-unique", tu, "tuid=\"\(id)\" stands twice")
    }
  }

  private static func dates(_ element: XMLElement, _ violations: inout Violations) {
    for name in ["creationdate", "changedate", "lastusagedate"] {
      guard let value = element[name] else { continue }
      let letters = Array(value.utf8)
      let isDate =
        letters.count == 16 && letters[8] == 0x54 && letters[15] == 0x5A
        && (letters[..<8] + letters[9..<15]).allSatisfy { (0x30...0x39).contains($0) }
      if !isDate {
        violations.add(
          "tmx.date", element, "\(name)=\"\(value)\" is not of the form 20191220T120000Z")
      }
    }
  }
}
