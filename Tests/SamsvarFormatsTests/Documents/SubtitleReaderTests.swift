import SamsvarFormats
import SamsvarModel
import SamsvarText
import Testing

@Suite("Subtitles")
struct SubtitleReaderTests {
  private let srt = """
    1
    00:00:01,000 --> 00:00:03,000
    <i>Regjeringen sier at</i>

    2
    00:00:03.100 --> 00:00:05,5
    {\\an8}avtalen er ny.
    Den gjelder nå.

    3
    00:00:05,600 --> 00:00:07,000
    – Er den god?
    – Ja, <3.

    4
    00:00:20,000 --> 00:00:21,000 X1:40
    [MUSIKK]

    """

  @Test func cuesAreJoinedToSentencesAndTurns() throws {
    let text = try read(srt, as: .srt)
    #expect(
      text.lines == [
        "paragraph: Regjeringen sier at avtalen er ny. Den gjelder nå.", "quote: – Er den god?",
        "quote: – Ja, <3.", "paragraph: [MUSIKK]",
      ])
    #expect(text.cues.map(\.id) == ["1", "2", "3", "4"])
    #expect(text.cues.map(\.start) == [1000, 3100, 5600, 20_000])
    #expect(text.cues.map(\.end) == [3000, 5500, 7000, 21_000])
    #expect(text.cues[3].settings == "X1:40")
  }

  @Test func cuesKnowTheirText() throws {
    let text = try read(srt, as: .srt)
    let texts = text.cues.map { String(decoding: text.text[$0.range], as: UTF8.self) }
    #expect(
      texts == [
        "Regjeringen sier at", "avtalen er ny. Den gjelder nå.", "– Er den god?\n– Ja, <3.",
        "[MUSIKK]",
      ])
  }

  @Test func cuesAndSentencesLeadToEachOther() throws {
    let data = try Languages.installed().data(for: .nb)
    let document = Segmenter(data).segment(try read(srt, as: .srt), name: "a").document
    #expect(document.segments.count == 5)
    #expect(document.segmentsOfCues() == [0..<1, 0..<2, 2..<4, 4..<5])
  }

  @Test func aTranslationGetsTheTimesOfItsSource() throws {
    let data = try Languages.installed().data(for: .nb)
    let source = Segmenter(data).segment(try read(srt, as: .srt), name: "a").document
    let target = Segmenter(data).segment(
      pieces: [
        "The government says that the agreement is new.", "It applies now.", "– Is it good?",
        "– Yes & <3.",
      ].map { Array($0.utf8) }, name: "b"
    ).document
    let bitext = Bitext(
      source: source, target: target,
      alignment: Alignment(
        beads: (0..<4).map { Bead(source: $0..<$0 + 1, target: $0..<$0 + 1) }
          + [Bead(source: 4..<5, target: 4..<4)]))
    let texts = CueTexts(bitext).texts
    #expect(
      texts == [
        "The government says that", "the agreement is new. It applies now.",
        "– Is it good?\n– Yes & <3.", "",
      ])
    #expect(
      SubtitleWriter.srt(source.cues, texts).hasPrefix(
        "1\n00:00:01,000 --> 00:00:03,000\nThe government says that\n\n2\n"))
    let vtt = SubtitleWriter.vtt(source.cues, texts)
    #expect(vtt.contains("– Yes &amp; &lt;3."))
    let again = try read(vtt, as: .vtt)
    #expect(again.cues.map(\.start) == [1000, 3100, 5600])
    #expect(again.texts.last == "– Yes & <3.")
  }

  @Test(arguments: [
    // An ellipsis that goes on, one that does not, an abbreviation, a name after no stop.
    (["Jeg tror at...", "...han kommer."], 1), (["Jeg vet ikke…", "Kanskje."], 2),
    (["Vi har f.eks.", "sild og torsk."], 1), (["Vi reiser til", "Oslo i morgen."], 1),
    (["Han sa nei.", "Hun sa ja."], 2), (["Han sa «nei».", "Hun sa ja."], 2),
    (["♪ La la la", "Hun sa ja."], 1), (["(RINGER)", "Hallo?"], 1), (["Hallo", "(RINGER)"], 2),
  ])
  func whereCuesGoOn(cues: [String], count: Int) throws {
    let text = cues.enumerated().map { number, cue in
      "\(number + 1)\n00:00:0\(number),000 --> 00:00:0\(number),900\n\(cue)\n"
    }.joined(separator: "\n")
    #expect(try read(text, as: .srt).blocks.count == count)
  }

  @Test func aPauseEndsASentence() throws {
    let text = try read(
      "1\n00:00:01,000 --> 00:00:02,000\nVi går\n\n2\n00:00:09,000 --> 00:00:10,000\nhjem nå\n",
      as: .srt)
    #expect(text.texts == ["Vi går", "hjem nå"])
  }

  @Test func numbersMayBeMissingAndBlankLinesToo() throws {
    let text = try read(
      "00:00:01,000 --> 00:00:02,000\nEn.\n2\n00:00:02,000 --> 00:00:03,000\nTo.", as: .srt)
    #expect(text.texts == ["En.", "To."])
    #expect(text.cues.map(\.id) == ["", "2"])
  }

  @Test func vttNotesStylesAndRegionsAreSkipped() throws {
    let text = try read(
      """
      WEBVTT - Nyheter
      Kind: captions

      NOTE En merknad
      over to linjer

      STYLE
      ::cue { color: red }

      REGION
      id:a

      åpning
      01:02.003 --> 01:04.000 align:start
      <v Kari>Regjeringen &amp; <c.gul>partiet</c> sier at

      00:01:04.100 --> 00:01:05.000
      avtalen <00:01:04.500>er ny.

      01:05.100 --> 01:06.000
      <v Ola>er den god?
      """, as: .vtt)
    #expect(text.texts == ["Regjeringen & partiet sier at avtalen er ny.", "er den god?"])
    #expect(text.cues.map(\.id) == ["åpning", "", ""])
    #expect(text.cues[0].start == 62_003)
    #expect(text.cues[0].settings == "align:start")
    #expect(text.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("Hei\n", DocumentFormat.vtt, 1), ("WEBVTT\n\n1:x --> 2\nHei", .vtt, 3), ("Hei på deg\n", .srt, 1),
    ("1\n00:00:01,000 --> 00:0\nHei", .srt, 2),
  ])
  func mistakesAreNamedByLine(text: String, format: DocumentFormat, line: Int) {
    let error = #expect(throws: InputError.self) { try read(text, as: format) }
    #expect(error?.position.line == line)
  }

  @Test func whatACutLeavesIsSaid() throws {
    let text = try read(
      "1\n00:00:01,000 --> 00:00:02,000\nEn.\n\n2\n00:00:0", as: .srt)
    #expect(text.texts == ["En."])
    #expect(text.diagnostics.first?.position?.line == 5)
  }
}
