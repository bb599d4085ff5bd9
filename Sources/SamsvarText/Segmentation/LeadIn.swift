import SamsvarModel

/// Lines that look like headings and lead in to a list: `I denne loven menes med`, then `a) båt: …`.
enum LeadIn {
  /// Makes sentences of the headings that end in a function word before a block that goes on.
  ///
  /// - Complexity: O(number of blocks)
  static func unname(
    _ text: UnsafeBufferPointer<UInt8>, in result: inout Segmenter.Result, stopWords: Set<[UInt8]>
  ) {
    for (index, block) in result.document.blocks.enumerated().dropLast()
    where block.kind == .heading {
      let segment = block.segments.lowerBound
      let next = result.document.segments[result.document.blocks[index + 1].segments.lowerBound]
      guard goesOn(text, next.range), let last = lastWord(segment, result),
        stopWords.contains(Folding.lower(text, last))
      else { continue }
      result.document.blocks[index].kind = .paragraph
      result.document.segments[segment].kind = .sentence
    }
  }

  private static func lastWord(_ segment: Int, _ result: Segmenter.Result) -> Range<Int>? {
    let end =
      segment + 1 < result.segmentTokens.count
      ? Int(result.segmentTokens[segment + 1]) : result.tokens.count
    guard end > 0, result.tokens[end - 1].kind == .word else { return nil }
    return result.tokens[end - 1].range
  }

  /// Whether a block begins with a small letter, a bullet, a dash, or a number in brackets.
  private static func goesOn(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let (scalar, length) = UTF8Scalar.decode(text, at: range.lowerBound)
    if Characters.isLower(scalar) || Characters.isDash(scalar) { return true }
    switch scalar {
    case 0x28, 0x2A, 0xB7, 0x2022: return true
    default:
      let next = range.lowerBound + length
      return Characters.isDigit(scalar) && next < range.upperBound
        && (text[next] == 0x29 || text[next] == 0x2E)
    }
  }
}
