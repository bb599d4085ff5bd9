import SamsvarModel
import SamsvarTestSupport
import SamsvarText
import Testing

@Suite("Sentences")
struct SegmentationTests {
  @Test(arguments: [
    "Møtet er kl. 14.30.|Det varer i to timer.",
    "Vi leverer bl.a. EØS-avtaler og kontrakter.|Prisen er fast.",
    "De kjøpte brød, ost osv. Etterpå gikk de hjem.".replacing("osv. ", with: "osv.|"),
    "17. mai er nasjonaldagen.|Alle feirer.",
    "Den 1. Januar er fridag.",
    "Boka er skrevet av P. C. Asbjørnsen.|Den er gammel.",
    "«Kom hit!» ropte læreren.|Ingen hørte.",
    "«Hva nå?» spurte hun.",
    "– Vi er klare, sier ordføreren.|– Alt er på plass.",
    "Det er kaldt – minst −20 °C – på vidda.|Ta på lue.",
    "Hun ventet ... men ingen kom.",
    "Jeg vet ikke …|Kanskje i morgen.",
    "Se § 3-1.|Der står det.",
    "Beløpet er 1.250,50 kroner.|Det er mye.",
    "Han bor i nr. 12.|Hun bor i nr. 14.",
    "(Se vedlegg 2.)|Fristen er ute.",
    "Les mer på www.example.no.|Skriv til post@example.no.",
    "Rushtrafikken i byen.|Foto: Kari Nordmann / Byavisa",
  ])
  func bokmål(marked: String) throws {
    let text = marked.replacing("|", with: " ")
    #expect(try Norsk.sentences(text).joined(separator: "|") == marked)
  }

  @Test(arguments: [
    "Vi vitja m.a. Bergen og Voss.|Turen var fin.",
    "Det gjeld fleire land, t.d. Noreg og Sverige.",
    "– Dette er bra, seier ho.|– Vi er nøgde.",
  ])
  func nynorsk(marked: String) throws {
    let text = marked.replacing("|", with: " ")
    #expect(try Norsk.sentences(text, .nn).joined(separator: "|") == marked)
  }

  @Test(arguments: [
    "Dr. Smith met Mr. Jones at 3 p.m. on Friday.|They talked.",
    "He moved to the U.S. in May.|She stayed.",
    "“It has nothing to do with us,” he said.|Then he left.",
  ])
  func english(marked: String) throws {
    let text = marked.replacing("|", with: " ")
    #expect(try Norsk.sentences(text, .en).joined(separator: "|") == marked)
  }

  @Test(arguments: [
    "Press desk, tel. +47 22 00 11 22", "Call us, tel. 22 00 11 22.|Ask for Kari.",
    "Send it by fax. (0)20 7946 0018", "It holds max. 14 people and min. 3.",
    "See clause 4, subsec. 2, and pts. 5 and 6.|Then sign.", "It dates from c. 1850.",
    "“No.|My husband works there.”", "The No. 1 choice.|No.|Never.", "He said No.|Then he left.",
    "He is in room No. 4a now.", "Symphony No. IV is long.",
  ])
  func abbreviationsBeforeNumbers(marked: String) throws {
    let text = marked.replacing("|", with: " ")
    #expect(try Norsk.sentences(text, .en).joined(separator: "|") == marked)
  }

  @Test(arguments: [
    ("§ 1. Lovens formål", LanguageTag.nb), ("§ 3 a. Unntak", .nb), ("§ 2-1. Formål", .nb),
    ("Kapittel 1. Innledende bestemmelser", .nb), ("Kap. IV. Straff", .nb),
    ("Artikkel 3. Virkeområde", .nb), ("Del B. De enkelte tiltakene", .nb),
    ("1. Innledning", .nb), ("2.1. Formålet med loven", .nb), ("A. De første årene", .nb),
    ("Figur 2. Kart over Oslo", .nb), ("Føremål 1", .nn), ("Vedlegg 2. Døme på søknad", .nn),
    ("Oppgåve 4. Kva er rett?", .nn), ("Chapter 1. Introductory provisions", .en),
    ("Section 10. Penalties", .en), ("Annex II. The forms", .en), ("3. Scope of the Act", .en),
    ("Step 4. Press the button", .en), ("I. The early years", .en),
  ])
  func numberedHeadingsAreOneSegment(text: String, language: LanguageTag) throws {
    #expect(try Norsk.sentences(text, language) == [text])
  }

  @Test(arguments: [
    "Det skjedde i 1814.|Da var han fem.", "Han bor i nr. 12.|Hun bor i nr. 14.",
    "Loven har et kapittel 3.|Det er kort.", "1814.|Et merkelig år.",
    "§ 2. Kongen gir regler.|De gjelder nå.",
  ])
  func numbersStillEndSentences(marked: String) throws {
    let text = marked.replacing("|", with: " ")
    #expect(try Norsk.sentences(text).joined(separator: "|") == marked)
  }

