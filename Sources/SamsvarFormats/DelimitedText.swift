package import SamsvarModel

/// Comma-, semicolon- or tab-separated values (RFC 4180), with quoted cells and line breaks in them.
package struct DelimitedText: Sendable {
  /// A row and the line it begins on.
  package struct Row: Hashable, Sendable {
    package var line: Int
    package var cells: [String]
    /// Where each cell stands in the text, its quotation marks included.
    package var ranges: [Range<Int>] = []
    /// The line each cell begins on.
    package var lines: [Int] = []
  }

  package let delimiter: UInt8
  package let rows: [Row]

  /// Parses a text; the delimiter is the one that occurs most in the first line, outside quotes.
  ///
  /// - Throws: `InputError` for a quotation mark that is never closed.
  /// - Complexity: O(n)
  package init(_ text: [UInt8], file: String) throws(InputError) {
    delimiter = Self.delimiter(of: text)
    var parser = Parser(text: text, delimiter: delimiter)
    rows = try parser.rows(file: file)
  }

  private static func delimiter(of text: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in text {
      if byte == 0x22 { isQuoted.toggle() }
      if byte == 0x0A, !isQuoted { break }
      if !isQuoted, byte == 0x2C || byte == 0x3B || byte == 0x09 { counts[byte, default: 0] += 1 }
    }
    return [0x09, 0x2C, 0x3B].max { counts[$0, default: 0] < counts[$1, default: 0] } ?? 0x2C
  }

  private struct Parser {
    let text: [UInt8]
    let delimiter: UInt8
    private var index = 0
    private var line = 1

    init(text: [UInt8], delimiter: UInt8) {
      self.text = text
      self.delimiter = delimiter
    }

    mutating func rows(file: String) throws(InputError) -> [Row] {
      var rows: [Row] = []
      while index < text.count {
        let start = line
        var cells: [String] = []
        var ranges: [Range<Int>] = []
        var lines: [Int] = []
        var ended = false
        while !ended {
          let (begin, first) = (index, line)
          cells.append(try cell(file: file, ended: &ended))
          let end = index - 1
          let hasReturn = ended && end > begin && text[end - 1] == 0x0D
          ranges.append(begin..<(hasReturn ? end - 1 : end))
          lines.append(first)
        }
        if cells.count > 1 || cells.first.map({ !$0.allSatisfy(\.isWhitespace) }) ?? false {
          rows.append(Row(line: start, cells: cells, ranges: ranges, lines: lines))
        }
      }
      return rows
    }

    private mutating func cell(file: String, ended: inout Bool) throws(InputError) -> String {
      var bytes: [UInt8] = []
      if index < text.count, text[index] == 0x22 { try quoted(file: file, to: &bytes) }
      while index < text.count, text[index] != delimiter, text[index] != 0x0A {
        bytes.append(text[index])
        index += 1
      }
      ended = index >= text.count || text[index] == 0x0A
      if ended {
        if bytes.last == 0x0D, text[index - 1] == 0x0D { bytes.removeLast() }
        line += 1
      }
      index += 1
      return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func quoted(file: String, to bytes: inout [UInt8]) throws(InputError) {
      let start = (line: line, byte: index)
      index += 1
      while index < text.count {
        if text[index] == 0x22 {
          guard index + 1 < text.count, text[index + 1] == 0x22 else {
            index += 1
            return
          }
          index += 1
        }
        if text[index] == 0x0A { line += 1 }
        bytes.append(text[index])
        index += 1
      }
      throw InputError(
        "a quotation mark opens a cell here and is never closed",
        at: SourcePosition(file: file, line: start.line, byte: start.byte))
    }
  }
}
