import SamsvarText

/// The stretches in which two token sequences differ, by their longest common subsequence.
struct TokenDifference {
  /// Tokens of the old text and the tokens that stand for them in the new one; one may be empty.
  struct Stretch: Hashable {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// The stretches in order.
  ///
  /// - Complexity: O(n · m)
  static func stretches(_ old: [String], _ new: [String]) -> [Stretch] {
    let width = new.count + 1
    var lengths = [Int32](repeating: 0, count: (old.count + 1) * width)
    for i in stride(from: old.count - 1, through: 0, by: -1) {
      for j in stride(from: new.count - 1, through: 0, by: -1) {
        lengths[i * width + j] =
          old[i] == new[j]
          ? lengths[(i + 1) * width + j + 1] + 1
          : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
      }
    }
    var result: [Stretch] = []
    var (i, j, startI, startJ) = (0, 0, 0, 0)
    func close() {
      if startI < i || startJ < j { result.append(Stretch(old: startI..<i, new: startJ..<j)) }
    }
    while i < old.count, j < new.count {
      if old[i] == new[j] {
        close()
        (i, j) = (i + 1, j + 1)
        (startI, startJ) = (i, j)
      } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    (i, j) = (old.count, new.count)
    close()
    return result
  }

  /// The stretches widened to whole units of both sides (values, names, terms), overlapping ones
  /// joined.
  static func widened(
    _ stretches: [Stretch], old: [Range<Int>], new: [Range<Int>]
  ) -> [Stretch] {
    var result = stretches
    var isChanged = true
    while isChanged {
      isChanged = false
      for index in result.indices {
        let before = result[index]
        grow(&result[index], old: old, new: new, shift: shift(result, index))
        isChanged = isChanged || before != result[index]
      }
      result = joined(result)
    }
    return result
  }

  /// How much further the new tokens are than the old ones before a stretch and after it.
  private static func shift(_ all: [Stretch], _ index: Int) -> (before: Int, after: Int) {
    (
      all[index].new.lowerBound - all[index].old.lowerBound,
      all[index].new.upperBound - all[index].old.upperBound
    )
  }

  private static func grow(
    _ stretch: inout Stretch, old: [Range<Int>], new: [Range<Int>], shift: (before: Int, after: Int)
  ) {
    var (low, high) = (stretch.old.lowerBound, stretch.old.upperBound)
    for unit in old where touches(unit, stretch.old) {
      low = min(low, unit.lowerBound)
      high = max(high, unit.upperBound)
    }
    for unit in new where touches(unit, stretch.new) {
      low = min(low, unit.lowerBound - shift.before)
      high = max(high, unit.upperBound - shift.after)
    }
    guard low >= 0, low + shift.before >= 0 else { return }
    stretch = Stretch(old: low..<high, new: low + shift.before..<high + shift.after)
  }

  /// Whether a unit overlaps a stretch, or an empty stretch stands inside it.
  private static func touches(_ unit: Range<Int>, _ stretch: Range<Int>) -> Bool {
    stretch.isEmpty
      ? unit.lowerBound < stretch.lowerBound && stretch.lowerBound < unit.upperBound
      : unit.overlaps(stretch)
  }

  private static func joined(_ stretches: [Stretch]) -> [Stretch] {
    var result: [Stretch] = []
    for stretch in stretches.sorted(by: { $0.old.lowerBound < $1.old.lowerBound }) {
      if let last = result.last,
        last.old.upperBound > stretch.old.lowerBound || last.new.upperBound > stretch.new.lowerBound
      {
        result[result.count - 1] = Stretch(
          old: last.old.lowerBound..<max(last.old.upperBound, stretch.old.upperBound),
          new: last.new.lowerBound..<max(last.new.upperBound, stretch.new.upperBound))
      } else {
        result.append(stretch)
      }
    }
    return result
  }
}