  @Test(arguments: [
    ("I denne loven menes med\na) båt: en farkost,\nb) leier: en person.", SegmentKind.sentence),
    ("Krav til søkeren\na) utdanning,\nb) erfaring.", .heading),
    ("Hva vi snakker om\nStatsministeren kom.", .heading),
  ])
  func aLeadInToAListIsNoHeading(text: String, kind: SegmentKind) throws {
    #expect(try Norsk.analyse(text).document.segments.first?.kind == kind)
  }

  @Test func colonBreaksOnlyWhenAsked() throws {
    let text = Array("Han sa: «Jeg kommer.»".utf8)
    let plain = Segmenter(try Norsk.data(.nb)).segment(text, name: "")
    let broken = Segmenter(try Norsk.data(.nb), breaksAfterColon: true).segment(text, name: "")
    #expect(plain.document.segments.count == 1)
    #expect(broken.document.segments.count == 2)
  }

  @Test func namesTheKindsOfSegments() throws {
    let document = try Norsk.analyse(
      "Ny avtale\n\nStortinget vedtok loven. Den gjelder nå.\n\n– Jeg er glad, sier hun.\n\n"
        + "Havna i Bergen. Foto: Ola Nordmann / Nordfoto\n")
    let kinds = document.document.segments.map(\.kind)
    #expect(kinds == [.heading, .sentence, .sentence, .quote, .caption, .credit])
    #expect(document.document.blocks.map(\.kind) == [.heading, .paragraph, .quote, .caption])
  }

  @Test func joinsLinesWrappedAtAColumn() throws {
    let text = """
      Regjeringen la fredag fram forslaget til statsbudsjett for neste år, og det vekker
      reaksjoner i kommunene. Ordføreren i Bodø mener at rammene er for trange til at
      skolene kan drives som i dag, og varsler kutt i tilbudet til de aller yngste i
      byen.

      Statsministeren er uenig.
      """
    let sentences = try Norsk.sentences(text)
    #expect(sentences.count == 3)
    #expect(sentences.last == "Statsministeren er uenig.")
  }

  @Test func leavesOutADateLeftByAnExport() throws {
    #expect(
      try Norsk.sentences(" date 2019-12 Møtet er over. Alle gikk.") == [
        "Møtet er over.", "Alle gikk.",
      ])
    #expect(try Norsk.sentences("Date er et engelsk ord.").count == 1)
  }

  @Test func linesAreSegmentsAndBlankLinesParagraphs() throws {
    let document = try Norsk.analyse("En. To.\r\nTre\n \nFire", layout: .lines)
    #expect(
      (0..<document.count).map { document.document.string($0) } == ["En. To.", "Tre", "Fire"])
    #expect(document.document.blocks.map(\.segments) == [0..<2, 2..<3])
  }

  @Test func emptyTextGivesNothing() throws {
    for text in ["", " \n\t\n", "\u{A0}\u{2009}"] {
      #expect(try Norsk.sentences(text).isEmpty)
    }
  }
}

@Suite("Laws of segmentation")
struct SegmentationLawTests {
  @Test(arguments: 0..<60)
  func segmentsAndGapsRebuildTheText(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let text = Array(RandomText.mixed(200, using: &generator).utf8)
    let language: LanguageTag = [.nb, .nn, .en][seed % 3]
    let document = Analyser(try Norsk.data(language)).analyse(text, name: "random")
    var rebuilt: [UInt8] = []
    var end = 0
    for (index, segment) in document.document.segments.enumerated() {
      #expect(segment.range.lowerBound >= end && !segment.range.isEmpty)
      let gap = text[end..<segment.range.lowerBound]
      let isBlank = String(decoding: gap, as: UTF8.self).allSatisfy(\.isWhitespace)
      #expect(isBlank)
      rebuilt += gap
      rebuilt += text[segment.range]
      end = segment.range.upperBound
      for token in document.tokenRange(index) {
        #expect(segment.range.contains(document.tokens[token].range.lowerBound))
        #expect(document.tokens[token].range.upperBound <= segment.range.upperBound)
      }
    }
    rebuilt += text[end...]
    #expect(rebuilt == text)
  }

  @Test(arguments: 0..<40)
  func anyBytesAreDecodedOrRefused(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed) &+ 1000)
    let bytes = RandomText.bytes(300, using: &generator)
    do {
      let decoded = try TextDecoder.decode(bytes, file: "random")
      #expect(UTF8Check.firstBrokenByte(decoded.text) == nil)
      _ = Analyser(try Norsk.data(.nb)).analyse(decoded.text, name: "random")
    } catch let error as InputError {
      #expect(error.position.byte != nil)
    }
  }
}
