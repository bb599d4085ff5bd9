public import SamsvarModel

/// Writes TMX 1.4 (LISA OSCAR, TMX 1.4b): one translation unit a bead with text on both sides.
public enum TMXWriter {
  /// The document.
  ///
  /// - Parameters:
  ///   - tool: The program's name and version, for the header.
  ///   - date: `YYYYMMDDThhmmssZ`, or nil for none.
  public static func write(
    _ bitext: Bitext, tool: (name: String, version: String), date: String? = nil
  ) -> String {
    write(bitext, tool: tool, date: date, languages: LanguageMap())
  }

  /// The document, with language codes as the tool at the other end wants them.
  package static func write(
    _ bitext: Bitext, tool: (name: String, version: String), date: String?,
    languages: LanguageMap
  ) -> String {
    var options = BitextOptions(
      source: bitext.source.language, target: bitext.target.language)
    options.tool = tool
    options.date = date
    options.languageMap = languages
    let units = BitextUnit.beads(of: bitext, document: "").filter {
      !$0.source.isEmpty && !$0.target.isEmpty
    }
    return String(decoding: BitextFormat.tmx.write(units, options), as: UTF8.self)
  }

  /// The header and the beginning of the body.
  static func begin(
    _ xml: XMLWriter, tool: (name: String, version: String), date: String?, source: String
  ) {
    xml.start("tmx", [("version", "1.4")])
    var header = [
      ("creationtool", tool.name), ("creationtoolversion", tool.version),
      ("segtype", "sentence"), ("o-tmf", "samsvar"), ("adminlang", "en"), ("srclang", source),
      ("datatype", "plaintext"),
    ]
    if let date { header.append(("creationdate", date)) }
    xml.start("header", header)
    xml.end()
    xml.start("body")
  }

  /// Writes units as they come.
  struct Units: BitextWriter {
    private let xml = XMLWriter()
    private let options: BitextOptions
    private var hasBegun = false

    init(_ options: BitextOptions) { self.options = options }

    mutating func write(_ unit: BitextUnit, to out: inout [UInt8]) {
      begin(unit.sourceLanguage)
      var attributes: [(String, String)] = []
      let id = unit.id.filter { !$0.isWhitespace }
      if !id.isEmpty { attributes.append(("tuid", id)) }
      xml.start("tu", attributes)
      for note in unit.notes { xml.element("note", text: note) }
      properties(unit)
      variant(unit.source, options.code(unit.sourceLanguage, or: .nb))
      variant(unit.target, options.code(unit.targetLanguage, or: .en))
      xml.end()
      xml.drain(into: &out)
    }

    mutating func finish(to out: inout [UInt8]) {
      begin(nil)
      xml.close()
      xml.drain(into: &out)
    }

    private mutating func begin(_ language: LanguageTag?) {
      guard !hasBegun else { return }
      hasBegun = true
      TMXWriter.begin(
        xml, tool: options.tool, date: options.date,
        source: options.code(options.sourceLanguage ?? language, or: .nb))
    }

    /// What TMX has no element for stands in properties of our own, which other tools keep or skip.
    private func properties(_ unit: BitextUnit) {
      let own = [
        ("x-document", unit.document), ("x-context", unit.context),
        ("x-state", unit.state?.rawValue ?? ""),
        ("x-bead", unit.kind == .substitution ? "" : unit.kind?.rawValue ?? ""),
        ("x-confidence", unit.confidence.map { BeadsFormat.decimal($0) } ?? ""),
      ]
      for (type, value) in own where !value.isEmpty {
        xml.element("prop", [("type", type)], text: value)
      }
    }

    private func variant(_ text: CodedText, _ language: String) {
      xml.start("tuv", [("xml:lang", language)])
      xml.start("seg")
      xml.text("")
      var codes = TMXCodes(text)
      text.walk(text: { xml.text($0) }, code: { codes.write($0, xml) })
      xml.end()
      xml.end()
    }
  }
}

/// The inline codes of a segment as TMX writes them: pairs numbered from 1, highlights nested.
private struct TMXCodes {
  private var numbers: [String: Int] = [:]
  /// Highlights whose both ends stand properly nested; others cannot be written as `hi`.
  private var open: [String] = []

  init(_ text: CodedText) {
    for code in text.codes where code.kind == .open && !code.isAnnotation {
      if numbers[code.id] == nil { numbers[code.id] = Int(code.id) }
    }
    var next = (numbers.values.max() ?? 0) + 1
    for code in text.codes where code.kind == .open && numbers[code.id] == nil {
      numbers[code.id] = next
      next += 1
    }
  }

  mutating func write(_ code: InlineCode, _ xml: XMLWriter) {
    if code.isAnnotation { return highlight(code, xml) }
    let number = numbers[code.id].map(String.init) ?? "1"
    switch code.kind {
    case .open: xml.element("bpt", [("i", number)], text: code.data)
    case .close: xml.element("ept", [("i", number)], text: code.data)
    case .point: xml.element("ph", place(code), text: code.data)
    case .isolatedOpen: xml.element("it", [("pos", "begin")] + place(code), text: code.data)
    case .isolatedClose: xml.element("it", [("pos", "end")] + place(code), text: code.data)
    }
  }

  private func place(_ code: InlineCode) -> [(String, String)] {
    code.id.isEmpty ? [] : [("x", code.id)]
  }

  private mutating func highlight(_ code: InlineCode, _ xml: XMLWriter) {
    if code.kind == .open {
      open.append(code.id)
      xml.start("hi", code.id.hasPrefix("hi") ? [] : [("x", code.id)])
    } else if open.last == code.id {
      open.removeLast()
      xml.end()
    }
  }
}
