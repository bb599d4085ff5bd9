/// Where a block stands in a file whose bytes hold no text to point at: an archive, a PDF.
public struct BlockPlace: Hashable, Sendable, CustomStringConvertible {
  /// The part: `word/document.xml`, `page 3`.
  public var part: String
  /// The paragraph within the part, counted from 1, empty ones too.
  public var paragraph: Int

  /// A paragraph of a part.
  public init(part: String, paragraph: Int) {
    self.part = part
    self.paragraph = paragraph
  }

  /// The text: `word/document.xml, paragraph 12`.
  public var description: String { "\(part), paragraph \(paragraph)" }
}

/// Where a stretch of a document stands in its file.
public struct TextLocation: Hashable, Sendable, CustomStringConvertible {
  /// The path of the file.
  public var file: String
  /// The bytes of the file, or of the paragraph's text where there is a place.
  public var bytes: Range<Int>
  /// The line (from 1) and the column (from 1, in bytes), where the file has lines.
  public var line: Int?
  /// The column; see `line`.
  public var column: Int?
  /// The part and paragraph of an archive or PDF.
  public var place: BlockPlace?

  /// The text: `article.nb.md:12:5`, `report.docx, word/document.xml, paragraph 3`.
  public var description: String {
    if let place { return "\(file), \(place)" }
    guard let line else { return file }
    return column.map { "\(file):\(line):\($0)" } ?? "\(file):\(line)"
  }
}

extension Document {
  /// Where a stretch of the text stands in the file.
  ///
  /// - Complexity: O(log n) in the numbers of segments, lines and stretches of the map
  public func location(of range: Range<Int>) -> TextLocation {
    if let block = block(at: range.lowerBound), let place = block.place {
      let start = segments[block.segments.lowerBound].range.lowerBound
      let bytes = max(0, range.lowerBound - start)..<max(0, range.upperBound - start)
      return TextLocation(file: name, bytes: bytes, place: place)
    }
    let bytes = origin.original(range)
    let position = lines?.position(of: bytes.lowerBound)
    return TextLocation(
      file: name, bytes: bytes, line: position?.line, column: position?.column)
  }

  /// The last block that begins at or before an offset.
  private func block(at offset: Int) -> Block? {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      let first = blocks[middle].segments.lowerBound
      guard first < segments.count else { return nil }
      if segments[first].range.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? blocks[low - 1] : nil
  }
}
