import SamsvarModel

/// A value of a JSON text (RFC 8259), its members in order.
indirect enum JSONNode: Equatable {
  case text(String)
  case number(String)
  case bool(Bool)
  case null
  case array([JSONNode])
  case object([JSONMember])

  /// The member of a name.
  subscript(_ name: String) -> JSONNode? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  /// The text of a text.
  var text: String? { if case .text(let text) = self { text } else { nil } }

  /// The elements of an array, or the value itself.
  var elements: [JSONNode] { if case .array(let nodes) = self { nodes } else { [self] } }

  /// The members of an object.
  var members: [JSONMember] { if case .object(let members) = self { members } else { [] } }
}

/// A member of an object.
struct JSONMember: Equatable {
  var name: String
  var value: JSONNode
}

/// Reads JSON, with the place of what is wrong.
struct JSONParser {
  private let text: [UInt8]
  private let file: String
  private var index = 0

  private static let depthLimit = 200

  /// The value of a text.
  ///
  /// - Throws: `InputError` with line and byte.
  static func parse(_ text: [UInt8], file: String) throws(InputError) -> JSONNode {
    var parser = JSONParser(text: text, file: file)
    let node = try parser.value(depth: 0)
    parser.skipBlanks()
    guard parser.index == text.count else { throw parser.failure("something after the value") }
    return node
  }

  private init(text: [UInt8], file: String) {
    self.text = text
    self.file = file
  }

  private func failure(_ what: String) -> InputError {
    let place = min(index, text.count)
    return InputError(
      "malformed JSON: \(what)",
      at: SourcePosition(
        file: file, line: 1 + text[..<place].count { $0 == 0x0A }, byte: place))
  }

  private mutating func skipBlanks() {
    while index < text.count, [0x20, 0x09, 0x0A, 0x0D].contains(text[index]) { index += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard index < text.count, text[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func value(depth: Int) throws(InputError) -> JSONNode {
    guard depth < Self.depthLimit else { throw failure("nested too deep") }
    skipBlanks()
    guard index < text.count else { throw failure("the text ends early") }
    switch text[index] {
    case 0x7B: return try object(depth: depth)
    case 0x5B: return try array(depth: depth)
    case 0x22: return .text(try string())
    default: return try word()
    }
  }

  private mutating func object(depth: Int) throws(InputError) -> JSONNode {
    index += 1
    var members: [JSONMember] = []
    if take(0x7D) { return .object(members) }
    repeat {
      skipBlanks()
      guard index < text.count, text[index] == 0x22 else { throw failure("expected a name") }
      let name = try string()
      guard take(0x3A) else { throw failure("expected a colon") }
      members.append(JSONMember(name: name, value: try value(depth: depth + 1)))
    } while take(0x2C)
    guard take(0x7D) else { throw failure("expected , or }") }
    return .object(members)
  }

  private mutating func array(depth: Int) throws(InputError) -> JSONNode {
    index += 1
    var nodes: [JSONNode] = []
    if take(0x5D) { return .array(nodes) }
    repeat { nodes.append(try value(depth: depth + 1)) } while take(0x2C)
    guard take(0x5D) else { throw failure("expected , or ]") }
    return .array(nodes)
  }

  private mutating func word() throws(InputError) -> JSONNode {
    let start = index
    while index < text.count, ![0x2C, 0x5D, 0x7D].contains(text[index]), text[index] > 0x20 {
      index += 1
    }
    let word = String(decoding: text[start..<index], as: UTF8.self)
    switch word {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default:
      guard Double(word) != nil, word.first != "+" else { throw failure("\"\(word)\"") }
      return .number(word)
    }
  }

  private mutating func string() throws(InputError) -> String {
    index += 1
    var units: [UInt8] = []
    while index < text.count, text[index] != 0x22 {
      guard text[index] >= 0x20 else { throw failure("a line break in a text") }
      if text[index] == 0x5C {
        try escape(into: &units)
      } else {
        units.append(text[index])
        index += 1
      }
    }
    guard index < text.count else { throw failure("a text is not closed") }
    index += 1
    return String(decoding: units, as: UTF8.self)
  }

  private mutating func escape(into bytes: inout [UInt8]) throws(InputError) {
    guard index + 1 < text.count else { throw failure("the text ends early") }
    let plain: [UInt8: UInt8] = [
      0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 0x08, 0x66: 0x0C, 0x6E: 0x0A, 0x72: 0x0D,
      0x74: 0x09,
    ]
    if let byte = plain[text[index + 1]] {
      bytes.append(byte)
      index += 2
      return
    }
    var value = try unit()
    if (0xD800..<0xDC00).contains(value) {
      let low = try unit()
      guard (0xDC00..<0xE000).contains(low) else { throw failure("half a surrogate pair") }
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw failure("half a surrogate pair") }
    bytes += Array(String(Character(scalar)).utf8)
  }

  /// `\u00E5` as a code unit.
  private mutating func unit() throws(InputError) -> UInt32 {
    guard index + 6 <= text.count, text[index] == 0x5C, text[index + 1] == 0x75,
      text[index + 2..<index + 6].allSatisfy({
        (0x30...0x39).contains($0) || (0x41...0x46).contains($0 & 0xDF)
      }),
      let value = UInt32(String(decoding: text[index + 2..<index + 6], as: UTF8.self), radix: 16)
    else { throw failure("an escape that JSON does not have") }
    index += 6
    return value
  }
}
