import Foundation
import SamsvarMemory
import SamsvarTestSupport
import Testing

@Suite("Export and import of projects") struct ExportTests {
  @Test func `an import gives the same export, with the history to be undone`() throws {
    let folder = try TemporaryFolder()
    let project = try ProjectSamples.translation(folder)
    let first = try project.export()
    let beads = try project.all()
    try project.apply(.merge(bead: beads[0].id))
    try project.apply(.note(bead: beads[0].id, "\"merk\" \\ æøå\n\u{2028}"))
    let copy = try Project(path: folder.path("copy.samsvar"))
    try copy.importLines(try project.export(hasHistory: true), file: "export.jsonl")
    #expect(try copy.export(hasHistory: true) == project.export(hasHistory: true))
    #expect(try copy.content(1, side: 1) == [0xFF, 0x00, 0x0A])
    try copy.undo()
    try copy.undo()
    #expect(try copy.export() == first)
  }

  @Test func `a small edit changes few lines`() throws {
    let folder = try TemporaryFolder()
    let project = try ProjectSamples.long(folder, count: 50)
    let before = try project.export().split(separator: "\n")
    try project.apply(.status(bead: 7, .accepted))
    let after = try project.export().split(separator: "\n")
    #expect(after.difference(from: before).count == 2)
  }

  @Test(arguments: [
    (#"{"type":"bead""#, "it is no JSON object"), (#"{"id":1}"#, "\"type\" is missing"),
    (#"{"type":"bead","id":"x"}"#, "\"id\" has another type"),
  ])
  func `a line that cannot be read is named`(line: String, reason: String) throws {
    let folder = try TemporaryFolder()
    let project = try Project(path: folder.path("p.samsvar"))
    let error = #expect(throws: ProjectError.self) {
      try project.importLines(
        "{\"type\":\"meta\",\"key\":\"a\",\"value\":\"b\"}\n\(line)\n", file: "x")
    }
    #expect(error?.description.hasPrefix("x:2: ") == true)
    #expect(error?.description.contains(reason) == true)
    #expect(try project.setting("a") == nil)
  }

  @Test func `rows that break a law are refused as a whole`() throws {
    let folder = try TemporaryFolder()
    let project = try ProjectSamples.translation(folder)
    let lines = try project.export().split(separator: "\n")
    let broken = lines.map {
      $0.contains("\"type\":\"segment\"") && $0.contains("\"bead\":1,")
        ? $0.replacingOccurrences(of: "\"bead\":1,", with: "") : String($0)
    }
    let copy = try Project(path: folder.path("copy.samsvar"))
    #expect(throws: ProjectError.self) {
      try copy.importLines(broken.joined(separator: "\n"), file: "x")
    }
    #expect(try copy.bitexts().isEmpty)
  }

  @Test func `a file that is no project is refused`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("text.samsvar")
    try Data("bare tekst, ingen database, men lang nok til å være en".utf8).write(
      to: URL(fileURLWithPath: path))
    #expect(throws: ProjectError.self) { try Project(path: path) }
  }
}
