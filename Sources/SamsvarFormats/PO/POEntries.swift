import SamsvarModel

/// Splits a PO file into its messages, obsolete ones (`#~`) apart.
struct POEntries {
  private let bytes: [UInt8]
  private let file: String
  /// The messages in order.
  private(set) var entries: [POEntry] = []
  private var entry = POEntry()
  private var keyword = ""
  private var line = 0
  /// The obsolete messages with their comments, line by line.
  private(set) var obsolete: [UInt8] = []

  /// The messages in order; obsolete ones (`#~`) are left out.
  ///
  /// - Throws: `InputError` with the line that is no PO.
  static func read(_ bytes: [UInt8], file: String) throws(InputError) -> [POEntry] {
    try POEntries(bytes, file: file).entries
  }

  /// The messages of a file.
  ///
  /// - Throws: `InputError` with the line that is no PO.
  init(_ bytes: [UInt8], file: String) throws(InputError) {
    self.bytes = bytes
    self.file = file
    try run()
  }

  private mutating func run() throws(InputError) {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      line += 1
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      try add(start..<end)
      start = end + 1
    }
    finish()
  }

  private mutating func add(_ range: Range<Int>) throws(InputError) {
    var range = range
    while let first = bytes[range].first, first <= 0x20 { range = range.dropFirst() }
    while let last = bytes[range].last, last <= 0x20 { range = range.dropLast() }
    guard let first = bytes[range].first else { return finish() }
    if first == 0x23 { return comment(bytes[range]) }
    if first != 0x22 {
      let word = bytes[range].prefix { $0 > 0x20 && $0 != 0x22 }
      let name = String(decoding: word, as: UTF8.self)
      guard Self.isKeyword(name) else { throw error() }
      if name == "msgctxt" || name == "msgid", entry.strings["msgid"] != nil { finish() }
      keyword = name
      guard entry.strings[keyword] == nil else {
        throw error("\(keyword) stands twice in this message")
      }
      range = (range.lowerBound + word.count)..<range.upperBound
      while let first = bytes[range].first, first <= 0x20 { range = range.dropFirst() }
    }
    guard !keyword.isEmpty, range.count >= 2, bytes[range.lowerBound] == 0x22 else {
      throw error()
    }
    if entry.line == 0 { entry.line = line }
    var text = entry.strings[keyword] ?? POEntry.Text(range: range, line: line)
    guard POText.unescape(bytes[range], into: &text.value) else {
      throw error("a quotation mark is missing here, or one inside the text has no \\ before it")
    }
    text.range = text.range.lowerBound..<range.upperBound
    entry.strings[keyword] = text
  }

  private static func isKeyword(_ word: String) -> Bool {
    if ["msgctxt", "msgid", "msgid_plural", "msgstr"].contains(word) { return true }
    return word.hasPrefix("msgstr[") && word.hasSuffix("]")
      && Int(word.dropFirst(7).dropLast()) != nil
  }

  private mutating func comment(_ text: ArraySlice<UInt8>) {
    if entry.strings["msgstr"] != nil || entry.strings["msgstr[0]"] != nil { finish() }
    entry.rawComments.append(String(decoding: text, as: UTF8.self))
    if text.starts(with: Array("#~".utf8)) {
      if entry.strings.isEmpty { keepObsolete() }
      return
    }
    let body = String(decoding: text.dropFirst(2), as: UTF8.self).drop { $0 == " " }
    switch text.dropFirst().first {
    case 0x2C:
      let flags = body.split(separator: ",").map { $0.filter { $0 != " " } }
      entry.isFuzzy = entry.isFuzzy || flags.contains("fuzzy")
      entry.flags += flags.filter { $0 != "fuzzy" && !$0.isEmpty }
      entry.isFormat =
        entry.isFormat || flags.contains { $0.hasSuffix("-format") && !$0.hasPrefix("no-") }
    case 0x3A:
      entry.reference = entry.reference ?? body.split(separator: " ").first.map(String.init)
    case 0x2E: entry.comments.append(String(body))
    case nil, 0x20: if text.count > 1 { entry.comments.append(String(body)) }
    default: break
    }
  }

  /// Keeps the comment lines so far: they belong to a message that is obsolete.
  private mutating func keepObsolete() {
    // A blank line stands before each.
    if !entry.isObsolete, !obsolete.isEmpty { obsolete.append(0x0A) }
    for line in entry.rawComments { obsolete += Array(line.utf8) + [0x0A] }
    entry = POEntry()
    entry.isObsolete = true
  }

  private mutating func finish() {
    if entry.strings["msgid"] != nil { entries.append(entry) }
    entry = POEntry()
    keyword = ""
  }

  private func error(_ message: String? = nil) -> InputError {
    InputError(
      message ?? "expected msgid, msgstr or a text in quotation marks",
      at: SourcePosition(file: file, line: line))
  }
}

/// Texts as PO writes them: C's escapes between quotation marks.
enum POText {
  /// Adds what a quoted text says; false where its quotation marks or escapes are wrong.
  static func unescape(_ quoted: ArraySlice<UInt8>, into text: inout [UInt8]) -> Bool {
    guard quoted.count >= 2, quoted.first == 0x22, quoted.last == 0x22 else { return false }
    var index = quoted.startIndex + 1
    let end = quoted.endIndex - 1
    while index < end {
      let byte = quoted[index]
      if byte == 0x22 { return false }
      guard byte == 0x5C else {
        text.append(byte)
        index += 1
        continue
      }
      guard index + 1 < end else { return false }
      text.append(escapes[quoted[index + 1]] ?? quoted[index + 1])
      index += 2
    }
    return true
  }

  private static let escapes: [UInt8: UInt8] = [
    0x6E: 0x0A, 0x74: 0x09, 0x72: 0x0D, 0x61: 0x07, 0x62: 0x08, 0x76: 0x0B, 0x66: 0x0C,
  ]

  /// The text without its quotation marks.
  static func escaped(_ text: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for byte in text {
      switch byte {
      case 0x22, 0x5C: result += [0x5C, byte]
      case 0x0A: result += [0x5C, 0x6E]
      case 0x09: result += [0x5C, 0x74]
      case 0x0D: result += [0x5C, 0x72]
      case 0x07: result += [0x5C, 0x61]
      case 0x08: result += [0x5C, 0x62]
      case 0x0B: result += [0x5C, 0x76]
      case 0x0C: result += [0x5C, 0x66]
      default: result.append(byte)
      }
    }
    return result
  }
}
