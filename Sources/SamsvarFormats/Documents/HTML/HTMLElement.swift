import SamsvarModel

/// What an element of HTML is to someone who reads the page.
struct HTMLElement {
  /// The name in lower case, without prefix.
  let name: String

  /// The element of a name.
  init(_ name: String) {
    self.name = name.split(separator: ":").last.map(String.init) ?? name
  }

  /// Whether it begins and ends a paragraph.
  var isBlock: Bool { Self.blocks.contains(name) }

  /// Whether its content is no text of the page.
  var isSkipped: Bool { Self.skipped.contains(name) }

  /// What its text is; nil where that is for its surroundings to say.
  var kind: BlockKind? { Self.kinds[name] }

  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
    "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "iframe",
    "legend", "li", "main", "menu", "nav", "noframes", "ol", "p", "pre", "search", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul", "video",
  ]

  private static let skipped: Set<String> = [
    "applet", "audio", "canvas", "datalist", "del", "embed", "head", "iframe", "math", "noscript",
    "object", "rp", "rt", "script", "select", "style", "svg", "template", "textarea", "video",
  ]

  private static let kinds: [String: BlockKind] = [
    "h1": .heading, "h2": .heading, "h3": .heading, "h4": .heading, "h5": .heading, "h6": .heading,
    "li": .listItem, "dt": .listItem, "dd": .listItem, "td": .tableCell, "th": .tableCell,
    "caption": .caption, "figcaption": .caption, "blockquote": .quote,
  ]
}
