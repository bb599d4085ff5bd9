import Glibc
import SamsvarModel

/// Cuts plain text into blocks: one a line, or one a paragraph where lines are wrapped.
enum BlockSplitter {
  /// The blocks' byte ranges, in order, without white space at their ends.
  ///
  /// Lines end in LF or CRLF and nothing else; a line of nothing but white space divides blocks.
  /// Text that was wrapped at a fixed column is recognised and its paragraphs are joined.
  ///
  /// - Complexity: O(n)
  static func blocks(_ text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    let lines = lines(text)
    guard isWrapped(text, lines) else { return lines.filter { !$0.isEmpty } }
    var blocks: [Range<Int>] = []
    var open = false
    for line in lines {
      if line.isEmpty {
        open = false
      } else if open, let last = blocks.last {
        blocks[blocks.count - 1] = last.lowerBound..<line.upperBound
      } else {
        blocks.append(line)
        open = true
      }
    }
    return blocks
  }

  /// The lines, blank ones as empty ranges.
  static func lines(_ text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    while let base = text.baseAddress, start < text.count,
      let found = memchr(base + start, 0x0A, text.count - start)
    {
      let end = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      lines.append(trimmed(text, start..<end))
      start = end + 1
    }
    if start < text.count { lines.append(trimmed(text, start..<text.count)) }
    return lines
  }

  /// A range without white space at its ends; empty at its start where there is nothing else.
  static func trimmed(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    let start = skippingSpace(text, range)
    var end = range.upperBound
    while end > start {
      let (scalar, length) = UTF8Scalar.decode(text, before: end)
      guard Characters.isSpace(scalar) else { break }
      end -= length
    }
    return start..<end
  }

  /// Where the first character that is no white space begins; the end where there is none.
  static func skippingSpace(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var start = range.lowerBound
    while start < range.upperBound {
      let (scalar, length) = UTF8Scalar.decode(text, at: start)
      guard Characters.isSpace(scalar) else { break }
      start += length
    }
    return start
  }

  /// Whether the text was wrapped at a column of 50 to 100: most lines that another follows are
  /// nearly full, and many of those go on in lower case.
  private static func isWrapped(_ text: UnsafeBufferPointer<UInt8>, _ lines: [Range<Int>]) -> Bool {
    let longest = lines.lazy.map(\.count).max() ?? 0
    guard (50...110).contains(longest) else { return false }
    var followed = 0
    var full = 0
    var goesOn = 0
    for (line, next) in zip(lines, lines.dropFirst()) where !line.isEmpty && !next.isEmpty {
      followed += 1
      guard line.count * 4 >= longest * 3 else { continue }
      full += 1
      if Characters.isLower(UTF8Scalar.decode(text, at: next.lowerBound).scalar) { goesOn += 1 }
    }
    return followed >= 3 && full * 10 >= followed * 7 && goesOn * 2 >= full
  }
}
