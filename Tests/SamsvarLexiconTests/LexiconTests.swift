import Foundation
import SamsvarDataFiles
import SamsvarLexicon
import SamsvarModel
import SamsvarTestSupport
import Testing

/// A lexicon of a table's text.
func lexiconSource(
  _ table: String, file: String = "a.tsv", languages: [String]? = nil
) throws -> LexiconSource {
  var source = LexiconSource(languages: [])
  try LexiconTable.read(
    Array(table.utf8), file: file, languages: languages, provenance: Provenance(name: file),
    into: &source)
  return source
}

@Suite("Compiled lexicon")
struct LexiconTests {
  private func source() throws -> LexiconSource {
    try lexiconSource(
      "nb\tnn\tpos\ten\n# comment\navtale\tavtale\tnoun\tagreement; deal\nsju; syv\tsju\tnum\tseven\n"
        + "FN-avtale\tFN-avtale\tnoun\tUN agreement\n")
  }

  private func lexicon(_ bytes: [UInt8], _ folder: TemporaryFolder) throws -> Lexicon {
    try Lexicon(path: try folder.write(Data(bytes), to: "l.lexicon"))
  }

  @Test func answersInEveryDirection() throws {
    let folder = try TemporaryFolder()
    let lexicon = try lexicon(LexiconWriter.bytes(try source()), folder)
    #expect(lexicon.entryCount == 3)
    #expect(lexicon.translations(of: "Avtale", from: .nb, to: .en) == ["agreement", "deal"])
    #expect(lexicon.translations(of: "deal", from: .en, to: .nn) == ["avtale"])
    #expect(lexicon.translations(of: "syv", from: .nb, to: .en) == ["seven"])
    #expect(lexicon.translations(of: "fn-avtale", from: .nb, to: .en) == ["UN agreement"])
    #expect(lexicon.translations(of: "åtte", from: .nb, to: .en) == [])
    #expect(lexicon.languages == [.nb, .nn, .en])
  }

  @Test func sameSourceGivesSameBytes() throws {
    #expect(LexiconWriter.bytes(try source()) == LexiconWriter.bytes(try source()))
  }

  @Test func everyTermIsFoundAgain() throws {
    var generator = SeededGenerator(seed: 7)
    var source = LexiconSource(languages: ["nb", "en"])
    var expected: [String: [String]] = [:]
    for _ in 0..<2000 {
      let word = String(
        (0..<4).map { _ in Character(["a", "b", "å", "e"].randomElement(using: &generator) ?? "a") }
      )
      let translation = "t\(UInt16.random(in: 0...999, using: &generator))"
      source.add([("nb", [word]), ("en", [translation])], from: Provenance(name: "x"))
      if expected[word]?.contains(translation) != true {
        expected[word, default: []].append(translation)
      }
    }
    let lexicon = try Lexicon(source, name: "x")
    for (word, translations) in expected {
      #expect(lexicon.translations(of: word, from: .nb, to: .en) == translations)
    }
  }

  @Test func provenanceAndProbabilityAreKept() throws {
    let source = try lexiconSource(
      "# name: A\n# licence: CC0-1.0\n# origin: here\nnb\ten\tpos\tprobability\nhus\thouse\tnoun\t\n"
        + "# name: B\nbil\tcar\tnoun\t0.5\n")
    let lexicon = try Lexicon(source, name: "x")
    let house = try #require(lexicon.entries(Array("hus".utf8), in: .nb).first)
    let car = try #require(lexicon.entries(Array("bil".utf8), in: .nb).first)
    #expect(lexicon.provenance(house) == Provenance(name: "A", licence: "CC0-1.0", origin: "here"))
    #expect(lexicon.provenance(car) == Provenance(name: "B"))
    #expect(lexicon.probability(house) == nil)
    #expect(abs((lexicon.probability(car) ?? 0) - 0.5) < 0.005)
    #expect(lexicon.provenances.map(\.name) == ["A", "B"])
  }

  @Test func truncatedFilesAreRefused() throws {
    let bytes = LexiconWriter.bytes(try source())
    let folder = try TemporaryFolder()
    #expect(throws: InputError.self) { try lexicon([], folder) }
    for length in stride(from: 8, to: bytes.count, by: 3) {
      let error = #expect(throws: InputError.self) { try lexicon(Array(bytes[..<length]), folder) }
      #expect(error?.message.contains("is cut off") == true)
    }
    let older = Array("SAMSLEX1".utf8) + bytes.dropFirst(8)
    let error = #expect(throws: InputError.self) { try lexicon(older, folder) }
    #expect(error?.message.contains("another version") == true)
  }

