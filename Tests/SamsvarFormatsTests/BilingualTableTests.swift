import Foundation
import SamsvarFormats
import SamsvarModel
import SamsvarTestSupport
import Testing

@Suite("Bilingual tables: every format")
struct BilingualTableContractTests {
  private typealias Format = TableSample.Format

  @Test(arguments: TableSample.formats)
  private func readsWhatItWrites(format: Format) throws {
    let records = try format.read(try format.write(TableSample.table))
    let rows = TableSample.table.rows
    #expect(records.map(\.id) == rows.map(\.id))
    #expect(records.map(\.source) == rows.map(\.source))
    #expect(records.map(\.target) == rows.map(\.target))
    #expect(records.map(\.state) == rows.map(\.state))
    #expect(records.map(\.confidence) == rows.map(\.confidence))
    #expect(records.map(\.notes) == rows.map(\.notes))
    #expect(records.allSatisfy { $0.languages == ["nb", "en"] })
    #expect(records[1].place == "C3")
  }

  @Test(arguments: TableSample.formats)
  private func findingsDoNotChangeTheText(format: Format) throws {
    let records = try format.read(try format.write(TableSample.marked))
    #expect(records.map(\.target) == TableSample.table.rows.map(\.target))
    #expect(records[0].notes.isEmpty, "the program's own comments are no notes")
  }

  @Test(arguments: TableSample.formats)
  private func theSameTableGivesTheSameBytes(format: Format) throws {
    #expect(try format.write(TableSample.marked) == format.write(TableSample.marked))
  }

  @Test(arguments: TableSample.formats)
  private func longSegmentsAndManyRows(format: Format) throws {
    var table = TableSample.table
    let long = String(repeating: "blåbærsyltetøy og ", count: 55_000) + "slutt"
    table.rows = [TableSample.row("a", long, "b")]
    table.rows += (0..<3000).map { TableSample.row("r\($0)", "Rad \($0).", "Row \($0).") }
    let records = try format.read(try format.write(table))
    #expect(records.count == 3001)
    #expect(records[0].source == long)
    #expect(records[3000].id == "r2999")
  }

  @Test(arguments: TableSample.formats)
  private func anyTextSurvives(format: Format) throws {
    var generator = SeededGenerator(seed: 11)
    var table = TableSample.table
    table.rows = (0..<150).map { index in
      let text = RandomText.mixed(8, using: &generator)
        .replacingOccurrences(of: "\r\n", with: "\n")
      return TableSample.row("r\(index)", "x\(text)x", "y")
    }
    let records = try format.read(try format.write(table))
    #expect(records.map(\.source) == table.rows.map(\.source))
  }

  @Test(arguments: TableSample.formats)
  private func damageIsAnErrorNotACrash(format: Format) throws {
    let bytes = try format.write(TableSample.marked)
    for length in stride(from: 0, to: bytes.count, by: 97) {
      #expect(throws: InputError.self) { try format.read(Array(bytes[..<length])) }
    }
    let part =
      ["docx": "word/document.xml", "odt": "content.xml"][format.name]
      ?? "xl/worksheets/sheet1.xml"
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<150 {
      let broken = try TableSample.archive(bytes, replacing: part) { xml in
        var text = Array(xml.utf8)
        let at = Int.random(in: 0..<text.count, using: &generator)
        text.replaceSubrange(at..<min(text.count, at + 3), with: "<w/".utf8)
        return String(decoding: text, as: UTF8.self)
      }
      _ = try? format.read(broken)
    }
  }

  @Test(arguments: TableSample.formats)
  private func theSameIDTwiceIsRefusedWithBothPlaces(format: Format) throws {
    var table = TableSample.table
    table.rows[1].id = "1"
    let bytes = try format.write(table)
    let error = #expect(throws: InputError.self) { try format.read(bytes) }
    #expect(error?.message.contains("row 2 and in ") == true)
    #expect(error?.message.contains("row 3") == true)
  }

  @Test func theKindIsToldFromTheContentNotTheEnding() throws {
    for format in TableSample.formats {
      let bytes = try format.write(TableSample.table)
      #expect(BitextFormat(path: "-", head: bytes) == .docx)
      #expect(try BitextFormat.docx.units(bytes, file: "-").count == 7)
      #expect(try BilingualTables.isBilingual(bytes, file: "-"))
    }
    #expect(BitextFormat(path: "a.DOCX", head: []) == .docx)
    #expect(BitextFormat(path: "a.txt", head: Array("hei".utf8)) == nil)
  }

  @Test(arguments: BitextFormat.office)
  func unitsAreConverted(format: BitextFormat) throws {
    var unit = BitextUnit()
    unit.id = "7"
    unit.source = CodedText("Fjorden er lang.")
    unit.target = CodedText("The fjord is long.")
    unit.sourceLanguage = .nn
    unit.targetLanguage = .en
    unit.state = .final
    unit.confidence = 0.875
    unit.notes = ["a", "b"]
    var options = BitextOptions()
    options.languageMap = try #require(LanguageMap("nn=nn-NO"))
    let bytes = format.write([unit], options)
    var back = try #require(try format.units(bytes, file: "t").first)
    #expect(back.sourceLanguage?.description == "nn-NO")
    back.sourceLanguage = .nn
    #expect(back.withoutPlace == unit)
    #expect(try format.units(format.write([], options), file: "t").isEmpty)
    var loss = ConversionLoss()
    unit.context = "meny"
    loss.add(unit, to: format)
    #expect(loss.lines.count == 1)
  }
}

