/// Ordinals written with a dot, as Norwegian, Danish and German do: `17.` in `17. mai`.
enum Ordinals {
  /// Joins a number of up to four digits and the dot after it where the segment goes on.
  ///
  /// A dot at the end of a segment is a full stop (`Han bor i nr. 12.`), which is why this comes
  /// after the sentences have been found.
  static func join(_ tokens: inout [Token], segments: inout [Int32], in text: [UInt8]) {
    var out = 0
    var read = 0
    for segment in 0..<max(0, segments.count - 1) {
      let end = Int(segments[segment + 1])
      segments[segment] = Int32(out)
      while read < end {
        tokens[out] = tokens[read]
        if read + 2 < end, isOrdinal(tokens[read], tokens[read + 1], tokens[read + 2], text) {
          tokens[out].end = tokens[read + 1].end
          tokens[out].kind = .ordinal
          read += 1
        }
        read += 1
        out += 1
      }
    }
    if !segments.isEmpty { segments[segments.count - 1] = Int32(out) }
    tokens.removeLast(tokens.count - out)
  }

  private static func isOrdinal(
    _ number: Token, _ dot: Token, _ next: Token, _ text: [UInt8]
  ) -> Bool {
    number.kind == .number && dot.start == number.end && dot.range.count == 1
      && text[Int(dot.start)] == 0x2E && number.range.count <= 4
      && number.range.allSatisfy { text[$0] &- 0x30 < 10 }
      && (next.shape.contains(.afterSpace)
        || next.start == dot.end && text[Int(next.start)] &- 0x61 < 26)
  }
}
