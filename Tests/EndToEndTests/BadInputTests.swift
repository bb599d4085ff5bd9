import Foundation
import SamsvarTestSupport
import Testing

/// Bad input gives a message and an exit code, never a crash and never half a file.
@Suite("Bad input")
struct BadInputTests {
  private let files: TemporaryFolder

  init() throws { files = try TemporaryFolder() }

  private func align(_ source: String, _ target: String) throws -> Program.Result {
    try Program.samsvar("align", source, target, "--to", "beads")
  }

  @Test func missingFile() throws {
    let target = try files.write("Hello there.", to: "b.en.txt")
    let result = try align(files.path("nowhere.nb.txt"), target)
    #expect(result.status == 3)
    #expect(result.error.contains("nowhere.nb.txt: cannot be read: no such file"))
  }

  @Test func directory() throws {
    let result = try align(files.url.path, files.url.path)
    #expect(result.status == 3)
    #expect(result.error.contains("is a directory"))
  }

  @Test func emptyFilesGiveNothing() throws {
    let empty = try files.write("", to: "a.nb.txt")
    let result = try align(empty, try files.write(" \n", to: "b.en.txt"))
    #expect(result.status == 0)
    #expect(result.output == "")
  }

  @Test func invalidUTF8NamesLineAndByte() throws {
    let broken = try files.write(Data(Array("på\nto ".utf8) + [0xE6]), to: "a.nb.txt")
    let result = try align(broken, broken)
    #expect(result.status == 3)
    #expect(result.error.contains("a.nb.txt:2 (byte 7): the byte 0xE6 is not valid UTF-8"))
  }

  @Test func latin1AndUTF16AndCRLFAreRead() throws {
    let text = "Været er fint i dag.\r\n\r\nVi går på tur.\r\n"
    let english = try files.write(
      "The weather is fine today.\n\nWe are going for a walk.\n", to: "b.en.txt")
    let latin1 = try files.write(try #require(text.data(using: .isoLatin1)), to: "l.nb.txt")
    let utf16 = try files.write(try #require(text.data(using: .utf16LittleEndian)), to: "u.nb.txt")
    let first = try align(latin1, english)
    #expect(first.status == 0)
    #expect(first.error.contains("read as windows-1252"))
    #expect(first.output.split(separator: "\n").count == 2)
    #expect(try align(utf16, english).output == first.output)
  }

  @Test func oneLineOfFiveMegabytes() throws {
    let long = String(
      repeating: "Regjeringen sier at saken er viktig for alle i landet. ", count: 95_000)
    let path = try files.write(long, to: "long.nb.txt")
    let result = try Program.samsvar("text", "segment", path)
    #expect(result.status == 0)
    #expect(result.output.split(separator: "\n").count == 95_000)
  }

  @Test func nulBytesAreRefused() throws {
    let path = try files.write(Data([0x61, 0x0A, 0x62, 0x00]), to: "a.nb.txt")
    let result = try align(path, path)
    #expect(result.status == 3)
    #expect(result.error.contains("a.nb.txt:2 (byte 3): a NUL byte"))
  }

  @Test func identicalFilesAlignOneToOne() throws {
    let path = try files.write("Dette er en test.\n\nDen er kort.\n", to: "a.nb.txt")
    let result = try Program.samsvar("align", path, path, "--target-lang", "nb", "--to", "beads")
    #expect(result.status == 0)
    #expect(result.output.split(separator: "\n").map { $0.prefix(3) } == ["0\t0", "1\t1"])
  }

  @Test func wrongLanguageStillAligns() throws {
    let path = try files.write("Das ist ein Test. Er ist kurz.", to: "a.nb.txt")
    let result = try align(path, try files.write("This is a test. It is short.", to: "b.en.txt"))
    #expect(result.status == 0)
  }

  @Test func failureLeavesTheOldFileAlone() throws {
    let old = try files.write("old", to: "out.tmx")
    let broken = try files.write(Data([0x61, 0x00]), to: "a.nb.txt")
    let result = try Program.samsvar("align", broken, broken, "-o", old)
    #expect(result.status == 3)
    #expect(try String(contentsOfFile: old, encoding: .utf8) == "old")
    let left = try FileManager.default.contentsOfDirectory(atPath: files.url.path)
    #expect(!left.contains { $0.hasSuffix(".part") })
  }

  @Test func unwritableFolderIsNamed() throws {
    let text = try files.write("Hei.", to: "a.nb.txt")
    let result = try Program.samsvar("align", text, text, "-o", files.path("no/such/out.tmx"))
    #expect(result.status == 3)
    #expect(result.error.contains("cannot be written"))
  }

  @Test(arguments: [
    ["align"], ["align", "a.nb.txt"], ["align", "a", "b", "-o", "x.unknown"], ["nonsense"],
    ["check", "a", "b", "--only", "numbers"], ["check", "a.jsonl", "b"], ["--nonsense"],
    ["align", "a", "b", "--to", "pdf"],
  ])
  func usageErrorsAreTwo(arguments: [String]) throws {
    let result = try Program.run(Paths.samsvar, arguments)
    #expect(result.status == 2)
    #expect(!result.error.isEmpty && result.output.isEmpty)
  }

  @Test func badPairIsReportedAndTheRestGoOn() throws {
    let good = try files.write("Hei på deg.", to: "a.txt")
    let manifest = try files.write(
      "one\t\(good)\t\(good)\nbad\t/no/such\t\(good)\ntwo\t\(good)\t\(good)\n", to: "pairs.tsv")
    let result = try Program.samsvar(
      "align", "--pairs", manifest, "--output-dir", files.url.path, "--from", "lines", "--to",
      "beads")
    #expect(result.status == 3)
    #expect(result.error.contains("bad: /no/such"))
    for name in ["one.tsv", "two.tsv"] {
      #expect(FileManager.default.fileExists(atPath: files.path(name)))
    }
  }
}
