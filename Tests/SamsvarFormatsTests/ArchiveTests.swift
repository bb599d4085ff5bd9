import Foundation
import SamsvarFormats
import SamsvarModel
import SamsvarTestSupport
import Testing

/// Bytes of a zip archive built by hand, so that headers may say what no honest writer says.
private struct RawZip {
  struct Entry {
    var name: String
    var content: [UInt8]
    var size: UInt32?
    var flags: UInt16 = 0
  }

  var entries: [Entry]

  /// The archive: local headers with stored contents, central directory, end record.
  var bytes: [UInt8] {
    var result: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = UInt32(result.count)
      let fields = header(entry)
      result += little(UInt32(0x0403_4B50)) + fields + Array(entry.name.utf8) + entry.content
      directory += little(UInt32(0x0201_4B50)) + little(UInt16(20)) + fields
      directory += [UInt8](repeating: 0, count: 10) + little(offset) + Array(entry.name.utf8)
    }
    let count = little(UInt16(entries.count))
    let start = little(UInt32(result.count))
    result += directory + little(UInt32(0x0605_4B50)) + [0, 0, 0, 0] + count + count
    return result + little(UInt32(directory.count)) + start + [0, 0]
  }

  private func header(_ entry: Entry) -> [UInt8] {
    let size = UInt32(entry.content.count)
    var fields = little(UInt16(20)) + little(entry.flags) + [0, 0, 0, 0, 0, 0]
    fields += little(Self.crc(entry.content)) + little(size) + little(entry.size ?? size)
    fields += little(UInt16(entry.name.utf8.count)) + [0, 0]
    return fields
  }

  private func little<Value: FixedWidthInteger>(_ value: Value) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }

  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    var crc = ~UInt32(0)
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}

@Suite("Archives")
struct ArchiveTests {
  private let date = ArchiveDate(seconds: 1_576_843_200)

  private func written(_ entries: [(String, [UInt8])]) throws -> [UInt8] {
    var zip = ZipWriter(date: date)
    for (name, bytes) in entries { zip.add(name, bytes) }
    return try zip.finish()
  }

