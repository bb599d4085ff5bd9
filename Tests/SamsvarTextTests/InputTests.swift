import Foundation
import SamsvarModel
import SamsvarText
import Testing

@Suite("Decoding")
struct TextDecoderTests {
  private func decode(_ bytes: [UInt8]) throws -> TextDecoder.Result {
    try TextDecoder.decode(bytes, file: "f.txt")
  }

  @Test func utf8WithByteOrderMark() throws {
    let result = try decode([0xEF, 0xBB, 0xBF] + Array("på".utf8))
    #expect(String(decoding: result.text, as: UTF8.self) == "på")
    #expect(result.origin.original(0) == 3)
  }

  @Test func latin1IsToldByTheLackOfUTF8() throws {
    let result = try decode([0x62, 0x6C, 0xE5, 0x62, 0xE6, 0x72, 0x0A, 0x80])
    #expect(String(decoding: result.text, as: UTF8.self) == "blåbær\n€")
    #expect(result.charset == "windows-1252")
    #expect(result.origin.original(4) == 3)
    #expect(result.diagnostics.count == 1)
  }

  @Test(arguments: [true, false], [true, false])
  func utf16(bigEndian: Bool, marked: Bool) throws {
    let text = "Blåbær er sunt, sier 🙂."
    var units = Array(text.utf16)
    if marked { units.insert(0xFEFF, at: 0) }
    let bytes = units.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return bigEndian ? pair : pair.reversed()
    }
    let result = try decode(bytes)
    #expect(String(decoding: result.text, as: UTF8.self) == text)
    #expect(result.origin.original(0) == (marked ? 2 : 0))
    let place = text.utf8.count - 1
    #expect(result.origin.original(place) == bytes.count - 2)
  }

  @Test func brokenUTF8NamesLineAndByte() {
    let bytes = Array("én\nto ".utf8) + [0xE6, 0x20]
    let error = #expect(throws: InputError.self) { try decode(bytes) }
    #expect(error?.position == SourcePosition(file: "f.txt", line: 2, byte: 7))
  }

  @Test func nulIsRefused() {
    let error = #expect(throws: InputError.self) { try decode(Array("a\nb".utf8) + [0]) }
    #expect(error?.position.line == 2)
  }

  @Test func cutOffUTF16IsRefused() {
    #expect(throws: InputError.self) { try decode([0xFF, 0xFE, 0x41, 0x00, 0x42]) }
  }
}

@Suite("Files")
struct FileBytesTests {
  @Test func missingFileAndDirectoryAreNamed() {
    let missing = #expect(throws: InputError.self) { try FileBytes.read("/no/such/file") }
    #expect(missing?.description == "/no/such/file: cannot be read: no such file")
    let folder = #expect(throws: InputError.self) { try FileBytes.read("/tmp") }
    #expect(folder?.description == "/tmp: is a directory; give a file")
  }
}

@Suite("Streams of text")
struct TextStreamTests {
  private func chunks(_ bytes: [UInt8]) throws -> [TextStream.Chunk] {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try Data(bytes).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    var stream = try TextStream(path)
    defer { stream.close() }
    var result: [TextStream.Chunk] = []
    while let chunk = try stream.next() { result.append(chunk) }
    return result
  }

  @Test func chunksEndAtParagraphsAndRebuildTheText() throws {
    let paragraph = String(repeating: "Dette er en setning om været. ", count: 200) + "\n\n"
    let text = Array(String(repeating: paragraph, count: 150).utf8)
    let chunks = try chunks(text)
    #expect(chunks.count > 2)
    #expect(chunks.flatMap(\.text) == text)
    #expect(chunks.dropLast().allSatisfy { $0.text.suffix(2) == [0x0A, 0x0A] })
    var offset = 0
    for chunk in chunks {
      #expect(chunk.offset == offset)
      offset += chunk.text.count
    }
  }

  @Test func textWithoutBlankLinesIsCutAtLines() throws {
    let text = Array(String(repeating: "En linje.\n", count: 80_000).utf8)
    let chunks = try chunks(text)
    #expect(chunks.count > 1 && chunks.allSatisfy { $0.text.last == 0x0A })
  }

  @Test func aBrokenByteIsPlacedInTheWholeFile() throws {
    var text = Array(String(repeating: "Æ.\n\n", count: 100_000).utf8)
    text.append(0xC3)
    text += Array("(\n".utf8)
    let error = #expect(throws: InputError.self) { try chunks(text) }
    #expect(error?.position.line == 200_001)
    #expect(error?.position.byte == 500_000)
  }

  @Test(arguments: [[], [0x0A], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE, 0x41, 0x00]])
  func smallFiles(bytes: [UInt8]) throws {
    #expect(try chunks(bytes).count <= 1)
  }
}
