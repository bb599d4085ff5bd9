import Foundation
import Samsvar
import SamsvarModel
import SamsvarTestSupport
import Testing

/// Pages in headless Chromium, looked at by `Tests/Browser/pages.py`.
@Suite("Pages in a browser", .serialized)
struct PageBrowserTests {
  private let texts = ["nb", "nn", "en"].map { Paths.file("Examples/libya/article.\($0).txt") }
  private let termbase = Paths.file("Glossaries/news.csv")

  /// Runs the script; a missing program is said loudly, and is an error with REQUIRE_INTEROP=1.
  private func look(at folder: TemporaryFolder) throws {
    let result = try Program.run(
      URL(fileURLWithPath: "/usr/bin/env"),
      [Interop.python, Paths.file("Tests/Browser/pages.py"), folder.url.path])
    if result.status == 77, !Interop.isRequired {
      let missing = result.output.split(separator: "\n").first ?? ""
      FileHandle.standardError.write(Data("SKIPPED: pages in a browser; \(missing)\n".utf8))
      return
    }
    #expect(result.status == 0, "\(result.output)\(result.error)")
    #expect(result.output == "nothing found\n")
  }

  private func write(_ arguments: [String], to name: String, in folder: TemporaryFolder) throws {
    let result = try Program.run(Paths.samsvar, arguments + ["-o", folder.path(name)])
    #expect(result.status <= 1, "\(result.error)")
  }

  @Test func layouts() throws {
    let folder = try TemporaryFolder()
    for layout in PageLayout.allCases {
      try write(
        ["align", texts[0], texts[2], "--termbase", termbase, "--layout", layout.rawValue],
        to: "\(layout.rawValue).html", in: folder)
    }
    try look(at: folder)
  }

  @Test func severalTextsFindingsAndSummary() throws {
    let folder = try TemporaryFolder()
    try write(["align"] + texts, to: "three.html", in: folder)
    try write(
      ["align"] + texts + ["--layout", "interlinear", "--ui-lang", "nn"], to: "three-words.html",
      in: folder)
    try write(
      [
        "check", "--summary", texts[0], Paths.file("Examples/libya/summary-errors.en.txt"),
        "--termbase", termbase,
      ], to: "summary.html", in: folder)
    try look(at: folder)
  }

  /// Beads of very different lengths with a mark at each end: `qbacda` and `qbacdz` for the source of
  /// bead 23 (`acd` are its digits), `qt…` for the target.
  @Test func printCutsNoBead() throws {
    let folder = try TemporaryFolder()
    func text(_ mark: String) -> String {
      (0..<90).map { bead in
        let words = Array(repeating: "2\(bead)", count: 3 + (bead * 37) % 90).joined(separator: " ")
        let name = "\(1000 + bead)".dropFirst().map { "abcdefghij"[$0] }.joined()
        let blank = bead % 4 == 3 ? "\n" : ""
        return "\(mark)\(name)a \(words) \(mark)\(name)z\n\(blank)"
      }.joined()
    }
    let source = try folder.write(text("qb"), to: "print.nb.txt")
    let target = try folder.write(text("qt"), to: "print.en.txt")
    for layout in PageLayout.allCases {
      try write(
        ["align", source, target, "--from", "lines", "--layout", layout.rawValue],
        to: "print-\(layout.rawValue).html", in: folder)
    }
    try look(at: folder)
  }
}

extension String {
  /// The letter for a digit.
  fileprivate subscript(digit: Character) -> String {
    String(dropFirst(digit.wholeNumberValue ?? 0).prefix(1))
  }
}
