/// JSON whose members stand in the order given.
indirect enum JSONText {
  case string(String)
  case number(Int)
  case bool(Bool)
  case array([JSONText])
  /// Members that are nil are left out.
  case object([(String, JSONText?)])

  /// A text, or nil where it is empty.
  static func unlessEmpty(_ text: String) -> JSONText? { text.isEmpty ? nil : .string(text) }

  /// An array, or nil where it is empty.
  static func unlessEmpty(_ items: [JSONText]) -> JSONText? { items.isEmpty ? nil : .array(items) }

  /// The text, indented by two blanks a level.
  func text(level: Int = 0) -> String {
    let inner = String(repeating: "  ", count: level + 1)
    let outer = String(repeating: "  ", count: level)
    switch self {
    case .string(let text): return Self.quoted(text)
    case .number(let number): return String(number)
    case .bool(let value): return value ? "true" : "false"
    case .array(let items):
      guard !items.isEmpty else { return "[]" }
      let rows = items.map { inner + $0.text(level: level + 1) }
      return "[\n" + rows.joined(separator: ",\n") + "\n\(outer)]"
    case .object(let members):
      let rows = members.compactMap { name, value in
        value.map { "\(inner)\(Self.quoted(name)): \($0.text(level: level + 1))" }
      }
      return rows.isEmpty ? "{}" : "{\n" + rows.joined(separator: ",\n") + "\n\(outer)}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
