import Foundation
import SamsvarFormats
import SamsvarModel
import SamsvarTestSupport
import Testing

/// Writes a PDF of lines at given places, so that the tests know what stands where.
struct TestPDF {
  /// A line: distance from the left edge and from the top in points, size, text.
  struct Line {
    var x = 72
    var y: Int
    var size = 11
    var text: String
  }

  /// The bytes of a file with pages of A4.
  static func bytes(_ pages: [[Line]]) -> [UInt8] {
    var objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
    let font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    objects.append(font)
    var kids = ""
    for page in pages {
      let content = page.map {
        "BT /F \($0.size) Tf \($0.x) \(842 - $0.y) Td (\(escaped($0.text))) Tj ET"
      }
      .joined(separator: "\n")
      objects.append("<</Length \(content.unicodeScalars.count)>>\nstream\n\(content)\nendstream")
      objects.append(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents \(objects.count) 0 R"
          + "/Resources<</Font<</F 3 0 R>>>>>>")
      kids += "\(objects.count) 0 R "
    }
    objects[1] = "<</Type/Pages/Kids[\(kids)]/Count \(pages.count)>>"
    return file(objects)
  }

  private static func escaped(_ text: String) -> String {
    String(text.flatMap { "()\\".contains($0) ? ["\\", $0] : [$0] })
  }

  private static func file(_ objects: [String]) -> [UInt8] {
    var bytes = latin1("%PDF-1.4\n")
    var offsets: [Int] = []
    for (number, object) in objects.enumerated() {
      offsets.append(bytes.count)
      bytes += latin1("\(number + 1) 0 obj\n\(object)\nendobj\n")
    }
    let start = bytes.count
    bytes += latin1("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n")
    for offset in offsets {
      let digits = String(offset)
      bytes += latin1(String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n")
    }
    return bytes
      + latin1("trailer\n<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n")
  }

  private static func latin1(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }
}

private let hasPDFToText = Interop.isRequired || Interop.has("pdftotext", "pdftotext", ["-v"])

@Suite("PDF", .enabled(if: hasPDFToText))
struct PDFReaderTests {
  private func lines(_ texts: [String], from top: Int = 120, x: Int = 72) -> [TestPDF.Line] {
    texts.enumerated().map { TestPDF.Line(x: x, y: top + 14 * $0, text: $1) }
  }

  @Test func linesMakeParagraphsAndLargeLettersHeadings() throws {
    let page =
      [TestPDF.Line(y: 80, size: 18, text: "Ny avtale om blåkveite")]
      + lines(["Regjeringen la fram en avtale om fiske i går, og den", "gjelder fra mai."])
      + lines(["Neste avsnitt står for seg selv her nede på siden, og", "er kort."], from: 170)
    let text = try read(TestPDF.bytes([page]), as: .pdf)
    #expect(
      text.texts == [
        "Ny avtale om blåkveite",
        "Regjeringen la fram en avtale om fiske i går, og den gjelder fra mai.",
        "Neste avsnitt står for seg selv her nede på siden, og er kort.",
      ])
    #expect(text.blocks[0].kind == .heading)
    #expect(text.blocks[2].place == BlockPlace(part: "page 1", paragraph: 3))
  }

  @Test func runningHeadersFootersAndPageNumbersAreRemovedAndLogged() throws {
    let bodies = ["Torsken er stor.", "Silda er liten.", "Makrellen er rask.", "Seien er grå."]
    let pages = bodies.enumerated().map { number, body in
      [TestPDF.Line(y: 40, size: 9, text: "Fiskerirapporten 2024")] + lines([body], from: 100)
        + [
          TestPDF.Line(y: 800, size: 9, text: "Side \(number + 7) av 40"),
          TestPDF.Line(x: 400, y: 815, size: 9, text: "Fiskeridepartementet"),
        ]
    }
    let text = try read(TestPDF.bytes(pages), as: .pdf)
    #expect(text.texts == bodies)
    #expect(text.removals.count == 12)
    #expect(text.removals.prefix(3).map(\.kind) == [.header, .footer, .pageNumber])
    #expect(text.removals.last?.place == "page 4")
    #expect(text.diagnostics.first?.message.contains("4 page numbers") == true)
  }

