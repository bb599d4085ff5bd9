import SamsvarModel

/// Lines and columns of one document, as its file has them.
struct TextPlaces: Sendable {
  private let document: Document
  /// The file's bytes where the document's text is not what the file holds, as in Markdown.
  private let file: [UInt8]?
  private let lines: LineIndex

  /// Places of a document.
  ///
  /// - Parameter bytes: What reads the file again; called only where the text was taken out of it.
  init(_ document: Document, bytes: (@Sendable (_ path: String) -> [UInt8]?)?) {
    self.document = document
    let isTaken = !document.origin.anchors.isEmpty && document.lines != nil
    let file = isTaken ? bytes?(document.name) : nil
    // In other encodings the text holds what the file does, so that its own lines tell.
    self.file = file.flatMap { String(validating: $0, as: UTF8.self) == nil ? nil : $0 }
    lines = LineIndex(document.text)
  }

  /// The place of a span.
  func place(_ span: FindingSpan) -> ReportedPlace {
    let segment = document.segments[span.segment].range
    let range =
      segment.lowerBound + span.range.lowerBound..<segment.lowerBound + span.range.upperBound
    let location = document.location(of: range)
    var place = ReportedPlace(
      file: document.name, language: document.language.description,
      before: document.string(in: segment.lowerBound..<range.lowerBound), text: span.text,
      after: document.string(in: range.upperBound..<segment.upperBound))
    if let part = location.place {
      place.part = part.description
    } else if let file, let lines = document.lines {
      place.set(position(location.bytes.lowerBound, file, lines), isEnd: false)
      place.set(position(location.bytes.upperBound, file, lines), isEnd: true)
    } else {
      place.set(position(range.lowerBound, document.text, lines), isEnd: false)
      place.set(position(range.upperBound, document.text, lines), isEnd: true)
    }
    return place
  }

  /// Line and column, the column in code points.
  private func position(
    _ offset: Int, _ text: [UInt8], _ lines: LineIndex
  ) -> (line: Int, column: Int) {
    let position = lines.position(of: offset)
    let start = max(0, offset - position.column + 1)
    let characters = text[start..<min(offset, text.count)].count { $0 & 0xC0 != 0x80 }
    return (position.line, characters + 1)
  }
}

extension ReportedPlace {
  /// Sets the beginning or the end.
  fileprivate mutating func set(_ position: (line: Int, column: Int), isEnd: Bool) {
    if isEnd {
      (endLine, endColumn) = position
    } else {
      (line, column) = position
    }
  }
}
