/// Fragment identifiers of XLIFF 2 (section 3.1): `#f=f1/u=u1/s1`, `#n=note`, `#t=id`, each part in its
/// place and naming something that is there.
struct XLIFFFragments {
  private let root: XMLElement
  private static let modulePrefixes: Set<Substring> = [
    "gls", "mda", "mtc", "res", "ctr", "slr", "val", "its", "itsm", "fs",
  ]

  init(_ root: XMLElement) { self.root = root }

  func check(_ violations: inout Violations) {
    for element in root.descendants {
      guard element.namespace == XLIFFNamespace.core, let reference = element["ref"],
        element["type"] != "comment", reference.hasPrefix("#")
      else { continue }
      check(String(reference.dropFirst()), at: element, &violations)
    }
  }

  private func check(
    _ fragment: String, at element: XMLElement, _ violations: inout Violations
  ) {
    var parts = fragment.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let isAbsolute = parts.first?.isEmpty == true
    if isAbsolute { parts.removeFirst() }
    guard let order = Self.order(parts) else {
      violations.add(
        "xliff.fragment-form", element, "\"#\(fragment)\" is no fragment identifier of XLIFF")
      return
    }
    if !resolves(order, from: element) {
      violations.add(
        "xliff.fragment-target", element, "\"#\(fragment)\" names nothing in this document")
    }
  }

  /// The parts with their selectors; nil where a selector stands twice or in the wrong place.
  private static func order(_ parts: [String]) -> [(selector: String, id: String)]? {
    let ranks = ["f": 0, "g": 1, "u": 2]
    var rank = -1
    var result: [(String, String)] = []
    for (index, part) in parts.enumerated() {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let selector = sides.count == 2 ? String(sides[0]) : ""
      let id = String(sides.last ?? "")
      guard TokenIDs.isToken(id) || modulePrefixes.contains(Substring(selector)) else { return nil }
      if let own = ranks[selector] {
        guard own > rank else { return nil }
        rank = own
      } else {
        let isLast = index == parts.count - 1
        guard isLast,
          ["", "n", "d", "t"].contains(selector) || modulePrefixes.contains(Substring(selector))
        else { return nil }
      }
      result.append((selector, id))
    }
    return result.isEmpty ? nil : result
  }

  private func resolves(_ parts: [(selector: String, id: String)], from element: XMLElement) -> Bool
  {
    var scope = element.ancestor("unit") ?? root
    var isScoped = false
    for (selector, id) in parts {
      switch selector {
      case "f", "g", "u":
        let name = selector == "f" ? "file" : selector == "g" ? "group" : "unit"
        let base = isScoped ? scope : selector == "f" ? root : element.ancestor("file") ?? root
        let found = base.descendants.first { $0.name == name && $0["id"] == id }
        guard let found else { return false }
        scope = found
        isScoped = true
      case "n": return has(scope, id, ["note"])
      case "d": return has(scope, id, ["data"])
      case "t":
        return scope.descendants.filter { $0.name == "target" }.contains { target in
          target.descendants.contains { $0["id"] == id }
        }
      case "":
        return has(
          scope, id, ["segment", "ignorable", "mrk", "sm", "pc", "sc", "ec", "ph"])
      default: return true
      }
    }
    return true
  }

  private func has(_ scope: XMLElement, _ id: String, _ names: Set<String>) -> Bool {
    scope.descendants.contains { names.contains($0.name) && $0["id"] == id }
  }
}