  @Test func wrongBytesNeverCrash() throws {
    let bytes = LexiconWriter.bytes(try source())
    let folder = try TemporaryFolder()
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<400 {
      var damaged = bytes
      for _ in 0..<8 {
        let place = Int.random(in: 8..<bytes.count, using: &generator)
        damaged[place] = [0, 1, 0x7F, 0xFF].randomElement(using: &generator) ?? 0
      }
      guard let lexicon = try? lexicon(damaged, folder) else { continue }
      for word in ["avtale", "syv", "deal"] {
        for language in [LanguageTag.nb, .nn, .en] {
          for entry in lexicon.entries(Array(word.utf8), in: language) {
            _ = lexicon.terms(entry, in: .en)
            _ = lexicon.partOfSpeech(entry)
            _ = lexicon.provenance(entry)
          }
        }
      }
    }
  }
}

@Suite("Lexicon layers")
struct LexiconLayerTests {
  private func lexicon(_ table: String) throws -> Lexicon {
    try Lexicon(try lexiconSource(table), name: "x")
  }

  @Test func theUpperLayerAnswersFirstAndAllAnswer() throws {
    let core = try lexicon(
      "nb\tnn\tpos\ten\navtale\tavtale\tnoun\tagreement\nhus\thus\tnoun\thouse\n")
    let own = try lexicon("nb\ten\navtale\taccord\nkåk\tshack\n")
    let both = own.over(core)
    #expect(both.entryCount == 4)
    #expect(both.translations(of: "avtale", from: .nb, to: .en) == ["accord", "agreement"])
    #expect(both.translations(of: "hus", from: .nb, to: .en) == ["house"])
    #expect(both.translations(of: "shack", from: .en, to: .nb) == ["kåk"])
    #expect(both.contains(Array("kåk".utf8), in: .nb) && both.contains(Array("hus".utf8), in: .nb))
    #expect(!both.contains(Array("båt".utf8), in: .nb))
    #expect(both.entries(Array("avtale".utf8), in: .nb).map(both.partOfSpeech) == ["", "noun"])
    #expect(own.over(nil).entryCount == 2)
  }

  @Test func bokmålStandsInForNynorskWhereALayerHasNone() throws {
    let own = try lexicon("nb\ten\navtale\taccord\n")
    #expect(own.translations(of: "avtale", from: .nn, to: .en) == ["accord"])
    #expect(own.translations(of: "accord", from: .en, to: .nn) == ["avtale"])
    #expect(own.parts(of: Array("avtale".utf8), in: .nn).isEmpty, "but it is no Nynorsk word")
    #expect(own.parts(of: Array("avtale".utf8), in: .nb).contains(.noun))
  }
}

@Suite("Lexicon tables")
struct LexiconTableTests {
  @Test(arguments: [
    ("nb\ten\navtale\tagreement\nord\n", 3, "1 columns where the header has 2"),
    ("avtale\tagreement\n", 1, "the header must name two languages"),
    ("nb\tpos\navtale\tnoun\n", 1, "the header must name two languages"),
    ("nb\ten\tprobability\na\tb\t1,5\n", 2, "no number from 0 to 1"),
    ("", 1, "holds no header"),
  ])
  func wrongRowsAreNamedByLine(table: String, line: Int, message: String) throws {
    let error = #expect(throws: InputError.self) { try lexiconSource(table, file: "x.tsv") }
    #expect(error?.position == SourcePosition(file: "x.tsv", line: line))
    #expect(error?.message.contains(message) == true)
  }

  @Test func aTableWithoutHeaderTakesTheLanguagesGiven() throws {
    let source = try lexiconSource("av\tof\r\nhus\thouse; home\r\n", languages: ["nb", "en"])
    #expect(source.entries.map(\.terms) == [[["av"], ["of"]], [["hus"], ["house", "home"]]])
  }

  @Test func rowsThatSayNothingAreLeftOut() throws {
    #expect(try lexiconSource("nb\tnn\ten\nhus\t\t\n; \thus\thouse\n").entries.count == 1)
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let source = try lexiconSource(
      "# name: A\n# licence: L\n# origin: O\nnb\tnn\tpos\ten\tprobability\n"
        + "hus\thus\tnoun\thouse; home\t0.25\n# name: B\nbil\t\t\tcar\t\n")
    let again = try lexiconSource(LexiconTable.write(source))
    #expect(again.entries == source.entries)
    #expect(again.provenances == source.provenances)
    #expect(again.languages == source.languages)
  }

  @Test func aFolderTakesItsProvenanceFromSource() throws {
    let source = try LexiconFolder.read(
      [
        ("x/SOURCE", Array("name: House\nlicence: MIT\n".utf8)),
        ("x/a.tsv", Array("nb\ten\nhus\thouse\n".utf8)),
        ("x/b.tsv", Array("# name: Other\nnb\ten\nbil\tcar\n".utf8)),
      ], name: "x")
    #expect(
      source.provenances == [Provenance(name: "House", licence: "MIT"), Provenance(name: "Other")])
  }
}
