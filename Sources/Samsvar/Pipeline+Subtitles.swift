import SamsvarFormats
import SamsvarModel

extension Pipeline {
  /// A translation as subtitles: its text, spread over the cues of the source.
  ///
  /// - Throws: `InputError` where the source is no subtitle file.
  func subtitles(_ bitext: Bitext, as format: OutputFormat) throws(InputError) -> String {
    guard !bitext.source.cues.isEmpty else {
      throw InputError(
        "has no cues to take times from; subtitles are written for a source in .srt or .vtt",
        at: SourcePosition(file: bitext.source.name))
    }
    let texts = CueTexts(bitext).texts
    return format == .srt
      ? SubtitleWriter.srt(bitext.source.cues, texts)
      : SubtitleWriter.vtt(bitext.source.cues, texts)
  }
}
