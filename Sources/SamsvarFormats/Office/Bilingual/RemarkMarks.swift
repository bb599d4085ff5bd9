/// Where the remarks of a row begin and end in its target.
struct RemarkMarks {
  /// A step through the text: some of it, or the beginning or end of a remark.
  enum Step: Equatable {
    case text(String)
    case begin(Int)
    case end(Int)
  }

  /// The steps of a row in order: remarks, numbered as in the row, may overlap.
  ///
  /// A remark without a place spans the whole text.
  ///
  /// - Complexity: O(n + r²) in the text and the remarks of the row
  static func steps(_ row: BilingualTable.Row) -> [Step] {
    let text = Array(row.target.utf8)
    let ranges = row.remarks.map { remark in
      let range = remark.range ?? 0..<text.count
      return rounded(range.lowerBound, text)..<rounded(range.upperBound, text)
    }
    let cuts = Set(ranges.flatMap { [$0.lowerBound, $0.upperBound] } + [0, text.count]).sorted()
    var steps: [Step] = []
    for (index, cut) in cuts.enumerated() {
      for (number, range) in ranges.enumerated() where range.upperBound == cut && !range.isEmpty {
        steps.append(.end(number))
      }
      for (number, range) in ranges.enumerated() where range.lowerBound == cut {
        steps.append(.begin(number))
        if range.isEmpty { steps.append(.end(number)) }
      }
      guard index + 1 < cuts.count else { continue }
      steps.append(.text(String(decoding: text[cut..<cuts[index + 1]], as: UTF8.self)))
    }
    return steps
  }

  /// The offset, moved back to the beginning of its character.
  private static func rounded(_ offset: Int, _ text: [UInt8]) -> Int {
    var offset = min(max(0, offset), text.count)
    while offset > 0, offset < text.count, text[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}
