package import SamsvarModel

/// Reads XLIFF 1.2 as a stream: each `trans-unit`, or each of its segments (`mrk mtype="seg"`).
package enum XLIFF12Reader {
  /// Calls `body` with each segment in order.
  ///
  /// - Throws: `InputError` where the XML is not well-formed or the file is of another kind.
  package static func read(
    _ reader: consuming XMLReader, _ options: BitextOptions,
    _ body: (inout BitextUnit) throws(InputError) -> Void
  ) throws(InputError) {
    var parser = XLIFF12Parser(reader, options)
    try parser.run(body)
  }
}

/// The state of a walk through an XLIFF 1.2.
private struct XLIFF12Parser: ~Copyable {
  /// A text of a unit: the whole, or one of its segments.
  private struct Piece {
    var mid: String
    var text = CodedText()
    var element: Int
  }

  private var reader: XMLReader
  private let options: BitextOptions
  private var source: LanguageTag?
  private var target: LanguageTag?
  private var document = ""
  private var unit = BitextUnit()
  private var wholes: [String: Piece] = [:]
  private var pieces: [String: [Piece]] = [:]
  /// `source`, `seg-source` or `target` while one is read.
  private var part = ""
  /// The texts that are read: the whole, and the segment inside it.
  private var open: [Piece] = []
  /// The inline elements that are open and what ends with them.
  private var inline: [Inline] = []
  private var note: String?
  private var skipped = 0
  private var count = 0
  private var hasRoot = false

  private enum Inline {
    case segment
    /// A pair whose end is written at the element's end.
    case pair(InlineCode)
    /// Native code: its text is data of the nth code of the text.
    case code(Int)
    /// An element without content of its own.
    case nothing
  }

  init(_ reader: consuming XMLReader, _ options: BitextOptions) {
    self.reader = reader
    self.options = options
  }

  mutating func run(_ body: (inout BitextUnit) throws(InputError) -> Void) throws(InputError) {
    while let event = try reader.next() {
      switch event {
      case .start: try start(reader.nameText)
      case .text: if skipped == 0 { text() }
      case .end:
        if skipped > 0 { skipped -= 1 } else { try end(reader.nameText, body) }
      }
    }
  }

  private func attribute(_ name: String) -> String? { reader.string(reader.name(name)) }

  private mutating func start(_ name: String) throws(InputError) {
    if skipped > 0 {
      skipped += 1
      return
    }
    if !part.isEmpty { return startCode(name) }
    switch name {
    case "xliff": hasRoot = true
    case "file":
      document = attribute("original") ?? ""
      source = options.sourceLanguage ?? attribute("source-language").flatMap { LanguageTag($0) }
      target = options.targetLanguage ?? attribute("target-language").flatMap { LanguageTag($0) }
    case "trans-unit": startUnit()
    case "source", "seg-source", "target": startText(name)
    case "note": note = ""
    case "alt-trans":
      unit.matchQuality = unit.matchQuality ?? quality()
      skipped = 1
    case "body", "group": break
    default:
      if !hasRoot { throw reader.error("the root element is \(name), not xliff") }
      skipped = 1
    }
  }

  /// A number, with or without a percent sign.
  private func quality() -> Double? {
    attribute("match-quality").flatMap { Double($0.filter { $0 != "%" && $0 != " " }) }
  }

  private mutating func startUnit() {
    count += 1
    unit = BitextUnit()
    unit.id = attribute("id") ?? String(count)
    unit.context = attribute("resname") ?? ""
    unit.document = document
    unit.sourceLanguage = source
    unit.targetLanguage = target
    for part in (attribute("extradata") ?? "").split(separator: " ") {
      let sides = part.split(separator: "=")
      guard sides.count == 2 else { continue }
      if sides[0] == "confidence" { unit.confidence = Double(sides[1]) }
      if sides[0] == "bead" { unit.kind = BeadKind(rawValue: String(sides[1])) }
    }
    wholes = [:]
    pieces = [:]
  }

  private mutating func startText(_ name: String) {
    part = name
    inline = []
    open = [Piece(mid: "", element: reader.elementNumber)]
    if name == "target", let state = attribute("state") {
      (unit.state, unit.needsReview) = XLIFF12States.read(state)
    }
  }

  private mutating func text() {
    guard !part.isEmpty, let last = open.indices.last else {
      if note != nil { note? += reader.text }
      return
    }
    if case .code(let index) = inline.last {
      open[last].text.codes[index].data += reader.text
    } else {
      reader.appendText(to: &open[last].text.bytes)
    }
  }

