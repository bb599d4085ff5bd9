import SamsvarModel

/// Reads SubRip subtitles (`.srt`): cues are joined to sentences.
enum SRTReader {
  /// The sentences of the cues.
  ///
  /// Numbers may be missing, and `.` may stand for `,`.
  ///
  /// - Throws: `InputError` for a line of times that cannot be read, or where there is no cue.
  /// - Complexity: O(n)
  static func read(_ text: [UInt8], file: String) throws(InputError) -> StructuredText {
    let lines = TextLines.lines(of: text)
    var joiner = CueJoiner(text, flavour: .srt)
    var diagnostics: [Diagnostic] = []
    var cue: CueSource?
    var cues: [CueSource] = []
    for (number, line) in lines.enumerated() {
      guard isTiming(text, line) else {
        if cue != nil || isBlank(text, line) || isNumber(text, line) {
          cue?.lines.append(line)
        } else {
          diagnostics.append(outside(file, number + 1, line))
        }
        continue
      }
      guard let timing = CueTiming(text[line]) else {
        throw InputError(
          "the times cannot be read; write 00:01:02,500 --> 00:01:04,000",
          at: SourcePosition(file: file, line: number + 1, byte: line.lowerBound))
      }
      var id = ""
      if number > 0, isNumber(text, lines[number - 1]) {
        id = String(decoding: text[trimmed(text, lines[number - 1])], as: UTF8.self)
        _ = cue?.lines.popLast()
      }
      if let cue { cues.append(cue) }
      cue = CueSource(id: id, timing: timing, lines: [])
    }
    if var cue {
      if let rest = dropUnfinished(text, &cue) {
        diagnostics.append(outside(file, 1 + text[..<rest.lowerBound].count { $0 == 0x0A }, rest))
      }
      cues.append(cue)
    }
    guard !cues.isEmpty || text.allSatisfy({ BlockText.isSpace($0) }) else {
      throw InputError(
        "holds no cue (a line such as 00:01:02,500 --> 00:01:04,000); is it a subtitle file?",
        at: SourcePosition(file: file, line: 1))
    }
    joiner.add(cues)
    return joiner.finish(diagnostics)
  }

  /// Takes the beginning of a cue without times off the end of the last one: the file was cut off.
  private static func dropUnfinished(_ text: [UInt8], _ cue: inout CueSource) -> Range<Int>? {
    guard let blank = cue.lines.lastIndex(where: { isBlank(text, $0) }),
      blank + 1 < cue.lines.count,
      isNumber(text, cue.lines[blank + 1])
    else { return nil }
    let rest = cue.lines[blank + 1]
    cue.lines.removeSubrange(blank...)
    return rest
  }

  private static func outside(_ file: String, _ number: Int, _ line: Range<Int>) -> Diagnostic {
    Diagnostic(
      .warning, "text that belongs to no cue is left out; is the file cut off or damaged here?",
      at: SourcePosition(file: file, line: number, byte: line.lowerBound))
  }

  private static func trimmed(_ text: [UInt8], _ line: Range<Int>) -> Range<Int> {
    MarkdownLine.trimmed(text, line)
  }

  private static func isBlank(_ text: [UInt8], _ line: Range<Int>) -> Bool {
    trimmed(text, line).isEmpty
  }

  /// Whether a line means to be one of times: an arrow in a text (`Oslo --> Bergen`) has no time before it.
  private static func isTiming(_ text: [UInt8], _ line: Range<Int>) -> Bool {
    let first = text[trimmed(text, line)].first
    return first.map { (0x30...0x39).contains($0) } == true && CueTiming.isMeant(text[line])
  }

  private static func isNumber(_ text: [UInt8], _ line: Range<Int>) -> Bool {
    let content = text[trimmed(text, line)]
    return !content.isEmpty && content.allSatisfy { (0x30...0x39).contains($0) }
  }
}
