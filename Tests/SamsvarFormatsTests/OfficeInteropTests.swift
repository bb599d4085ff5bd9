import Foundation
import SamsvarFormats
import SamsvarModel
import SamsvarTestSupport
import Testing

/// Our files in the hands of python-docx, odfpy, openpyxl, LibreOffice and epubcheck, and theirs in ours.
@Suite("Office formats and other programs", .serialized)
struct OfficeInteropTests {
  private typealias Format = TableSample.Format

  private static let packages = ["docx": "docx", "odt": "odf", "xlsx": "openpyxl"]
  private static let script = Paths.file("Tests/Interop/office.py")
  private static let hasPython =
    Interop.isRequired || packages.values.sorted().allSatisfy { Interop.hasPython($0) }
  private static let hasOffice =
    Interop.isRequired || Interop.has("LibreOffice", "soffice", ["--headless", "--version"])
  private static let hasEpubcheck =
    Interop.isRequired || Interop.has("epubcheck", "java", ["-jar", epubcheck, "--version"])
  private static let epubcheck = "/usr/bin/epubcheck"

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ program: String, _ arguments: [String]) throws -> Program.Result {
    try Program.run(URL(fileURLWithPath: "/usr/bin/env"), [program] + arguments)
  }

  /// The file that LibreOffice makes of ours.
  private func converted(_ path: String, to format: String) throws -> Data {
    // A profile of its own: a second LibreOffice with the same one would end at once.
    let result = try run(
      "soffice",
      [
        "-env:UserInstallation=file://\(folder.path("profile"))", "--headless", "--convert-to",
        format, "--outdir", folder.path("out"), path,
      ])
    let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    let ending = format.prefix { $0 != ":" }
    let data = FileManager.default.contents(atPath: folder.path("out/\(name).\(ending)"))
    return try #require(data, "LibreOffice: \(result.error)")
  }

  @Test(.enabled(if: hasPython), arguments: TableSample.formats)
  private func othersReadWhatWeWrite(format: Format) throws {
    let path = try folder.write(Data(try format.write(TableSample.marked)), to: "t.\(format.name)")
    let result = try run(Interop.python, [Self.script, "read", path])
    try #require(result.status == 0, "\(result.error)")
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(lines[0].hasPrefix("ID|Source (nb)|Target (en)|Status|Confidence|Comments"))
    #expect(
      lines[1].hasPrefix(
        "1|Kommunen åpner hagen.|The municipality opens the garden.|translated|0.90|"))
    #expect(
      lines[2].hasPrefix("0012|A < B & «C»\\nlinje to\\tkolonne|A < B & “C”\\nline two\\tcolumn|"))
    #expect(lines[3].contains("|To  blanke   her.|Two  blanks   here.|"))
    #expect(lines[4].hasPrefix("4|Uten motstykke.||initial|0.40|"))
    #expect(lines[6].hasPrefix("6|=SUM(A1)|=1+1|final|"))
    let comments = lines.dropFirst(8)
    if format.name == "xlsx" {
      #expect(comments == ["# frozen at A2", "# 8 rows"])
      #expect(lines[1].contains("first → three (kilden sier 3) [value.mismatch]"))
    } else {
      #expect(comments.count == 5)
      #expect(comments.contains { $0.contains("first") && $0.contains("kilden sier 3") })
    }
  }

  @Test(.enabled(if: hasPython), arguments: TableSample.formats)
  private func weReadWhatOthersWrite(format: Format) throws {
    let path = folder.path("t.\(format.name)")
    let result = try run(Interop.python, [Self.script, "write", path])
    try #require(result.status == 0, "\(result.error)")
    let records = try format.read(Array(try #require(FileManager.default.contents(atPath: path))))
    #expect(records.map(\.id) == ["1", "2", "0003"])
    #expect(records.map(\.source) == ["Kommunen åpner hagen.", "A < B & «C»", "Uten motstykke."])
    #expect(records.map(\.target) == ["The municipality opens the garden.", "A < B & “C”", ""])
    #expect(records.map(\.state) == ["reviewed", "translated", "initial"])
    #expect(records.map(\.notes) == [[], ["Se på denne"], []])
    #expect(records[0].languages == ["nb", "en"])
  }

  @Test(.enabled(if: hasOffice), arguments: TableSample.formats.filter { $0.name != "xlsx" })
  private func officeMakesAPageOfA4(format: Format) throws {
    let path = try folder.write(Data(try format.write(TableSample.marked)), to: "t.\(format.name)")
    let data = try converted(path, to: "pdf")
    #expect(data.starts(with: Data("%PDF".utf8)))
    // A4 across in points; LibreOffice writes the box of each page in plain text.
    let text = String(decoding: data, as: UTF8.self)
    #expect(text.contains("/MediaBox[0 0 841") || text.contains("/MediaBox [0 0 841"))
  }

  @Test(.enabled(if: hasOffice))
  func officeMakesCSVOfASheet() throws {
    let xlsx = try TableSample.marked.workbook(date: TableSample.date)
    let path = try folder.write(Data(xlsx), to: "t.xlsx")
    // Commas, double quotes, UTF-8.
    let data = try converted(path, to: "csv:Text - txt - csv (StarCalc):44,34,76")
    let rows = try DelimitedText(Array(data), file: "t.csv").rows
    #expect(rows[0].cells.prefix(3) == ["ID", "Source (nb)", "Target (en)"])
    #expect(rows[2].cells.prefix(2) == ["0012", "A < B & «C»\nlinje to\tkolonne"])
    #expect(rows[6].cells[2] == "=1+1")
    #expect(rows.count == 8)
  }

  /// Our reader reads what LibreOffice saves after opening our file.
  @Test(
    .enabled(if: hasOffice),
    arguments: [
      ("docx", "docx"), ("docx", "odt"), ("odt", "odt"), ("odt", "docx"), ("xlsx", "xlsx"),
    ])
  func whatOfficeSavesComesBack(from: String, to: String) throws {
    let format = try #require(TableSample.formats.first { $0.name == from })
    let path = try folder.write(Data(try format.write(TableSample.marked)), to: "t.\(from)")
    let filter = to == "docx" ? "docx:Office Open XML Text" : to
    let saved = try converted(path, to: filter)
    let records = try TableSample.read(Array(saved))
    let rows = TableSample.table.rows
    #expect(records.map(\.id) == rows.map(\.id))
    #expect(records.map(\.source) == rows.map(\.source))
    #expect(records.map(\.target) == rows.map(\.target))
    #expect(records.map(\.state) == rows.map(\.state))
    #expect(records[2].notes == ["Se på denne", "Ja & nei"])
    #expect(records[0].notes.isEmpty)
  }

  @Test(
    .enabled(if: hasEpubcheck), arguments: [PageLayout.sideBySide, .interleaved, .facing, .tap])
  func epubcheckFindsNothing(layout: PageLayout) throws {
    let path = try folder.write(Data(try BookSample.bytes(layout, passages: 500)), to: "t.epub")
    let result = try run("java", ["-jar", Self.epubcheck, "--failonwarnings", path])
    #expect(result.status == 0, "\(result.output)\(result.error)")
  }
}
