import Foundation
import SamsvarTestSupport
import Testing

@Suite("samsvar run")
struct RunCommandTests {
  /// A folder with two pairs below `docs`, a termbase and settings.
  private func project(_ settings: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["docs", "docs/guide"] {
      try FileManager.default.createDirectory(
        at: folder.url.appending(path: name), withIntermediateDirectories: true)
    }
    _ = try folder.write("Valget er i dag.\n", to: "docs/a.nb.txt")
    _ = try folder.write("The choice is today.\n", to: "docs/a.en.txt")
    _ = try folder.write("Hun kommer i morgen.\n", to: "docs/guide/b.nb.txt")
    _ = try folder.write("She is coming tomorrow.\n", to: "docs/guide/b.en.txt")
    _ = try folder.write("id,nb,en,en_forbidden\nelection,valg,election,choice\n", to: "g.csv")
    _ = try folder.write(settings, to: "samsvar.yml")
    return folder
  }

  private static let settings = """
    pairs:
      - source: "docs/**/*.nb.txt"
        target: "*.en.txt"
    termbases: [g.csv]
    """

  private func run(_ folder: TemporaryFolder, _ arguments: String...) throws -> Program.Result {
    try Program.run(Paths.samsvar, ["run", folder.path("samsvar.yml")] + arguments)
  }

  @Test func pairsAreFoundByPatternAndReportedTogether() throws {
    let folder = try project(Self.settings + "\nreports: [all.sarif, all.html]\n")
    let result = try run(folder)
    #expect(result.status == 1)
    #expect(result.output.contains("error[term.forbidden]"))
    #expect(result.error.contains("2 pairs: 2 checked, 0 unchanged"))
    let sarif = try String(contentsOfFile: folder.path("all.sarif"), encoding: .utf8)
    #expect(sarif.contains("docs/a.en.txt") && sarif.contains("term.forbidden"))
    #expect(FileManager.default.fileExists(atPath: folder.path("all.html")))
  }

  @Test func onlyWhatChangedIsCheckedAgain() throws {
    let folder = try project(Self.settings)
    let first = try run(folder)
    let second = try run(folder)
    #expect(second.error.contains("0 checked, 2 unchanged"))
    #expect(second.output == first.output && second.status == first.status)
    _ = try folder.write("Hun kommer i dag.\n", to: "docs/guide/b.nb.txt")
    #expect(try run(folder).error.contains("1 checked, 1 unchanged"))
    #expect(try run(folder, "--all").error.contains("2 checked, 0 unchanged"))
  }

  @Test func aChangedTermbaseChecksAgain() throws {
    let folder = try project(Self.settings)
    _ = try run(folder)
    _ = try folder.write("id,nb,en\nelection,valg,choice\n", to: "g.csv")
    let result = try run(folder)
    #expect(result.error.contains("2 checked, 0 unchanged"))
    #expect(result.status == 0 && result.output == "no findings\n")
  }

  @Test func jobsDoNotChangeTheResult() throws {
    let folder = try project(Self.settings)
    let one = try run(folder, "--all", "--jobs", "1", "--to", "jsonl")
    let four = try run(folder, "--all", "--jobs", "4", "--to", "jsonl")
    #expect(one.output == four.output && !one.output.isEmpty)
  }

  @Test func anUnknownKeyIsNamedWithItsLine() throws {
    let folder = try project(Self.settings + "\ntermbase: g.csv\n")
    let result = try run(folder)
    #expect(result.status == 3)
    #expect(result.error.contains("samsvar.yml:5: unknown key \"termbase\""))
  }

  @Test(arguments: [
    ("rules: {term.gone: off}", "no rule or category"), ("rules: {term: loud}", "none of"),
    ("pairs: [{source: a}]", "a source and a target"), ("fail-on: always", "none of"),
    ("pairs:\n  - source: '*.nb.txt'\n    target: '*/*.en.txt'", "wildcard"),
    ("reports: [a.docx]\npairs: [{source: a, target: b}]", "names no report"),
    ("words: [a", "is no YAML"), ("jobs: 0", "number of jobs"), ("", "names no pairs"),
  ])
  func whatDoesNotFitIsSaid(settings: String, message: String) throws {
    let folder = try project(settings)
    _ = try folder.write("Hei.\n", to: "c.nb.txt")
    let result = try run(folder)
    #expect(result.status == 3)
    #expect(result.error.contains(message), "\(result.error)")
  }

