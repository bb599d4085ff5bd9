import ArgumentParser
import Foundation
import Samsvar

/// `samsvar score`: an alignment against a gold alignment, or translations against references.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Scores alignments against gold alignments, or translations against references.",
    discussion: """
      Strict and lax precision, recall and F1 after Thompson & Koehn (2019), and the share of segments
      whose null status is wrong.

        samsvar score gold.tsv test.tsv
        samsvar score --dirs gold-folder test-folder
        samsvar score --metric chrf,bleu,ter draft.en.txt reference.en.txt
      """)

  @Argument(
    help:
      "The gold alignment, or a folder of NAME.gold.tsv with --dirs; the translation with --metric."
  )
  var gold: String

  @Argument(help: "The alignment to score, or a folder of NAME.tsv; the reference with --metric.")
  var test: String

  @Option(help: "Score a translation: chrf, bleu, ter, separated by commas.")
  var metric: String?

  @Option(help: "Digits after the point, with --metric.")
  var width = 1

  @Flag(help: "Score all documents of two folders together.")
  var dirs = false

  @Option(help: "End with 1 when strict F1 is below this.")
  var minimum: Double?

  func validate() throws {
    _ = try metrics()
    if metric != nil, dirs || minimum != nil {
      throw ValidationError("--dirs and --minimum are for alignments, not for --metric")
    }
    guard (0...12).contains(width) else { throw ValidationError("--width takes 0 to 12") }
  }

  private func metrics() throws -> [TranslationMetric] {
    try (metric ?? "").split(separator: ",").map { name in
      guard let metric = TranslationMetric(rawValue: name.lowercased()) else {
        let known = TranslationMetric.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("unknown metric \"\(name)\"; there are \(known)")
      }
      return metric
    }
  }

  func run() throws {
    guard metric == nil else { return try scoreTranslation() }
    var score = AlignmentScore()
    for (gold, test) in try files() {
      score.add(gold: try beads(gold), test: try beads(test))
    }
    Streams.output(
      """
      strict  P \(shown(score.strictPrecision))  R \(shown(score.strictRecall))  F1 \
      \(shown(score.strictF1))
      lax     P \(shown(score.laxPrecision))  R \(shown(score.laxRecall))  F1 \
      \(shown(score.laxF1))
      null    missed \(shown(score.nullMiss))  false \(shown(score.nullFalseRate))  error \
      \(shown(score.nullError))
      \(try Signature.current())

      """)
    if let minimum, score.strictF1 < minimum {
      Streams.error("samsvar: strict F1 is below \(minimum)\n")
      throw ExitCode(1)
    }
  }

  private func scoreTranslation() throws {
    let pairs = try TranslationMetric.pairs(
      hypothesis: try FileBytes.read(gold), reference: try FileBytes.read(test),
      files: (gold, test))
    for metric in try metrics() {
      let version = "samsvar-\(SamsvarVersion.number)"
      Streams.output(metric.line(pairs, digits: width, version: version) + "\n")
    }
  }

  private func files() throws -> [(String, String)] {
    guard dirs else { return [(gold, test)] }
    let names = try FileManager.default.contentsOfDirectory(atPath: gold)
      .filter { $0.hasSuffix(".gold.tsv") }.map { String($0.dropLast(9)) }.sorted()
    return names.map { ("\(gold)/\($0).gold.tsv", "\(test)/\($0).tsv") }
  }

  private func beads(_ path: String) throws(InputError) -> [AlignmentScore.GoldBead] {
    let text = String(decoding: try FileBytes.read(path), as: UTF8.self)
    return try BeadsFormat.read(text, file: path).map {
      AlignmentScore.GoldBead(source: $0.source, target: $0.target)
    }
  }

  private func shown(_ share: Double) -> String {
    let value = Int((share * 10_000).rounded())
    let digits = String(value % 10_000 + 10_000).dropFirst()
    return "\(value / 10_000).\(digits)"
  }
}
