/// Why a finding no longer counts: someone looked at it and let it stand.
public struct Acceptance: Hashable, Sendable {
  /// Where it was accepted.
  public enum Place: String, Sendable {
    /// By a mark in the text.
    case inline
    /// In a baseline file.
    case baseline
    /// By the settings' words or levels.
    case settings
  }

  /// Where it was accepted.
  public var place: Place
  /// The reason given, or an empty text.
  public var reason: String

  /// An acceptance at a place.
  public init(_ place: Place, reason: String = "") {
    self.place = place
    self.reason = reason
  }
}

/// A mark in a text that accepts findings in its line and the next one.
///
///     <!-- samsvar:accept term.missing because the client asked for it -->
public struct AcceptMark: Hashable, Sendable {
  /// The bytes of the text in which it accepts findings: its own line and the next that is not blank.
  public var range: Range<Int>
  /// The rules or categories it names; empty for all.
  public var rules: [String]
  /// What stands after `because`.
  public var reason: String

  /// A mark for some rules.
  public init(range: Range<Int>, rules: [String], reason: String) {
    self.range = range
    self.rules = rules
    self.reason = reason
  }

  /// Whether it accepts findings of a rule, by the rule's name or category.
  public func names(_ finding: Finding) -> Bool {
    rules.isEmpty || rules.contains(finding.rule) || rules.contains(finding.category.rawValue)
  }
}

extension AcceptMark {
  /// Takes the marks out of a text, leaving blanks in their place so that no offset moves.
  ///
  /// - Complexity: O(n)
  public static func take(from text: inout [UInt8]) -> [AcceptMark] {
    let opening = Array("<!-- samsvar:accept".utf8)
    var marks: [AcceptMark] = []
    var index = 0
    while let start = find(opening, in: text, from: index),
      let end = find(Array("-->".utf8), in: text, from: start)
    {
      let words = String(decoding: text[(start + opening.count)..<end], as: UTF8.self)
      let parts = words.split(separator: " because ", maxSplits: 1)
      let rules = (parts.first ?? "").split { $0 == " " || $0 == "," }.map(String.init)
      let reason = parts.count > 1 ? parts[1].split(separator: " ").joined(separator: " ") : ""
      marks.append(
        AcceptMark(range: reach(of: start, end + 3, in: text), rules: rules, reason: reason))
      for place in start..<end + 3 where text[place] != 0x0A { text[place] = 0x20 }
      index = end + 3
    }
    return marks
  }

  private static func find(_ pattern: [UInt8], in text: [UInt8], from start: Int) -> Int? {
    guard text.count >= pattern.count, start <= text.count - pattern.count else { return nil }
    return (start...text.count - pattern.count).first { place in
      text[place] == pattern[0] && text[place..<place + pattern.count].elementsEqual(pattern)
    }
  }

  /// From the beginning of a mark's line to the end of the next line that is not blank.
  private static func reach(of start: Int, _ end: Int, in text: [UInt8]) -> Range<Int> {
    let first = text[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    var index = text[end...].firstIndex(of: 0x0A) ?? text.count
    while index < text.count, text[index] <= 0x20 { index += 1 }
    return first..<(text[index...].firstIndex(of: 0x0A) ?? text.count)
  }
}