  private mutating func end(
    _ name: String, _ body: (inout BitextUnit) throws(InputError) -> Void
  ) throws(InputError) {
    if !part.isEmpty {
      if !inline.isEmpty { return endCode() }
      wholes[part] = open.first
      open = []
      part = ""
    } else if name == "note", let text = note {
      if !unit.id.isEmpty { unit.notes.append(text) }
      note = nil
    } else if name == "trans-unit" {
      try finishUnit(body)
    }
  }

  private mutating func finishUnit(
    _ body: (inout BitextUnit) throws(InputError) -> Void
  ) throws(InputError) {
    let sources = pieces["seg-source"] ?? []
    if sources.count > 1 {
      let targets = pieces["target"] ?? []
      for (index, piece) in sources.enumerated() {
        var part = unit
        part.group = unit.id
        part.id = piece.mid.hasPrefix(unit.id) ? piece.mid : "\(unit.id)/\(piece.mid)"
        part.notes = index == 0 ? unit.notes : []
        fill(&part, piece, targets.first { $0.mid == piece.mid })
        let place = targets.firstIndex { $0.mid == piece.mid }
        part.order = place == index ? nil : place.map { $0 + 1 }
        try body(&part)
      }
    } else {
      let target = pieces["target"]?.first ?? wholes["target"]
      var whole = unit
      fill(&whole, sources.first ?? wholes["source"], target)
      try body(&whole)
    }
  }

  private func fill(_ unit: inout BitextUnit, _ source: Piece?, _ target: Piece?) {
    unit.source = source?.text ?? CodedText()
    unit.target = target?.text ?? CodedText()
    unit.sourcePlace = source.map { .element($0.element) }
    unit.targetPlace = target.map { .element($0.element) }
  }
}

// MARK: - Inline codes

extension XLIFF12Parser {
  private mutating func startCode(_ name: String) {
    guard let last = open.indices.last else { return }
    if case .code = inline.last { return inline.append(.nothing) }
    if name == "mrk", attribute("mtype") == "seg" {
      open.append(Piece(mid: attribute("mid") ?? "", element: reader.elementNumber))
      return inline.append(.segment)
    }
    let pair = attribute("rid") ?? attribute("id") ?? attribute("mid") ?? ""
    var code = InlineCode(.point, at: open[last].text.bytes.count, id: pair)
    switch name {
    case "g", "mrk":
      code.kind = .open
      code.isAnnotation = name == "mrk"
      code.data = attribute("equiv-text") ?? ""
    case "bx", "bpt": code.kind = .open
    case "ex", "ept": code.kind = .close
    case "it": code.kind = attribute("pos") == "close" ? .isolatedClose : .isolatedOpen
    default: code.id = attribute("id") ?? ""
    }
    open[last].text.codes.append(code)
    switch name {
    case "g", "mrk":
      code.kind = .close
      code.data = ""
      inline.append(.pair(code))
    case "bpt", "ept", "ph", "it": inline.append(.code(open[last].text.codes.count - 1))
    default: inline.append(.nothing)
    }
  }

  private mutating func endCode() {
    switch inline.popLast() {
    case .segment:
      if let piece = open.popLast() { pieces[part, default: []].append(piece) }
    case .pair(var code):
      guard let last = open.indices.last else { return }
      code.offset = open[last].text.bytes.count
      open[last].text.codes.append(code)
    default: break
    }
  }
}

/// The states of XLIFF 1.2 and ours.
enum XLIFF12States {
  /// Our state of one of XLIFF 1.2's, and whether it asks for a person.
  static func read(_ state: String) -> (BitextUnit.State?, Bool) {
    switch state {
    case "new", "needs-translation": (.initial, false)
    case "translated": (.translated, false)
    case "signed-off": (.reviewed, false)
    case "final": (.final, false)
    case let other where other.hasPrefix("needs-"): (.translated, true)
    default: (nil, false)
    }
  }

  /// XLIFF 1.2's state of a unit; nil where nothing is known.
  static func written(_ unit: BitextUnit) -> String? {
    if unit.needsReview { return "needs-review-translation" }
    return switch unit.state {
    case .initial: "new"
    case .translated: "translated"
    case .reviewed: "signed-off"
    case .final: "final"
    case nil: nil
    }
  }
}
