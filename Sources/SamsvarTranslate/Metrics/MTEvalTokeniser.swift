/// The tokens of NIST's mteval-v13a, which BLEU figures are compared by.
///
/// Marks stand alone; a full stop or comma stands alone unless digits stand on both sides of it; a
/// hyphen after a digit stands alone. Each step runs over the whole text, since the next one sees the
/// blanks that it put in.
enum MTEvalTokeniser {
  /// The tokens of a segment.
  ///
  /// - Complexity: O(n)
  static func tokens(_ text: String) -> [ArraySlice<UInt32>] {
    var line = text.unicodeScalars.map(\.value)
    line = replaced(line, "<skipped>", "")
    if line.contains(0x26) {
      for (name, mark) in [("&quot;", "\""), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">")] {
        line = replaced(line, name, mark)
      }
    }
    line = separated([space] + line + [space])
    line = paired(line, { !isDigit($0) }, isStop) { [$0, space, $1, space] }
    line = paired(line, isStop, { !isDigit($0) }) { [space, $0, space, $1] }
    line = paired(line, isDigit, { $0 == 0x2D }) { [$0, space, $1, space] }
    return MetricWords.words(line)
  }

  private static let space: UInt32 = 0x20

  private static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

  private static func isStop(_ scalar: UInt32) -> Bool { scalar == 0x2E || scalar == 0x2C }

  /// Puts blanks around the marks of ASCII but `'`, `,`, `-` and `.`.
  private static func separated(_ line: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    for scalar in line {
      switch scalar {
      case 0x20...0x26, 0x28...0x2B, 0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E:
        result += [space, scalar, space]
      default: result.append(scalar)
      }
    }
    return result
  }

  /// Replaces neighbours that meet two conditions, from the left, each code point used once.
  private static func paired(
    _ line: [UInt32], _ first: (UInt32) -> Bool, _ second: (UInt32) -> Bool,
    _ replacement: (UInt32, UInt32) -> [UInt32]
  ) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(line.count)
    var index = 0
    while index < line.count {
      if index + 1 < line.count, first(line[index]), second(line[index + 1]) {
        result += replacement(line[index], line[index + 1])
        index += 2
      } else {
        result.append(line[index])
        index += 1
      }
    }
    return result
  }

  private static func replaced(_ line: [UInt32], _ old: String, _ new: String) -> [UInt32] {
    let old = old.unicodeScalars.map(\.value)
    let new = new.unicodeScalars.map(\.value)
    var result: [UInt32] = []
    var index = 0
    while index < line.count {
      if line[index...].starts(with: old) {
        result += new
        index += old.count
      } else {
        result.append(line[index])
        index += 1
      }
    }
    return result
  }
}
