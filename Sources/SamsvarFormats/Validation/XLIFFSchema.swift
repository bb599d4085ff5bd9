/// XLIFF 2.0 and 2.1 core and the modules we write, as tables (XLIFF 2.1 section 4.2 and 5).
enum XLIFFSchema {
  private typealias Part = ElementSchema.Part

  private static let dir = ValueForm.values("ltr", "rtl", "auto")
  private static let structural: [String: ValueForm] = [
    "canResegment": .yesNo, "translate": .yesNo, "srcDir": dir, "trgDir": dir,
  ]
  private static let code: [String: ValueForm] = [
    "id": .token, "canCopy": .yesNo, "canDelete": .yesNo,
    "canReorder": .values("yes", "firstNo", "no"), "copyOf": .token, "subType": .prefixed,
    "type": .values("fmt", "ui", "quote", "link", "image", "other"),
  ]
  private static let single: [String: ValueForm] = [
    "disp": .any, "equiv": .any, "dataRef": .token, "subFlows": .tokens,
  ]
  private static let mark: [String: ValueForm] = [
    "id": .token, "translate": .yesNo, "ref": .any, "value": .any,
    "type": .either(.values("generic", "comment", "term"), .prefixed),
  ]
  private static let inline = Part("cp", "ph", "pc", "sc", "ec", "mrk", "sm", "em")
  private static let styles: Set<String> = [
    "urn:oasis:names:tc:xliff:fs:2.0", "urn:oasis:names:tc:xliff:sizerestriction:2.0",
  ]

  /// The elements of the core.
  static let core: [String: ElementSchema] = structure.merging(inlineElements) { first, _ in first }

  private static let structure: [String: ElementSchema] = [
    "xliff": ElementSchema(
      attributes: ["version": .any, "srcLang": .language, "trgLang": .language],
      required: ["version", "srcLang"], xmlAttributes: ["space"], foreign: ["*"],
      parts: [Part("file", minimum: 1)]),
    "file": ElementSchema(
      attributes: structural.merging(["id": .token, "original": .any]) { $1 }, required: ["id"],
      xmlAttributes: ["space"], foreign: ["*"],
      parts: [
        Part("skeleton", maximum: 1), Part("*"), Part("notes", maximum: 1),
        Part("unit", "group", minimum: 1),
      ]),
    "skeleton": ElementSchema(attributes: ["href": .any], parts: nil, hasText: true),
    "group": ElementSchema(
      attributes: structural.merging(["id": .token, "name": .any, "type": .prefixed]) { $1 },
      required: ["id"], xmlAttributes: ["space"], foreign: ["*"],
      parts: [Part("*"), Part("notes", maximum: 1), Part("unit", "group")]),
    "unit": ElementSchema(
      attributes: structural.merging(["id": .token, "name": .any, "type": .prefixed]) { $1 },
      required: ["id"], xmlAttributes: ["space"], foreign: ["*"],
      parts: [
        Part("*"), Part("notes", maximum: 1), Part("originalData", maximum: 1),
        Part("segment", "ignorable", minimum: 1),
      ]),
    "segment": ElementSchema(
      attributes: [
        "id": .token, "canResegment": .yesNo, "subState": .prefixed,
        "state": .values("initial", "translated", "reviewed", "final"),
      ], parts: [Part("source", minimum: 1, maximum: 1), Part("target", maximum: 1)]),
    "ignorable": ElementSchema(
      attributes: ["id": .token],
      parts: [Part("source", minimum: 1, maximum: 1), Part("target", maximum: 1)]),
    "notes": ElementSchema(parts: [Part("note", minimum: 1)]),
    "note": ElementSchema(
      attributes: [
        "id": .token, "appliesTo": .values("source", "target"), "category": .any,
        "priority": .values(Set((1...10).map { String($0) })),
      ], foreign: ["*"], hasText: true),
    "originalData": ElementSchema(parts: [Part("data", minimum: 1)]),
    "data": ElementSchema(
      attributes: ["id": .token, "dir": dir], required: ["id"], xmlAttributes: ["space"],
      parts: [Part("cp")], hasText: true),
    "source": ElementSchema(xmlAttributes: ["lang", "space"], parts: [inline], hasText: true),
    "target": ElementSchema(
      attributes: ["order": .positive], xmlAttributes: ["lang", "space"], parts: [inline],
      hasText: true),
  ]

