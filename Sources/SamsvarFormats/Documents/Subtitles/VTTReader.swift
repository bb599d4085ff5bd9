import SamsvarModel

/// Reads WebVTT subtitles (W3C WebVTT): cues are joined to sentences; notes, styles and regions are
/// left out.
enum VTTReader {
  /// The sentences of the cues.
  ///
  /// - Throws: `InputError` where the first line is not `WEBVTT`, or times cannot be read.
  /// - Complexity: O(n)
  static func read(_ text: [UInt8], file: String) throws(InputError) -> StructuredText {
    let lines = TextLines.lines(of: text)
    guard let first = lines.first else { return StructuredText() }
    guard text[first].starts(with: "WEBVTT".utf8) else {
      throw InputError(
        "a WebVTT file begins with the line WEBVTT; use --from srt for SubRip subtitles",
        at: SourcePosition(file: file, line: 1, byte: 0))
    }
    var cues: [CueSource] = []
    var diagnostics: [Diagnostic] = []
    var index = 0
    while index < lines.count {
      var end = index
      while end < lines.count, !MarkdownLine.trimmed(text, lines[end]).isEmpty { end += 1 }
      if index > 0, index < end {
        if let cue = try cue(text, lines, index..<end, file) {
          cues.append(cue)
        } else if !isPassedOver(text[lines[index]]) {
          diagnostics.append(
            Diagnostic(
              .warning, "a block without times is left out; is the file cut off or damaged here?",
              at: SourcePosition(file: file, line: index + 1, byte: lines[index].lowerBound)))
        }
      }
      index = end + 1
    }
    var joiner = CueJoiner(text, flavour: .vtt)
    joiner.add(cues)
    return joiner.finish(diagnostics)
  }

  /// The cue of a block, whose times stand on its first or second line; nil for another block.
  private static func cue(
    _ text: [UInt8], _ lines: [Range<Int>], _ block: Range<Int>, _ file: String
  ) throws(InputError) -> CueSource? {
    guard !isPassedOver(text[lines[block.lowerBound]]),
      let place = block.prefix(2).first(where: { CueTiming.isMeant(text[lines[$0]]) })
    else { return nil }
    guard let timing = CueTiming(text[lines[place]]) else {
      throw InputError(
        "the times cannot be read; write 01:02.500 --> 01:04.000",
        at: SourcePosition(file: file, line: place + 1, byte: lines[place].lowerBound))
    }
    let id =
      place > block.lowerBound
      ? String(decoding: text[lines[block.lowerBound]], as: UTF8.self) : ""
    return CueSource(id: id, timing: timing, lines: Array(lines[(place + 1)..<block.upperBound]))
  }

  private static func isPassedOver(_ line: ArraySlice<UInt8>) -> Bool {
    ["NOTE", "STYLE", "REGION"].contains { word in
      line.starts(with: word.utf8)
        && line.dropFirst(word.utf8.count).first.map { BlockText.isSpace($0) } ?? true
    }
  }
}
