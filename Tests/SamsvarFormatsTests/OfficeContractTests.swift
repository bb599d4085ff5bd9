import Foundation
import SamsvarFormats
import SamsvarModel
import SamsvarTestSupport
import Testing

/// The contract of bilingual formats, for those that are archives.
@Suite("Bilingual formats in archives")
struct OfficeContractTests {
  private static let parts: [BitextFormat: String] = [
    .docx: "word/document.xml", .odt: "content.xml", .xlsx: "xl/worksheets/sheet1.xml",
  ]

  private func back(_ units: [BitextUnit], _ format: BitextFormat) throws -> [BitextUnit] {
    try format.units(format.write(units, BitextOptions()), file: "t").map(\.withoutPlace)
  }

  @Test(arguments: BitextFormat.office)
  func roundTripKeepsWhatTheFormatKeepsInOrder(format: BitextFormat) throws {
    let units = BitextSamples.all
    let back = try back(units, format)
    try #require(back.count == units.count)
    for (number, pair) in zip(units, back).enumerated() {
      var expected = BitextSamples.kept(pair.0, format, number: number + 1)
      // The table says of every row how far it is.
      if expected.state == nil { expected.state = pair.1.state }
      expected.kind = pair.1.kind
      #expect(pair.1 == expected)
    }
  }

  @Test(arguments: BitextFormat.office)
  func emptySegmentsStayOnTheirSide(format: BitextFormat) throws {
    let units = [
      BitextSamples.unit("1", "Bare kilde.", ""), BitextSamples.unit("2", "", "Only target."),
    ]
    let back = try back(units, format)
    #expect(back.map(\.source.string) == ["Bare kilde.", ""])
    #expect(back.map(\.target.string) == ["", "Only target."])
  }

  @Test(arguments: BitextFormat.office)
  func controlCharactersDoNotBreakTheFile(format: BitextFormat) throws {
    let unit = BitextSamples.unit("1", "a\u{1}b\u{7}c\u{FFFE}d", "e\u{1F}f\u{FFFF}g")
    let back = try #require(try back([unit], format).first)
    #expect(back.source.string == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d")
    #expect(back.target.string == "e\u{FFFD}f\u{FFFD}g")
  }

  @Test(arguments: BitextFormat.office)
  func brokenUTF8IsNamedByPart(format: BitextFormat) throws {
    let part = try #require(Self.parts[format])
    let old = format.write(BitextSamples.plain, BitextOptions())
    var bytes = try ZipArchive(bytes: old, file: "t").read(part)
    bytes[try #require(bytes.lastIndex(of: 0x66))] = 0xFF
    let broken = try ZipArchive.replacing([part: bytes], in: old, file: "t")
    let error = #expect(throws: InputError.self) { try format.units(broken, file: "t") }
    #expect(error?.message.contains(part) == true)
  }

  /// Another program's line ends, inside and between the elements, change no text.
  @Test(arguments: BitextFormat.office)
  func lineEndsOfTheXMLChangeNothing(format: BitextFormat) throws {
    let part = try #require(Self.parts[format])
    let old = format.write(BitextSamples.plain, BitextOptions())
    let bytes = try ZipArchive(bytes: old, file: "t").read(part)
    let returns = bytes.flatMap { (byte: UInt8) -> [UInt8] in byte == 0x0A ? [0x0D, 0x0A] : [byte] }
    let declared: [UInt8] = [0xEF, 0xBB, 0xBF] + returns
    let windows = try ZipArchive.replacing([part: declared], in: old, file: "t")
    #expect(try format.units(windows, file: "t") == format.units(old, file: "t"))
  }

  @Test(arguments: BitextFormat.office)
  func aReplacementChangesOnlyItsText(format: BitextFormat) throws {
    let old = format.write(BitextSamples.plain, BitextOptions())
    let units = try format.units(old, file: "t")
    for (number, unit) in units.enumerated() {
      let text = unit.target.string
      guard let word = text.split(separator: " ").last, word.utf8.count > 2 else { continue }
      let end = text.utf8.distance(from: text.startIndex, to: word.endIndex)
      let fixes = try OfficeFixes(
        old, file: "t", BitextOptions(),
        [(unit: number, range: end - word.utf8.count..<end, text: "<«&»\">")])
      #expect(fixes.made.count == 1, "unit \(unit.id)")
      var expected = units
      expected[number].target = CodedText(text.dropLast(word.count) + "<«&»\">")
      #expect(try format.units(fixes.bytes, file: "t") == expected)
    }
  }

  @Test(arguments: BitextFormat.office)
  func nothingReplacedIsTheSameFile(format: BitextFormat) throws {
    let old = format.write(BitextSamples.plain, BitextOptions())
    let fixes = try OfficeFixes(old, file: "t", BitextOptions(), [])
    #expect(fixes.bytes == old && fixes.made.isEmpty)
    let outside = try OfficeFixes(
      old, file: "t", BitextOptions(), [(unit: 99, range: 0..<1, text: "x"), (0, 900..<901, "x")])
    #expect(outside.bytes == old && outside.made.isEmpty)
  }
}

/// A corpus in vertical text keeps what the format keeps.
@Suite("Vertical text")
struct VerticalReaderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private let source = """
    <doc id="a &amp; b" lang="nb">
    <p>
    <s id="0">
    Fisk\tfisk\tsubst
    &amp;\t&amp;\tclb
    &lt;torsk&gt;
    <g/>
    .
    </s>
    </p>
    <s id="1">
    </s>
    <s id="2">
    To
    <g/>
    .
    </s>
    </doc>

    """