  private static let inlineElements: [String: ElementSchema] = [
    "cp": ElementSchema(attributes: ["hex": .hex], required: ["hex"]),
    "ph": ElementSchema(
      attributes: code.merging(single) { $1 }, required: ["id"], foreign: styles),
    "pc": ElementSchema(
      attributes: code.merging([
        "canOverlap": .yesNo, "dispEnd": .any, "dispStart": .any, "equivEnd": .any,
        "equivStart": .any, "dataRefEnd": .token, "dataRefStart": .token, "subFlowsEnd": .tokens,
        "subFlowsStart": .tokens, "dir": dir,
      ]) { $1 }, required: ["id"], foreign: styles, parts: [inline], hasText: true),
    "sc": ElementSchema(
      attributes: code.merging(single) { $1 }.merging([
        "canOverlap": .yesNo, "dir": dir, "isolated": .yesNo,
      ]) { $1 }, required: ["id"], foreign: styles),
    "ec": ElementSchema(
      attributes: code.merging(single) { $1 }.merging([
        "canOverlap": .yesNo, "dir": dir, "isolated": .yesNo, "startRef": .token,
      ]) { $1 }, foreign: styles),
    "mrk": ElementSchema(
      attributes: mark, required: ["id"], foreign: ["*"], parts: [inline], hasText: true),
    "sm": ElementSchema(attributes: mark, required: ["id"], foreign: ["*"]),
    "em": ElementSchema(attributes: ["startRef": .token], required: ["startRef"]),
  ]

  /// The elements of the modules, by namespace.
  static let modules: [String: [String: ElementSchema]] = [
    XLIFFNamespace.matches: [
      "matches": ElementSchema(parts: [Part("match", minimum: 1)]),
      "match": ElementSchema(
        attributes: [
          "id": .token, "matchQuality": .percent, "matchSuitability": .percent, "origin": .any,
          "ref": .any, "reference": .yesNo, "similarity": .percent, "subType": .prefixed,
          "type": .values("am", "mt", "icm", "idm", "tb", "tm", "other"),
        ], required: ["ref"], foreign: ["*"], parts: [Part("*")]),
    ],
    XLIFFNamespace.glossary: [
      "glossary": ElementSchema(parts: [Part("glossEntry", minimum: 1)]),
      "glossEntry": ElementSchema(
        attributes: ["id": .token, "ref": .any], foreign: ["*"],
        parts: [
          Part("term", minimum: 1, maximum: 1), Part("translation"),
          Part("definition", maximum: 1), Part("*"),
        ]),
      "term": ElementSchema(attributes: ["source": .any], foreign: ["*"], hasText: true),
      "translation": ElementSchema(
        attributes: ["id": .token, "ref": .any, "source": .any], foreign: ["*"], hasText: true),
      "definition": ElementSchema(attributes: ["source": .any], foreign: ["*"], hasText: true),
    ],
    XLIFFNamespace.metadata: [
      "metadata": ElementSchema(attributes: ["id": .token], parts: [Part("metaGroup", minimum: 1)]),
      "metaGroup": ElementSchema(
        attributes: [
          "id": .token, "category": .any, "appliesTo": .values("source", "target", "ignorable"),
        ], parts: [Part("metaGroup", "meta", minimum: 1)]),
      "meta": ElementSchema(attributes: ["type": .any], required: ["type"], hasText: true),
    ],
  ]
}
