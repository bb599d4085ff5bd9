import Foundation
import SamsvarTestSupport
import Testing

/// `samsvar translate` and `samsvar memory`, the real program.
@Suite("Drafting from the command line")
struct TranslateCommandTests {
  private static let article = Paths.file("Examples/libya/article.nb.txt")

  private func lines(_ output: String) throws -> [[String: Any]] {
    try output.split(separator: "\n").compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
  }

  /// The example's own translation becomes a memory; the same article is then known word for word.
  @Test func whatWasAlignedIsKnown() throws {
    let folder = try TemporaryFolder()
    let (tmx, memory) = (folder.path("a.tmx"), folder.path("a.memory"))
    #expect(
      try Program.samsvar(
        "align", Self.article, Paths.file("Examples/libya/article.en.txt"), "-o", tmx
      ).status == 0)
    let imported = try Program.samsvar("memory", "import", memory, tmx)
    #expect(imported.status == 0 && imported.error.contains(" new, 0 known"))
    let again = try Program.samsvar("memory", "import", memory, tmx)
    #expect(again.error.contains(": 0 new, "))
    let draft = try Program.samsvar(
      "translate", Self.article, "--target-lang", "en", "--memory", memory, "--to", "jsonl")
    #expect(draft.status == 0, "\(draft.error)")
    let origins = try lines(draft.output).compactMap { $0["origin"] as? String }
    #expect(origins.contains { $0 == "memory 100" || $0 == "context" })
    #expect(origins.allSatisfy { !$0.hasPrefix("engine") })
    let stats = try Program.samsvar("memory", "stats", memory)
    #expect(stats.output.contains("nb to en") && stats.output.contains("trigrams"))
    let found = try Program.samsvar("memory", "concordance", memory, "avtaler", "--to", "jsonl")
    #expect(try lines(found.output).count >= 2)
    let exported = folder.path("b.tmx")
    #expect(try Program.samsvar("memory", "export", memory, exported).status == 0)
    let second = try Program.samsvar("memory", "import", folder.path("b.memory"), exported)
    #expect(second.status == 0 && second.error.contains(" new, 0 known"))
  }

  /// What is translated stands; what is empty gets a draft that says where it comes from.
  @Test(arguments: ["tmx", "xlf", "po", "csv", "tsv", "json", "jsonl", "xlsx"])
  func emptyTargetsOfABilingualFileAreDrafted(ending: String) throws {
    let folder = try TemporaryFolder()
    let table = try folder.write(
      "id,nb,en\na,Havna er stengt.,The port is shut.\nb,Skolen er åpen.,\n", to: "a.csv")
    let known = try folder.write("id,nb,en\n1,Skolen er åpen.,The school is open.\n", to: "m.csv")
    let memory = folder.path("m.memory")
    #expect(try Program.samsvar("memory", "import", memory, known).status == 0)
    let (open, done) = (folder.path("open.\(ending)"), folder.path("done.\(ending)"))
    #expect(try Program.samsvar("convert", table, open).status == 0)
    let result = try Program.samsvar(
      "translate", open, "--source-lang", "nb", "--target-lang", "en", "--memory", memory, "-o",
      done)
    #expect(result.status == 0, "\(result.error)")
    #expect(result.error.contains("1 translated unit left as"))
    let read = try Program.samsvar(
      "convert", done, "-", "--to", "jsonl", "--source-lang", "nb", "--target-lang", "en")
    #expect(
      try lines(read.output).map { $0["target"] as? String } == [
        "The port is shut.", "The school is open.",
      ])
    #expect(
      try Program.samsvar("translate", open, "--target-lang", "nn", "--source-lang", "nb").status
        == 3 || ending == "po")
  }

  @Test func targetOnlyKeepsTheFile() throws {
    let folder = try TemporaryFolder()
    let text = "# Tittel\n\n- Første punkt.\n- Andre punkt.\n\nEn setning til.\n"
    let file = try folder.write(text, to: "side.nb.md")
    let result = try Program.samsvar(
      "translate", file, "--target-lang", "en", "--engine", "command", "--engine-command", "cat",
      "--no-cache", "--target-only")
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output == text)
  }

  @Test func pretranslateOnlyAsksNoEngine() throws {
    let file = try TemporaryFolder().write("x", to: "x")
    _ = file
    let folder = try TemporaryFolder()
    let source = try folder.write("Havna er stengt.\n", to: "a.nb.txt")
    let result = try Program.samsvar(
      "translate", source, "--target-lang", "en", "--engine", "command", "--engine-command",
      "touch \(folder.path("called")); cat", "--pretranslate-only")
    #expect(result.status == 0)
    #expect(!FileManager.default.fileExists(atPath: folder.path("called")))
    #expect(result.output.contains("\"origin\":\"none\""))
  }

  /// The engine dies after some segments; the next run asks only for the others.
  @Test func aRunGoesOnWhereItStopped() throws {
    let folder = try TemporaryFolder()
    // Sentences that differ in a number alone are sent once, since numbers are put in afterwards.
    let nouns = ["hatten", "bilen", "båten", "veien", "skogen", "stolen", "boka", "døra"]
    let verbs = ["falt", "brant", "kom", "forsvant", "lyste"]
    let sentences = nouns.flatMap { noun in verbs.map { "Den gamle \(noun) \($0)." } }
      .joined(separator: "\n")
    let source = try folder.write(sentences + "\n", to: "a.nb.txt")
    let arguments = { (command: String) in
      [
        "translate", source, "--from", "lines", "--target-lang", "en", "--engine", "command",
        "--engine-command", command, "--engine-batch", "10", "--cache", folder.path("c.cache"),
      ]
    }
    let log = folder.path("log")
    let mark = folder.path("alive")
    _ = try folder.write("", to: "alive")
    // Two batches, then nothing but failure until the mark is gone.
    let engine =
      "if [ -e \(mark) ] && [ -e \(log) ] && [ $(wc -l < \(log)) -ge 20 ]; then exit 1; fi; "
      + "tee -a \(log)"
    let first = try Program.run(Paths.samsvar, arguments(engine))
    #expect(first.status == 3)
    #expect(try lines(first.output).count { ($0["target"] as? String)?.isEmpty == false } == 20)
    try FileManager.default.removeItem(atPath: mark)
    let second = try Program.run(Paths.samsvar, arguments(engine))
    #expect(second.status == 0, "\(second.error)")
    #expect(try lines(second.output).allSatisfy { ($0["target"] as? String)?.isEmpty == false })
    let sent = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
    #expect(sent.count == 40)
  }

  @Test func glossesAreMarkedAsSuch() throws {
    let folder = try TemporaryFolder()
    let source = try folder.write("Havna er stengt til 4. april.\n", to: "a.nb.txt")
    let (page, table) = (folder.path("a.html"), folder.path("a.tsv"))
    let result = try Program.samsvar(
      "translate", source, "--target-lang", "en", "--engine", "gloss", "-o", page, "-o", table,
      "--to", "table")
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output.contains("not a translation") && result.output.contains("4 April"))
    let rows = try String(contentsOfFile: table, encoding: .utf8)
    #expect(rows.contains("not a translation") && rows.contains("Havna\thavn\t"))
    #expect(try String(contentsOfFile: page, encoding: .utf8).contains("<html"))
    let jsonl = try Program.samsvar(
      "translate", source, "--target-lang", "en", "--engine", "gloss", "--to", "jsonl")
    #expect(jsonl.output.contains("\"origin\":\"gloss\""))
  }

  @Test(arguments: [
    ["translate", "a.nb.txt"], ["translate", "a.nb.txt", "--target-lang", "en", "--dry-run"],
    ["translate", "a.nb.txt", "--target-lang", "en", "--engine", "openai"],
    ["translate", "a.nb.txt", "--target-lang", "en", "--engine", "command"],
    ["translate", "a.nb.txt", "--target-lang", "en", "-o", "x.unknown"],
  ])
  func wrongOptionsAreUsage(_ arguments: [String]) throws {
    #expect(try Program.run(Paths.samsvar, arguments).status == 2)
  }

  @Test func doctorNamesWhatDraftsNeed() throws {
    let result = try Program.samsvar("doctor")
    #expect(result.output.contains("Apertium ") && result.output.contains("libcurl "))
  }

  // MARK: - Apertium

  private static let hasApertium = Interop.isRequired || Interop.has("Apertium", "apertium", ["-V"])

  @Test(.enabled(if: hasApertium), arguments: [("nb", "nn"), ("nn", "nb")])
  func examplesRunThroughApertium(_ from: String, _ to: String) throws {
    let folder = try TemporaryFolder()
    let source = Paths.file("Examples/libya/article.\(from).txt")
    let output = folder.path("article.\(to).txt")
    let result = try Program.samsvar(
      "translate", source, "--target-lang", to, "--engine", "apertium", "--no-cache",
      "--target-only", "-o", output)
    #expect(result.status == 0, "\(result.error)")
    let text = try String(contentsOfFile: output, encoding: .utf8)
    let original = try String(contentsOfFile: source, encoding: .utf8)
    #expect(text.split(separator: "\n").count == original.split(separator: "\n").count)
    let word = to == "nn" ? " ikkje " : " ikke "
    #expect(text.contains(word))
    for part in ["1.200", "90.000", "22,5", "2011", "Erdogan"] { #expect(text.contains(part)) }
    #expect(!text.contains("Xq") && !text.contains("*"))
  }

  /// The termbase has the last word over the engine.
  @Test(.enabled(if: hasApertium)) func theTermbaseWinsOverApertium() throws {
    let folder = try TemporaryFolder()
    let source = try folder.write("Dette er en beslutning.\n", to: "a.nb.txt")
    let plain = try Program.samsvar(
      "translate", source, "--target-lang", "nn", "--engine", "apertium", "--no-cache",
      "--target-only")
    let word = plain.output.split { !$0.isLetter }.last.map(String.init) ?? ""
    let terms = try folder.write(
      "id,nb,nn,nn_forbidden\ndecision,beslutning,vedtak,\(word)\n", to: "terms.csv")
    let result = try Program.samsvar(
      "translate", source, "--target-lang", "nn", "--engine", "apertium", "--no-cache",
      "--termbase", terms, "--target-only")
    #expect(result.output.contains("vedtak"), "\(plain.output) \(result.output) \(result.error)")
    // The gender of the word before it is for a person to settle.
    #expect(result.error.contains("may have another gender"))
  }
}
