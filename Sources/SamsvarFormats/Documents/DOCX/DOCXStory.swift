import SamsvarModel

/// Walks one story of a Word document: the body, or the notes.
struct DOCXStory {
  private let styles: DOCXStyles
  private let part: String
  private let file: String
  /// The paragraphs of the body.
  var paragraphs = ParagraphStack()
  /// The paragraphs of each note, by its id.
  private(set) var notes: [String: [OfficeParagraph]] = [:]
  /// The ids of the notes the story refers to, in order, by the kind of note.
  private(set) var noteIDs: [String: [String]] = [:]
  /// How many bytes are marked as each language.
  private(set) var languages: [String: Int] = [:]
  /// What was left out.
  private(set) var removals: [Removal] = []
  private var properties: [DOCXParagraphProperties] = []
  private var run = DOCXRunProperties()
  /// Fields open at the moment: whether their code or their result is being read.
  private var fieldsInCode: [Bool] = []
  private var cells = 0
  private var note: String?

  init(styles: DOCXStyles, part: String, file: String) {
    self.styles = styles
    self.part = part
    self.file = file
  }

  /// Reads the part.
  mutating func read(_ content: [UInt8]) throws(InputError) {
    var xml = OfficePart(content, file: file, part: part, isMapped: true)
    while let event = try xml.next() {
      switch event {
      case .open(let name):
        if Self.namespaces.contains(xml.namespace) {
          try open(name, &xml)
        } else if name == "Fallback" || name == "annotation" {
          // Word writes a text box twice: for new programs, and in `mc:Fallback` for old ones.
          try xml.skip()
        }
      case .close(let name): close(name)
      case .text(let text): add(text, in: xml.path.last ?? "", at: xml.textPlaces)
      }
    }
  }

  /// WordprocessingML, transitional and strict.
  private static let namespaces: Set<String> = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
  ]

  // MARK: - Elements

  private mutating func open(_ name: String, _ xml: inout OfficePart) throws(InputError) {
    switch name {
    case "p":
      paragraphs.begin()
      properties.append(DOCXParagraphProperties())
    case "pPr" where !properties.isEmpty:
      properties[properties.count - 1] = try DOCXParagraphProperties(&xml)
    case "r": run = DOCXRunProperties()
    case "rPr": run = try DOCXRunProperties(&xml)
    case "del", "moveFrom": try remove(.deleted, &xml)
    case "instrText", "delText", "delInstrText", "sdtPr", "rt", "sectPr", "tblPr":
      try xml.skip()
    case "trPr": try rowProperties(&xml)
    case "tc": cells += 1
    case "footnote", "endnote": begin(note: xml)
    case "footnoteReference": noteIDs["footnotes", default: []].append(xml.attribute("id") ?? "")
    case "endnoteReference": noteIDs["endnotes", default: []].append(xml.attribute("id") ?? "")
    case "fldChar": field(xml.attribute("fldCharType") ?? "")
    default: character(name, xml)
    }
  }

  /// Elements that stand for characters.
  private mutating func character(_ name: String, _ xml: borrowing OfficePart) {
    switch name {
    case "tab" where xml.path.dropLast().last == "r", "ptab": add(" ", in: "t")
    case "br" where xml.attribute("type") ?? "textWrapping" == "textWrapping", "cr":
      if isShown { paragraphs.add([0x0A]) }
    case "br": add(" ", in: "t")
    case "noBreakHyphen": add("\u{2011}", in: "t")
    case "softHyphen": add("\u{AD}", in: "t")
    case "sym":
      // Symbol fonts live in the private use area: a bullet or arrow, no text.
      guard let code = xml.attribute("char").flatMap({ UInt32($0, radix: 16) }), code < 0xE000,
        let scalar = Unicode.Scalar(code)
      else { return }
      add(String(Character(scalar)), in: "t")
    default: break
    }
  }

  private mutating func close(_ name: String) {
    switch name {
    case "p": endParagraph()
    case "tc": cells -= 1
    case "footnote", "endnote":
      if let note { notes[note] = paragraphs.take() }
      note = nil
    default: break
    }
  }

  private mutating func endParagraph() {
    guard let last = properties.popLast() else { return }
    var kind = styles.kind(last.style, level: last.level, isList: last.isList)
    if cells > 0 { kind = .tableCell }
    if note != nil { kind = .footnote }
    if styles.isContents(last.style) { return dropContents() }
    paragraphs.end(as: kind, joins: last.endIsDeleted)
  }

  /// A line of a table of contents repeats a heading, with the number of its page.
  private mutating func dropContents() {
    let text = paragraphs.drop()
    removals.append(Removal(.contents, String(decoding: text, as: UTF8.self), at: part))
  }

  private mutating func begin(note xml: borrowing OfficePart) {
    // Word keeps the lines that separate notes from the text as notes.
    let type = xml.attribute("type") ?? "normal"
    note = type == "normal" ? xml.attribute("id") ?? "" : "separator"
  }

  private mutating func field(_ type: String) {
    switch type {
    case "begin": fieldsInCode.append(true)
    case "separate": if !fieldsInCode.isEmpty { fieldsInCode[fieldsInCode.count - 1] = false }
    case "end": _ = fieldsInCode.popLast()
    default: break
    }
  }

  /// A row that was deleted with changes tracked is passed over.
  private mutating func rowProperties(_ xml: inout OfficePart) throws(InputError) {
    let depth = xml.path.count
    var isDeleted = false
    while xml.path.count >= depth, let event = try xml.next() {
      if case .open("del") = event { isDeleted = true }
    }
    guard isDeleted else { return }
    var text = ""
    while xml.path.count >= depth - 1, let event = try xml.next() {
      if case .text(let more) = event { text += more }
    }
    log(.deleted, text)
  }

  // MARK: - Text

  private var isHidden: Bool { run.isHidden ?? styles.isHidden(run.style) }

  private var isShown: Bool { !fieldsInCode.contains(true) && !isHidden }

  private mutating func add(
    _ text: String, in element: String, at places: [PartPlace] = []
  ) {
    guard element == "t", paragraphs.isInside, !fieldsInCode.contains(true) else { return }
    if isHidden { return log(.hidden, text) }
    paragraphs.addCollapsing(text, at: places)
    if let language = run.language ?? styles.language(run.style) {
      languages[language, default: 0] += text.utf8.count
    }
  }

  /// Passes over the element just opened and notes its text.
  private mutating func remove(_ kind: Removal.Kind, _ xml: inout OfficePart) throws(InputError) {
    let depth = xml.path.count
    var text = ""
    while xml.path.count >= depth, let event = try xml.next() {
      if case .text(let more) = event, ["t", "delText"].contains(xml.path.last) { text += more }
    }
    log(kind, text)
  }

  private mutating func log(_ kind: Removal.Kind, _ text: String) {
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    removals.append(Removal(kind, text, at: part))
  }
}
