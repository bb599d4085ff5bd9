import SamsvarModel
import Testing

@Suite("Offset maps")
struct OffsetMapTests {
  @Test func identityKeepsOffsets() {
    #expect(OffsetMap.identity.original(17) == 17)
    #expect(OffsetMap.identity.original(3..<9) == 3..<9)
  }

  @Test func shiftCountsTheByteOrderMark() {
    #expect(OffsetMap(shiftedBy: 3).original(0..<5) == 3..<8)
  }

  @Test func replacedStretchMapsToWhatItReplaced() {
    // original: "bla" + "a" + ring (2 bytes) + "r"; derived: "bla" + å (2 bytes) + "r"
    let map = OffsetMap(stretches: [
      .init(derived: 0, original: 0, scale: 1), .init(derived: 3, original: 3, scale: 0),
      .init(derived: 5, original: 6, scale: 1),
    ])
    #expect(map.original(3..<5) == 3..<6)
    #expect(map.original(4) == 3)
    #expect(map.original(5..<6) == 6..<7)
  }
}

@Suite("Offset units")
struct OffsetCounterTests {
  @Test func countsCodePointsAndUTF16() {
    let text = "Ål 🙂 og"
    let place = text.utf8.count - 2
    #expect(OffsetCounter(text.utf8, unit: .codepoints).offset(place) == 5)
    #expect(OffsetCounter(text.utf8, unit: .utf16).offset(place) == 6)
    #expect(OffsetCounter(text.utf8, unit: .utf8).offset(place) == place)
  }

  @Test func rangesAgreeWithSingleOffsets() {
    let text = Array("på «blå» øy, 🙂!".utf8)
    let starts = text.indices.filter { text[$0] & 0xC0 != 0x80 } + [text.count]
    let ranges = zip(starts, starts.dropFirst()).map { $0..<$1 }
    for unit in OffsetUnit.allCases {
      let counter = OffsetCounter(text, unit: unit)
      for (range, counted) in zip(ranges, counter.ranges(ranges)) {
        #expect(counted == counter.offset(range.lowerBound)..<counter.offset(range.upperBound))
      }
    }
  }
}

@Suite("Alignments")
struct AlignmentTests {
  @Test func knowsBeadKinds() {
    func kind(_ source: Int, _ target: Int) -> BeadKind {
      Bead(source: 0..<source, target: 0..<target).kind
    }
    #expect(kind(1, 1) == .substitution)
    #expect(kind(1, 0) == .deletion)
    #expect(kind(0, 1) == .insertion)
    #expect(kind(2, 1) == .contraction)
    #expect(kind(1, 2) == .expansion)
    #expect(kind(2, 2) == .merger)
  }

  @Test func completenessWantsEverySegmentOnceInOrder() {
    let beads = [Bead(source: 0..<2, target: 0..<1), Bead(source: 2..<2, target: 1..<2)]
    #expect(Alignment(beads: beads).isComplete(sourceCount: 2, targetCount: 2))
    #expect(!Alignment(beads: beads).isComplete(sourceCount: 3, targetCount: 2))
    #expect(!Alignment(beads: beads.reversed()).isComplete(sourceCount: 2, targetCount: 2))
  }
}

@Suite("Lines")
struct LineIndexTests {
  @Test func findsLineAndColumn() {
    let index = LineIndex(Array("ab\r\nø\n\nx".utf8))
    #expect(index.position(of: 0) == (1, 1))
    #expect(index.position(of: 3) == (1, 4))
    #expect(index.position(of: 4) == (2, 1))
    #expect(index.position(of: 7) == (3, 1))
    #expect(index.position(of: 8) == (4, 1))
  }
}

@Suite("Findings")
struct FindingTests {
  @Test func fingerprintIgnoresThePlaceAndNotTheWords() {
    func finding(_ segment: Int, _ text: String) -> Finding {
      Finding(
        rule: "number.mismatch", category: .number, severity: .error,
        target: FindingSpan(segment: segment, range: 0..<2, text: text), message: "m", reason: "r",
        bead: segment)
    }
    #expect(finding(1, "83").fingerprint == finding(7, "83").fingerprint)
    #expect(finding(1, "83").fingerprint != finding(1, "38").fingerprint)
    #expect(finding(1, "83").fingerprint.count == 16)
  }
}
