import Foundation
import SamsvarModel
import SamsvarTestSupport
import SamsvarTranslate
import Testing

@Suite("Metrics")
struct MetricTests {
  static let folder = Paths.file("Tests/SamsvarTranslateTests/Fixtures/metrics")
  static let files = ["news.nb", "news.nn", "news.en", "marks.en", "long.nb"]

  private func lines(_ name: String, digits: Int) throws -> [String] {
    let paths = ("\(Self.folder)/\(name).hyp", "\(Self.folder)/\(name).ref")
    let pairs = try TranslationMetric.pairs(
      hypothesis: Array(try Data(contentsOf: URL(fileURLWithPath: paths.0))),
      reference: Array(try Data(contentsOf: URL(fileURLWithPath: paths.1))), files: paths)
    return TranslationMetric.allCases.map {
      $0.line(pairs, digits: digits, version: "x").replacing("|version:x", with: "")
    }
  }

  /// The committed figures are sacreBLEU's own, to six digits.
  @Test(arguments: files) func figuresAreTheReferences(_ name: String) throws {
    let expected = try String(contentsOfFile: "\(Self.folder)/expected.tsv", encoding: .utf8)
      .split(separator: "\n").map { $0.split(separator: "\t") }
      .filter { $0[0] == name }.map { String($0[1]) }
    #expect(expected.count == 3)
    #expect(try lines(name, digits: 6) == expected)
  }

  /// The same against the sacreBLEU that is installed, with its default width and a longer one.
  @Test(
    .enabled(if: Interop.isRequired || Interop.hasPython("sacrebleu")), arguments: files)
  func figuresAreThoseOfSacreBLEU(_ name: String) throws {
    for digits in [1, 4] {
      let ours = try lines(name, digits: digits)
      for (metric, line) in zip(["chrf", "bleu", "ter"], ours) {
        let theirs = try Program.run(
          URL(fileURLWithPath: "/usr/bin/env"),
          [
            Interop.python, "-m", "sacrebleu", "\(Self.folder)/\(name).ref", "-i",
            "\(Self.folder)/\(name).hyp", "-m", metric, "-f", "text", "-w", String(digits),
          ])
        try #require(theirs.status == 0, "sacreBLEU: \(theirs.error)")
        let line = line.split(separator: " = ", maxSplits: 1).map(String.init)
        let other = theirs.output.split(separator: " = ", maxSplits: 1).map(String.init)
        #expect(other[0].hasPrefix(line[0] + "|version:"))
        #expect(line[1] == other[1].trimmingCharacters(in: .newlines))
      }
    }
  }

  @Test func equalTextsScoreBest() {
    let pairs = [("Havna er stengt i dag.", "Havna er stengt i dag.")]
    let figures = TranslationMetric.allCases.map {
      $0.line(pairs, digits: 1, version: "x").split(separator: " = ")[1].prefix(5)
    }
    #expect(figures == ["100.0", "100.0", "0.0"])
  }

  @Test func nothingScoresNothing() {
    let figures = TranslationMetric.allCases.map {
      $0.line([], digits: 1, version: "x").split(separator: " = ")[1].prefix(3)
    }
    #expect(figures == ["0.0", "0.0", "0.0"])
  }

  @Test func unequalNumbersOfLinesAreNamed() {
    #expect(throws: InputError.self) {
      try TranslationMetric.pairs(
        hypothesis: Array("a\nb\n".utf8), reference: Array("a\n".utf8), files: ("h", "r"))
    }
  }

  @Test func theProgramPrintsScoreAndSignature() throws {
    let result = try Program.samsvar(
      "score", "--metric", "ter,chrf", "\(Self.folder)/news.en.hyp", "\(Self.folder)/news.en.ref")
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("TER|nrefs:1|case:lc|") && lines[0].hasSuffix(" = 8.0"))
    #expect(lines[1].contains("|version:samsvar-") && lines[1].hasSuffix(" = 90.4"))
    #expect(try Program.samsvar("score", "--metric", "meteor", "a", "b").status == 2)
  }
}
