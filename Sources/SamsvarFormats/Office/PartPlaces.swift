/// Where a piece of the text that a reader reports stands in the bytes of its part.
struct PartPlace: Hashable {
  /// How many bytes of the text it is.
  var count: Int
  /// The bytes of the part.
  var bytes: Range<Int>
  /// Whether these are the text; else they stand for it as a whole (`&amp;`).
  var isVerbatim: Bool
}

/// Follows what libxml2 reports about a part in the part's bytes, so that a text can be changed and every
/// other byte stays.
///
/// libxml2 reads and judges; where the two disagree (another encoding than UTF-8, say) no place is given,
/// and the text cannot be changed.
struct PartPlaces {
  private let bytes: [UInt8]
  private var scanner: XMLScanner
  private var text = TextRuns()
  private var taken = 0
  private(set) var isLost = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    scanner = XMLScanner(bytes, 0..<bytes.count)
  }

  /// The byte after what was reported last.
  var position: Int { scanner.index }

  /// An element was opened.
  mutating func open() {
    clear()
    while let token = scanner.next() { if case .start = token { return } }
    isLost = true
  }

  /// An element was closed that was not empty.
  mutating func close() {
    clear()
    while let token = scanner.next() { if case .end = token { return } }
    isLost = true
  }

  private mutating func clear() {
    text = TextRuns()
    taken = 0
  }

  /// The places of a text that was reported, in order; none where it does not stand there.
  mutating func places(of reported: some Collection<UInt8>) -> [PartPlace] {
    if taken == text.text.count { readOn() }
    let end = taken + reported.count
    guard !isLost, end <= text.text.count, text.text[taken..<end].elementsEqual(reported) else {
      isLost = true
      return []
    }
    defer { taken = end }
    return text.places(in: taken..<end)
  }

  /// Reads all text up to the next tag.
  private mutating func readOn() {
    clear()
    let start = scanner.index
    var ahead = scanner
    reading: while let token = ahead.next() {
      switch token {
      case .text, .literal, .other: scanner = ahead
      case .start, .end: break reading
      }
    }
    text = TextRuns(bytes, start..<scanner.index, format: .xliff)
  }
}

extension TextRuns {
  /// The places of a stretch of the text; one that is replaced as a whole comes whole.
  func places(in range: Range<Int>) -> [PartPlace] {
    runs.compactMap { run in
      let common = max(run.start, range.lowerBound)..<min(run.end, range.upperBound)
      guard run.start < range.upperBound, run.end > range.lowerBound else { return nil }
      guard run.isVerbatim else {
        return PartPlace(count: common.count, bytes: run.bytes, isVerbatim: false)
      }
      let start = run.bytes.lowerBound + common.lowerBound - run.start
      return PartPlace(
        count: common.count, bytes: start..<start + common.count, isVerbatim: true)
    }
  }
}