  @Test func aTextWithoutCounterpartIsSaidAndTheRestGoesOn() throws {
    let folder = try project(Self.settings)
    _ = try folder.write("Alene.\n", to: "docs/c.nb.txt")
    let result = try run(folder)
    #expect(result.status == 1)
    #expect(result.error.contains("docs/c.nb.txt: has no counterpart docs/c.en.txt"))
  }

  @Test func aTextThatCannotBeReadEndsWith3() throws {
    let folder = try project(Self.settings)
    try FileManager.default.removeItem(atPath: folder.path("docs/a.en.txt"))
    try FileManager.default.createDirectory(
      atPath: folder.path("docs/a.en.txt"), withIntermediateDirectories: true)
    let result = try run(folder)
    #expect(result.status == 3)
    #expect(result.error.contains("1 checked, 0 unchanged, 1 failed"))
  }

  @Test func findingsAreAcceptedByABaseline() throws {
    let folder = try project(Self.settings + "\nbaseline: known.jsonl\n")
    let path = folder.path("known.jsonl")
    #expect(try run(folder, "--write-baseline", path).status == 1)
    let result = try run(folder)
    #expect(result.status == 0 && result.output == "no findings, 1 accepted\n")
  }

  @Test func noTwoPairsWriteTheSameFile() throws {
    let pairs = """
      pairs:
        - source: docs/a.nb.txt
          target: docs/a.en.txt
        - source: docs/a.nb.txt
          target: docs/guide/b.en.txt
      """
    let refused = try run(try project(pairs + "\noutputs: [\"out/{path}.tmx\"]\n"))
    #expect(refused.status == 3)
    #expect(refused.error.contains("would both be written to out/docs/a.tmx; put {target} into"))
    let folder = try project(pairs + "\noutputs: [\"out/{name}-{target}.tmx\"]\n")
    #expect(try run(folder).status != 3)
    let written = try FileManager.default.contentsOfDirectory(atPath: folder.path("out"))
    #expect(written.sorted() == ["a-a.en.tmx", "a-b.en.tmx"])
  }

  @Test func outputsAreWrittenForEachPair() throws {
    let folder = try project(Self.settings + "\noutputs: ['out/{path}.html', 'out/{name}.tmx']\n")
    _ = try run(folder)
    for name in ["out/docs/a.html", "out/a.tmx", "out/docs/guide/b.html", "out/b.tmx"] {
      #expect(FileManager.default.fileExists(atPath: folder.path(name)), "\(name)")
    }
    try FileManager.default.removeItem(atPath: folder.path("out/b.tmx"))
    #expect(try run(folder).error.contains("1 checked, 1 unchanged"))
  }

  @Test func summariesAndBitextsArePairsToo() throws {
    let folder = try project(
      """
      pairs:
        - {source: "docs/a.nb.txt", target: "docs/a.en.txt", summary: yes}
        - {bitext: "*.jsonl"}
      """)
    _ = try folder.write(
      #"{"id":"s1","document":"d","source":"Det kostet 5 kroner.","target":"It cost 6 kroner."}"#,
      to: "b.jsonl")
    let result = try run(folder)
    #expect(result.status == 1)
    #expect(result.output.contains("b.jsonl:1:"))
    #expect(result.output.contains("error[value.mismatch]"))
  }

  @Test func theTemplateIsWrittenOnceAndCanBeRead() throws {
    let folder = try project("")
    try FileManager.default.removeItem(atPath: folder.path("samsvar.yml"))
    #expect(try run(folder, "--init").status == 0)
    #expect(try run(folder, "--init").status == 3)
    let result = try run(folder)
    #expect(result.status == 3 || result.error.contains("finds no file"))
    #expect(!result.error.contains("unknown key"))
  }

  @Test func tasteIsCheckedWhereItIsAskedFor() throws {
    let folder = try project(Self.settings + "\nrules: {style: warning, term: off}\n")
    _ = try folder.write("Det varer 5–10 minutter.\n", to: "docs/a.nb.txt")
    _ = try folder.write("It takes 5-10 minutes.\n", to: "docs/a.en.txt")
    let result = try run(folder)
    #expect(result.status == 0 && result.output.contains("warning[style.range]"))
    #expect(try run(folder, "--fail-on", "warning").status == 1)
  }
}