@Suite("Bilingual headers")
struct BilingualHeaderTests {
  @Test(arguments: [
    ("ID|Source (nb)|Target (en)|Status|Confidence|Comments", [0, 1, 2], "nb", "en"),
    ("id|kind|confidence|nb|en", [0, 3, 4], "nb", "en"),
    ("Nr.|Kilde|Mål|Merknad", [0, 1, 2], "", ""),
    ("#|Norsk bokmål|English (en-GB)|Note", [0, 1, 2], "nb", "en-GB"),
    ("Segment ID|Target [nn-NO]|Source [en]", [0, 2, 1], "en", "nn-NO"),
    ("Nynorsk|Engelsk", [-1, 0, 1], "nn", "en"), ("Original|Translation", [-1, 0, 1], "", ""),
  ])
  func columnsAreFound(
    header: String, columns: [Int], source: String, target: String
  ) throws {
    let cells = header.split(separator: "|").map(String.init)
    let found = try #require(BilingualHeader(cells))
    #expect([found.id ?? -1, found.source, found.target] == columns)
    #expect(found.sourceLanguage?.description ?? "" == source)
    #expect(found.targetLanguage?.description ?? "" == target)
  }

  @Test(arguments: [
    "Navn|Adresse", "", "nb", "Dette er en setning om engelsk språk|Og en annen om norsk",
    "Dato|Sted|Antall",
  ])
  func otherTablesAreNoBilingualOnes(header: String) {
    #expect(BilingualHeader(header.split(separator: "|").map(String.init)) == nil)
  }

  @Test func theLanguagesWantedChooseTheColumns() throws {
    let cells = ["id", "nb", "nn", "en"]
    let both = try #require(BilingualHeader(cells, source: .nn, target: .en))
    #expect(both.source == 2 && both.target == 3)
    let target = try #require(BilingualHeader(cells, target: .en))
    #expect(target.source == 1 && target.target == 3)
  }

  @Test(arguments: ["xlsx", "docx", "odt"])
  func tablesWithoutHeaderAreReadWhenAskedTo(name: String) throws {
    let format = try #require(TableSample.formats.first { $0.name == name })
    var bytes = try format.write(TableSample.table)
    let part =
      ["docx": "word/document.xml", "odt": "content.xml"][name]
      ?? "xl/worksheets/sheet1.xml"
    bytes = try TableSample.archive(bytes, replacing: part) {
      $0.replacingOccurrences(of: "Source (nb)", with: "Hage")
        .replacingOccurrences(of: "Target (en)", with: "Garden")
        .replacingOccurrences(of: "ID", with: "0")
    }
    let error = #expect(throws: InputError.self) { try format.read(bytes) }
    #expect(error?.message.contains("--from") == true)
    let records = try format.read(bytes, acceptsPlain: true)
    #expect(records.first?.id == "0" && records.first?.source == "Hage")
    #expect(records.last?.target == "a\u{301}é _x0041_")
  }
}

@Suite("Tables of bitexts")
struct TableOfBitextTests {
  private func document(_ lines: [String], _ language: LanguageTag) -> Document {
    var text: [UInt8] = []
    var segments: [Segment] = []
    for line in lines {
      segments.append(Segment(range: text.count..<text.count + line.utf8.count))
      text += Array("\(line)\n".utf8)
    }
    return Document(name: "a/hage.\(language)", language: language, text: text, segments: segments)
  }

  private var bitext: Bitext {
    Bitext(
      source: document(["Én.", "To.", "Tre."], .nb),
      target: document(["One.", "Twö.", "Three."], .en),
      alignment: Alignment(beads: [
        Bead(source: 0..<1, target: 0..<2, confidence: 0.75), Bead(source: 1..<3, target: 2..<2),
        Bead(source: 3..<3, target: 2..<3),
      ]), ids: ["a", "b", "c"])
  }

  @Test func aFindingStandsAtItsPlaceInTheJoinedText() {
    let finding = Finding(
      rule: "r", category: .number, severity: .warning,
      target: FindingSpan(segment: 1, range: 2..<4, text: "ö"), message: "m", reason: "why", bead: 0
    )
    var accepted = finding
    accepted.acceptance = Acceptance(.baseline, reason: "ok")
    let table = BilingualTable(bitext, findings: [finding, accepted])
    #expect(table.title == "hage.nb – hage.en")
    #expect(table.rows.map(\.id) == ["a", "b", "c"])
    #expect(table.rows.map(\.target) == ["One. Twö.", "", "Three."])
    #expect(table.rows.map(\.state) == ["translated", "initial", "translated"])
    #expect(table.rows[0].remarks.map(\.range) == [7..<9])
    #expect(table.rows[0].remarks[0].line == "warning: m (why) [r]")
  }

  @Test func aSummaryHasTheSentencesItRestsOn() {
    var summary = bitext
    summary.alignment = Alignment(
      beads: (0..<3).map { Bead(source: 0..<0, target: $0..<$0 + 1) })
    let table = BilingualTable(
      summary, links: [SummaryLink(summary: 1, sources: [0, 2], confidence: 0.5)])
    #expect(table.rows.map(\.source) == ["", "Én. Tre.", ""])
    #expect(table.rows[1].confidence == 0.5)
  }
}
