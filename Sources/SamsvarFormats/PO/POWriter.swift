import SamsvarModel

/// Writes gettext's PO: the source as `msgid`, the segment's identifier in the reference and, where a source
/// occurs again, in the context.
///
/// A unit that was read from PO is written with all that stood around it, the file's header first and its
/// obsolete messages last; the forms of a plural become one message again.
package struct POWriter: BitextWriter {
  private let options: BitextOptions
  private var hasBegun = false
  private var known: Set<[UInt8]> = []
  private var contexts: Set<[UInt8]> = []
  /// The message whose plural forms are being written, and how many were.
  private var open: (message: POMessage, forms: Int)?
  private var obsolete: [UInt8] = []

  init(_ options: BitextOptions) { self.options = options }

  package mutating func write(_ unit: BitextUnit, to out: inout [UInt8]) {
    if let message = unit.message, let open, open.message === message {
      line("msgstr[\(open.forms)]", unit.target.bytes, &out)
      self.open = (message, open.forms + 1)
      return
    }
    closeMessage(&out)
    begin(unit, &out)
    if let message = unit.message { return write(unit, message, to: &out) }
    write(notes: unit.notes, to: &out)
    let document = unit.document.replacing(" ", with: "\u{A0}")
    let id = unit.id.filter { !$0.isWhitespace }
    out += Array("#: \(document):\(id)\n".utf8)
    let text = (source: unit.source.bytes, target: unit.target.bytes)
    if unit.needsReview || !Self.agree(text.source, text.target) {
      out += Array("#, fuzzy\n".utf8)
    }
    let context = context(unit)
    if !context.isEmpty { line("msgctxt", Array(context.utf8), &out) }
    line("msgid", text.source, &out)
    line("msgstr", text.target, &out)
    out.append(0x0A)
  }

  /// A message as it was read, with the texts, notes and review mark of the unit.
  private mutating func write(
    _ unit: BitextUnit, _ message: POMessage, to out: inout [UInt8]
  ) {
    obsolete = message.file.obsolete
    let hasNotes = unit.notes != message.notes
    if hasNotes { write(notes: unit.notes, to: &out) }
    let isNote = { (line: String) in line.hasPrefix("# ") || line.hasPrefix("#.") || line == "#" }
    let lines = message.comments.filter { !hasNotes || !isNote($0) }
    let flags = (unit.needsReview ? ["fuzzy"] : []) + message.flags
    for text in lines where !text.hasPrefix("#|") { out += Array((text + "\n").utf8) }
    if !flags.isEmpty { out += Array("#, \(flags.joined(separator: ", "))\n".utf8) }
    for text in lines where text.hasPrefix("#|") { out += Array((text + "\n").utf8) }
    if let context = message.context { line("msgctxt", context, &out) }
    guard let plural = message.plural else {
      line("msgid", unit.source.bytes, &out)
      line("msgstr", unit.target.bytes, &out)
      out.append(0x0A)
      return
    }
    line("msgid", message.singular, &out)
    line("msgid_plural", plural, &out)
    line("msgstr[0]", unit.target.bytes, &out)
    open = (message, 1)
  }

  private mutating func closeMessage(_ out: inout [UInt8]) {
    if open != nil { out.append(0x0A) }
    open = nil
  }

  private func write(notes: [String], to out: inout [UInt8]) {
    for note in notes {
      for line in note.split(separator: "\n", omittingEmptySubsequences: false) {
        out += Array("#. \(line)\n".utf8)
      }
    }
  }

  package mutating func finish(to out: inout [UInt8]) {
    closeMessage(&out)
    begin(nil, &out)
    out += obsolete
    if out.last == 0x0A, out.dropLast().last == 0x0A { out.removeLast() }
  }

  /// The context that makes context and source unique together.
  private mutating func context(_ unit: BitextUnit) -> String {
    let isNew = known.insert(unit.source.bytes).inserted
    var context = unit.context
    if context.isEmpty, !isNew || unit.source.bytes.isEmpty { context = unit.id }
    var candidate = context
    var number = 2
    while !contexts.insert(Array(candidate.utf8) + [0x04] + unit.source.bytes).inserted {
      candidate = "\(context.isEmpty ? unit.id : context)-\(number)"
      number += 1
    }
    return candidate
  }

  private mutating func begin(_ unit: BitextUnit?, _ out: inout [UInt8]) {
    guard !hasBegun else { return }
    hasBegun = true
    if let file = unit?.message?.file, !file.header.isEmpty { return write(header: file, &out) }
    let source = options.code(options.sourceLanguage ?? unit?.sourceLanguage, or: .nb)
    let target = options.code(options.targetLanguage ?? unit?.targetLanguage, or: .en)
    let fields = [
      ("Project-Id-Version", "\(options.tool.name) \(options.tool.version)"),
      ("PO-Revision-Date", Self.date(options.date)), ("Last-Translator", "none"),
      ("Language-Team", "none"), ("Language", target.replacing("-", with: "_")),
      ("MIME-Version", "1.0"), ("Content-Type", "text/plain; charset=UTF-8"),
      ("Content-Transfer-Encoding", "8bit"), ("X-Source-Language", source),
      ("X-Generator", "\(options.tool.name) \(options.tool.version)"),
    ]
    out += Array("msgid \"\"\nmsgstr \"\"\n".utf8)
    for (name, value) in fields where !value.isEmpty {
      out += Array("\"\(name): \(value)\\n\"\n".utf8)
    }
    out.append(0x0A)
  }

  /// The header as it was read; the texts are written in UTF-8, the language as it is wanted.
  private func write(header file: POMessage.File, _ out: inout [UInt8]) {
    out += file.comments + Array("msgid \"\"\nmsgstr \"\"\n".utf8)
    for field in file.header.split(separator: 0x0A) {
      let text = String(decoding: field, as: UTF8.self)
      out += [0x22] + POText.escaped(Array(changed(field: text).utf8)) + Array("\\n\"\n".utf8)
    }
    out.append(0x0A)
  }

  private func changed(field: String) -> String {
    let name = field.prefix { $0 != ":" }.lowercased()
    if name == "content-type" { return "Content-Type: text/plain; charset=UTF-8" }
    let value = field.drop { $0 != ":" }.dropFirst().drop { $0 == " " }
    guard name == "language", let language = LanguageTag(String(value)) else { return field }
    let code = options.languageMap.code(language)
    return code == language.description ? field : "Language: \(code.replacing("-", with: "_"))"
  }

  /// `20191220T120000Z` as PO writes it; a fixed day where there is none.
  private static func date(_ date: String?) -> String {
    guard let date, date.utf8.count >= 13 else { return "1970-01-01 00:00+0000" }
    let digits = Array(date)
    return String(digits[0..<4]) + "-" + String(digits[4..<6]) + "-" + String(digits[6..<8]) + " "
      + String(digits[9..<11]) + ":" + String(digits[11..<13]) + "+0000"
  }

  /// Whether both texts begin and end with a line feed, or neither does, which `msgfmt -c` wants.
  private static func agree(_ source: [UInt8], _ target: [UInt8]) -> Bool {
    target.isEmpty
      || (source.first == 0x0A) == (target.first == 0x0A)
        && (source.last == 0x0A) == (target.last == 0x0A)
  }

  /// A text with its keyword; one with several lines takes a line each.
  private func line(_ keyword: String, _ text: [UInt8], _ out: inout [UInt8]) {
    out += Array("\(keyword) ".utf8)
    let parts = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    if parts.count > 1 { out += Array("\"\"\n".utf8) }
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      if isLast, part.isEmpty, parts.count > 1 { continue }
      out += [0x22] + POText.escaped(part) + (isLast ? [] : [0x5C, 0x6E]) + [0x22, 0x0A]
    }
  }
}
