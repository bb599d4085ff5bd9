import Foundation
import SamsvarTestSupport
import Testing

/// The Libya example, run by the real program, against its committed output.
@Suite("The Libya example")
struct ExampleTests {
  private let folder = Paths.file("Examples/libya")
  private let termbase = Paths.file("Glossaries/news.csv")

  private func expected(_ name: String) throws -> String {
    try String(contentsOfFile: "\(folder)/expected/\(name)", encoding: .utf8)
  }

  /// Runs the program in the example's folder, as the demo does.
  private func run(_ arguments: [String]) throws -> Program.Result {
    let command = ([Paths.samsvar.path] + arguments).map { "'\($0)'" }.joined(separator: " ")
    return try Program.run(
      URL(fileURLWithPath: "/bin/sh"), ["-c", "cd '\(folder)' && \(command)"])
  }

  @Test(arguments: [
    ("beads.tsv", ["align", "article.nb.txt", "article.en.txt", "--to", "beads"]),
    ("table.txt", ["align", "article.nb.txt", "article.en.txt"]),
    ("links.tsv", ["align", "--summary", "article.nb.txt", "summary.en.txt", "--to", "links"]),
    ("segments.nb.txt", ["text", "segment", "article.nb.txt"]),
    ("article.tmx", ["align", "article.nb.txt", "article.en.txt", "--to", "tmx"]),
    ("article.jsonl", ["align", "article.nb.txt", "article.en.txt", "--to", "jsonl"]),
    (
      "article.html",
      [
        "align", "article.nb.txt", "article.en.txt", "--termbase", "../../Glossaries/news.csv",
        "--to", "html",
      ]
    ),
  ])
  func output(name: String, arguments: [String]) throws {
    let result = try run(arguments)
    #expect(result.status == 0)
    #expect(result.output == (try expected(name)), "differs from expected/\(name)")
  }

  @Test func alignmentAgreesWithTheGold() throws {
    let files = try TemporaryFolder()
    let beads = try files.write(
      try run(["align", "article.nb.txt", "article.en.txt", "--to", "beads"]).output, to: "b.tsv")
    let score = try run(["score", "article.gold.tsv", beads])
    #expect(score.output.hasPrefix("strict  P 1.0000  R 1.0000  F1 1.0000\n"))
  }

  @Test func nynorskAlignsAsBokmålDoes() throws {
    let bokmål = try run(["align", "article.nb.txt", "article.en.txt", "--to", "beads"]).output
    let nynorsk = try run(["align", "article.nn.txt", "article.en.txt", "--to", "beads"]).output
    func indices(_ text: String) -> [String] {
      text.split(separator: "\n").map {
        $0.split(separator: "\t", omittingEmptySubsequences: false)[0...1].joined(separator: "-")
      }
    }
    #expect(indices(bokmål) == indices(nynorsk))
  }

  @Test func linksAgreeWithTheGold() throws {
    func links(_ text: String) -> [String] {
      text.split(separator: "\n").map { $0.split(separator: "\t")[0...1].joined(separator: "-") }
    }
    let gold = try String(contentsOfFile: "\(folder)/summary.gold.tsv", encoding: .utf8)
    let found = try run(["align", "--summary", "article.nb.txt", "summary.en.txt", "--to", "links"])
    #expect(links(found.output) == links(gold))
  }

  @Test(arguments: ["article.nb.txt", "article.nn.txt"])
  func cleanTranslationHasNoFinding(source: String) throws {
    let result = try run(["check", source, "article.en.txt", "--termbase", termbase])
    #expect(result.status == 0)
    // The translator left out one sentence, which is noted and nothing else.
    #expect(result.output.contains("note[segment.empty]"))
    #expect(result.output.hasSuffix("\n1 note\n"))
  }

  @Test func cleanSummaryHasNoFinding() throws {
    let result = try run([
      "check", "--summary", "article.nb.txt", "summary.en.txt", "--termbase", termbase,
    ])
    #expect(result.status == 0)
    #expect(result.output == "no findings\n")
  }

  @Test func everyPlantedErrorIsFoundAndNothingElse() throws {
    struct Found: Decodable {
      struct Span: Decodable { var text: String }
      var category: String
      var targetSegment: Int
      var target: Span
    }
    let result = try run([
      "check", "--summary", "article.nb.txt", "summary-errors.en.txt", "--termbase", termbase,
      "--to", "jsonl",
    ])
    #expect(result.status == 1)
    let found = try result.output.split(separator: "\n").map {
      try JSONDecoder().decode(Found.self, from: Data($0.utf8))
    }
    #expect(
      found.map { "\($0.targetSegment) \($0.category): \($0.target.text)" } == [
        "0 name: Benghazi", "1 date: 14 April",
        "2 invented: airlines have cancelled all flights", "3 negation: confirms", "4 number: 83",
        "5 unit: $22.5 million",
      ])
  }
}
