/// The segments that hold each unit of a document, for units in not too many segments.
struct Postings {
  private let starts: [Int32]
  private let numbers: [Int32]

  /// - Complexity: O(n) in the units of the document
  init(_ document: UnitDocument, upTo limit: Int = .max) {
    var counts = [Int32](repeating: 0, count: document.weights.count + 1)
    var last = [Int32](repeating: -1, count: document.weights.count)
    Self.forEachFirst(document, &last) { unit, _ in counts[unit + 1] += 1 }
    for unit in 1..<counts.count where Int(counts[unit]) > limit { counts[unit] = 0 }
    let kept = counts
    for unit in 1..<counts.count { counts[unit] += counts[unit - 1] }
    starts = counts
    var numbers = [Int32](repeating: 0, count: Int(counts[counts.count - 1]))
    var next = counts
    last = [Int32](repeating: -1, count: document.weights.count)
    Self.forEachFirst(document, &last) { unit, segment in
      guard kept[unit + 1] > 0 else { return }
      numbers[Int(next[unit])] = segment
      next[unit] += 1
    }
    self.numbers = numbers
  }

  /// Calls `body` with each unit once a segment.
  private static func forEachFirst(
    _ document: UnitDocument, _ last: inout [Int32], _ body: (Int, Int32) -> Void
  ) {
    for segment in 0..<document.count {
      for index in document.range(segment..<segment + 1) {
        let unit = Int(document.units[index])
        if last[unit] == Int32(segment) { continue }
        last[unit] = Int32(segment)
        body(unit, Int32(segment))
      }
    }
  }

  /// The segments of a unit, ascending; none for a unit in many segments.
  func segments(of unit: Int) -> ArraySlice<Int32> {
    numbers[Int(starts[unit])..<Int(starts[unit + 1])]
  }
}
