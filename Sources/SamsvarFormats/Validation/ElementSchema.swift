/// What an element may hold: the part of a schema that a table can say.
struct ElementSchema: Sendable {
  /// Elements that may stand at a place of the sequence; `*` stands for those of other namespaces.
  struct Part: Sendable {
    var names: Set<String>
    var minimum = 0
    var maximum = Int.max

    init(_ names: String..., minimum: Int = 0, maximum: Int = .max) {
      self.names = Set(names)
      self.minimum = minimum
      self.maximum = maximum
    }
  }

  /// The attributes and the form of their values.
  var attributes: [String: ValueForm] = [:]
  /// The attributes that must stand.
  var required: Set<String> = []
  /// The `xml:` attributes allowed.
  var xmlAttributes: Set<String> = []
  /// The namespaces whose attributes are allowed; `*` for any.
  var foreign: Set<String> = []
  /// The children in order; nil where anything may stand.
  var parts: [Part]? = []
  /// Whether text may stand between the children.
  var hasText = false

  /// Adds what an element of the schema does wrong.
  ///
  /// - Parameter known: The elements of the standard; a child that is none of them is left to the caller,
  ///   who says so once. Nil where the caller does not know them all.
  func check(
    _ element: XMLElement, _ rule: String, known: Set<String>? = nil,
    into violations: inout Violations
  ) {
    let own = Set(element.attributes.filter { $0.namespace.isEmpty }.map(\.name))
    for name in required.subtracting(own).sorted() {
      violations.add(rule, element, "<\(element.name)> lacks the attribute \(name)")
    }
    for attribute in element.attributes { check(attribute, of: element, rule, &violations) }
    if !hasText, parts != nil, element.hasOwnText {
      violations.add(rule, element, "<\(element.name)> may not hold text of its own")
    }
    let children = element.elements.filter { child in
      child.namespace != element.namespace || known?.contains(child.name) != false
    }
    check(children, of: element, rule, &violations)
  }

  private func check(
    _ attribute: XMLElement.Attribute, of element: XMLElement, _ rule: String,
    _ violations: inout Violations
  ) {
    let place = "<\(element.name)>"
    switch attribute.namespace {
    case "":
      guard let form = attributes[attribute.name] else {
        return violations.add(rule, element, "\(place) has no attribute \(attribute.name)")
      }
      if !form.fits(attribute.value) {
        violations.add(
          rule, element,
          "\(attribute.name)=\"\(attribute.value)\" of \(place) is not \(form.description)")
      }
    case XMLElement.xmlNamespace:
      if !xmlAttributes.contains(attribute.name), !foreign.contains("*") {
        violations.add(rule, element, "\(place) has no attribute xml:\(attribute.name)")
      }
      let form: ValueForm? = ["space": .values("default", "preserve"), "lang": .language][
        attribute.name]
      if let form, !form.fits(attribute.value) {
        violations.add(
          rule, element, "xml:\(attribute.name)=\"\(attribute.value)\" is not \(form.description)")
      }
    default:
      if !foreign.contains("*"), !foreign.contains(attribute.namespace) {
        violations.add(
          rule, element,
          "\(place) may not have the attribute \(attribute.name) of another namespace")
      }
    }
  }

  private func check(
    _ children: [XMLElement], of element: XMLElement, _ rule: String,
    _ violations: inout Violations
  ) {
    guard let parts else { return }
    var part = 0
    var count = 0
    for child in children {
      let name = child.namespace == element.namespace ? child.name : "*"
      while part < parts.count, !parts[part].names.contains(name) || count == parts[part].maximum {
        if count < parts[part].minimum { break }
        part += 1
        count = 0
      }
      guard part < parts.count, parts[part].names.contains(name) else {
        let wanted = part < parts.count ? parts[part].names : []
        if !wanted.isEmpty, !children.contains(where: { wanted.contains($0.name) }) {
          return violations.add(
            rule, element,
            "<\(element.name)> lacks \(Self.list(wanted)) before <\(child.name)>")
        }
        let place = wanted.isEmpty ? "here" : "before \(Self.list(wanted))"
        return violations.add(
          rule, child, "<\(child.name)> may not stand \(place) in <\(element.name)>")
      }
      count += 1
    }
    while part < parts.count {
      if count < parts[part].minimum {
        return violations.add(
          rule, element, "<\(element.name)> lacks \(Self.list(parts[part].names))")
      }
      part += 1
      count = 0
    }
  }

  private static func list(_ names: Set<String>) -> String {
    names.sorted().map { $0 == "*" ? "an element of another namespace" : "<\($0)>" }
      .joined(separator: " or ")
  }
}

/// The form of an attribute's value.
indirect enum ValueForm: Sendable {
  case any
  case token
  case tokens
  case language
  case positive
  case hex
  case percent
  /// `prefix:value`.
  case prefixed
  case values(Set<String>)
  case either(ValueForm, ValueForm)

  static func values(_ values: String...) -> ValueForm { .values(Set(values)) }

  static let yesNo = ValueForm.values("yes", "no")

  /// Whether a value has the form.
  func fits(_ value: String) -> Bool {
    switch self {
    case .any: true
    case .token: TokenIDs.isToken(value)
    case .tokens:
      !value.isEmpty && value.split(separator: " ").allSatisfy { TokenIDs.isToken($0) }
    case .language: LanguageCode.isWellFormed(value)
    case .positive: (Int(value) ?? 0) > 0
    case .hex: !value.isEmpty && value.utf8.count % 2 == 0 && value.allSatisfy(\.isHexDigit)
    case .percent: Double(value).map { (0...100).contains($0) } ?? false
    case .prefixed:
      value.split(separator: ":", omittingEmptySubsequences: false).count == 2
        && !value.hasPrefix(":") && !value.hasSuffix(":") && !value.contains(where: \.isWhitespace)
    case .values(let values): values.contains(value)
    case .either(let left, let right): left.fits(value) || right.fits(value)
    }
  }

  /// What is expected, for a message.
  var description: String {
    switch self {
    case .any: "a text"
    case .token: "a name token (letters, digits, . - _ :)"
    case .tokens: "a list of name tokens"
    case .language: "a language tag of BCP 47"
    case .positive: "a positive number"
    case .hex: "a hexadecimal number"
    case .percent: "a number from 0 to 100"
    case .prefixed: "of the form prefix:value"
    case .values(let values): values.sorted().joined(separator: " or ")
    case .either(let left, let right): "\(left.description) or \(right.description)"
    }
  }
}
