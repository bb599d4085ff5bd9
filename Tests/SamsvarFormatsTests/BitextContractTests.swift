import Foundation
import SamsvarFormats
import SamsvarModel
import Testing

/// What every bilingual format must do.
@Suite("Bilingual formats")
struct BitextContractTests {
  private func written(
    _ units: [BitextUnit], _ format: BitextFormat, _ options: BitextOptions = BitextOptions()
  ) -> [UInt8] { format.write(units, options) }

  private func read(_ bytes: [UInt8], _ format: BitextFormat) throws -> [BitextUnit] {
    try format.units(bytes, file: "t.\(format.rawValue)").map(\.withoutPlace)
  }

  /// The kind is told from the texts where a format does not say it.
  private func sameKinds(_ units: [BitextUnit]) -> [BitextUnit] {
    units.map { unit in
      var unit = unit
      unit.kind = unit.beadKind
      return unit
    }
  }

  @Test(arguments: BitextFormat.allCases)
  func roundTripKeepsWhatTheFormatKeepsInOrder(format: BitextFormat) throws {
    let units = BitextSamples.all
    let back = try read(written(units, format), format)
    let expected = units.enumerated().map { BitextSamples.kept($1, format, number: $0 + 1) }
    #expect(back.count == expected.count)
    for (left, right) in zip(sameKinds(back), sameKinds(expected)) { #expect(left == right) }
  }

  @Test(arguments: BitextFormat.allCases)
  func whatIsNotKeptIsReported(format: BitextFormat) throws {
    for unit in BitextSamples.all {
      var loss = ConversionLoss()
      loss.add(unit, to: format)
      let lost = unit.features.subtracting(format.keeps)
      #expect(
        loss.lines.count == UnitFeatures.names.count { lost.contains($0.feature) })
    }
  }

  @Test(arguments: BitextFormat.allCases)
  func sameUnitsGiveTheSameBytes(format: BitextFormat) {
    #expect(written(BitextSamples.all, format) == written(BitextSamples.all, format))
  }

  @Test(arguments: [BitextFormat.tmx, .xliff, .xliff12])
  func inlineMarkupIsKept(format: BitextFormat) throws {
    let back = try read(written(BitextSamples.coded, format), format)
    #expect(back.map(\.source) == BitextSamples.coded.map(\.source))
    #expect(back.map(\.target) == BitextSamples.coded.map(\.target))
  }

  @Test(arguments: BitextFormat.allCases)
  func noUnitsAndEmptySegments(format: BitextFormat) throws {
    let none = try read(written([], format), format)
    #expect(none.allSatisfy { $0.source.isEmpty && $0.target.isEmpty })
    let empty = [
      BitextSamples.unit("1", "Bare kilde.", ""), BitextSamples.unit("2", "", "Only target."),
    ]
    let back = try read(written(empty, format), format)
    #expect(back.map(\.source.string) == ["Bare kilde.", ""])
    #expect(back.map(\.target.string) == ["", "Only target."])
  }

  @Test(arguments: BitextFormat.allCases)
  func byteOrderMarkAndCRLFChangeNothing(format: BitextFormat) throws {
    let bytes = written(BitextSamples.plain, format)
    let plain = try read(bytes, format)
    #expect(try read([0xEF, 0xBB, 0xBF] + bytes, format) == plain)
    let returns = bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    #expect(try read(returns, format) == plain)
  }

  @Test(arguments: BitextFormat.allCases)
  func brokenUTF8IsNamed(format: BitextFormat) throws {
    var bytes = written(BitextSamples.plain, format)
    let place = try #require(bytes.lastIndex(of: 0x66))
    bytes[place] = 0xFF
    let error = #expect(throws: InputError.self) { try read(bytes, format) }
    #expect(error?.position.line != nil)
  }

