import Foundation
import SamsvarTestSupport
import Testing

@Suite("Lexicon commands")
struct LexiconCommandTests {
  private let files: TemporaryFolder
  init() throws { files = try TemporaryFolder() }

  private func lexicon(_ arguments: String...) throws -> Program.Result {
    try Program.run(Paths.samsvar, ["lexicon"] + arguments)
  }

  private func table(_ name: String = "own.tsv") throws -> String {
    try files.write("# name: House\n# licence: CC0-1.0\nnb\ten\nkåk\tshack; hovel\n", to: name)
  }

  // MARK: - Looking up

  @Test func formsAndCompoundsAreLookedUpWithTheirOrigin() throws {
    let result = try lexicon("lookup", "avtalene", "militæravtalen", "xyzzy")
    #expect(result.status == 0)
    let rows = result.output.split(separator: "\n").map {
      $0.split(separator: "\t").map(String.init)
    }
    #expect(rows[0][1] == "avtale" && rows[0][3].contains("agreement"))
    #expect(rows[0][4] == "Samsvar core list, Apache-2.0")
    #expect(rows.contains { $0[0] == "militæravtalen" && $0[1] == "militær (modifier)" })
    #expect(rows.contains { $0[0] == "militæravtalen" && $0[1] == "avtale (head)" })
    #expect(rows.last == ["xyzzy", "no entry"])
  }

  @Test func anOwnLexiconAnswersFirst() throws {
    let own = try files.write("nb\ten\thint\navtale\taccord\t\n", to: "own.tsv")
    let result = try lexicon("lookup", "avtale", "--lexicon", own, "--to", "jsonl")
    let lines = result.output.split(separator: "\n")
    #expect(lines.first?.contains("\"translations\":[\"accord\"]") == true)
    #expect(lines.count > 1 && lines[1].contains("agreement"))
    let back = try lexicon(
      "lookup", "accord", "--source-lang", "en", "--target-lang", "nn", "--lexicon", own)
    #expect(back.output.contains("avtale"))
  }

  @Test func alignAndCheckTakeALexicon() throws {
    let own = try table()
    let source = try files.write("Kåken.\n\nFlagra snurpet.\n", to: "a.nb.txt")
    let target = try files.write("The hovel.\n\nSomething else.\n", to: "a.en.txt")
    for command in ["align", "check"] {
      #expect(try Program.samsvar(command, source, target, "--lexicon", own).status == 0)
      let missing = try Program.samsvar(command, source, target, "--lexicon", "/no/such.lexicon")
      #expect(missing.status == 3)
    }
  }

  // MARK: - Coverage

  @Test func coverageNamesFrequentWordsWithoutAnEntry() throws {
    let text = try files.write(
      "Regjeringen inngikk avtalen. Folk vil snurple.\n\nDe ville snurple mer.\n", to: "a.nb.txt")
    let result = try lexicon("coverage", text)
    #expect(result.status == 0)
    #expect(result.output.contains("(nb):"))
    #expect(result.output.contains("2\tsnurple\t1: "))
    #expect(!result.output.contains("\tavtalen\t"))
    let own = try files.write("nb\tpos\ten\nsnurple\tverb\tfrobnicate\n", to: "own.tsv")
    let covered = try lexicon("coverage", text, "--lexicon", own)
    #expect(!covered.output.contains("\tsnurple\t"))
    let both = try lexicon(
      "coverage", text, try files.write("A frobnicated thing.\n", to: "a.en.txt"), "--to", "jsonl")
    #expect(both.output.contains("\"language\":\"en\"") && both.output.contains("\"share\":"))
  }

  // MARK: - Building

  @Test func aFolderIsBuiltAsTheCoreIs() throws {
    let outputs = try (0..<2).map { number in
      let path = files.path("core\(number).lexicon")
      let result = try lexicon(
        "build", Paths.file("Sources/SamsvarLexicon/Core"), "--to", path)
      #expect(result.status == 0)
      return try Data(contentsOf: URL(fileURLWithPath: path))
    }
    #expect(outputs[0] == outputs[1])
    let bundle = Paths.samsvar.deletingLastPathComponent()
      .appending(path: "samsvar_SamsvarLexicon.resources/core.lexicon")
    #expect(try Data(contentsOf: bundle) == outputs[0])
  }

