package import SamsvarModel

/// Reads XLIFF 2.0 and 2.1 as a stream: each segment with its codes, state, notes and match quality.
package enum XLIFFReader {
  /// Calls `body` with each segment in order.
  ///
  /// - Throws: `InputError` where the XML is not well-formed or the file is of another kind.
  package static func read(
    _ reader: consuming XMLReader, _ options: BitextOptions,
    _ body: (inout BitextUnit) throws(InputError) -> Void
  ) throws(InputError) {
    var parser = XLIFFParser(reader, options)
    try parser.run(body)
  }
}

/// The state of a walk through an XLIFF 2.
private struct XLIFFParser: ~Copyable {
  private var reader: XMLReader
  private let id, startRef, isolated, dataRef, dataRefStart, dataRefEnd, equiv, equivStart: XMLName
  private let equivEnd, hex: XMLName
  private var source: LanguageTag?
  private var target: LanguageTag?
  private var document = ""
  private var unitID = ""
  private var unitName = ""
  private var segments: [BitextUnit] = []
  private var hasTarget: [Bool] = []
  private var notes: [String] = []
  private var data: [String: String] = [:]
  private var metadata: [String: String] = [:]
  /// The match quality of the unit, or of the segment that a match refers to.
  private var quality: [String: Double] = [:]
  private var dropped: UnitFeatures = []
  /// The identifiers of marks that are findings, no part of the text.
  private var findings: Set<String> = []
  /// The text that is read: 0 source, 1 target; nil outside of both.
  private var side: Int?
  private var text = CodedText()
  private var texts = [CodedText(), CodedText()]
  private var elements = [0, 0]
  /// Where a plain text (note, data, meta) goes.
  private var plain: (kind: String, key: String)?
  private var plainText = ""
  /// The inline elements that are open.
  private var inline: [InlineCode] = []
  /// How deep the reader is in an element that is passed over.
  private var skipped = 0
  private var isInUnit = false
  private var isInSegment = false
  private var count = 0
  private var files = 0

  init(_ reader: consuming XMLReader, _ options: BitextOptions) {
    id = reader.name("id")
    startRef = reader.name("startRef")
    isolated = reader.name("isolated")
    dataRef = reader.name("dataRef")
    dataRefStart = reader.name("dataRefStart")
    dataRefEnd = reader.name("dataRefEnd")
    equiv = reader.name("equiv")
    equivStart = reader.name("equivStart")
    equivEnd = reader.name("equivEnd")
    hex = reader.name("hex")
    self.reader = reader
    source = options.sourceLanguage
    target = options.targetLanguage
  }

