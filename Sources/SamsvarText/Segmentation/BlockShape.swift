import SamsvarModel

/// Tells headings, captions, quote lines and list items from paragraphs by their looks.
enum BlockShape {
  /// The kind of a block, from its segments.
  static func kind(
    _ text: UnsafeBufferPointer<UInt8>, _ segments: [Range<Int>], _ credits: [[UInt8]]
  ) -> BlockKind {
    guard let first = segments.first else { return .paragraph }
    if segments.contains(where: { CreditLine.starts(text, at: $0.lowerBound, credits: credits) }) {
      return .caption
    }
    let scalar = UTF8Scalar.decode(text, at: first.lowerBound).scalar
    if Characters.isDash(scalar) { return .quote }
    if scalar == 0x2022 || scalar == 0xB7 || scalar == 0x2A { return .listItem }
    return isHeading(text, segments, first: scalar) ? .heading : .paragraph
  }

  /// The kind of a segment that is no credit, from its block's.
  static func segmentKind(_ kind: BlockKind) -> SegmentKind {
    switch kind {
    case .heading: .heading
    case .paragraph: .sentence
    case .caption: .caption
    case .quote: .quote
    case .listItem: .listItem
    case .tableCell: .tableCell
    case .footnote: .footnote
    }
  }

  /// One segment of at most 120 bytes that begins with a capital or digit and ends in no stop.
  private static func isHeading(
    _ text: UnsafeBufferPointer<UInt8>, _ segments: [Range<Int>], first: UInt32
  ) -> Bool {
    guard segments.count == 1, segments[0].count <= 120, !Characters.isLower(first) else {
      return false
    }
    switch UTF8Scalar.decode(text, before: segments[0].upperBound).scalar {
    case 0x2E, 0x2C, 0x3B, 0x3A, 0x2026, 0x22, 0xBB, 0x201D: return false
    default: return true
    }
  }
}
