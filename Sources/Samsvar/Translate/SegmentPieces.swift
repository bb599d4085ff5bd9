import SamsvarFormats
import SamsvarModel

/// The bytes of a file that hold the text of a segment, cut where markup stands between them.
struct SegmentPieces {
  /// Bytes without markup, with the text they say.
  struct Piece {
    var range: Range<Int>
    var text: [UInt8]
  }

  private(set) var pieces: [Piece] = []

  /// The pieces of a segment.
  ///
  /// - Complexity: O(length of the segment)
  init(_ document: Document, _ segment: Int, in file: FileText) {
    for piece in document.origin.pieces(document.segments[segment].range)
    where piece.original.upperBound <= file.bytes.count {
      if piece.isCopied {
        addCopied(piece, document.text, file.bytes)
      } else if !piece.original.isEmpty {
        add(piece.original, document.text[piece.derived], file.bytes)
      }
    }
  }

  /// Adds the bytes that are the text; where they are not, a tag stands for a line end.
  private mutating func addCopied(_ piece: OffsetMap.Piece, _ text: [UInt8], _ bytes: [UInt8]) {
    var start = 0
    for index in 0...piece.derived.count {
      if index < piece.derived.count,
        Self.says(bytes[piece.original.lowerBound + index], text[piece.derived.lowerBound + index])
      {
        continue
      }
      let derived = piece.derived.lowerBound + start..<piece.derived.lowerBound + index
      if !derived.isEmpty {
        let first = piece.original.lowerBound + start
        add(first..<first + derived.count, text[derived], bytes)
      }
      start = index + 1
    }
  }

  private static func says(_ byte: UInt8, _ text: UInt8) -> Bool {
    byte == text || isSpace(byte) && isSpace(text)
  }

  /// Joins what only white space divides.
  private mutating func add(_ range: Range<Int>, _ text: ArraySlice<UInt8>, _ bytes: [UInt8]) {
    guard let last = pieces.last, last.range.upperBound <= range.lowerBound,
      bytes[last.range.upperBound..<range.lowerBound].allSatisfy(Self.isSpace)
    else { return pieces.append(Piece(range: range, text: Array(text))) }
    pieces[pieces.count - 1].range = last.range.lowerBound..<range.upperBound
    pieces[pieces.count - 1].text += text
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}

/// Deals a translation out to the pieces of its source, so that what is marked stays marked.
///
/// A piece that stands in the translation as it is (a name, a number, a code) takes its place there; the
/// text between goes to the longest piece between, which is the formatting of most of the sentence.
package struct PieceTexts {
  /// The text of each piece.
  package private(set) var texts: [String]
  /// Whether every piece with letters or digits has a text.
  package private(set) var isWhole: Bool

  /// The text of each piece of a source for a translation.
  package init(_ target: String, over sources: [String]) {
    var anchors = Self.anchors(target, sources)
    while true {
      if let texts = Self.texts(target, sources, anchors) {
        self.texts = texts
        isWhole = zip(texts, sources).allSatisfy { !$0.isEmpty || !$1.contains(where: Self.isWord) }
        return
      }
      // Words between two places have no piece to go to: the shorter place is given up.
      guard let least = anchors.min(by: { sources[$0.key].count < sources[$1.key].count }) else {
        texts = sources.indices.map { $0 == 0 ? target : "" }
        isWhole = sources.count == 1
        return
      }
      anchors[least.key] = nil
    }
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }

  /// The places in the translation of pieces that stand there once as they are, in ascending order.
  private static func anchors(
    _ target: String, _ sources: [String]
  ) -> [Int: Range<String.Index>] {
    guard sources.count > 1 else { return [:] }
    var result: [Int: Range<String.Index>] = [:]
    var end = target.startIndex
    for index in sources.indices {
      let key = trimmed(sources[index])
      guard let place = place(of: key, in: target, isLast: index == sources.count - 1),
        place.lowerBound >= end
      else { continue }
      result[index] = place
      end = place.upperBound
    }
    return result
  }

  private static func trimmed(_ text: String) -> Substring {
    let start = text.drop { $0.isWhitespace }
    let count = start.reversed().prefix { $0.isWhitespace }.count
    return start.dropLast(count)
  }

  /// Where a text stands once as whole words; a mark only at the end of both.
  private static func place(
    of key: Substring, in target: String, isLast: Bool
  ) -> Range<String.Index>? {
    guard !key.isEmpty else { return nil }
    guard key.contains(where: isWord) else {
      guard isLast, target.hasSuffix(key) else { return nil }
      return target.index(target.endIndex, offsetBy: -key.count)..<target.endIndex
    }
    let places = target.ranges(of: key).filter { range in
      let before =
        range.lowerBound > target.startIndex
        ? isWord(target[target.index(before: range.lowerBound)]) : false
      let after = range.upperBound < target.endIndex ? isWord(target[range.upperBound]) : false
      return !before && !after
    }
    return places.count == 1 ? places.first : nil
  }

  /// The text of each piece by the places found; nil where words between them have no piece.
  private static func texts(
    _ target: String, _ sources: [String], _ anchors: [Int: Range<String.Index>]
  ) -> [String]? {
    var result = [String](repeating: "", count: sources.count)
    var position = target.startIndex
    var free: [Int] = []
    var last: Int?
    func fill(to end: String.Index) -> Bool {
      let text = target[position..<end]
      if let carrier = free.max(by: { sources[$0].count < sources[$1].count }) {
        result[carrier] = String(text)
      } else if text.contains(where: isWord) {
        return false
      } else if let last {
        result[last] += text
      } else if !text.isEmpty {
        return false
      }
      return true
    }
    for index in sources.indices {
      guard let place = anchors[index] else {
        free.append(index)
        continue
      }
      guard fill(to: place.lowerBound) else { return nil }
      result[index] += target[place]
      (position, free, last) = (place.upperBound, [], index)
    }
    return fill(to: target.endIndex) ? result : nil
  }
}
