/// Where the text of a cell stands in its archive.
package struct CellTrace: Hashable, Sendable {
  /// A cell that names a text which other cells may share.
  struct Shared: Hashable, Sendable {
    /// The part with the cell, and the number of the tag that begins it.
    var part: String
    var cell: Int
    /// The number of the tag that begins the text in its own part.
    var text: Int
  }

  /// The part that holds the text.
  var part: String
  /// The text.
  package var text: TracedText
  /// The cell, where it names the text instead of holding it.
  var shared: Shared?
}

extension CellTrace {
  /// A replacement of a stretch of the text.
  struct Replacement {
    var range: Range<Int>
    var text: String
  }

  /// Changes of a part: bytes, and what takes their place.
  typealias Edit = (range: Range<Int>, bytes: [UInt8])

  /// The changes of the text's own part that a replacement needs; nil where its place is not certain.
  func edits(_ replacement: Replacement, _ part: OfficeBytes) -> [Edit]? {
    guard let pieces = text.pieces(of: replacement.range) else { return nil }
    var edits: [Edit] = []
    for piece in pieces {
      guard let gap = part.tags.gap(after: piece.gap) else { return nil }
      let runs = TextRuns(part.bytes, gap, format: .xliff)
      let range = piece.offset..<piece.offset + piece.count
      let start = replacement.range.lowerBound + piece.start
      let said = text.bytes[start..<start + piece.count]
      guard range.upperBound <= runs.text.count, isSaid(said, runs.text[range]) else { return nil }
      let new = edits.isEmpty ? XMLText.escaped(replacement.text) : []
      for (place, bytes) in runs.edits(replacing: range, with: new) { edits.append((place, bytes)) }
    }
    return edits
  }

  /// A line end or tab of the file may be read as a blank.
  private func isSaid(_ text: ArraySlice<UInt8>, _ file: ArraySlice<UInt8>) -> Bool {
    text.elementsEqual(file) { $0 == $1 || $0 == 0x20 && [0x09, 0x0A].contains($1) }
  }
}

/// The bytes of a part with its tags.
struct OfficeBytes {
  let bytes: [UInt8]
  let tags: XMLTags

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    tags = XMLTags(bytes)
  }

  /// A stretch of the part with changes that lie in it.
  func applying(_ edits: [CellTrace.Edit], to range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    var start = range.lowerBound
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      result += bytes[start..<edit.range.lowerBound]
      result += edit.bytes
      start = edit.range.upperBound
    }
    return result + bytes[start..<range.upperBound]
  }
}