  private func write(_ map: String, source: String? = nil) throws -> String {
    _ = try folder.write(
      "<doc lang=\"en\">\n<s>\nOne\n</s>\n<s>\nTwo\n</s>\n</doc>\n", to: "c.en.vert")
    _ = try folder.write(map, to: "c.map")
    return try folder.write(source ?? self.source, to: "c.nb.vert")
  }

  @Test(arguments: ["\n", "\r\n"])
  func beadsAreRead(end: String) throws {
    let path = try write(
      "0,1\t0\n2\t-1\n-1\t1\n".replacing("\n", with: end), source: source.replacing("\n", with: end)
    )
    let units = try VerticalReader.read(path)
    #expect(units.map(\.source.string) == ["Fisk & <torsk>. ", "To.", ""])
    #expect(units.map(\.target.string) == ["One", "", "Two"])
    #expect(units.map(\.kind) == [.contraction, .deletion, .insertion])
    #expect(units.map(\.sourceIndices) == [[0, 1], [2], []])
    #expect(units.allSatisfy { $0.document == "a & b" && $0.targetLanguage == .en })
  }

  @Test(arguments: ["0\n", "0\tx\n", "0\t2\n", "3\t0\n", "1,0\t0\n", "-1\t-1\n", "-2\t0\n"])
  func mistakesOfTheMapAreNamed(map: String) throws {
    let path = try write("0\t0\n" + map)
    let error = #expect(throws: InputError.self) { try VerticalReader.read(path) }
    #expect(error?.position.line == 2 && error?.position.file.hasSuffix("c.map") == true)
  }

  @Test func brokenUTF8AndMissingFilesAreNamed() throws {
    let path = try write("0\t0\n")
    _ = try folder.write(Data(Array("<s>\nblåbær og ".utf8) + [0xFF, 0x0A]), to: "c.nb.vert")
    #expect(throws: InputError.self) { try VerticalReader.read(path) }
    _ = try folder.write("<s>\nUn\n</s>\n", to: "c.fr.vert")
    let several = #expect(throws: InputError.self) { try VerticalReader.read(path) }
    #expect(several?.message.contains("--target-lang") == true)
    let nameless = #expect(throws: InputError.self) {
      try VerticalReader.read(folder.path("corpus.vert"))
    }
    #expect(nameless?.message.contains("corpus.nb.vert") == true)
  }

  @Test func aSegmentOfAMegabyte() throws {
    let long = String(repeating: "blåbær\n", count: 150_000)
    let path = try write("0\t0\n", source: "\u{FEFF}<s>\n\(long)</s>\n")
    let unit = try #require(try VerticalReader.read(path).first)
    #expect(unit.source.bytes.count == long.utf8.count - 1)
  }
}
