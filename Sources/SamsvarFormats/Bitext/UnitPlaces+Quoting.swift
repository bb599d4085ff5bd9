extension UnitPlaces {
  /// Whether a text put into a cell of a table makes quotation marks necessary that the cell has not.
  func needsQuotes(unit number: Int, _ text: String, at start: Int) -> Bool {
    guard let cell = unquotedCell(unit: number) else { return false }
    let neighbour = cell.lowerBound > 0 ? bytes[cell.lowerBound - 1] : 0x0A
    let next = cell.upperBound < bytes.count ? bytes[cell.upperBound] : 0x0A
    let delimiter = [neighbour, next].first { [0x09, 0x2C, 0x3B].contains($0) }
    return start == 0 && text.utf8.first == 0x22
      || text.utf8.contains { $0 == 0x0A || $0 == 0x0D || $0 == delimiter }
  }

  /// The cell of a unit's target with replacements, in quotation marks; how many were made.
  ///
  /// Of two that overlap the first stands.
  func quotedCell(
    unit number: Int, _ items: [(range: Range<Int>, text: String)]
  ) -> (edit: (Range<Int>, [UInt8]), count: Int)? {
    guard let cell = unquotedCell(unit: number) else { return nil }
    var text = units[number].target.bytes
    var start = text.count
    var count = 0
    for item in items.sorted(by: { $0.range.lowerBound > $1.range.lowerBound })
    where item.range.upperBound <= start {
      text.replaceSubrange(item.range, with: item.text.utf8)
      start = item.range.lowerBound
      count += 1
    }
    return ((cell, TableText.quoted(text)), count)
  }

  /// The bytes of a target that stands in a delimited table without quotation marks.
  private func unquotedCell(unit number: Int) -> Range<Int>? {
    guard format == .csv || format == .tsv, units.indices.contains(number),
      case .bytes(let cell, _, _) = units[number].targetPlace, cell.upperBound <= bytes.count,
      bytes[cell].elementsEqual(units[number].target.bytes), bytes[cell].first != 0x22
    else { return nil }
    return cell
  }
}
