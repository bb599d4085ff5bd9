import Foundation
import SamsvarFormats
import SamsvarModel
import SamsvarTestSupport
import Testing

private let hasSRT = Interop.isRequired || Interop.hasPython("srt")
private let hasVTT = Interop.isRequired || Interop.hasPython("webvtt")

/// Other programs read our subtitles, and we read theirs: the same texts at the same times.
@Suite("Subtitles and other programs")
struct SubtitleInteropTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A cue as both sides list it.
  private struct Shown: Codable, Hashable {
    var start: Int
    var end: Int
    var text: String
  }

  /// Signs of markup, a dialogue, an arrow, a number alone, times above one hour and above a hundred.
  private static let shown = [
    Shown(start: 0, end: 999, text: "Fisk & <torsk> for 3 < 4 kroner"),
    Shown(start: 1000, end: 2001, text: "– Er den god?\n– Ja, den er «fin»."),
    Shown(start: 61_500, end: 62_000, text: "Fra A --> B"),
    Shown(start: 3_599_999, end: 3_600_000, text: "1984"),
    Shown(start: 3_723_004, end: 3_725_060, text: "Over en time: 100 % 🙂"),
    Shown(start: 362_439_007, end: 362_440_000, text: "&amp; er et tegn, &lt; også."),
  ]

  private func python(_ script: String, _ arguments: String...) throws -> String {
    let result = try Program.run(
      URL(fileURLWithPath: "/usr/bin/env"),
      [Interop.python, "-c", "import html, json, sys\n" + script] + arguments)
    #expect(result.status == 0, "\(result.error)")
    return result.output
  }

  private func decoded(_ json: String) throws -> [Shown] {
    try JSONDecoder().decode([Shown].self, from: Data(json.utf8))
  }

  private var json: String {
    get throws { String(decoding: try JSONEncoder().encode(Self.shown), as: UTF8.self) }
  }

  private func written(_ format: DocumentFormat) -> String {
    let cues = Self.shown.map { Cue(id: "", start: $0.start, end: $0.end) }
    let texts = Self.shown.map(\.text)
    return format == .srt ? SubtitleWriter.srt(cues, texts) : SubtitleWriter.vtt(cues, texts)
  }

  private func cues(_ text: String, _ format: DocumentFormat) throws -> [Shown] {
    let document = try read(text, as: format)
    return document.cues.map {
      Shown(
        start: $0.start, end: $0.end,
        text: String(decoding: document.text[$0.range], as: UTF8.self))
    }
  }

  @Test(.enabled(if: hasSRT))
  func srtReadsOurs() throws {
    let script = """
      import datetime, srt
      ms = lambda t: t // datetime.timedelta(milliseconds=1)
      subs = srt.parse(open(sys.argv[1], encoding="utf-8").read(), ignore_errors=False)
      print(json.dumps([{"start": ms(s.start), "end": ms(s.end), "text": s.content} for s in subs]))
      """
    let path = try folder.write(written(.srt), to: "ours.srt")
    #expect(try decoded(try python(script, path)) == Self.shown)
  }

  @Test(.enabled(if: hasSRT))
  func weReadWhatSrtWrites() throws {
    let script = """
      import datetime, srt
      ms = lambda n: datetime.timedelta(milliseconds=n)
      sys.stdout.write(srt.compose([srt.Subtitle(None, ms(c["start"]), ms(c["end"]), c["text"])
          for c in json.loads(sys.argv[1])]))
      """
    #expect(try cues(try python(script, try json), .srt) == Self.shown)
  }

  @Test(.enabled(if: hasVTT))
  func webvttReadsOurs() throws {
    let script = """
      import webvtt
      ms = lambda t: webvtt.models.Timestamp.from_string(t).in_milliseconds()
      print(json.dumps([{"start": ms(c.start), "end": ms(c.end), "text": html.unescape(c.text)}
          for c in webvtt.read(sys.argv[1], strict=True)]))
      """
    let path = try folder.write(written(.vtt), to: "ours.vtt")
    #expect(try decoded(try python(script, path)) == Self.shown)
  }

  @Test(.enabled(if: hasVTT))
  func weReadWhatWebvttWrites() throws {
    let script = """
      import webvtt
      at = lambda n: str(webvtt.models.Timestamp(n // 3600000, n // 60000 % 60, n // 1000 % 60, n % 1000))
      vtt = webvtt.WebVTT()
      for c in json.loads(sys.argv[1]):
          text = html.escape(c["text"], quote=False)
          vtt.captions.append(webvtt.Caption(at(c["start"]), at(c["end"]), text))
      sys.stdout.write(vtt.content)
      """
    #expect(try cues(try python(script, try json), .vtt) == Self.shown)
  }
}
