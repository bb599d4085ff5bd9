import Foundation
import SamsvarTestSupport
import Testing

@Suite("samsvar check, rules and explain")
struct CheckCommandTests {
  private static let glossary =
    "id,nb,en,en_admitted,en_forbidden\nelection,valg,election,,choice\n"

  /// The texts of a check: a folder with a source, a target and a glossary.
  private func files(_ source: String, _ target: String) throws -> (TemporaryFolder, [String]) {
    let folder = try TemporaryFolder()
    let paths = [
      try folder.write(source, to: "a.nb.txt"), try folder.write(target, to: "a.en.txt"),
      try folder.write(Self.glossary, to: "g.csv"),
    ]
    return (folder, paths)
  }

  @Test func theRulesPageIsUpToDate() throws {
    let page = try String(contentsOfFile: Paths.file("Documentation/Rules.md"), encoding: .utf8)
    let written = try Program.samsvar("rules", "--to", "markdown").output
    #expect(page == written, "run samsvar rules --to markdown > Documentation/Rules.md")
  }

  @Test func explainShowsARuleOrNamesThem() throws {
    let rule = try Program.samsvar("explain", "term.missing")
    #expect(rule.status == 0 && rule.output.contains("samsvar:accept term.missing"))
    let unknown = try Program.samsvar("explain", "term.gone")
    #expect(unknown.status == 2 && unknown.error.contains("term.missing"))
  }

  @Test func whySaysWhatWasFoundAndWhatNot() throws {
    let (folder, paths) = try files(
      "Valget er i dag.\nUtvalget møtes.", "The election is today.\nThe committee meets.")
    defer { withExtendedLifetime(folder) {} }
    let result = try Program.samsvar(
      "check", paths[0], paths[1], "--termbase", paths[2], "--from", "lines", "--why", "valg")
    #expect(result.status == 0)
    #expect(result.output.contains("\"Valget\" is the term (inflected)"))
    #expect(result.output.contains("not reported: it is rendered"))
    #expect(result.output.contains("\"Utvalget\" is not the term"))
  }

  @Test func diffShowsAndFixWrites() throws {
    let (folder, paths) = try files("Valget er i dag.", "The choice is today.")
    defer { withExtendedLifetime(folder) {} }
    let diff = try Program.samsvar(
      "check", paths[0], paths[1], "--termbase", paths[2], "--from", "lines", "--diff")
    #expect(diff.output == "@@ 1 @@\n-The choice is today.\n+The election is today.\n")
    #expect(try String(contentsOfFile: paths[1], encoding: .utf8) == "The choice is today.")
    _ = try Program.samsvar(
      "check", paths[0], paths[1], "--termbase", paths[2], "--from", "lines", "--fix")
    #expect(try String(contentsOfFile: paths[1], encoding: .utf8) == "The election is today.")
    let again = try Program.samsvar(
      "check", paths[0], paths[1], "--termbase", paths[2], "--from", "lines")
    #expect(again.status == 0 && again.output == "no findings\n")
  }

  @Test func baselineAcceptsWhatThereIs() throws {
    let (folder, paths) = try files("Valget er i dag.", "It is today.")
    let check = ["check", paths[0], paths[1], "--termbase", paths[2], "--from", "lines"]
    let baseline = folder.path("baseline.jsonl")
    #expect(try Program.run(Paths.samsvar, check + ["--write-baseline", baseline]).status == 1)
    let accepted = try Program.run(Paths.samsvar, check + ["--baseline", baseline])
    #expect(accepted.status == 0 && accepted.output == "no findings, 1 accepted\n")
    let lines = try Program.run(
      Paths.samsvar, check + ["--baseline", baseline, "--to", "jsonl"])
    #expect(lines.output.contains("\"accepted\":{\"place\":\"baseline\""))
  }

  @Test func settingsSwitchRulesOff() throws {
    let (folder, paths) = try files("Valget er i dag.", "It is today.")
    let settings = try folder.write("rules:\n  term.missing: off\n", to: "samsvar.yml")
    let result = try Program.samsvar(
      "check", paths[0], paths[1], "--termbase", paths[2], "--from", "lines", "--settings",
      settings)
    #expect(result.status == 0 && result.output == "no findings\n")
    let bad = try folder.write("rules: [1]\n", to: "bad.yml")
    #expect(
      try Program.samsvar("check", paths[0], paths[1], "--settings", bad, "--from", "lines").status
        == 3)
  }
}
