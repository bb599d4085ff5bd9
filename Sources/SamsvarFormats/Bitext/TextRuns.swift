/// The way from a text back to the bytes of the file that say it, so that a stretch of the text can be
/// replaced and every other byte stays.
package struct TextRuns: Sendable {
  /// Bytes of the file and the stretch of the text they say.
  struct Run: Hashable, Sendable {
    /// Where the stretch begins in the text.
    var start: Int
    /// The bytes of the file.
    var bytes: Range<Int>
    /// How long the stretch is.
    var count: Int

    /// Whether the bytes are the text; else they stand for it as a whole (`&amp;`).
    var isVerbatim: Bool { bytes.count == count }
    var end: Int { start + count }
  }

  /// The text.
  package private(set) var text: [UInt8] = []
  private(set) var runs: [Run] = []

  /// No text.
  init() {}

  /// Adds bytes that say themselves.
  mutating func append(verbatim range: Range<Int>, of bytes: [UInt8]) {
    guard !range.isEmpty else { return }
    if let last = runs.last, last.isVerbatim, last.bytes.upperBound == range.lowerBound {
      runs[runs.count - 1].bytes = last.bytes.lowerBound..<range.upperBound
      runs[runs.count - 1].count += range.count
    } else {
      runs.append(Run(start: text.count, bytes: range, count: range.count))
    }
    text += bytes[range]
  }

  /// Adds bytes that stand for other ones.
  mutating func append(_ replaced: [UInt8], for range: Range<Int>) {
    runs.append(Run(start: text.count, bytes: range, count: replaced.count))
    text += replaced
  }

  /// The byte of the file where an offset of the text stands.
  ///
  /// - Complexity: O(log n) in the number of runs
  package func byte(of offset: Int) -> Int? {
    guard let run = run(of: offset) else { return runs.last?.bytes.upperBound }
    return run.bytes.lowerBound + (run.isVerbatim ? max(0, offset - run.start) : 0)
  }

  /// The byte of the file after what says the byte of the text at an offset: after the whole of `&amp;`.
  ///
  /// - Complexity: O(log n) in the number of runs
  func end(of offset: Int) -> Int? {
    guard let run = run(of: offset) else { return runs.last?.bytes.upperBound }
    return run.isVerbatim
      ? run.bytes.lowerBound + max(0, offset - run.start) + 1 : run.bytes.upperBound
  }

  /// The first run that ends after an offset.
  private func run(of offset: Int) -> Run? {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < runs.count ? runs[low] : nil
  }

  /// The changes of the file that replace a stretch of the text; what stands between its runs (tags, line
  /// ends of the format) stays.
  func edits(replacing range: Range<Int>, with bytes: [UInt8]) -> [(Range<Int>, [UInt8])] {
    var edits: [(Range<Int>, [UInt8])] = []
    for run in runs where run.start < range.upperBound && run.end > range.lowerBound {
      var covered = run.bytes
      if run.isVerbatim {
        let from = max(range.lowerBound, run.start) - run.start
        let to = min(range.upperBound, run.end) - run.start
        covered = run.bytes.lowerBound + from..<run.bytes.lowerBound + to
      }
      edits.append((covered, edits.isEmpty ? bytes : []))
    }
    if edits.isEmpty, let place = byte(of: range.lowerBound) {
      edits.append((place..<place, bytes))
    }
    return edits
  }
}

extension TextRuns {
  /// The runs of a text in a format's own spelling.
  init(_ bytes: [UInt8], _ range: Range<Int>, format: BitextFormat) {
    switch format {
    case .tmx, .xliff, .xliff12: readXML(bytes, range, format)
    case .po: readQuoted(bytes, range)
    case .json, .jsonl: readJSON(bytes, range)
    case .tsv, .csv: readCell(bytes, range)
    case .markdown:
      for piece in MarkdownCell.pieces(bytes[range]) {
        if Array(bytes[piece.range]) == piece.text {
          append(verbatim: piece.range, of: bytes)
        } else {
          append(piece.text, for: piece.range)
        }
      }
    case .ladder, .pairs: readLadder(bytes, range)
    // The text lies in an archive: there are no places in the file.
    case .docx, .odt, .xlsx: break
    }
  }

  /// How the format spells a text.
  static func spelled(_ text: String, format: BitextFormat, isQuotedCell: Bool) -> [UInt8] {
    switch format {
    case .tmx, .xliff, .xliff12: XMLText.escaped(text)
    case .po: POText.escaped(Array(text.utf8))
    case .json, .jsonl: JSONEscapes.escaped(text)
    case .tsv, .csv:
      isQuotedCell ? Array(TableText.quoted(text.utf8).dropFirst().dropLast()) : Array(text.utf8)
    case .markdown: MarkdownCell.escaped(Array(text.utf8), isWhole: false)
    case .ladder, .pairs, .docx, .odt, .xlsx: Array(text.utf8)
    }
  }

