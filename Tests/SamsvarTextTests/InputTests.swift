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

@Suite("Language")
struct LanguageGuessTests {
  @Test(arguments: [
    ("nb", "Jeg vet ikke hva hun har gjort, men det er noe vi må snakke om."),
    ("nn", "Eg veit ikkje kva ho har gjort, men det er noko vi må snakke om."),
    ("en", "I do not know what she has done, but it is something we must talk about."),
  ])
  func byFunctionWords(code: String, text: String) throws {
    let guess = try LanguageGuess(Norsk.languages).language(of: Array(text.utf8))
    #expect(guess.language == code)
  }
}