  mutating func run(_ body: (inout BitextUnit) throws(InputError) -> Void) throws(InputError) {
    while let event = try reader.next() {
      switch event {
      case .start: try start(reader.nameText)
      case .text:
        if skipped > 0 { continue }
        if side != nil {
          reader.appendText(to: &text.bytes)
        } else if plain != nil {
          plainText += reader.text
        }
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
    if side != nil { return startCode(name) }
    switch name {
    case "xliff":
      source = source ?? attribute("srcLang").flatMap { LanguageTag($0) }
      target = target ?? attribute("trgLang").flatMap { LanguageTag($0) }
    case "file":
      document = attribute("original") ?? (files == 0 ? "" : attribute("id") ?? "")
      files += 1
    case "unit": startUnit()
    case "match":
      if let value = attribute("matchQuality").flatMap({ Double($0) }) {
        quality[attribute("ref") ?? ""] = value
      }
      skipped = 1
    case "note": plain = ("note", "")
    case "data": plain = ("data", reader.string(id) ?? "")
    case "meta": plain = ("meta", attribute("type") ?? "")
    case "cp": plainText += "\u{FFFD}"
    case "segment": startSegment()
    case "locQualityIssues", "locQualityIssue":
      dropped.insert(.findings)
      skipped = 1
    case "ignorable", "skeleton", "glossary", "revisions", "provenanceRecords": skipped = 1
    case "source", "target":
      guard isInSegment else {
        skipped = 1
        return
      }
      startText(name == "source" ? 0 : 1)
    case "group", "notes", "originalData", "matches", "metadata", "metaGroup": break
    default:
      if files == 0 {
        throw reader.error("the root element is \(name), not xliff")
      }
      skipped = 1
    }
  }

  private mutating func startUnit() {
    count += 1
    isInUnit = true
    unitID = reader.string(id) ?? String(count)
    unitName = attribute("name") ?? ""
    segments = []
    hasTarget = []
    notes = []
    data = [:]
    metadata = [:]
    quality = [:]
    dropped = []
    findings = []
  }

  private mutating func startSegment() {
    isInSegment = true
    var unit = BitextUnit()
    unit.id = reader.string(id) ?? ""
    unit.state = attribute("state").flatMap { BitextUnit.State(rawValue: $0) }
    unit.needsReview = attribute("subState") == XLIFFWriter.reviewState
    segments.append(unit)
    hasTarget.append(false)
    texts[0].clear()
    texts[1].clear()
    elements = [0, 0]
  }

  private mutating func startText(_ side: Int) {
    self.side = side
    text.clear()
    inline = []
    elements[side] = reader.elementNumber
    if side == 1, !segments.isEmpty {
      segments[segments.count - 1].order = attribute("order").flatMap { Int($0) }
    }
  }

  private mutating func end(
    _ name: String, _ body: (inout BitextUnit) throws(InputError) -> Void
  ) throws(InputError) {
    if side != nil, !inline.isEmpty {
      endCode()
    } else if let side, name == "source" || name == "target" {
      swap(&texts[side], &text)
      self.side = nil
    } else {
      switch name {
      case "note", "data", "meta": finishPlain()
      case "segment": finishSegment()
      case "unit": try finishUnit(body)
      default: break
      }
    }
  }

  private mutating func finishPlain() {
    switch plain?.kind {
    case "note": if isInUnit { notes.append(plainText) }
    case "data": data[plain?.key ?? ""] = plainText
    case "meta":
      guard isInUnit else { break }
      let key = plain?.key ?? ""
      metadata[key] = plainText
      if !["id", "confidence", "bead"].contains(key) { dropped.insert(.properties) }
    default: break
    }
    plain = nil
    plainText = ""
  }

  private mutating func finishSegment() {
    isInSegment = false
    guard !segments.isEmpty else { return }
    let last = segments.count - 1
    swap(&segments[last].source, &texts[0])
    swap(&segments[last].target, &texts[1])
    segments[last].sourcePlace = .element(elements[0])
    segments[last].targetPlace = elements[1] > 0 ? .element(elements[1]) : nil
  }

  private mutating func finishUnit(
    _ body: (inout BitextUnit) throws(InputError) -> Void
  ) throws(InputError) {
    isInUnit = false
    let several = segments.count > 1
    for index in segments.indices {
      var unit = segments[index]
      unit.id = several ? Self.id(unit.id, of: unitID, index) : metadata["id"] ?? unitID
      unit.group = several ? unitID : ""
      unit.context = unitName
      unit.document = document
      unit.sourceLanguage = source
      unit.targetLanguage = target
      unit.notes = index == 0 ? notes : []
      unit.matchQuality =
        quality["#\(segments[index].id)"] ?? quality[""] ?? (several ? nil : quality.values.max())
      unit.dropped = dropped
      unit.confidence = metadata["confidence"].flatMap { Double($0) }
      unit.kind = metadata["bead"].flatMap { BeadKind(rawValue: $0) }
      try body(&unit)
    }
    segments = []
  }

  /// The identifier of one of several segments: its own where that names the unit, else both.
  private static func id(_ segment: String, of unit: String, _ index: Int) -> String {
    if segment.isEmpty || segment == "s\(index + 1)" { return "\(unit)/\(index + 1)" }
    return segment.hasPrefix(unit) && segment != unit ? segment : "\(unit)/\(segment)"
  }
}

// MARK: - Inline codes

extension XLIFFParser {
  private mutating func startCode(_ name: String) {
    let offset = text.bytes.count
    let own = reader.string(id) ?? ""
    let reference = reader.string(startRef) ?? ""
    let isIsolated = reader.string(isolated) == "yes"
    var code = InlineCode(.point, at: offset, id: own.isEmpty ? reference : own)
    // What follows is popped at the element's end; its kind says what to do then.
    var closing = InlineCode(.point, at: 0, id: code.id)
    switch name {
    case "cp":
      text.bytes += Array("\u{FFFD}".utf8)
      inline.append(closing)
      return
    case "mrk" where isFinding(own), "sm" where isFinding(own),
      "em" where findings.contains(reference):
      inline.append(closing)
      return
    case "pc", "mrk":
      code.kind = .open
      code.isAnnotation = name == "mrk"
      code.data = original(dataRefStart, equivStart)
      closing.kind = .close
      closing.isAnnotation = code.isAnnotation
      closing.data = original(dataRefEnd, equivEnd)
    case "sc", "sm":
      code.kind = isIsolated ? .isolatedOpen : .open
      code.isAnnotation = name == "sm"
      code.data = original(dataRef, equiv)
    case "ec", "em":
      code.kind = isIsolated ? .isolatedClose : .close
      code.isAnnotation = name == "em"
      code.data = original(dataRef, equiv)
    default: code.data = original(dataRef, equiv)
    }
    text.codes.append(code)
    inline.append(closing)
  }

  private mutating func endCode() {
    guard var closing = inline.popLast(), closing.kind == .close else { return }
    closing.offset = text.bytes.count
    text.codes.append(closing)
  }

  /// Whether the mark just read says what is wrong with the words in it (ITS, localization quality issue).
  private mutating func isFinding(_ id: String) -> Bool {
    let names = ["Type", "Comment", "Severity", "sRef"]
    guard
      names.contains(where: {
        reader.string(reader.name("locQualityIssue\($0)"), namespace: XLIFFNamespace.its) != nil
      })
    else { return false }
    dropped.insert(.findings)
    findings.insert(id)
    return true
  }

  private func original(_ reference: XMLName, _ equivalent: XMLName) -> String {
    if let key = reader.string(reference), let text = data[key] { return text }
    return reader.string(equivalent) ?? ""
  }
}
