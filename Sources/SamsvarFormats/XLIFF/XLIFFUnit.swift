import SamsvarModel

/// What stands inside a `unit` of XLIFF 2.1, in the order of the schema: issues, candidates, glossary,
/// notes, original data, segments.
struct XLIFFUnit {
  private let segments: [(number: Int, unit: BitextUnit)]
  private let options: BitextOptions
  private var codes: [XLIFFCodes] = []
  private var data = XLIFFData()
  private var segmentIDs: [String] = []

  init(
    _ segments: [(number: Int, unit: BitextUnit)], of unitID: String, _ options: BitextOptions
  ) {
    self.segments = segments
    self.options = options
    var tokens = TokenIDs()
    for (index, segment) in segments.enumerated() {
      let id = segment.unit.id
      let own = id.hasPrefix(unitID + "/") ? String(id.dropFirst(unitID.count + 1)) : id
      let isNumber = own == String(index + 1) || segments.count == 1
      segmentIDs.append(tokens.unique(isNumber ? "s\(index + 1)" : own, or: "s"))
    }
    let count = segments.reduce(0) { $0 + (options.issues[$1.number]?.count ?? 0) }
    let taken = segmentIDs + (0..<count).map { XLIFFIssues.id($0 + 1) }
    var ids = XLIFFInlineIDs(taken: taken)
    for (index, segment) in segments.enumerated() {
      codes.append(
        XLIFFCodes(segment.unit, segment: index, ids: &ids, data: &data))
    }
  }

  func write(_ xml: XMLWriter) {
    candidates(xml)
    glossary(xml)
    notes(xml)
    data.write(xml)
    var issueNumber = 1
    for (index, segment) in segments.enumerated() {
      write(segment, index, issueNumber, xml)
      issueNumber += options.issues[segment.number]?.count ?? 0
    }
  }

  private func write(
    _ segment: (number: Int, unit: BitextUnit), _ index: Int, _ issueNumber: Int, _ xml: XMLWriter
  ) {
    let unit = segment.unit
    var attributes: [(String, String)] = []
    if segments.count > 1 || hasReferences {
      attributes.append(("id", segmentIDs[index]))
    }
    let hasTarget = !unit.target.isEmpty
    if let state = unit.state ?? (unit.needsReview && hasTarget ? .translated : nil) {
      attributes.append(("state", (hasTarget ? state : .initial).rawValue))
      if unit.needsReview { attributes.append(("subState", XLIFFWriter.reviewState)) }
    }
    xml.start("segment", attributes)
    let none = XLIFFIssues([], in: unit.source, first: 1)
    content("source", unit.source, order: nil, codes[index].source, none, xml)
    if hasTarget {
      content(
        "target", unit.target, order: order(index), codes[index].target,
        XLIFFIssues(options.issues[segment.number] ?? [], in: unit.target, first: issueNumber), xml)
    }
    xml.end()
  }

  /// The place of the target, where it is said; all of them must be said for one to be.
  private func order(_ index: Int) -> Int? {
    let orders = segments.map(\.unit.order)
    guard Set(orders.compactMap { $0 }) == Set(1...segments.count) else { return nil }
    return orders[index] == index + 1 ? nil : orders[index]
  }

  private func content(
    _ name: String, _ text: CodedText, order: Int?, _ codes: [XLIFFCodes.Written],
    _ issues: XLIFFIssues, _ xml: XMLWriter
  ) {
    var attributes: [(String, String)] = []
    if text.bytes.first.map({ $0 <= 0x20 }) == true || text.bytes.last.map({ $0 <= 0x20 }) == true
      || text.bytes.contains(0x0A)
    {
      attributes.append(("xml:space", "preserve"))
    }
    if let order { attributes.append(("order", String(order))) }
    xml.start(name, attributes)
    xml.text("")
    issues.walk(text, codes, xml)
    xml.end()
  }

  private var hasReferences: Bool { segments.contains { $0.unit.matchQuality != nil } }

  private func candidates(_ xml: XMLWriter) {
    guard hasReferences else { return }
    xml.start("mtc:matches")
    for (index, segment) in segments.enumerated() {
      guard let quality = segment.unit.matchQuality else { continue }
      let value = BeadsFormat.decimal(min(100, max(0, quality)))
      xml.start("mtc:match", [("ref", "#\(segmentIDs[index])"), ("matchQuality", value)])
      xml.element("source", text: segment.unit.source.string)
      xml.element("target", text: segment.unit.target.string)
      xml.end()
    }
    xml.end()
  }

  /// The termbase's concepts whose source term stands in the unit.
  private func glossary(_ xml: XMLWriter) {
    let language = options.sourceLanguage ?? segments.first?.unit.sourceLanguage ?? .nb
    let other = options.targetLanguage ?? segments.first?.unit.targetLanguage ?? .en
    let text = segments.map { $0.unit.source.string.lowercased() }.joined(separator: " ")
    let entries = options.termbase.concepts.compactMap { concept -> ([String], ConceptEntry)? in
      let translations = concept.terms(in: other).filter(\.status.isAllowed).map(\.term)
      let isHere = concept.terms(in: language).contains { text.contains($0.term.lowercased()) }
      return isHere && !translations.isEmpty ? (translations, concept) : nil
    }
    guard !entries.isEmpty else { return }
    xml.start("gls:glossary")
    for (translations, concept) in entries {
      xml.start("gls:glossEntry")
      xml.element("gls:term", text: concept.terms(in: language).first?.term ?? "")
      for translation in translations { xml.element("gls:translation", text: translation) }
      if !concept.definition.isEmpty { xml.element("gls:definition", text: concept.definition) }
      xml.end()
    }
    xml.end()
  }

  private func notes(_ xml: XMLWriter) {
    let notes = segments.flatMap(\.unit.notes)
    guard !notes.isEmpty else { return }
    xml.start("notes")
    for note in notes { xml.element("note", text: note) }
    xml.end()
  }
}

/// The original data of a unit's codes, each once.
struct XLIFFData {
  private var ids: [String: String] = [:]
  private var order: [String] = []

  /// The identifier of some data; nil for none.
  mutating func id(of data: String) -> String? {
    data.isEmpty ? nil : id(ofPart: data)
  }

  /// The identifier of some data, which may be empty.
  mutating func id(ofPart data: String) -> String {
    if let id = ids[data] { return id }
    let id = "d\(order.count + 1)"
    ids[data] = id
    order.append(data)
    return id
  }

  func write(_ xml: XMLWriter) {
    guard !order.isEmpty else { return }
    xml.start("originalData")
    for data in order { xml.element("data", [("id", ids[data] ?? "")], text: data) }
    xml.end()
  }
}
