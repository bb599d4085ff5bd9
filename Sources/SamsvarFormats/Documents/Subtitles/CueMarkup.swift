/// The tags and escapes in the text of subtitles.
enum CueMarkup {
  /// Whose rules hold.
  enum Flavour { case srt, vtt }

  /// A stretch of a cue's line.
  enum Piece {
    /// Text.
    case text(Range<Int>)
    /// Text that stands for something else: `&amp;`.
    case reference(Range<Int>, [UInt8])
    /// The name of who speaks from here on.
    case voice(String)
  }

  /// The pieces of a line, tags left out.
  ///
  /// - Complexity: O(n)
  static func pieces(_ text: [UInt8], _ line: Range<Int>, _ flavour: Flavour) -> [Piece] {
    var pieces: [Piece] = []
    var start = line.lowerBound
    var index = start
    func end(_ length: Int) {
      if start < index { pieces.append(.text(start..<index)) }
      index += length
      start = index
    }
    while index < line.upperBound {
      switch text[index] {
      case 0x3C:
        guard let close = tagEnd(text, index..<line.upperBound, flavour) else {
          index += 1
          continue
        }
        let voice = flavour == .vtt ? voice(text[index + 1..<close - 1]) : nil
        end(close - index)
        if let voice { pieces.append(.voice(voice)) }
      case 0x7B where flavour == .srt:
        guard let close = override(text, index..<line.upperBound) else {
          index += 1
          continue
        }
        end(close - index)
      case 0x26 where flavour == .vtt:
        guard let reference = reference(text, index, line.upperBound) else {
          index += 1
          continue
        }
        let range = index..<index + reference.length
        end(reference.length)
        pieces.append(.reference(range, reference.text))
      default: index += 1
      }
    }
    end(0)
    return pieces
  }

  private static func reference(
    _ text: [UInt8], _ index: Int, _ end: Int
  ) -> (text: [UInt8], length: Int)? {
    guard let found = CharacterReference.read(text, at: index), index + found.length <= end else {
      return nil
    }
    return found
  }

  /// The end of a tag; in SubRip only those tags count that players know, so that `<3` stays.
  private static func tagEnd(
    _ text: [UInt8], _ range: Range<Int>, _ flavour: Flavour
  ) -> Int? {
    guard let close = text[range].firstIndex(of: 0x3E) else { return nil }
    if flavour == .vtt { return close + 1 }
    let content = text[range.lowerBound + 1..<close].drop { $0 == 0x2F }
    let name = content.prefix { (0x61...0x7A).contains($0 | 0x20) }.map { $0 | 0x20 }
    let known = ["i", "b", "u", "s", "font", "c", "v", "em", "strong", "br"]
    return known.contains(String(decoding: name, as: UTF8.self)) ? close + 1 : nil
  }

  /// The end of `{\an8}` or `{i}`, which players of SubRip take over from other formats.
  private static func override(_ text: [UInt8], _ range: Range<Int>) -> Int? {
    guard let close = text[range].firstIndex(of: 0x7D) else { return nil }
    let content = text[range.lowerBound + 1..<close]
    let isTag = content.first == 0x5C || content.count <= 2 && content.first.map {
      [0x62, 0x69, 0x75, 0x2F].contains($0 | 0x20)
    } == true
    return isTag ? close + 1 : nil
  }

  /// Who speaks, from `v Kari` or `v.loud Kari`.
  private static func voice(_ tag: ArraySlice<UInt8>) -> String? {
    guard tag.first == 0x76, tag.count > 1 else { return nil }
    let mark = tag[tag.startIndex + 1]
    guard mark == 0x20 || mark == 0x2E || mark == 0x09 else { return nil }
    return String(decoding: tag.drop { $0 != 0x20 && $0 != 0x09 }.dropFirst(), as: UTF8.self)
  }
}
