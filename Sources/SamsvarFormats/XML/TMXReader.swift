package import SamsvarModel

/// Reads TMX (1.1 to 1.4b) as a stream: units with one variant in each of two languages.
package enum TMXReader {
  /// Calls `body` with each unit that has both languages; nil languages take the first two that occur.
  ///
  /// The unit and its buffers are used again for the next one, so that memory does not grow with the file.
  ///
  /// - Throws: `InputError` with line and reason where the XML is not well-formed, or what `body` throws.
  package static func read(
    _ reader: consuming XMLReader, _ options: BitextOptions,
    _ body: (inout BitextUnit) throws(InputError) -> Void
  ) throws(InputError) {
    var parser = TMXParser(reader, options)
    try parser.run(body)
  }

  /// The units of some bytes as records.
  ///
  /// - Throws: `InputError` as `read`.
  package static func read(
    _ bytes: [UInt8], file: String, source: LanguageTag?, target: LanguageTag?
  ) throws(InputError) -> [BeadRecord] {
    var records: [BeadRecord] = []
    let options = BitextOptions(source: source, target: target)
    try read(try XMLReader(bytes, file: file), options) { unit in records.append(unit.record) }
    return records
  }

  /// Calls `body` with the units of a file as records; `-` is standard input.
  ///
  /// - Throws: `InputError` as `read`.
  package static func forEachUnit(
    _ path: String, source: LanguageTag?, target: LanguageTag?, _ body: (BeadRecord) -> Void
  ) throws(InputError) {
    let options = BitextOptions(source: source, target: target)
    try read(try XMLReader(path: path), options) { unit in body(unit.record) }
  }
}

/// The state of a walk through a TMX.
private struct TMXParser: ~Copyable {
  private var reader: XMLReader
  private let names: Names
  private var source: LanguageTag?
  private var target: LanguageTag?
  private var unit = BitextUnit()
  private var count = 0
  /// The variants of the unit; those before `used` are of this one.
  private var variants: [Variant] = []
  private var used = 0
  private var language: LanguageTag?
  /// What was read of languages so far, so that a code is parsed once.
  private var languages: [(code: [UInt8], tag: LanguageTag)] = []
  private var isInSegment = false
  private var isInVariant = false
  private var isInUnit = false
  /// Codes that are open: what is inside is markup, not text.
  private var codes: [(index: Int?, isText: Bool)] = []
  private var highlights = 0
  /// The type of the property (or nothing of the note) that is open, and its text.
  private var remarkType: String?
  private var remark: [UInt8] = []

  private struct Variant {
    var language: LanguageTag = .nb
    var text = CodedText()
    var element = 0
  }

  private struct Names {
    let tu, tuv, seg, note, prop, bpt, ept, ph, it, hi, ut, tuid, lang, type, i, x, pos: XMLName
  }

  init(_ reader: consuming XMLReader, _ options: BitextOptions) {
    names = Names(
      tu: reader.name("tu"), tuv: reader.name("tuv"), seg: reader.name("seg"),
      note: reader.name("note"), prop: reader.name("prop"), bpt: reader.name("bpt"),
      ept: reader.name("ept"), ph: reader.name("ph"), it: reader.name("it"),
      hi: reader.name("hi"), ut: reader.name("ut"), tuid: reader.name("tuid"),
      lang: reader.name("lang"), type: reader.name("type"), i: reader.name("i"),
      x: reader.name("x"), pos: reader.name("pos"))
    self.reader = reader
    source = options.sourceLanguage
    target = options.targetLanguage
  }

  mutating func run(_ body: (inout BitextUnit) throws(InputError) -> Void) throws(InputError) {
    var hasRoot = false
    while let event = try reader.next() {
      switch event {
      case .start:
        if !hasRoot {
          guard reader.nameText == "tmx" else {
            throw reader.error("the root element is \(reader.nameText), not tmx")
          }
          hasRoot = true
        }
        start(reader.name)
      case .end: if try end(reader.name) { try body(&unit) }
      case .text: text()
      }
    }
  }

  private mutating func start(_ name: XMLName) {
    if isInSegment { return startCode(name) }
    if name == names.seg {
      guard isInVariant else { return }
      isInSegment = true
      highlights = 0
      variants[used].element = reader.elementNumber
    } else if name == names.tuv {
      startVariant()
    } else if name == names.tu {
      unit.clear()
      (isInUnit, used) = (true, 0)
      if let id = reader.attribute(names.tuid) { unit.id = String(cString: id) }
    } else if name == names.note || name == names.prop {
      remarkType = name == names.note ? "" : reader.string(names.type) ?? "?"
      remark.removeAll(keepingCapacity: true)
    }
  }