  @Test func statsNameTheSources() throws {
    let result = try lexicon("stats")
    #expect(result.status == 0)
    #expect(result.output.contains("Samsvar core list") && result.output.contains("Apache-2.0"))
    let own = try lexicon("stats", try table())
    #expect(own.output.contains("source\tHouse\t1 entries\tCC0-1.0"))
    #expect(own.output.contains("language\ten\t1 entries\t2 terms\t2.000 in an entry"))
  }

  @Test func aCutOffLexiconIsRefused() throws {
    let path = files.path("a.lexicon")
    #expect(try lexicon("import", try table(), "--to", path).status == 0)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    let cut = try files.write(bytes.dropLast(5), to: "cut.lexicon")
    let result = try lexicon("lookup", "kåk", "--lexicon", cut)
    #expect(result.status == 3)
    #expect(result.error.contains("is cut off: \(bytes.count - 5) of \(bytes.count) bytes"))
  }

  // MARK: - Importing

  @Test func severalFormatsBecomeOneLexicon() throws {
    let hunalign = try files.write("shed @ skjul\n", to: "a.dict")
    let terms = try files.write(
      "id,nb,en,en_forbidden\n1,kjernekraft,nuclear power,atomic\n", to: "t.csv")
    let output = files.path("all.tsv")
    let result = try lexicon(
      "import", try table(), hunalign, terms, "--to", output, "--licence", "MIT")
    #expect(result.status == 0)
    let text = try String(contentsOfFile: output, encoding: .utf8)
    #expect(text.contains("kåk\tshack; hovel"))
    #expect(text.contains("skjul\tshed"))
    #expect(text.contains("kjernekraft\tnuclear power\t") && !text.contains("atomic"))
    #expect(text.contains("# name: House\n# licence: CC0-1.0"), "a file's own licence stays")
    #expect(text.contains("# name: a.dict\n# licence: MIT"))
  }

  @Test func aMissingLicenceIsSaid() throws {
    let hunalign = try files.write("shed @ skjul\n", to: "a.dict")
    let result = try lexicon("import", hunalign, "--to", files.path("a.tsv"))
    #expect(result.status == 0 && result.error.contains("states no licence"))
  }

  @Test(arguments: [
    ("bad.tsv", Data("nb\ten\nkåk\n".utf8), "bad.tsv:2: 1 columns where the header has 2"),
    ("bad.dict", Data("skjul\n".utf8), "bad.dict:1: expected a target phrase"),
    (
      "bad.tsv", Data("nb\ten\nå\tb\nk".utf8) + Data([0xE5, 0x6B, 0x09, 0x61]), "is not valid UTF-8"
    ),
    ("bad.index", Data("hus\tA\tzz\n".utf8), "has no text beside it"),
    ("empty.tsv", Data(), "holds no header"),
    ("nothing.tsv", Data("nb\ten\n".utf8), "no entry was found"),
  ])
  func badInputIsThree(name: String, data: Data, message: String) throws {
    let path = try files.write(data, to: name)
    let output = files.path("out.lexicon")
    let result = try lexicon(
      "import", path, "--to", output, "--source-lang", "nb", "--target-lang", "en")
    #expect(result.status == 3)
    #expect(result.error.contains(message), "\(result.error)")
    #expect(!FileManager.default.fileExists(atPath: output))
  }

  // MARK: - Learning

  private func bitext() -> [(String, String)] {
    let words = [("hest", "horse"), ("båt", "boat"), ("skog", "forest"), ("fjell", "mountain")]
    return (0..<24).map { number in
      let first = words[number % 4]
      let second = words[(number / 4 + number + 1) % 4]
      return ("Vi så en \(first.0) og en \(second.0).", "We saw a \(first.1) and a \(second.1).")
    }
  }

  private func learned(_ arguments: String...) throws -> String {
    let output = files.path("learned.tsv")
    let result = try Program.run(
      Paths.samsvar, ["lexicon", "learn"] + arguments + ["--to", output])
    #expect(result.status == 0, "\(result.error)")
    return try String(contentsOfFile: output, encoding: .utf8)
  }

