import Foundation
import SamsvarTestSupport
import Testing

/// Office documents through the real program.
@Suite("Office documents")
struct OfficeCommandTests {
  private let folder: TemporaryFolder
  private let beads = """
    {"id":"a1","sourceLanguage":"nb","targetLanguage":"en","source":"Han er 38 år.","target":"He is 83 years old."}
    {"id":"a2","sourceLanguage":"nb","targetLanguage":"en","source":"Hun bor i Oslo.","target":"She lives in Oslo."}
    {"id":"a3","sourceLanguage":"nb","targetLanguage":"en","source":"Ingen svarte.","target":""}

    """

  init() throws { folder = try TemporaryFolder() }

  /// The lines of a beads file that another format gave.
  private func lines(_ path: String) throws -> [String] {
    let back = try Program.samsvar("convert", path, "-", "--to", "tsv")
    try #require(back.status == 0, "\(back.error)")
    return back.output.split(separator: "\n").map(String.init)
  }

  @Test(arguments: ["docx", "odt", "xlsx"])
  func aTableGoesOutAndComesBack(ending: String) throws {
    let input = try folder.write(beads, to: "b.jsonl")
    let table = folder.path("table.\(ending)")
    let out = try Program.samsvar("convert", input, table)
    #expect(out.status == 0, "\(out.error)")
    let back = try lines(table)
    #expect(back.count == 4)
    #expect(back[1].hasPrefix("a1\t"))
    #expect(back[1].contains("\tHan er 38 år.\tHe is 83 years old.\t"))
    #expect(back[3].contains("\tIngen svarte.\t\t"))
  }

  @Test(arguments: ["docx", "odt", "xlsx"])
  func aTableIsCheckedAndKeepsItsIDs(ending: String) throws {
    let input = try folder.write(beads, to: "b.jsonl")
    let table = folder.path("table.\(ending)")
    _ = try Program.samsvar("convert", input, table)
    let checked = folder.path("checked.\(ending)")
    let result = try Program.samsvar("check", table, "--to", "jsonl", "-o", checked)
    #expect(result.status == 1, "\(result.error)")
    #expect(result.output.contains("\"id\":\"a1\"") && result.output.contains("value.mismatch"))
    let text = try Program.samsvar("check", table)
    #expect(text.output.contains("a1") && text.output.contains("C2"))
    #expect(try lines(checked) == lines(table), "findings do not change the texts")
  }

  @Test(arguments: ["docx", "odt", "xlsx", "epub"])
  func anAlignmentIsWrittenTheSameEachTime(ending: String) throws {
    let source = try folder.write("Fjorden er lang.\n\nElva er kort.\n", to: "a.nb.txt")
    let target = try folder.write("The fjord is long.\n\nThe river is short.\n", to: "a.en.txt")
    var files: [Data] = []
    for name in ["one", "two"] {
      let path = folder.path("\(name).\(ending)")
      let result = try Program.samsvar(
        "align", source, target, "-o", path, environment: ["SOURCE_DATE_EPOCH": "1576843200"])
      #expect(result.status == 0, "\(result.error)")
      files.append(try #require(FileManager.default.contents(atPath: path)))
    }
    #expect(files[0] == files[1] && files[0].starts(with: Data("PK".utf8)))
  }

  @Test func aTextIsNoTableAndSaysSo() throws {
    let source = try folder.write("Fjorden er lang.\n", to: "a.nb.txt")
    let target = try folder.write("The fjord is long.\n", to: "a.en.txt")
    let path = folder.path("bok.docx")
    _ = try Program.samsvar("align", source, target, "-o", path)
    // Two documents are two texts, one is a table.
    let texts = try Program.samsvar(
      "check", path, path, "--source-lang", "nb", "--target-lang", "nb")
    #expect(texts.status != 2 && texts.status != 3, "\(texts.error)")
    let broken = try folder.write("ikke noe arkiv", to: "brev.docx")
    let result = try Program.samsvar("convert", broken, folder.path("x.tmx"))
    #expect(result.status == 3)
    #expect(result.error.contains("brev.docx") && result.error.contains("no zip archive"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("x.tmx")))
  }
}
