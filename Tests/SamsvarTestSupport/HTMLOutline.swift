/// What the tags of an HTML page say, for checks of its structure.
///
/// Reads the HTML that we write: quoted attributes, every element closed but the void ones.
public struct HTMLOutline {
  /// An element as it is opened.
  public struct Element {
    /// Its name.
    public var name: String
    /// Its attributes.
    public var attributes: [String: String]
    /// The `lang` in force inside it.
    public var language: String
  }

  /// A stretch of text and the language it is in.
  public struct Text {
    /// The text, unescaped.
    public var text: String
    /// The language in force.
    public var language: String
    /// The names of the elements around it, outermost first.
    public var path: [String]
    /// The classes of the elements around it.
    public var classes: [String]
  }

  /// The elements in order.
  public private(set) var elements: [Element] = []
  /// The texts in order, without those of styles and scripts.
  public private(set) var texts: [Text] = []
  /// What is wrong: elements closed in the wrong order, or not at all.
  public private(set) var mistakes: [String] = []

  private static let void: Set = ["meta", "input", "br", "link", "img", "hr"]

  /// The outline of a page.
  public init(_ html: String) {
    var open: [Element] = []
    var rest = Substring(html)
    while let start = rest.firstIndex(of: "<") {
      add(rest[..<start], open)
      let raw = open.last.map { ["style", "script"].contains($0.name) ? $0.name : "" } ?? ""
      if !raw.isEmpty, let end = rest[start...].firstRange(of: "</\(raw)>") {
        rest = rest[end.upperBound...]
        open.removeLast()
        continue
      }
      guard let end = rest[start...].firstIndex(of: ">") else { break }
      take(rest[rest.index(after: start)..<end], &open)
      rest = rest[rest.index(after: end)...]
    }
    mistakes += open.map { "\($0.name) is not closed" }
  }

  private mutating func take(_ tag: Substring, _ open: inout [Element]) {
    if tag.first == "!" { return }
    if tag.first == "/" {
      let name = String(tag.dropFirst())
      if open.last?.name == name {
        open.removeLast()
      } else {
        mistakes.append("</\(name)> inside \(open.last?.name ?? "nothing")")
      }
      return
    }
    let name = String(tag.prefix { $0 != " " })
    let attributes = Self.attributes(tag.dropFirst(name.count))
    let element = Element(
      name: name, attributes: attributes,
      language: attributes["lang"] ?? open.last?.language ?? "")
    elements.append(element)
    if !Self.void.contains(name) { open.append(element) }
  }

  private mutating func add(_ text: Substring, _ open: [Element]) {
    guard text == " " || text.contains(where: { !$0.isWhitespace }), let last = open.last,
      !["style", "script"].contains(last.name)
    else { return }
    texts.append(
      Text(
        text: Self.plain(text), language: last.language, path: open.map(\.name),
        classes: open.flatMap {
          ($0.attributes["class"] ?? "").split(separator: " ").map(String.init)
        }
      ))
  }

  private static func plain(_ text: Substring) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")].reduce(String(text)) {
      $0.split(separator: $1.0, omittingEmptySubsequences: false).joined(separator: $1.1)
    }
  }

  private static func attributes(_ text: Substring) -> [String: String] {
    var result: [String: String] = [:]
    var rest = text.drop { $0 == " " }
    while !rest.isEmpty {
      let name = String(rest.prefix { $0 != " " && $0 != "=" })
      rest = rest.dropFirst(name.count)
      if rest.first == "=" {
        let value = rest.dropFirst(2).prefix { $0 != "\"" }
        result[name] = plain(value)
        rest = rest.dropFirst(value.count + 3)
      } else {
        result[name] = ""
      }
      rest = rest.drop { $0 == " " }
    }
    return result
  }
}