  @Test(arguments: BitextFormat.allCases)
  func truncationAtEveryByteIsAnErrorOrGivesTheFirstUnits(format: BitextFormat) throws {
    let units = Array(BitextSamples.plain.prefix(3)) + BitextSamples.coded.prefix(1)
    let bytes = written(units, format)
    let whole = try read(bytes, format)
    let end = bytes.lastIndex { $0 > 0x20 } ?? 0
    for count in 0..<bytes.count {
      guard let back = try? read(Array(bytes[..<count]), format) else { continue }
      #expect(!format.isXML || count > end, "\(count) bytes were taken for a whole file")
      #expect(back.count <= whole.count)
      for (left, right) in zip(back.dropLast(), whole) { #expect(left == right) }
    }
  }

  @Test(arguments: BitextFormat.allCases)
  func aSegmentOfAMegabyte(format: BitextFormat) throws {
    let long = String(repeating: "blåbær & fjord ", count: 70_000) + "slutt"
    let back = try read(written([BitextSamples.unit("1", long, "x")], format), format)
    #expect(back.first?.source.string == long)
    #expect(back.first?.target.string == "x")
  }

  @Test(arguments: BitextFormat.allCases)
  func controlCharactersDoNotBreakTheFile(format: BitextFormat) throws {
    let unit = BitextSamples.unit("1", "a\u{1}b\u{B}c\u{FFFE}d", "e\u{1F}f\u{FFFF}g")
    let back = try #require(try read(written([unit], format), format).first)
    let keeps = format.keeps.contains(.controls)
    if keeps {
      #expect(back.source == unit.source && back.target == unit.target)
    } else if format.isXML {
      #expect(back.source.string == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d")
      #expect(back.target.string == "e\u{FFFD}f\u{FFFD}g")
    } else {
      #expect(back.source.string.hasPrefix("a") && back.source.string.hasSuffix("d"))
    }
  }

  @Test(arguments: BitextFormat.allCases)
  func languageCodesAreMapped(format: BitextFormat) throws {
    var options = BitextOptions()
    options.languageMap = try #require(LanguageMap("nb=nb-NO,en=en-GB"))
    let bytes = written(BitextSamples.plain, format, options)
    guard format.keeps.contains(.languages) else { return }
    let back = try read(bytes, format)
    #expect(back.first?.sourceLanguage?.description == "nb-NO")
    #expect(back.first?.targetLanguage?.description == "en-GB")
  }

  @Test func languageMapsAreRead() {
    #expect(LanguageMap("nb") == nil && LanguageMap("nb=x y") == nil && LanguageMap("1=nb") == nil)
    #expect(LanguageMap("no=nb-NO")?.code(.nb) == "nb-NO")
    #expect(LanguageMap("en=en-GB")?.code(.nn) == "nn")
  }
}

/// Replacing words in a file leaves every other byte as it was.
@Suite("Fixes in bilingual files")
struct UnitPlacesTests {
  @Test(arguments: BitextFormat.allCases)
  func aReplacementChangesOnlyItsBytes(format: BitextFormat) throws {
    let bytes = format.write(BitextSamples.all, BitextOptions())
    let units = try format.units(bytes, file: "t")
    let places = UnitPlaces(units, file: "t", bytes: bytes, format: format)
    for (number, unit) in units.enumerated() {
      let text = unit.target.string
      guard let word = text.split(separator: " ").last, word.utf8.count > 2 else { continue }
      let end = text.utf8.distance(from: text.startIndex, to: word.endIndex)
      let range = end - word.utf8.count..<end
      var edits = UnitPlaces.Edits(places)
      places.add([(unit: number, range: range, text: "<«&»\">")], to: &edits)
      #expect(edits.count == 1, "unit \(unit.id)")
      let changed = edits.applied
      let back = try format.units(changed, file: "t")
      var expected = text.utf8.prefix(range.lowerBound).map { $0 }
      expected += Array("<«&»\">".utf8) + text.utf8.dropFirst(range.upperBound)
      #expect(back[number].target.bytes == expected, "unit \(unit.id)")
      for other in units.indices where other != number {
        #expect(back[other].withoutPlace == units[other].withoutPlace)
      }
      // Outside the word not a byte is new; inside it the tags of inline codes stay.
      let place = try #require(places.location(unit: number, .target, range)?.bytes)
      #expect(changed.starts(with: bytes[..<place.lowerBound]))
      #expect(changed.reversed().starts(with: bytes[place.upperBound...].reversed()))
      #expect(changed.difference(from: bytes).removals.count <= word.utf8.count * 6)
    }
  }

  @Test func entitiesCDATAAndTagsStayWhereTheyAre() throws {
    let text = """
      <?xml version='1.0'?>
      <!DOCTYPE tmx SYSTEM "tmx14.dtd">
      <tmx version="1.4"><!-- <seg>nei</seg> --><header/><body>
      <tu tuid='a'><tuv xml:lang="nb"><seg>x</seg></tuv>
      <tuv xml:lang='en'><seg>R&amp;D <hi>cost</hi> &#x35;0<![CDATA[ <kr>]]> in<bpt i="1">{</bpt>all<ept i="1">}</ept></seg>
      </tuv></tu></body></tmx>
      """
    let bytes = Array(text.utf8)
    let units = try BitextFormat.tmx.units(bytes, file: "t.tmx")
    #expect(units[0].target.string == "R&D cost 50 <kr> inall")
    let places = UnitPlaces(units, file: "t.tmx", bytes: bytes, format: .tmx)
    var edits = UnitPlaces.Edits(places)
    places.add(
      [(unit: 0, range: 9..<11, text: "60"), (unit: 0, range: 0..<3, text: "F & U")], to: &edits)
    places.add([(unit: 0, range: 2..<6, text: "no")], to: &edits)
    #expect(edits.count == 2)
    let changed = String(decoding: edits.applied, as: UTF8.self)
    #expect(
      changed
        == text.replacingOccurrences(of: "R&amp;D", with: "F &amp; U")
        .replacingOccurrences(of: "&#x35;0", with: "60"))
    let location = try #require(places.location(unit: 0, .target, 9..<11))
    #expect(location.line == 5 && location.unit == "a")
    #expect(bytes[try #require(location.bytes)].starts(with: Array("&#x35;".utf8)))
  }

  @Test func cellsOfTablesAreNamed() throws {
    let bytes = Array("id;note;nb;en\n1;\"a\nb\";x;\"y \"\"z\"\"\"\n2;;u;v\n".utf8)
    let units = try BitextFormat.csv.units(bytes, file: "t.csv")
    let places = UnitPlaces(units, file: "t.csv", bytes: bytes, format: .csv)
    let first = try #require(places.location(unit: 0, .target, 3..<4))
    #expect(first.cell == "D2" && first.line == 3)
    #expect(bytes[try #require(first.bytes)].elementsEqual("z".utf8))
    let second = try #require(places.location(unit: 1, .target, nil))
    #expect(second.cell == "D3" && second.line == 4)
  }
}