  @Test func aPageNumberThatDoesNotGrowIsRemovedToo() throws {
    let pages = ["Torsken er stor.", "Silda er liten."].map {
      lines([$0], from: 100) + [TestPDF.Line(y: 800, size: 9, text: "Side 1")]
    }
    #expect(
      try read(TestPDF.bytes(pages), as: .pdf).texts == ["Torsken er stor.", "Silda er liten."])
  }

  @Test(arguments: [["-", "-", "-"], ["1.", "2.", "3."], ["a)", "b)", "c)"]])
  func labelsInAColumnOfTheirOwnBelongToTheirLines(labels: [String]) throws {
    let items = ["Torsk fra Lofoten", "Sild fra Bergen", "Makrell fra Oslo"]
    let text = try read(
      TestPDF.bytes([lines(["Vi selger:"], from: 100) + lines(labels) + lines(items, x: 100)]),
      as: .pdf)
    let isBullet = labels[0] == "-"
    #expect(
      text.texts == ["Vi selger:"] + zip(labels, items).map { isBullet ? $1 : "\($0) \($1)" })
    #expect(text.blocks.last?.kind == (isBullet ? .listItem : nil))
  }

  @Test func aLineThatDiffersFromPageToPageStays() throws {
    let pages = ["Torsk", "Sild", "Makrell"].map { [TestPDF.Line(y: 40, text: $0)] }
    #expect(try read(TestPDF.bytes(pages), as: .pdf).texts == ["Torsk", "Sild", "Makrell"])
  }

  @Test func hyphensAtLineEndsAreTakenOutWithCare() throws {
    let page = lines([
      "Regjeringen la fram en ny fiskeri-", "avtale om kvoter i havet, og helse-",
      "og omsorgsministeren var med. EU-", "landene er enige med Nord-", "Norge om dette.",
    ])
    let text = try read(TestPDF.bytes([page]), as: .pdf)
    #expect(
      text.texts == [
        "Regjeringen la fram en ny fiskeriavtale om kvoter i havet, og helse- og omsorgsministeren var "
          + "med. EU-landene er enige med Nord-Norge om dette."
      ])
    #expect(text.removals.map(\.text) == ["fiskeri- avtale → fiskeriavtale"])
  }

  @Test func sentencesGoOnOverPages() throws {
    let text = try read(
      TestPDF.bytes([
        lines(["Regjeringen la fram en avtale som"], from: 700),
        lines(["gjelder fra mai. Den er ny."]),
      ]), as: .pdf)
    #expect(text.texts == ["Regjeringen la fram en avtale som gjelder fra mai. Den er ny."])
  }

  @Test func columnsAreReadOneAfterTheOther() throws {
    let left = (0..<12).map { "Venstre spalte har linje \($0)" }
    let right = (0..<12).map { "Høyre spalte har linje \($0)" }
    let text = try read(TestPDF.bytes([lines(left) + lines(right, x: 320)]), as: .pdf)
    let whole = text.texts.joined(separator: " ")
    #expect(whole.utf8Offset(of: "Venstre spalte har linje 11") < whole.utf8Offset(of: "Høyre"))
  }

  @Test func pagesWithoutTextAreNamed() {
    let error = #expect(throws: InputError.self) { try read(TestPDF.bytes([[]]), as: .pdf) }
    #expect(error?.message.contains("images of pages") == true)
  }

  @Test func aDamagedFileIsRefused() {
    let error = #expect(throws: InputError.self) {
      try read(Array("%PDF-1.4\nikke noe".utf8), as: .pdf)
    }
    #expect(error?.message.contains("pdftotext cannot read it") == true)
  }
}