  @Test func learnsFromEveryKindOfBitext() throws {
    let pairs = bitext()
    let tsv = try files.write(pairs.map { "\($0)\t\($1)\n" }.joined(), to: "b.tsv")
    let tmx = try files.write(
      "<tmx version=\"1.4\"><header/><body>"
        + pairs.map {
          "<tu><tuv xml:lang=\"nb\"><seg>\($0)</seg></tuv><tuv xml:lang=\"en\"><seg>\($1)</seg></tuv></tu>"
        }.joined() + "</body></tmx>", to: "b.tmx")
    let po = try files.write(
      pairs.map { "msgid \"\($1)\"\nmsgstr \"\($0)\"\n\n" }.joined(), to: "b.po")
    let source = try files.write(pairs.map { "\($0.0)\n" }.joined(), to: "a.nb")
    let target = try files.write(pairs.map { "\($0.1)\n" }.joined(), to: "a.en")
    let beads = try files.write(
      pairs.indices.map { "\($0)\t\($0)\t1.0\n" }.joined(), to: "a.beads")
    let results = [
      try learned(tsv), try learned(tmx), try learned(po),
      try learned("--source", source, "--target", target),
      try learned("--source", source, "--target", target, "--beads", beads),
    ].map { text in text.split(separator: "\n").filter { !$0.hasPrefix("#") } }
    for result in results {
      #expect(result == results[0])
      for pair in ["båt\tboat", "fjell\tmountain", "hest\thorse", "skog\tforest"] {
        #expect(result.contains { $0.hasPrefix(pair) }, "\(pair) in \(result)")
      }
    }
  }

  @Test func aPairThatIsRepeatedCountsOnce() throws {
    let lines = bitext().map { "\($0)\t\($1)\n" }.joined()
    let once = try learned(try files.write(lines, to: "b.tsv"))
    let often = try learned(try files.write(lines + lines + lines, to: "b.tsv"))
    #expect(once == often)
  }

  @Test func badTrainingTextIsThree() throws {
    let source = try files.write("a\nb\n", to: "a.nb")
    let target = try files.write("a\n", to: "a.en")
    let uneven = try lexicon(
      "learn", "--source", source, "--target", target, "--to", files.path("x.tsv"))
    #expect(uneven.status == 3 && uneven.error.contains("has 2 lines where"))
    let beads = try files.write("0\t0\n1\t1\n", to: "a.beads")
    let outside = try lexicon(
      "learn", "--source", source, "--target", target, "--beads", beads, "--to",
      files.path("x.tsv"))
    #expect(outside.status == 3 && outside.error.contains("names segment 1"))
    let single = try lexicon(
      "learn", try files.write("only one column\n", to: "b.tsv"), "--to", files.path("x.tsv"))
    #expect(single.status == 3 && single.error.contains("b.tsv:1: 1 columns"))
    let broken = try lexicon(
      "learn", try files.write("<tmx><body><tu></body></tmx>", to: "b.tmx"), "--to",
      files.path("x.tsv"))
    #expect(broken.status == 3 && broken.error.contains("not well-formed"))
  }

  @Test(arguments: [
    ["lookup"], ["import", "a.tsv"], ["import", "a.xyz", "--to", "b.tsv"],
    ["import", "a.tsv", "--to", "b.pdf"], ["learn", "--to", "b.tsv"],
    ["learn", "--source", "a", "--to", "b.tsv"], ["build"],
    ["learn", "a.tsv", "--to", "b.tsv", "--min-probability", "2"],
  ])
  func usageErrorsAreTwo(arguments: [String]) throws {
    let result = try Program.run(Paths.samsvar, ["lexicon"] + arguments)
    #expect(result.status == 2)
    #expect(!result.error.isEmpty && result.output.isEmpty)
  }

  @Test(arguments: ["lookup", "coverage", "import", "learn", "build", "stats"])
  func everyHelpHasAnExample(command: String) throws {
    let help = try lexicon(command, "--help")
    #expect(help.status == 0 && help.output.contains("samsvar lexicon \(command)"))
  }
}
