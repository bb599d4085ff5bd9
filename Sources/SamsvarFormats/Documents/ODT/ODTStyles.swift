import SamsvarModel

/// The styles of an OpenDocument text: what paragraphs and spans of a style are.
struct ODTStyles {
  private struct Style {
    var parent: String?
    var level: Int?
    var isHidden: Bool?
    var language: String?
  }

  private var styles: [String: Style] = [:]
  /// The language of text that says none.
  private(set) var language: String?

  /// Adds the styles of a part: `styles.xml`, or the automatic ones of `content.xml`.
  mutating func add(_ content: [UInt8], file: String, part: String) throws(InputError) {
    var xml = OfficePart(content, file: file, part: part)
    var name: String?
    while let event = try xml.next() {
      switch event {
      case .open("style"):
        name = (xml.attribute("family") ?? "") + "/" + (xml.attribute("name") ?? "")
        styles[name ?? ""] = Style(
          parent: xml.attribute("parent-style-name"),
          level: xml.attribute("default-outline-level").flatMap { Int($0) })
      case .open("text-properties"): properties(xml, of: name)
      case .close("style"): name = nil
      case .open("body"): return
      default: break
      }
    }
  }

  private mutating func properties(_ xml: borrowing OfficePart, of name: String?) {
    var language = xml.attribute("language")
    if language == "none" { language = nil }
    if let tag = language, let country = xml.attribute("country"), country != "none" {
      language = "\(tag)-\(country)"
    }
    guard let name else {
      if xml.path.contains("default-style"), self.language == nil { self.language = language }
      return
    }
    styles[name]?.language = language
    if let display = xml.attribute("display") { styles[name]?.isHidden = display == "none" }
  }

  /// The first value that a style or those above it give; `value` gets the style's name too.
  private func inherited<Value>(
    _ family: String, _ name: String?, _ value: (String, Style?) -> Value?
  ) -> Value? {
    var name = name
    for _ in 0..<20 {
      guard let current = name else { return nil }
      let style = styles["\(family)/\(current)"]
      if let found = value(current, style) { return found }
      name = style?.parent
    }
    return nil
  }

  /// Whether text of a style is hidden; families are `paragraph` and `text`.
  func isHidden(_ family: String, _ name: String?) -> Bool {
    inherited(family, name) { $1?.isHidden } ?? false
  }

  /// The language of a style, or the document's.
  func language(_ family: String, _ name: String?) -> String? {
    inherited(family, name) { $1?.language } ?? (family == "paragraph" ? language : nil)
  }

  /// What the style of a paragraph says it is; nil where it says nothing.
  func kind(_ name: String?) -> BlockKind? {
    inherited("paragraph", name) { name, style in
      if style?.level != nil, name.hasPrefix("Heading") { return .heading }
      return Self.kinds[name]
    }
  }

  private static let kinds: [String: BlockKind] = [
    "Title": .heading, "Subtitle": .heading, "Heading": .heading, "Caption": .caption,
    "Illustration": .caption, "Table": .caption, "Drawing": .caption, "Figure": .caption,
    "Quotations": .quote, "Footnote": .footnote, "Endnote": .footnote,
  ]
}
