import Foundation
import SamsvarDataFiles
import SamsvarModel
import SamsvarTestSupport
import Testing

@Suite("The core list")
struct CoreListTests {
  private func files() throws -> [(path: String, text: [UInt8])] {
    let folder = Paths.root.appending(path: "Sources/SamsvarLexicon/Core")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
      ($0, Array(try Data(contentsOf: folder.appending(path: $0))))
    }
  }

  @Test func isInOrder() throws {
    var check = LexiconCheck()
    for file in try files() where file.path.hasSuffix(".tsv") {
      check.add(file.text, file: file.path)
    }
    #expect(check.problems == [])
  }

  @Test func hasTenThousandEntriesAndALicence() throws {
    let source = try LexiconFolder.read(try files(), name: "core", languages: ["nb", "nn", "en"])
    #expect(source.entries.count >= 10_000)
    #expect(source.languages == ["nb", "nn", "en"])
    #expect(source.provenances.map(\.licence) == ["Apache-2.0"])
  }

  @Test func staysBelowThreeMegabytes() throws {
    let source = try LexiconFolder.read(try files(), name: "core", languages: ["nb", "nn", "en"])
    let bytes = LexiconWriter.bytes(source)
    #expect(bytes.count < 3_000_000)
    #expect(bytes == LexiconWriter.bytes(source), "two builds give the same bytes")
  }
}

@Suite("Checking tables")
struct LexiconCheckTests {
  private func problems(_ rows: String, header: String = "nb\tnn\tpos\ten\n") -> [String] {
    var check = LexiconCheck()
    check.add(Array((header + rows).utf8), file: "x.tsv")
    return check.problems.map { "\($0.position?.line ?? 0) \($0.message)" }
  }

  @Test(arguments: [
    ("a\ta\tnoun\n", "2 3 columns where the header has 4"),
    ("a\ta\tnoum\tb\n", "2 unknown part of speech \"noum\""),
    ("a\ta\tnoun\t\n", "2 a term is empty or has blanks at its ends in \"\""),
    ("a\ta\tnoun\tb;c\n", "2 a term is empty or has blanks at its ends in \"b;c\""),
    ("a\ta\tnoun\tb; b\n", "2 a term stands twice in \"b; b\""),
    ("a\ta\tnoun\tb\na\ta\tnoun\tc\n", "3 \"a\" (noun) stands at x.tsv:2 too"),
    ("ål\tål\tnoun\teel\nøl\tøl\tnoun\tbeer\n", "3 \"øl\" stands after \"ål\"; sort the file"),
    (
      "17. mai\t17. mai\tnoun\tb\n8. mars\t8. mars\tnoun\tc\n",
      "3 \"8. mars\" stands after \"17. mai\"; sort the file"
    ),
    ("a\ta\tnoun\tb", "2 the last line has no line feed"),
  ])
  func problemsAreNamed(rows: String, expected: String) { #expect(problems(rows) == [expected]) }

  @Test(arguments: [
    "", "a\ta\tnoun\tb\nà\tà\tprep\tc\nab\tab\tnoun\td\n",
    "æ\tæ\tnoun\tb\nø\tø\tnoun\tb\nå\tå\tnoun\tb\n",
    "a\ta\tnoun\tb\na\ta\tverb\tb\n", "ta av\tta av\tverb\tb\ntabbe\ttabbe\tnoun\tb\n",
  ])
  func whatIsRightPasses(rows: String) { #expect(problems(rows) == []) }

  @Test func aWrongHeaderIsNamed() {
    #expect(problems("", header: "nb en\n").count == 1)
  }
}
