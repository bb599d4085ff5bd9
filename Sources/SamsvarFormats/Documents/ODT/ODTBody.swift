import SamsvarModel

/// Walks `content.xml` of an OpenDocument text.
struct ODTBody {
  private let styles: ODTStyles
  private let file: String
  /// The paragraphs of the body.
  var paragraphs = ParagraphStack()
  /// The paragraphs of notes, in the order of their marks.
  private(set) var notes: [OfficeParagraph] = []
  /// How many bytes are marked as each language.
  private(set) var languages: [String: Int] = [:]
  /// What was left out.
  private(set) var removals: [Removal] = []
  private var open: [Paragraph] = []
  private var spans: [String?] = []
  private var cells = 0
  private var items = 0
  private static let part = "content.xml"

  private struct Paragraph {
    var style: String?
    var isHeading: Bool
  }

  init(styles: ODTStyles, file: String) {
    self.styles = styles
    self.file = file
  }

  /// Reads the part.
  mutating func read(_ content: [UInt8]) throws(InputError) {
    var xml = OfficePart(content, file: file, part: Self.part, isMapped: true)
    while let event = try xml.next() {
      switch event {
      case .open(let name): try start(name, &xml)
      case .close(let name): end(name)
      case .text(let text): add(text, at: xml.textPlaces)
      }
    }
  }

  // MARK: - Elements

  private static let passedOver: Set<String> = [
    "annotation", "automatic-styles", "desc", "font-face-decls", "forms", "note-citation",
    "ruby-text", "scripts", "sequence-decls", "title", "user-field-decls", "variable-decls",
  ]
  private static let indexes: Set<String> = [
    "alphabetical-index", "illustration-index", "object-index", "table-index", "table-of-content",
    "user-index",
  ]

  private mutating func start(_ name: String, _ xml: inout OfficePart) throws(InputError) {
    if Self.passedOver.contains(name) { return try xml.skip() }
    if Self.indexes.contains(name) { return try remove(.contents, &xml) }
    switch name {
    case "tracked-changes": try remove(.deleted, &xml)
    case "section" where xml.attribute("display") == "none",
      "hidden-text" where xml.attribute("is-hidden") != "false",
      "hidden-paragraph" where xml.attribute("is-hidden") == "true":
      try remove(.hidden, &xml)
    case "p", "h":
      paragraphs.begin()
      open.append(Paragraph(style: xml.attribute("style-name"), isHeading: name == "h"))
    case "span": spans.append(xml.attribute("style-name"))
    case "s", "tab": paragraphs.add([0x20])
    case "line-break": paragraphs.add([0x0A])
    case "list-item", "list-header": items += 1
    case "table-cell": cells += 1
    case "note": try note(&xml)
    default: break
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "p", "h":
      guard let last = open.popLast() else { return }
      var kind = styles.kind(last.style) ?? (items > 0 ? .listItem : .paragraph)
      if last.isHeading { kind = .heading }
      if cells > 0 { kind = .tableCell }
      paragraphs.end(as: kind)
    case "span": _ = spans.popLast()
    case "list-item", "list-header": items -= 1
    case "table-cell": cells -= 1
    default: break
    }
  }

  /// Reads a note, which stands in the middle of a sentence, apart from it.
  private mutating func note(_ xml: inout OfficePart) throws(InputError) {
    let depth = xml.path.count
    var body = self
    body.paragraphs = ParagraphStack()
    body.notes = []
    (body.open, body.spans, body.cells, body.items) = ([], [], 0, 0)
    while xml.path.count >= depth, let event = try xml.next() {
      switch event {
      case .open(let name): try body.start(name, &xml)
      case .close(let name): body.end(name)
      case .text(let text): body.add(text, at: xml.textPlaces)
      }
    }
    notes += body.paragraphs.take().map { paragraph in
      var paragraph = paragraph
      paragraph.kind = .footnote
      return paragraph
    }
    notes += body.notes
    languages = body.languages
    removals = body.removals
  }

  // MARK: - Text

  private mutating func add(_ text: String, at places: [PartPlace]) {
    guard let paragraph = open.last else { return }
    let isHidden =
      styles.isHidden("paragraph", paragraph.style)
      || spans.contains { styles.isHidden("text", $0) }
    if isHidden { return log(.hidden, text) }
    paragraphs.addCollapsing(text, at: places)
    let marked = spans.last { styles.language("text", $0) != nil }
    if let marked = marked.flatMap({ styles.language("text", $0) })
      ?? styles.language("paragraph", paragraph.style)
    {
      languages[marked, default: 0] += text.utf8.count
    }
  }

  /// Passes over the element just opened and notes each paragraph of its text.
  private mutating func remove(_ kind: Removal.Kind, _ xml: inout OfficePart) throws(InputError) {
    let depth = xml.path.count
    var text = ""
    while xml.path.count >= depth, let event = try xml.next() {
      switch event {
      case .text(let more) where !xml.path.contains("change-info"): text += more
      case .close("p"), .close("h"):
        log(kind, text)
        text = ""
      default: break
      }
    }
    log(kind, text)
  }

  private mutating func log(_ kind: Removal.Kind, _ text: String) {
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    removals.append(Removal(kind, text, at: Self.part))
  }
}