  /// Text between tags; what is inside codes is markup.
  private mutating func readXML(_ bytes: [UInt8], _ range: Range<Int>, _ format: BitextFormat) {
    let codes: Set<String> =
      format == .tmx
      ? ["bpt", "ept", "ph", "it", "ut"] : format == .xliff12 ? ["bpt", "ept", "ph", "it"] : []
    var scanner = XMLScanner(bytes, range)
    var depth = 0
    while let token = scanner.next() {
      switch token {
      case .start(let name, let isEmpty):
        let name = String(decoding: bytes[name], as: UTF8.self)
        if name == "cp", depth == 0 { append(Array("\u{FFFD}".utf8), for: scanner.range) }
        if !isEmpty, depth > 0 || codes.contains(name) { depth += 1 }
      case .end: depth = max(0, depth - 1)
      case .text: if depth == 0 { readReferences(bytes, scanner.range) }
      case .literal(let content): if depth == 0 { readLines(bytes, content) }
      case .other: break
      }
    }
  }

  private mutating func readReferences(_ bytes: [UInt8], _ range: Range<Int>) {
    var start = range.lowerBound
    while let ampersand = bytes[start..<range.upperBound].firstIndex(of: 0x26) {
      readLines(bytes, start..<ampersand)
      let end = bytes[ampersand..<range.upperBound].firstIndex(of: 0x3B) ?? range.upperBound - 1
      let name = String(decoding: bytes[ampersand + 1..<end], as: UTF8.self)
      append(Array(Self.character(name).utf8), for: ampersand..<end + 1)
      start = end + 1
    }
    readLines(bytes, start..<range.upperBound)
  }

  private static func character(_ name: String) -> String {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      let digits = name.dropFirst(name.hasPrefix("#x") ? 2 : 1)
      let code = UInt32(digits, radix: name.hasPrefix("#x") ? 16 : 10)
      return code.flatMap { Unicode.Scalar($0) }.map { String($0) } ?? ""
    }
  }

  /// Text with its line ends as XML reads them: CR LF and CR are LF.
  private mutating func readLines(_ bytes: [UInt8], _ range: Range<Int>) {
    var start = range.lowerBound
    while let cr = bytes[start..<range.upperBound].firstIndex(of: 0x0D) {
      append(verbatim: start..<cr, of: bytes)
      let isPair = cr + 1 < range.upperBound && bytes[cr + 1] == 0x0A
      append([0x0A], for: cr..<cr + (isPair ? 2 : 1))
      start = cr + (isPair ? 2 : 1)
    }
    append(verbatim: start..<range.upperBound, of: bytes)
  }

  /// PO's texts in quotation marks, one after the other.
  private mutating func readQuoted(_ bytes: [UInt8], _ range: Range<Int>) {
    var index = range.lowerBound
    var isInside = false
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == 0x22 {
        isInside.toggle()
      } else if isInside, byte == 0x5C, index + 1 < range.upperBound {
        var text: [UInt8] = []
        _ = POText.unescape([0x22, byte, bytes[index + 1], 0x22], into: &text)
        append(text, for: index..<index + 2)
        index += 1
      } else if isInside {
        append(verbatim: index..<index + 1, of: bytes)
      }
      index += 1
    }
  }

  private mutating func readCell(_ bytes: [UInt8], _ range: Range<Int>) {
    guard bytes[range].first == 0x22 else { return append(verbatim: range, of: bytes) }
    var index = range.lowerBound + 1
    while index < range.upperBound {
      if bytes[index] == 0x22 {
        guard index + 1 < range.upperBound, bytes[index + 1] == 0x22 else {
          append(verbatim: index + 1..<range.upperBound, of: bytes)
          return
        }
        append([0x22], for: index..<index + 2)
        index += 2
      } else {
        append(verbatim: index..<index + 1, of: bytes)
        index += 1
      }
    }
  }

  private mutating func readLadder(_ bytes: [UInt8], _ range: Range<Int>) {
    let divider = Array(LadderFormat.divider.utf8)
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index..<range.upperBound].starts(with: divider) {
        append([0x20], for: index..<index + divider.count)
        index += divider.count
      } else {
        append(verbatim: index..<index + 1, of: bytes)
        index += 1
      }
    }
  }

  private mutating func readJSON(_ bytes: [UInt8], _ range: Range<Int>) {
    var index = range.lowerBound + 1
    while index < range.upperBound - 1 {
      guard bytes[index] == 0x5C else {
        append(verbatim: index..<index + 1, of: bytes)
        index += 1
        continue
      }
      let (count, text) = JSONEscapes.escape(bytes[index..<range.upperBound - 1])
      append(text, for: index..<index + count)
      index += count
    }
  }
}
