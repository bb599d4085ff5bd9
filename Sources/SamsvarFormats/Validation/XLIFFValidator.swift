import SamsvarModel

/// Checks XLIFF 2.0 and 2.1: the schema and the constraints that the standard states beside it.
struct XLIFFValidator {
  private var violations = Violations()
  private let root: XMLElement

  /// What a document does wrong.
  static func violations(_ root: XMLElement) -> [Violation] {
    var validator = XLIFFValidator(root: root)
    validator.run()
    return validator.violations.found
  }

  private init(root: XMLElement) { self.root = root }

  private mutating func run() {
    guard root.name == "xliff", root.namespace == XLIFFNamespace.core else {
      violations.add("xliff.root", root, "the root element is not <xliff> of XLIFF 2")
      return
    }
    if let version = root["version"], !["2.0", "2.1", "2.2"].contains(version) {
      violations.add("xliff.version", root, "the version \(version) is none of 2.0, 2.1, 2.2")
    }
    schema(root)
    unique(root.elements("file"), "xliff.file-id-unique", "files")
    for file in root.elements("file") { check(file) }
    XLIFFModules.check(root, &violations)
    XLIFFIts.check(root, &violations)
    XLIFFFragments(root).check(&violations)
  }

  private mutating func schema(_ element: XMLElement) {
    if let table = Self.table(element.namespace) {
      guard let schema = table[element.name] else {
        let owner = element.namespace == XLIFFNamespace.core ? "XLIFF" : "the module"
        violations.add("xliff.schema", element, "\(owner) has no element <\(element.name)>")
        return
      }
      schema.check(element, "xliff.schema", known: Set(table.keys), into: &violations)
    }
    for child in element.elements { schema(child) }
  }

  private static func table(_ namespace: String) -> [String: ElementSchema]? {
    namespace == XLIFFNamespace.core ? XLIFFSchema.core : XLIFFSchema.modules[namespace]
  }

  /// Reports elements whose identifier stood before.
  private mutating func unique(_ elements: [XMLElement], _ rule: String, _ what: String) {
    var seen: Set<String> = []
    for element in elements {
      guard let id = element["id"], !seen.insert(id).inserted else { continue }
      violations.add(rule, element, "the id \"\(id)\" stands twice among the \(what)")
    }
  }

  private mutating func check(_ file: XMLElement) {
    let inside = file.descendants.filter { $0.namespace == XLIFFNamespace.core }
    unique(inside.filter { $0.name == "group" }, "xliff.group-id-unique", "groups of the file")
    unique(inside.filter { $0.name == "unit" }, "xliff.unit-id-unique", "units of the file")
    for skeleton in file.elements("skeleton") {
      let isEmpty = skeleton.children.isEmpty
      if skeleton["href"] == nil, isEmpty {
        violations.add("xliff.skeleton-href", skeleton, "an empty <skeleton> wants href")
      } else if skeleton["href"] != nil, !isEmpty {
        violations.add("xliff.skeleton-href", skeleton, "a <skeleton> with href must be empty")
      }
    }
    for notes in inside where notes.name == "notes" {
      unique(notes.elements("note"), "xliff.note-id-unique", "notes")
    }
    // The original data of a candidate is checked with its module.
    for data in inside where data.name == "originalData" && data.parent?.name == "unit" {
      unique(data.elements("data"), "xliff.data-id-unique", "original data")
    }
    for unit in inside where unit.name == "unit" {
      let scope = XLIFFUnitScope(unit, file: file)
      XLIFFUnitRules(root: root, scope: scope).check(&violations)
      XLIFFCodeRules(scope: scope).check(&violations)
      XLIFFReferenceRules(scope: scope).check(&violations)
      XLIFFOrderRules(scope: scope).check(&violations)
    }
  }
}
