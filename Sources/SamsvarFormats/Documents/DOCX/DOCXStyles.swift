import SamsvarModel

/// The styles of a Word document: what paragraphs and runs of a style are.
///
/// Ids are localised (`Overskrift1`); the names in the file are English, and headings are told by their
/// outline level.
struct DOCXStyles {
  private struct Style {
    var name = ""
    var base: String?
    var outlineLevel: Int?
    var isList: Bool?
    var isHidden: Bool?
    var language: String?
  }

  private var styles: [String: Style] = [:]
  private var defaultParagraph: String?
  /// The language of text that says none.
  private(set) var language: String?

  /// The styles of `word/styles.xml`; none where there is no such part.
  init(_ content: [UInt8]?, file: String) throws(InputError) {
    guard let content else { return }
    var part = OfficePart(content, file: file, part: "word/styles.xml")
    var id = ""
    var style = Style()
    while let event = try part.next() {
      switch event {
      case .open("style"):
        id = part.attribute("styleId") ?? ""
        if part.attribute("type") == "paragraph", ["1", "true", "on"].contains(part.attribute("default")) {
          defaultParagraph = id
        }
        style = Style()
      case .close("style"): styles[id] = style
      case .open("lang"):
        let value = part.attribute("val")
        if part.path.contains("docDefaults") { language = value } else { style.language = value }
      case .open(let name) where part.path.contains("style"):
        Self.read(name, part, &style)
      default: break
      }
    }
  }

  private static func read(_ name: String, _ part: borrowing OfficePart, _ style: inout Style) {
    switch name {
    case "name": style.name = part.attribute("val")?.lowercased() ?? ""
    case "basedOn": style.base = part.attribute("val")
    case "outlineLvl": style.outlineLevel = part.attribute("val").flatMap { Int($0) }
    case "numId": style.isList = part.attribute("val") != "0"
    case "vanish": style.isHidden = part.isOn()
    default: break
    }
  }

  /// The first value that a style or those it is based on give.
  private func inherited<Value>(_ id: String?, _ value: (Style) -> Value?) -> Value? {
    var id = id
    for _ in 0..<20 {
      guard let name = id, let style = styles[name] else { return nil }
      if let found = value(style) { return found }
      id = style.base
    }
    return nil
  }

  /// Whether text of a style is hidden.
  func isHidden(_ id: String?) -> Bool { inherited(id) { $0.isHidden } ?? false }

  /// The language of a style, or the document's.
  func language(_ id: String?) -> String? { inherited(id) { $0.language } ?? language }

  /// Whether paragraphs of a style are lines of a table of contents.
  func isContents(_ id: String?) -> Bool {
    inherited(id) { $0.name.hasPrefix("toc ") ? true : nil } ?? false
  }

  /// What a paragraph is.
  ///
  /// - Parameters:
  ///   - level: Its own outline level, 0 to 8, or 9 for none.
  ///   - isList: Whether it has a number or bullet of its own, or says that it has none.
  func kind(_ id: String?, level: Int?, isList: Bool?) -> BlockKind {
    let id = id ?? defaultParagraph
    if let level = level ?? inherited(id, { $0.outlineLevel }), level < 9 { return .heading }
    if let kind = inherited(id, { Self.kinds[$0.name] }) { return kind }
    return isList ?? inherited(id) { $0.isList } ?? false ? .listItem : .paragraph
  }

  private static let kinds: [String: BlockKind] = [
    "title": .heading, "subtitle": .heading, "heading 1": .heading, "heading 2": .heading,
    "heading 3": .heading, "heading 4": .heading, "heading 5": .heading, "heading 6": .heading,
    "heading 7": .heading, "heading 8": .heading, "heading 9": .heading, "caption": .caption,
    "quote": .quote, "intense quote": .quote, "list bullet": .listItem, "list number": .listItem,
    "list bullet 2": .listItem, "list bullet 3": .listItem, "list number 2": .listItem,
    "list number 3": .listItem, "list continue": .listItem,
  ]
}
