/// The line of a cue that says when it is shown: `00:01:02,500 --> 00:01:04,000 align:start`.
struct CueTiming {
  /// When it appears, in milliseconds.
  var start: Int
  /// When it disappears, in milliseconds.
  var end: Int
  /// What follows the times.
  var settings: String

  /// Whether a line means to be one.
  static func isMeant(_ line: ArraySlice<UInt8>) -> Bool {
    arrow(in: line) != nil
  }

  private static func arrow(in line: ArraySlice<UInt8>) -> Int? {
    guard line.count >= 3 else { return nil }
    return (line.startIndex...line.endIndex - 3).first {
      line[$0] == 0x2D && line[$0 + 1] == 0x2D && line[$0 + 2] == 0x3E
    }
  }

  /// The times of a line, hours left out or not, with `,` or `.` before the milliseconds; nil where they
  /// cannot be read.
  init?(_ line: ArraySlice<UInt8>) {
    guard let arrow = Self.arrow(in: line) else { return nil }
    let blank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
    let left = line[..<arrow].drop(while: blank)
    let right = line[(arrow + 3)...].drop(while: blank)
    let endOfTime = right.firstIndex(where: blank) ?? right.endIndex
    guard let start = Self.milliseconds(left), let end = Self.milliseconds(right[..<endOfTime])
    else { return nil }
    self.start = start
    self.end = end
    settings = String(decoding: right[endOfTime...].drop(while: blank), as: UTF8.self)
  }

  private static func milliseconds(_ text: ArraySlice<UInt8>) -> Int? {
    let text = text.prefix { $0 != 0x20 && $0 != 0x09 }
    let fields = text.split(separator: 0x3A, omittingEmptySubsequences: false)
    guard (2...3).contains(fields.count), let last = fields.last else { return nil }
    let seconds = last.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == 0x2C || $0 == 0x2E })
    guard (1...2).contains(seconds.count), let whole = number(seconds[0]) else { return nil }
    var result = whole * 1000
    if seconds.count == 2 {
      // `,5` is half a second: digits that are missing count as zeros.
      guard let value = number(seconds[1]), seconds[1].count <= 3 else { return nil }
      result += value * [100, 10, 1][seconds[1].count - 1]
    }
    var weight = 60_000
    for field in fields.dropLast().reversed() {
      guard let value = number(field) else { return nil }
      result += value * weight
      weight *= 60
    }
    return result
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...6).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// A time as subtitles write it: `00:01:02,500`.
  static func text(_ milliseconds: Int, mark: Character) -> String {
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let seconds = milliseconds / 1000
    return padded(seconds / 3600, 2) + ":" + padded(seconds / 60 % 60, 2) + ":"
      + padded(seconds % 60, 2) + String(mark) + padded(milliseconds % 1000, 3)
  }
}

/// A cue as it stands in the file.
struct CueSource {
  /// What the file calls it.
  var id: String
  /// When it is shown.
  var timing: CueTiming
  /// Its lines of text.
  var lines: [Range<Int>]
}
