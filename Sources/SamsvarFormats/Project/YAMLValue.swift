import SamsvarModel
import Yams

/// A value of a YAML file that knows its line and reads strictly.
struct YAMLValue {
  let node: Node
  let file: String

  /// The value of a whole file; nil for a file without content.
  static func read(_ bytes: [UInt8], file: String) throws(InputError) -> YAMLValue? {
    do {
      return try Yams.compose(yaml: String(decoding: bytes, as: UTF8.self)).flatMap { node in
        node == Node("", Tag(.null)) || node.null != nil ? nil : YAMLValue(node: node, file: file)
      }
    } catch let error as YamlError {
      throw InputError("is no YAML: \(reason(error))", at: place(error, file))
    } catch {
      throw InputError("is no YAML: \(error)", at: SourcePosition(file: file))
    }
  }

  private static func reason(_ error: YamlError) -> String {
    switch error {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
      .composer(_, let problem, _, _):
      problem
    default: "\(error)".split(separator: "\n").joined(separator: " ")
    }
  }

  private static func place(_ error: YamlError, _ file: String) -> SourcePosition {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      SourcePosition(file: file, line: mark.line)
    default: SourcePosition(file: file)
    }
  }

  /// The line it begins on.
  var line: Int? { node.mark?.line }

  /// An error at the value.
  func error(_ message: String) -> InputError {
    InputError(message, at: SourcePosition(file: file, line: line))
  }

  /// The members of a mapping, in order, with names that are known.
  ///
  /// - Parameter known: The names there are; nil for any.
  func members(_ known: [String]?) throws(InputError) -> [(name: YAMLValue, value: YAMLValue)] {
    guard case .mapping(let mapping) = node else {
      throw error("expected keys with values, as \"\(known?.first ?? "name.mismatch"): …\"")
    }
    var result: [(name: YAMLValue, value: YAMLValue)] = []
    for (key, value) in mapping {
      let name = YAMLValue(node: key, file: file)
      let text = try name.text()
      if let known, !known.contains(text) {
        throw name.error(
          "unknown key \"\(text)\"; there are \(known.joined(separator: ", "))")
      }
      result.append((name, YAMLValue(node: value, file: file)))
    }
    return result
  }

  /// The value as a text.
  func text() throws(InputError) -> String {
    guard case .scalar(let scalar) = node else { throw error("expected a text") }
    return scalar.string
  }

  /// A list of texts, or one text.
  func texts() throws(InputError) -> [String] {
    guard case .sequence(let sequence) = node else { return [try text()] }
    var result: [String] = []
    for item in sequence { result.append(try YAMLValue(node: item, file: file).text()) }
    return result
  }

  /// The items of a list.
  func items() throws(InputError) -> [YAMLValue] {
    guard case .sequence(let sequence) = node else {
      throw error("expected a list, each item after \"- \"")
    }
    return sequence.map { YAMLValue(node: $0, file: file) }
  }

  /// Yes or no.
  func flag() throws(InputError) -> Bool {
    switch try text().lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default: throw error("expected yes or no")
    }
  }

  /// One of some texts.
  func choice<Value>(_ values: [(String, Value)]) throws(InputError) -> Value {
    let text = try text()
    guard let value = values.first(where: { $0.0 == text })?.1 else {
      throw error("\"\(text)\" is none of \(values.map(\.0).joined(separator: ", "))")
    }
    return value
  }

  /// A language code.
  func language() throws(InputError) -> LanguageTag {
    let text = try text()
    // YAML reads a plain `no` as false; its text is still there.
    guard let tag = LanguageTag(text) else { throw error("\"\(text)\" is no language code") }
    return tag
  }
}
