import Foundation
import SamsvarTestSupport
import Testing

@Suite("Commands")
struct CommandTests {
  @Test func versionAndHelpGoToStandardOutput() throws {
    let version = try Program.samsvar("--version")
    #expect(version.status == 0 && version.output.hasPrefix("samsvar "))
    for command in ["align", "check", "convert", "score", "doctor"] {
      let help = try Program.samsvar(command, "--help")
      #expect(help.status == 0)
      #expect(help.output.contains("samsvar \(command)"), "no example in the help of \(command)")
    }
  }

  @Test func doctorNamesVersionsAndData() throws {
    let result = try Program.samsvar("doctor")
    #expect(result.status == 0)
    for part in ["samsvar ", "ICU ", "nb ", "nn ", "en ", "lexicon "] {
      #expect(result.output.contains(part))
    }
  }

  @Test func doctorSaysWhatIsMissing() throws {
    let folder = try TemporaryFolder()
    let copy = folder.url.appending(path: "samsvar")
    try FileManager.default.copyItem(at: Paths.samsvar, to: copy)
    let result = try Program.run(copy, ["doctor"])
    #expect(result.status == 3)
    #expect(result.output.contains("missing"))
    #expect(result.output.contains("SAMSVAR_DATA"))
  }

  @Test func dashIsStandardInput() throws {
    let result = try Program.samsvar(
      "text", "segment", "-", "--lang", "nb", input: Data("Hei. På deg.".utf8))
    #expect(result.output == "sentence\tHei.\nsentence\tPå deg.\n")
  }

  @Test func segmentAnswersJSONLines() throws {
    let input = "{\"id\":\"a\",\"lang\":\"nb\",\"text\":\"Blå dag. Rød kveld.\",\"other\":1}\n"
    let result = try Program.samsvar(
      "text", "segment", "--from", "jsonl", "--to", "jsonl", "--offsets", "codepoints", "-",
      input: Data(input.utf8))
    #expect(
      result.output
        == "{\"id\":\"a\",\"sentences\":[[0,8],[9,19]],\"text\":\"Blå dag. Rød kveld.\","
        + "\"tokens\":[[0,3],[4,7],[7,8],[9,12],[13,18],[18,19]]}\n")
  }

  @Test func checkReadsBeadsAndKeepsTheirIds() throws {
    let folder = try TemporaryFolder()
    let beads = try folder.write(
      """
      {"id":"s1","document":"d","sourceLanguage":"nb","targetLanguage":"en","source":"Han er 38 år.","target":"He is 83 years old."}
      {"id":"s1","document":"e","sourceLanguage":"nb","targetLanguage":"en","source":"Han er 38 år.","target":"He is 83 years old."}

      """, to: "b.jsonl")
    let result = try Program.samsvar("check", beads, "--to", "jsonl", "--offsets", "codepoints")
    #expect(result.status == 1)
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.contains("\"id\":\"s1\"") })
    #expect(try Program.samsvar("check", beads, "--fail-on", "never").status == 0)
    #expect(try Program.samsvar("check", beads, "--only", "term").status == 0)
  }

  @Test func convertKeepsEveryUnit() throws {
    let folder = try TemporaryFolder()
    let beads = try folder.write(
      """
      {"id":"1","document":"d","sourceLanguage":"nb","targetLanguage":"en","source":"Ja & nei","target":"Yes & no"}

      """, to: "b.jsonl")
    let tmx = folder.path("b.tmx")
    #expect(try Program.samsvar("convert", beads, tmx).status == 0)
    let back = folder.path("c.jsonl")
    #expect(try Program.samsvar("convert", tmx, back).status == 0)
    #expect(try String(contentsOfFile: back, encoding: .utf8).contains("\"source\":\"Ja & nei\""))
  }

  @Test func sameInputGivesTheSameBytes() throws {
    let folder = Paths.file("Examples/libya")
    let runs = try (0..<2).map { _ in
      try Program.samsvar(
        "align", "\(folder)/article.nb.txt", "\(folder)/article.en.txt", "--to", "html"
      ).output
    }
    #expect(runs[0] == runs[1])
  }
}
