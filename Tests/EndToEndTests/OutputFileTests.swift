import Foundation
import SamsvarTestSupport
import Testing

/// What `-o` does to what is there already.
@Suite("Output files")
struct OutputFileTests {
  private let files: TemporaryFolder
  private let texts: [String]

  init() throws {
    files = try TemporaryFolder()
    texts = [
      try files.write("Hei på deg.\n", to: "a.nb.txt"), try files.write("Hello.\n", to: "a.en.txt"),
    ]
  }

  private func align(to path: String) throws -> Program.Result {
    try Program.samsvar("align", texts[0], texts[1], "-o", path, "--to", "beads")
  }

  private func attributes(_ path: String) throws -> [FileAttributeKey: Any] {
    try FileManager.default.attributesOfItem(atPath: path)
  }

  @Test func aDeviceIsWrittenToAndStays() throws {
    #expect(try align(to: "/dev/null").status == 0)
    let type = try attributes("/dev/null")[.type] as? FileAttributeType
    #expect(type == .typeCharacterSpecial)
  }

  @Test func aPipeIsWrittenTo() throws {
    let pipe = files.path("pipe")
    #expect(mkfifo(pipe, 0o600) == 0)
    // Open for both directions, so that neither side waits for the other.
    let descriptor = open(pipe, O_RDWR | O_NONBLOCK)
    defer { close(descriptor) }
    #expect(try align(to: pipe).status == 0)
    var buffer = [UInt8](repeating: 0, count: 100)
    let count = read(descriptor, &buffer, buffer.count)
    #expect(String(decoding: buffer.prefix(max(0, count)), as: UTF8.self).hasPrefix("0\t0\t"))
    #expect(try attributes(pipe)[.type] as? FileAttributeType == .typeUnknown)
  }

  @Test func aLinkIsFollowedAndStays() throws {
    let real = try files.write("old", to: "real.txt")
    let link = files.path("link.txt")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "real.txt")
    #expect(try align(to: link).status == 0)
    #expect(try attributes(link)[.type] as? FileAttributeType == .typeSymbolicLink)
    #expect(try String(contentsOfFile: real, encoding: .utf8) != "old")
  }

  @Test func permissionsAreKept() throws {
    let path = try files.write("old", to: "secret.txt")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    #expect(try align(to: path).status == 0)
    #expect(try attributes(path)[.posixPermissions] as? Int == 0o600)
  }

  @Test func whereNothingCanBeWrittenNothingIsLeft() throws {
    let result = try align(to: files.path("nowhere/out.txt"))
    #expect(result.status == 3)
    #expect(result.error.contains("cannot be written"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: files.url.path).sorted() == [
        "a.en.txt", "a.nb.txt",
      ])
  }
}