  private func refusal(_ bytes: [UInt8], _ limits: ArchiveLimits = ArchiveLimits()) -> String {
    let error = #expect(throws: InputError.self) {
      let archive = try ZipArchive(bytes: bytes, file: "a.zip", limits: limits)
      for name in archive.names { _ = try archive.read(name) }
    }
    #expect(error?.position.file == "a.zip")
    return error?.message ?? ""
  }

  @Test func readsWhatItWritesInOrder() throws {
    let text = Array("Blåbærsyltetøy ".utf8)
    let long = Array(repeatElement(text, count: 2000).joined())
    let bytes = try written([("z/b.xml", long), ("a.xml", text), ("tom", [])])
    let archive = try ZipArchive(bytes: bytes, file: "a.zip")
    #expect(archive.names == ["z/b.xml", "a.xml", "tom"])
    #expect(try archive.read("z/b.xml") == long)
    #expect(try archive.read("a.xml") == text)
    #expect(try archive.read("tom") == [])
    #expect(try archive.readIfPresent("c") == nil)
    #expect(throws: InputError.self) { try archive.read("c") }
  }

  @Test func aFileIsReadLikeBytes() throws {
    let folder = try TemporaryFolder()
    let bytes = try written([("å.txt", [1, 2, 3])])
    let archive = try ZipArchive(path: try folder.write(Data(bytes), to: "a.zip"))
    #expect(try archive.read("å.txt") == [1, 2, 3])
    #expect(throws: InputError.self) { try ZipArchive(path: folder.path("none.zip")) }
    #expect(throws: InputError.self) { try ZipArchive(path: folder.url.path) }
  }

  @Test func theSameEntriesGiveTheSameBytes() throws {
    let entries: [(String, [UInt8])] = [("b", Array("bbb".utf8)), ("a", Array("aaa".utf8))]
    #expect(try written(entries) == written(entries))
  }

  @Test func theDateIsTheOneGivenOrTheFirstOfZip() throws {
    var zip = ZipWriter(date: ArchiveDate(seconds: nil))
    zip.add("a", "a")
    // 1980-01-01 is day 1 of month 1 of year 0: 1 << 5 | 1.
    #expect(try Array(zip.finish()[10..<14]) == [0, 0, 0x21, 0])
    #expect(date.iso8601 == "2019-12-20T12:00:00Z")
    #expect(ArchiveDate(seconds: nil).iso8601 == "1980-01-01T00:00:00Z")
    #expect(ArchiveDate(seconds: .max).iso8601 == "1980-01-01T00:00:00Z")
    #expect(ArchiveDate(seconds: -1).isGiven)
  }

  @Test func aStoredEntryStandsFirstAndPlain() throws {
    var zip = ZipWriter(date: date)
    zip.add("mimetype", "application/epub+zip", isStored: true)
    zip.add("x", "x")
    let bytes = try zip.finish()
    // EPUB 3.3, OCF 4.3: the name at byte 30, the type at byte 38, no extra field.
    #expect(bytes[30..<58].elementsEqual("mimetypeapplication/epub+zip".utf8))
  }

  @Test func bombsAreRefused() throws {
    let zeros = [UInt8](repeating: 0x20, count: 8 << 20)
    #expect(refusal(try written([("a", zeros)])).contains("times its size"))
    var limits = ArchiveLimits()
    limits.entrySize = 100
    let random = (0..<200).map { UInt8($0) }
    #expect(refusal(try written([("a", random)]), limits).contains("the entry a unpacks to more"))
    limits = ArchiveLimits()
    limits.totalSize = 300
    let two = try written([("a", random), ("b", random)])
    #expect(refusal(two, limits).contains("unpacks to more"))
    limits = ArchiveLimits()
    limits.entries = 1
    #expect(refusal(try written([("a", [1]), ("b", [1])]), limits).contains("2 entries"))
  }

  @Test func anEntryLongerThanItSaysIsNotUnpacked() {
    let zip = RawZip(entries: [.init(name: "a", content: Array("abcdef".utf8), size: 3)])
    #expect(!refusal(zip.bytes).isEmpty)
  }

  @Test(arguments: ["../a", "a/../../b", "/etc/passwd", "..\\a", "C:\\a", "C:/a", "\\\\host\\a"])
  func namesThatLeadOutAreRefused(name: String) {
    let message = refusal(RawZip(entries: [.init(name: name, content: [1])]).bytes)
    #expect(message.contains("leads out of the archive"))
  }

  @Test func backslashesBetweenFoldersAreRead() throws {
    let zip = RawZip(entries: [.init(name: "word\\document.xml", content: [7])])
    let archive = try ZipArchive(bytes: zip.bytes, file: "a.docx")
    #expect(try archive.read("word/document.xml") == [7])
  }

  @Test func encryptedAndDoubleEntriesAreRefused() {
    let encrypted = RawZip(entries: [.init(name: "a", content: [1, 2], flags: 1)])
    #expect(refusal(encrypted.bytes).contains("without a password"))
    let double = RawZip(entries: [
      .init(name: "a", content: [1]), .init(name: "a", content: [2]),
    ])
    #expect(refusal(double.bytes).contains("two entries named a"))
  }

  @Test func whatIsNoArchiveSaysWhatItIs() {
    #expect(refusal(Array("hei".utf8)).contains("no zip archive"))
    #expect(refusal([]).contains("no zip archive"))
    #expect(refusal([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).contains("old Office file"))
  }

  @Test func cutOffAndDamagedArchivesAreErrorsNotCrashes() throws {
    let text = (0..<500).map { "setning \($0)" }.joined(separator: " ")
    let bytes = try written([("a.xml", Array(text.utf8)), ("b.xml", Array("b".utf8))])
    for length in stride(from: 4, to: bytes.count, by: 7) {
      #expect(refusal(Array(bytes[..<length])).contains("again"))
    }
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      var broken = bytes
      broken[Int.random(in: 0..<bytes.count, using: &generator)] ^= 1 << 5
      guard let archive = try? ZipArchive(bytes: broken, file: "a.zip") else { continue }
      for name in archive.names {
        // Either the right bytes or an error: the checksum sees to that.
        let content = try? archive.read(name)
        #expect(content == nil || content == Array(text.utf8) || content == [0x62])
      }
    }
  }
}
