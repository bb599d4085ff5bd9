package import SamsvarModel

/// Reads gettext's PO with everything around the texts: contexts, notes, review marks, plural forms, places.
///
/// Each form of a plural is a unit, `3[0]`, `3[1]`, the first with the singular as its source.
/// (`POReader` gives bare pairs, for learning words.)
package enum POFormat {
  /// Calls `body` with each message that is not obsolete; of a plural, with each form.
  ///
  /// The source language is the header's `X-Source-Language`, else English as gettext has it; unknown where
  /// the target is English itself.
  ///
  /// - Throws: `InputError` with the line that is no PO.
  package static func read(
    _ bytes: [UInt8], file: String, _ options: BitextOptions,
    _ body: (inout BitextUnit) throws(InputError) -> Void
  ) throws(InputError) {
    var header = Header(options)
    var number = 0
    var known: Set<[UInt8]> = []
    let entries = try POEntries(bytes, file: file)
    var around = POMessage.File()
    around.obsolete = entries.obsolete
    let hasPlurals = entries.entries.contains { $0.strings["msgid_plural"] != nil }
    for entry in entries.entries {
      if entry.isHeader {
        header.read(entry.strings["msgstr"]?.value ?? [])
        around.header = entry.strings["msgstr"]?.value ?? []
        around.comments = Array(entry.rawComments.map { $0 + "\n" }.joined().utf8)
        continue
      }
      number += 1
      let message = POMessage(entry, file: around)
      for var unit in entry.units(number: number) {
        // What we wrote ourselves is told whole by the unit.
        if !header.isOurs || hasPlurals { unit.message = message }
        unit.sourceLanguage = header.source
        unit.targetLanguage = header.target
        if header.isOurs { own(&unit, entry, isNew: known.insert(unit.source.bytes).inserted) }
        try body(&unit)
      }
    }
  }

  /// What our writer put into references and contexts.
  private static func own(_ unit: inout BitextUnit, _ entry: POEntry, isNew: Bool) {
    if let reference = entry.reference, let colon = reference.lastIndex(of: ":") {
      unit.document = String(reference[..<colon].map { $0 == "\u{A0}" ? " " : $0 })
      unit.id = String(reference[reference.index(after: colon)...])
    }
    if unit.context == unit.id, !isNew || unit.source.isEmpty { unit.context = "" }
  }

  private struct Header {
    private var said: LanguageTag?
    var target: LanguageTag?
    var isOurs = false

    var source: LanguageTag? { said ?? (target?.language == "en" ? nil : .en) }

    init(_ options: BitextOptions) {
      said = options.sourceLanguage
      target = options.targetLanguage
      isSourceGiven = options.sourceLanguage != nil
    }

    private let isSourceGiven: Bool

    mutating func read(_ text: [UInt8]) {
      for line in String(decoding: text, as: UTF8.self).split(separator: "\n") {
        guard let colon = line.firstIndex(of: ":") else { continue }
        let value = String(line[line.index(after: colon)...].drop { $0 == " " })
        switch line[..<colon].lowercased() {
        case "language": target = target ?? LanguageTag(value)
        case "x-source-language": if !isSourceGiven { said = LanguageTag(value) ?? said }
        case "x-generator": isOurs = value.hasPrefix("samsvar")
        default: break
        }
      }
    }
  }
}

/// A message of a PO file.
struct POEntry {
  /// A text and where its quotation marks stand.
  struct Text {
    var value: [UInt8] = []
    var range: Range<Int>
    var line: Int
  }

  var strings: [String: Text] = [:]
  var comments: [String] = []
  /// All lines of comments as they stand.
  var rawComments: [String] = []
  /// The flags but `fuzzy`.
  var flags: [String] = []
  /// Whether the lines so far belong to an obsolete message.
  var isObsolete = false
  var isFuzzy = false
  /// Whether the texts hold directives of some program (`c-format`).
  var isFormat = false
  var reference: String?
  var line = 0

  var isHeader: Bool {
    strings["msgid"]?.value.isEmpty == true && strings["msgctxt"] == nil
  }

  /// The lines of comments that are no flags.
  var lines: [String] { rawComments.filter { !$0.hasPrefix("#,") } }

  /// A unit of the message, or of each plural form.
  func units(number: Int) -> [BitextUnit] {
    var unit = BitextUnit()
    unit.id = String(number)
    unit.context = strings["msgctxt"].map { String(decoding: $0.value, as: UTF8.self) } ?? ""
    unit.notes = comments
    unit.needsReview = isFuzzy
    guard let plural = strings["msgid_plural"] else {
      fill(&unit, strings["msgid"], strings["msgstr"])
      return [unit]
    }
    let forms = strings.keys.filter { $0.hasPrefix("msgstr[") }
      .sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    return forms.map { form in
      var part = unit
      part.id = number.description + form.dropFirst(6)
      fill(&part, form == "msgstr[0]" ? strings["msgid"] : plural, strings[form])
      return part
    }
  }

  private func fill(_ unit: inout BitextUnit, _ source: Text?, _ target: Text?) {
    unit.source = CodedText(bytes: source?.value ?? [])
    unit.target = CodedText(bytes: target?.value ?? [])
    unit.sourcePlace = source.map { .bytes($0.range, line: $0.line) }
    unit.targetPlace = target.map { .bytes($0.range, line: $0.line) }
  }
}