  private mutating func startVariant() {
    isInVariant = true
    let code = reader.attribute(names.lang, inXML: true) ?? reader.attribute(names.lang)
    language = code.flatMap { tag($0) }
    if used == variants.count { variants.append(Variant()) }
    variants[used].text.clear()
  }

  /// The language of a code, parsed when it is new.
  private mutating func tag(_ code: UnsafePointer<UInt8>) -> LanguageTag? {
    for known in languages {
      var index = 0
      while index < known.code.count, code[index] == known.code[index] { index += 1 }
      if index == known.code.count, code[index] == 0 { return known.tag }
    }
    let text = String(cString: code)
    guard let tag = LanguageTag(text) else { return nil }
    languages.append((Array(text.utf8), tag))
    return tag
  }

  private mutating func text() {
    if isInSegment {
      if let code = codes.last, !code.isText {
        if let index = code.index { variants[used].text.codes[index].data += reader.text }
      } else {
        reader.appendText(to: &variants[used].text.bytes)
      }
    } else if remarkType != nil {
      reader.appendText(to: &remark)
    }
  }

  /// True where a unit with both languages has ended.
  private mutating func end(_ name: XMLName) throws(InputError) -> Bool {
    if isInSegment, !codes.isEmpty {
      endCode()
    } else if name == names.seg {
      isInSegment = false
    } else if name == names.tuv {
      isInVariant = false
      if let language {
        variants[used].language = language
        used += 1
      }
    } else if name == names.note || name == names.prop {
      finishRemark()
    } else if name == names.tu {
      return finishUnit()
    }
    return false
  }
}

// MARK: - Inline codes

extension TMXParser {
  private mutating func startCode(_ name: XMLName) {
    if let code = codes.last, !code.isText {
      codes.append((nil, false))  // a subflow inside a code
      return
    }
    let offset = variants[used].text.bytes.count
    let id = reader.string(names.i) ?? reader.string(names.x) ?? ""
    let isHighlight = name == names.hi
    let kind: InlineCode.Kind =
      if name == names.bpt || isHighlight {
        .open
      } else if name == names.ept {
        .close
      } else if name == names.it {
        reader.string(names.pos) == "end" ? .isolatedClose : .isolatedOpen
      } else {
        .point
      }
    highlights += isHighlight ? 1 : 0
    variants[used].text.codes.append(
      InlineCode(
        kind, at: offset, id: isHighlight && id.isEmpty ? "hi\(highlights)" : id,
        isAnnotation: isHighlight))
    codes.append((variants[used].text.codes.count - 1, isHighlight))
  }

  private mutating func endCode() {
    guard let code = codes.popLast(), code.isText, let index = code.index else { return }
    let opening = variants[used].text.codes[index]
    variants[used].text.codes.append(
      InlineCode(
        .close, at: variants[used].text.bytes.count, id: opening.id, isAnnotation: true))
  }
}

// MARK: - Units

extension TMXParser {
  private mutating func finishRemark() {
    guard let type = remarkType else { return }
    let text = String(decoding: remark, as: UTF8.self)
    remarkType = nil
    switch type {
    case "": unit.notes.append(text)
    case "x-confidence": unit.confidence = Double(text)
    case "x-document": unit.document = text
    case "x-context": unit.context = text
    case "x-state": unit.state = BitextUnit.State(rawValue: text)
    case "x-bead": unit.kind = BeadKind(rawValue: text)
    // Of the header's nothing is said: they are no unit's.
    default: if isInUnit { unit.dropped.insert(.properties) }
    }
  }

  /// Puts the variants of the languages wanted into the unit; false where one is missing.
  private mutating func finishUnit() -> Bool {
    let all = variants[..<used]
    if source == nil { source = all.first?.language }
    if target == nil { target = all.first { $0.language.base != source?.base }?.language }
    guard let source, let target,
      let left = all.firstIndex(where: { $0.language.base == source.base }),
      let right = all.firstIndex(where: { $0.language.base == target.base })
    else { return false }
    count += 1
    if unit.id.isEmpty { unit.id = String(count) }
    unit.sourceLanguage = source
    unit.targetLanguage = target
    swap(&unit.source, &variants[left].text)
    swap(&unit.target, &variants[right].text)
    unit.sourcePlace = .element(variants[left].element)
    unit.targetPlace = .element(variants[right].element)
    if used > 2 { unit.dropped.insert(.variants) }
    return true
  }
}
