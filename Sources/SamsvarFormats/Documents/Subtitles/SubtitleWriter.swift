public import SamsvarModel

/// Writes subtitles: the times of given cues with new texts.
public enum SubtitleWriter {
  /// The cues as SubRip (`.srt`), numbered from 1.
  ///
  /// Cues without text are left out.
  public static func srt(_ cues: [Cue], _ texts: [String]) -> String {
    var result = ""
    var number = 0
    for (cue, text) in zip(cues, texts) where !isBlank(text) {
      number += 1
      result += "\(number)\n\(times(cue, mark: ","))\n\(lines(text))\n\n"
    }
    return result
  }

  /// The cues as WebVTT, with their names and settings.
  ///
  /// Cues without text are left out.
  public static func vtt(_ cues: [Cue], _ texts: [String]) -> String {
    var result = "WEBVTT\n\n"
    for (cue, text) in zip(cues, texts) where !isBlank(text) {
      if !cue.id.isEmpty, !cue.id.contains("-->") { result += cue.id + "\n" }
      let settings = cue.settings.contains("X1:") ? "" : cue.settings
      result += times(cue, mark: ".") + (settings.isEmpty ? "" : " " + settings) + "\n"
      result += MarkupText.escaped(lines(text)) + "\n\n"
    }
    return result
  }

  private static func times(_ cue: Cue, mark: Character) -> String {
    "\(CueTiming.text(cue.start, mark: mark)) --> \(CueTiming.text(cue.end, mark: mark))"
  }

  /// The lines that are not blank: a blank one would end the cue.
  private static func lines(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).filter { !isBlank($0) }.joined(separator: "\n")
  }

  private static func isBlank(_ text: some StringProtocol) -> Bool {
    text.allSatisfy(\.isWhitespace)
  }
}
