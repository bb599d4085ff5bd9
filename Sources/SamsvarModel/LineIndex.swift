/// The lines of a text, for turning byte offsets into line and column.
public struct LineIndex: Hashable, Sendable {
  private var starts: [Int]

  /// Finds the lines of a text; they end in LF (a CR before it belongs to the line's end).
  ///
  /// - Complexity: O(n)
  public init(_ text: [UInt8]) {
    var starts = [0]
    for (offset, byte) in text.enumerated() where byte == 0x0A { starts.append(offset + 1) }
    self.starts = starts
  }

  /// The lines of a file of which a text was decoded: offsets are those of the file.
  ///
  /// - Complexity: O(n)
  public init(_ text: [UInt8], origin: OffsetMap) {
    self.init(text)
    if !origin.anchors.isEmpty { starts = starts.map { origin.original($0) } }
  }

  /// The line (from 1) and the column (from 1, in bytes) of an offset.
  ///
  /// - Complexity: O(log n) in the number of lines
  public func position(of offset: Int) -> (line: Int, column: Int) {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return (max(1, low), offset - starts[max(0, low - 1)] + 1)
  }
}
