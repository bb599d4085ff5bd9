import SamsvarModel

/// Writes XLIFF 1.2 (OASIS, 2008): a `trans-unit` for each unit, its segments as `mrk mtype="seg"`.
package struct XLIFF12Writer: BitextWriter {
  private let xml = XMLWriter()
  private let options: BitextOptions
  private var document: String?
  private var languages: [String] = []
  private var hasBegun = false
  private var ids: Set<String> = []
  private var pending: [BitextUnit] = []
  private var number = 0

  init(_ options: BitextOptions) { self.options = options }

  package mutating func write(_ unit: BitextUnit, to out: inout [UInt8]) {
    begin()
    let continues =
      !unit.group.isEmpty && pending.first?.group == unit.group && document == unit.document
    if !continues { writePending() }
    startFile(unit)
    pending.append(unit)
    number += 1
    xml.drain(into: &out)
  }

  package mutating func finish(to out: inout [UInt8]) {
    begin()
    writePending()
    if document == nil { startFile(BitextUnit()) }
    xml.close()
    xml.drain(into: &out)
  }

  private mutating func begin() {
    guard !hasBegun else { return }
    hasBegun = true
    xml.start("xliff", [("xmlns", XLIFFNamespace.old), ("version", "1.2")])
  }

  private mutating func startFile(_ unit: BitextUnit) {
    let codes = [
      options.code(options.sourceLanguage ?? unit.sourceLanguage, or: .nb),
      options.code(options.targetLanguage ?? unit.targetLanguage, or: .en),
    ]
    guard document != unit.document || languages != codes else { return }
    if document != nil {
      xml.end()
      xml.end()
    }
    document = unit.document
    languages = codes
    ids = []
    let original = unit.document.isEmpty ? options.document : unit.document
    xml.start(
      "file",
      [
        ("original", original.isEmpty ? "text" : original), ("source-language", codes[0]),
        ("target-language", codes[1]), ("datatype", "plaintext"),
      ])
    xml.start("body")
  }

  /// Whether a text begins or ends with white space, or has other white space than single blanks.
  private static func isSpaced(_ text: CodedText) -> Bool {
    var isAfterBlank = true
    for byte in text.bytes {
      let isBlank = byte == 0x20
      if isBlank && isAfterBlank || (0x09...0x0D).contains(byte) { return true }
      isAfterBlank = isBlank
    }
    return isAfterBlank && !text.bytes.isEmpty
  }

  private mutating func writePending() {
    guard let first = pending.first else { return }
    let id = unique(first.group.isEmpty ? first.id : first.group)
    var attributes = [("id", id)]
    if !first.context.isEmpty { attributes.append(("resname", first.context)) }
    let extra = Self.extra(first)
    if !extra.isEmpty { attributes.append(("extradata", extra)) }
    // Readers may take runs of white space for one blank, and drop those at the ends.
    if pending.contains(where: { Self.isSpaced($0.source) || Self.isSpaced($0.target) }) {
      attributes.append(("xml:space", "preserve"))
    }
    xml.start("trans-unit", attributes)
    let several = pending.count > 1
    part("source", pending.map(\.source), ids: nil, state: nil)
    if several { part("seg-source", pending.map(\.source), ids: mids, state: nil) }
    if pending.contains(where: { !$0.target.isEmpty }) {
      let order = targetOrder
      part(
        "target", order.map { pending[$0].target }, ids: several ? order.map { mids[$0] } : nil,
        state: XLIFF12States.written(first))
    }
    for note in pending.flatMap(\.notes) { xml.element("note", text: note) }
    candidate(first)
    xml.end()
    pending = []
  }

  /// The identifier as it is (XLIFF 1.2 allows any text), with a number where it stands twice.
  private mutating func unique(_ id: String) -> String {
    let id = id.isEmpty ? "u\(number)" : id
    var candidate = id
    var count = 2
    while !ids.insert(candidate).inserted {
      candidate = "\(id)-\(count)"
      count += 1
    }
    return candidate
  }

  /// What XLIFF 1.2 has no attribute for: `confidence=0.930 bead=merger`.
  private static func extra(_ unit: BitextUnit) -> String {
    var parts: [String] = []
    if let confidence = unit.confidence {
      parts.append("confidence=\(BeadsFormat.decimal(confidence))")
    }
    if let kind = unit.kind, kind != .substitution { parts.append("bead=\(kind.rawValue)") }
    return parts.joined(separator: " ")
  }

  private var mids: [String] { pending.indices.map { String($0 + 1) } }

  /// The segments in the order of their targets.
  private var targetOrder: [Int] {
    pending.indices.sorted { left, right in
      (pending[left].order ?? left + 1, left) < (pending[right].order ?? right + 1, right)
    }
  }

  private func part(_ name: String, _ texts: [CodedText], ids: [String]?, state: String?) {
    xml.start(name, state.map { [("state", $0)] } ?? [])
    xml.text("")
    for (index, text) in texts.enumerated() {
      if index > 0 { xml.text(" ") }
      if let ids { xml.start("mrk", [("mtype", "seg"), ("mid", ids[index])]) }
      XLIFF12Codes(text).write(text, xml)
      if ids != nil { xml.end() }
    }
    xml.end()
  }

  private func candidate(_ unit: BitextUnit) {
    guard let quality = unit.matchQuality else { return }
    xml.start("alt-trans", [("match-quality", BeadsFormat.decimal(quality))])
    xml.element("source", text: unit.source.string)
    xml.element("target", text: unit.target.string)
    xml.end()
  }
}

/// The codes of a text as inline elements of XLIFF 1.2: with data `bpt ept ph it`, without `g x bx ex`.
private struct XLIFF12Codes {
  private let pairs: CodePairs
  private var ids: [CodePairs.Key: String] = [:]

  init(_ text: CodedText) {
    pairs = CodePairs(text.codes)
    var tokens = TokenIDs()
    for item in pairs.items where ids[item.key] == nil {
      ids[item.key] = tokens.unique(item.key.id, or: "c")
    }
  }

  func write(_ text: CodedText, _ xml: XMLWriter) {
    var items = pairs.items[...]
    text.walk(
      text: { xml.text($0) },
      code: { _ in if let item = items.popFirst() { write(item, xml) } })
  }

  private func write(_ item: CodePairs.Item, _ xml: XMLWriter) {
    let id = ids[item.key] ?? ""
    let code = item.code
    if item.key.isPair, code.isAnnotation {
      guard !pairs.crossing.contains(item.key) else { return }
      if code.kind == .open {
        xml.start("mrk", [("mtype", "x-mark"), ("mid", id)])
      } else {
        xml.end()
      }
      return
    }
    let name: String
    switch code.kind {
    case .open: name = "bpt"
    case .close: name = "ept"
    case .point: name = code.data.isEmpty ? "x" : "ph"
    case .isolatedOpen, .isolatedClose: name = "it"
    }
    var attributes = [("id", id)]
    if item.key.isPair { attributes.append(("rid", id)) }
    if name == "it" { attributes.append(("pos", code.kind == .isolatedOpen ? "open" : "close")) }
    if code.data.isEmpty {
      xml.start(name, attributes)
      xml.end()
    } else {
      xml.element(name, attributes, text: code.data)
    }
  }
}
