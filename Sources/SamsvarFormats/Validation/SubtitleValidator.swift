/// Checks SubRip and WebVTT: numbers, times, what may not stand in a text.
enum SubtitleValidator {
  /// What a SubRip file does wrong.
  static func subRip(_ text: [UInt8]) -> [Violation] {
    var found: [Violation] = []
    var expected = 1
    var last = 0
    for block in blocks(text) {
      let (number, line) = block[0]
      if Int(number) == nil {
        found.append(
          Violation("srt.number", line: line, "expected the cue's number, found \"\(number)\""))
      } else if Int(number) != expected {
        found.append(
          Violation(
            "srt.number", line: line, "cue \(number) follows where \(expected) was expected",
            severity: .warning))
        expected = Int(number) ?? expected
      }
      expected += 1
      guard block.count > 1 else {
        found.append(Violation("srt.time", line: line, "the cue has no time"))
        continue
      }
      check(block[1], "srt", separators: [",", "."], needsHours: true, &last, &found)
      if block.count == 2 {
        found.append(
          Violation("srt.text", line: line, "the cue has no text", severity: .warning))
      }
    }
    return found
  }

  /// What a WebVTT file does wrong.
  static func webVTT(_ text: [UInt8]) -> [Violation] {
    var found: [Violation] = []
    var last = 0
    let all = blocks(text)
    let head = all.first?.first?.text ?? ""
    if head != "WEBVTT", !head.hasPrefix("WEBVTT "), !head.hasPrefix("WEBVTT\t") {
      found.append(Violation("vtt.header", line: 1, "the first line is not WEBVTT"))
    }
    for block in all.dropFirst() {
      let first = block[0].text
      if ["NOTE", "STYLE", "REGION"].contains(where: { first == $0 || first.hasPrefix($0 + " ") }) {
        continue
      }
      let place = first.contains("-->") ? 0 : 1
      guard block.indices.contains(place), block[place].text.contains("-->") else {
        found.append(Violation("vtt.time", line: block[0].line, "the cue has no time"))
        continue
      }
      check(block[place], "vtt", separators: ["."], needsHours: false, &last, &found)
      for line in block.dropFirst(place + 1) where line.text.contains("-->") {
        found.append(Violation("vtt.arrow", line: line.line, "--> may not stand in a cue's text"))
      }
    }
    return found
  }

  /// The stretches between blank lines.
  private static func blocks(_ text: [UInt8]) -> [[(text: String, line: Int)]] {
    var blocks: [[(text: String, line: Int)]] = [[]]
    for (number, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      let line = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
      if line.allSatisfy(\.isWhitespace) {
        blocks.append([])
      } else {
        let clean = line.drop { $0 == "\u{FEFF}" }
        blocks[blocks.count - 1].append((String(clean), number + 1))
      }
    }
    return blocks.filter { !$0.isEmpty }
  }

  private static func check(
    _ line: (text: String, line: Int), _ format: String, separators: Set<Character>,
    needsHours: Bool, _ last: inout Int, _ found: inout [Violation]
  ) {
    let parts = line.text.split(separator: " ", omittingEmptySubsequences: true)
    guard parts.count >= 3, parts[1] == "-->",
      let start = milliseconds(parts[0], separators, needsHours),
      let end = milliseconds(parts[2], separators, needsHours)
    else {
      found.append(
        Violation("\(format).time", line: line.line, "\"\(line.text)\" is no time from --> to"))
      return
    }
    if end <= start {
      found.append(
        Violation("\(format).time-order", line: line.line, "the cue ends before it begins"))
    }
    if start < last {
      found.append(
        Violation(
          "\(format).cue-order", line: line.line, "the cue begins before the one above",
          severity: .warning))
    }
    last = start
  }

  private static func milliseconds(
    _ text: Substring, _ separators: Set<Character>, _ needsHours: Bool
  ) -> Int? {
    guard let mark = text.lastIndex(where: { separators.contains($0) }),
      let rest = Int(text[text.index(after: mark)...]),
      text[text.index(after: mark)...].utf8.count == 3
    else { return nil }
    let fields = text[..<mark].split(separator: ":", omittingEmptySubsequences: false)
    let numbers = fields.compactMap { $0.utf8.count >= 2 ? Int($0) : nil }
    guard numbers.count == fields.count, fields.count == 3 || fields.count == 2 && !needsHours,
      numbers.suffix(2).allSatisfy({ $0 < 60 })
    else { return nil }
    return numbers.reduce(0) { $0 * 60 + $1 } * 1000 + rest
  }
}
