/// Walks the bytes of XML that is known to be well-formed, and says where things stand.
///
/// libxml2 reads and judges; this says which bytes of the file a text came from, so that a text can be
/// changed and everything else left byte for byte as it is.
struct XMLScanner {
  /// A piece of the file.
  enum Token {
    /// A start tag from `<` to `>`; `isEmpty` where it ends in `/>`.
    case start(name: Range<Int>, isEmpty: Bool)
    case end(name: Range<Int>)
    case text
    /// The content of a CDATA section.
    case literal(Range<Int>)
    /// A comment, processing instruction, declaration or DOCTYPE.
    case other
  }

  private let bytes: [UInt8]
  private(set) var index: Int
  private let limit: Int
  /// Where the latest token stands.
  private(set) var range = 0..<0

  /// A scanner of a stretch of some bytes.
  init(_ bytes: [UInt8], _ stretch: Range<Int>) {
    self.bytes = bytes
    index = stretch.lowerBound
    limit = stretch.upperBound
  }

  /// The next token; nil at the end.
  mutating func next() -> Token? {
    guard index < limit else { return nil }
    let start = index
    defer { range = start..<index }
    guard bytes[index] == 0x3C else {
      while index < limit, bytes[index] != 0x3C { index += 1 }
      return .text
    }
    switch index + 1 < limit ? bytes[index + 1] : 0 {
    case 0x3F:
      skip(past: [0x3F, 0x3E])
      return .other
    case 0x21: return declaration()
    case 0x2F:
      skip(past: [0x3E])
      return .end(name: name(from: start + 2))
    default:
      skipTag()
      return .start(name: name(from: start + 1), isEmpty: bytes[index - 2] == 0x2F)
    }
  }

  private mutating func declaration() -> Token {
    let start = index
    if bytes[start..<limit].starts(with: Array("<!--".utf8)) {
      index += 4
      skip(past: Array("-->".utf8))
    } else if bytes[start..<limit].starts(with: Array("<![CDATA[".utf8)) {
      index += 9
      skip(past: Array("]]>".utf8))
      return .literal(start + 9..<index - 3)
    } else {
      skipDoctype()
    }
    return .other
  }

  /// A DOCTYPE with its internal subset.
  private mutating func skipDoctype() {
    var isInSubset = false
    while index < limit {
      let byte = bytes[index]
      if byte == 0x22 || byte == 0x27 { skipQuoted() }
      if byte == 0x5B { isInSubset = true }
      if byte == 0x5D { isInSubset = false }
      index += 1
      if byte == 0x3E, !isInSubset { return }
    }
  }

  private mutating func skipTag() {
    while index < limit, bytes[index] != 0x3E {
      if bytes[index] == 0x22 || bytes[index] == 0x27 { skipQuoted() }
      index += 1
    }
    index = min(limit, index + 1)
  }

  /// Moves to the quotation mark that closes the one here.
  private mutating func skipQuoted() {
    let quote = bytes[index]
    index += 1
    while index < limit, bytes[index] != quote { index += 1 }
  }

  private mutating func skip(past end: [UInt8]) {
    while index + end.count <= limit, !bytes[index..<index + end.count].elementsEqual(end) {
      index += 1
    }
    index = min(limit, index + end.count)
  }

  /// The local name that begins at a byte.
  private func name(from start: Int) -> Range<Int> {
    var begin = start
    var end = start
    while end < limit, bytes[end] > 0x20, bytes[end] != 0x3E, bytes[end] != 0x2F {
      if bytes[end] == 0x3A { begin = end + 1 }
      end += 1
    }
    return begin..<end
  }
}

/// Where the elements of an XML file stand, by the order in which they begin.
package struct XMLPlaces: Sendable {
  /// An element.
  package struct Element: Hashable, Sendable {
    /// The byte of its `<`.
    package var start: Int
    /// The bytes between its tags.
    package var content: Range<Int>
    /// The line of its `<`, from 1.
    package var line: Int
  }

  /// The elements; the first is that with number 1.
  package private(set) var elements: [Element] = []

  /// Finds the elements of a well-formed document in UTF-8.
  ///
  /// - Complexity: O(n)
  package init(_ bytes: [UInt8]) {
    var scanner = XMLScanner(bytes, 0..<bytes.count)
    var open: [Int] = []
    var line = 1
    while let token = scanner.next() {
      switch token {
      case .start(_, let isEmpty):
        let start = scanner.range.lowerBound
        elements.append(
          Element(start: start, content: scanner.index..<scanner.index, line: line))
        if !isEmpty { open.append(elements.count - 1) }
      case .end:
        if let last = open.popLast() {
          let begin = elements[last].content.lowerBound
          elements[last].content = begin..<scanner.range.lowerBound
        }
      default: break
      }
      for byte in bytes[scanner.range] where byte == 0x0A { line += 1 }
    }
  }

  /// The element that begins as the nth, counted from 1.
  package func element(_ number: Int) -> Element? {
    elements.indices.contains(number - 1) ? elements[number - 1] : nil
  }
}
