import SamsvarFormats
import SamsvarModel
import Testing

/// What does not come back when a written file is read again is named by the loss report.
@Suite("Losses of conversions")
struct ConversionLossTests {
  static let formats = BitextFormat.allCases + BitextFormat.office

  /// Units that have everything, two of them segments of one unit that differ in all that may differ.
  static var rich: [BitextUnit] {
    var units = BitextSamples.all
    for index in units.indices {
      units[index].context = "sted \(index)"
      units[index].state = BitextUnit.State.allCases[index % 4]
      units[index].notes = ["Første \(index)", "Andre"]
      units[index].confidence = Double(index) / 16
      units[index].matchQuality = 50 + Double(index)
      units[index].needsReview = index % 3 == 0
      units[index].sourceIndices = [2 * index, 2 * index + 1]
      units[index].targetIndices = [index]
      units[index].kind = .contraction
    }
    // Segments of one unit are of one bead.
    for index in units.indices.dropFirst()
    where !units[index].group.isEmpty && units[index].group == units[index - 1].group {
      units[index].context = units[index - 1].context
      units[index].confidence = units[index - 1].confidence
      units[index].notes = []
    }
    return units
  }

  /// The parts of a unit by the name that a report gives them.
  private static let parts: [(name: String, value: @Sendable (BitextUnit) -> AnyHashable)] = [
    ("identifiers", { $0.id }), ("units of several segments", { $0.group }),
    ("document names", { $0.document }), ("contexts", { $0.context }),
    ("inline codes", { [$0.source.codes, $0.target.codes] }), ("states", { $0.state }),
    ("review marks", { $0.needsReview }), ("order of targets", { $0.order }),
    ("notes", { $0.notes }), ("match quality", { $0.matchQuality }),
    ("confidence", { $0.confidence.map { Int(($0 * 100).rounded()) } }),
    ("kinds of bead", { $0.beadKind }),
    ("segment numbers", { [$0.sourceIndices, $0.targetIndices] }),
    ("languages", { [$0.sourceLanguage, $0.targetLanguage] }),
    (
      "white space around texts",
      { unit in
        [unit.source, unit.target].map { $0.bytes.map { $0 < 0x20 ? 0x20 : $0 } }
      }
    ),
    (
      "line breaks and tabs",
      { unit in
        [unit.source, unit.target].map { BitextSamples.withoutEdges($0).bytes }
      }
    ),
  ]

  private func read(_ bytes: [UInt8], _ format: BitextFormat) throws -> [BitextUnit] {
    var options = BitextOptions()
    options.acceptsPlainTables = format.isOffice
    return try format.units(bytes, file: "t", options)
  }

  @Test(arguments: formats, formats)
  func whatIsLostBetweenTwoFormatsIsNamed(first: BitextFormat, second: BitextFormat) throws {
    let before = try read(first.write(Self.rich, BitextOptions()), first)
    var loss = ConversionLoss()
    for unit in before { loss.add(unit, to: second) }
    let after = try read(second.write(before, BitextOptions()), second)
    try #require(after.count == before.count)
    for (name, value) in Self.parts where !loss.lines.contains(where: { $0.hasPrefix(name) }) {
      // A format may say what the one before could not; that is no loss.
      for (old, new) in zip(before, after) where value(old) != value(BitextUnit()) {
        #expect(value(old) == value(new), "\(name) of unit \(old.id)")
      }
    }
  }

  @Test(arguments: [
    (
      "a.tmx",
      """
      <tmx version="1.4"><header/><body><tu><prop type="klient">x</prop>\
      <tuv xml:lang="nb"><seg>a</seg></tuv><tuv xml:lang="en"><seg>b</seg></tuv>\
      <tuv xml:lang="nn"><seg>c</seg></tuv></tu></body></tmx>
      """, ["texts in further languages", "properties of other programs"]
    ),
    ("a.csv", "id,nb,nn,en\n1,a,b,c\n2,d,e,\n", ["texts in further languages of 1 unit"]),
    ("a.md", "| nb | nn | en |\n|---|---|---|\n| a | b | c |\n", ["texts in further languages"]),
    (
      "a.xlf",
      """
      <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="nb" trgLang="en" \
      xmlns:its="http://www.w3.org/2005/11/its" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"><file id="f">\
      <unit id="u"><mda:metadata><mda:metaGroup><mda:meta type="klient">x</mda:meta></mda:metaGroup>\
      </mda:metadata><its:locQualityIssues xml:id="q"><its:locQualityIssue locQualityIssueType="numbers"/>\
      </its:locQualityIssues><segment><source>a</source><target>b</target></segment></unit></file></xliff>
      """, ["findings", "properties of other programs"]
    ),
  ])
  func whatNoUnitHoldsIsNamed(name: String, text: String, expected: [String]) throws {
    let format = try #require(BitextFormat(path: name))
    let units = try format.units(Array(text.utf8), file: name)
    for other in Self.formats {
      var loss = ConversionLoss()
      for unit in units { loss.add(unit, to: other) }
      for part in expected {
        #expect(loss.lines.contains { $0.hasPrefix(part) }, "\(other): \(loss.lines)")
      }
    }
  }

  @Test func marksOfFindingsAreFindingsAndNoCodes() throws {
    var options = BitextOptions()
    let finding = Finding(
      rule: "r", category: .number, severity: .error, message: "m", reason: "why", bead: 0)
    options.issues = [
      0: [QualityIssue(finding, range: 4..<9), QualityIssue(finding, range: 6..<12)]
    ]
    let bytes = BitextFormat.xliff.write([BitextSamples.plain[0]], options)
    let unit = try #require(try BitextFormat.xliff.units(bytes, file: "t").first)
    #expect(unit.target == BitextSamples.plain[0].target)
    #expect(unit.features.contains(.findings) && !unit.features.contains(.codes))
  }

  @Test func ourOwnFilesLoseNothingUnsaid() throws {
    for format in [BitextFormat.tmx, .xliff, .xliff12, .csv] {
      let units = try read(format.write(BitextSamples.all, BitextOptions()), format)
      var loss = ConversionLoss()
      for unit in units { loss.add(unit, to: format) }
      #expect(loss.lines.isEmpty, "\(format): \(loss.lines)")
    }
  }
}
