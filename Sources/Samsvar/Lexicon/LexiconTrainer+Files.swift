import SamsvarFormats
public import SamsvarModel
import SamsvarText

extension LexiconTrainer {
  /// Adds the pairs of a file: TMX (read as a stream), PO, JSON Lines, or a table with a source and a
  /// target column.
  ///
  /// - Throws: `InputError` with the place that cannot be read.
  public mutating func add(file path: String) throws(InputError) {
    switch path.split(separator: ".").last?.lowercased() ?? "" {
    case "tmx":
      var pairs: [(String, String)] = []
      try TMXReader.forEachUnit(path, source: sourceLanguage, target: targetLanguage) { unit in
        pairs.append((unit.source, unit.target))
        if pairs.count == 1024 { addAll(&pairs) }
      }
      addAll(&pairs)
    case "po", "pot":
      let isTurned = TrainingLanguages.po((sourceLanguage, targetLanguage)).0 != sourceLanguage
      for unit in try POReader.units(try Self.text(path), file: path) {
        isTurned ? add(unit.target, unit.source) : add(unit.source, unit.target)
      }
    case "jsonl", "ndjson":
      for bead in try JSONLines.read(BeadRecord.self, from: try FileBytes.read(path), file: path) {
        add(bead.source, bead.target)
      }
    default: try addTable(path)
    }
  }

  private mutating func addAll(_ pairs: inout [(String, String)]) {
    for (source, target) in pairs { add(source, target) }
    pairs.removeAll(keepingCapacity: true)
  }

  private mutating func add(_ source: String, _ target: String) {
    add(Array(source.utf8), Array(target.utf8))
  }

  private static func text(_ path: String) throws(InputError) -> [UInt8] {
    try TextDecoder.decode(try FileBytes.read(path), file: path).text
  }

  /// A table: the columns its header names by language, else the first two.
  private mutating func addTable(_ path: String) throws(InputError) {
    var columns = (0, 1)
    let text = try Self.text(path)
    for (number, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      let line = line.last == 0x0D ? line.dropLast() : line
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
      if number == 0, let named = header(cells) {
        columns = named
        continue
      }
      guard max(columns.0, columns.1) < cells.count else {
        throw InputError(
          "\(cells.count) columns; expected a source and a target, divided by a tab",
          at: SourcePosition(file: path, line: number + 1))
      }
      add(Array(cells[columns.0]), Array(cells[columns.1]))
    }
  }

  private func header(_ cells: [ArraySlice<UInt8>]) -> (Int, Int)? {
    let tags = cells.map { LanguageTag(String(decoding: $0, as: UTF8.self))?.language }
    guard let source = tags.firstIndex(of: sourceLanguage.language),
      let target = tags.firstIndex(of: targetLanguage.language)
    else { return nil }
    return (source, target)
  }

  // MARK: - Two files

  /// Adds two texts with the same number of lines, or those that beads name by their segments (the
  /// lines that are not blank).
  ///
  /// - Throws: `InputError` where the numbers of lines differ or a bead names a missing segment.
  public mutating func add(
    source: String, target: String, beads: String? = nil
  ) throws(InputError) {
    let left = Self.lines(try Self.text(source))
    let right = Self.lines(try Self.text(target))
    guard let beads else {
      guard left.count == right.count else {
        throw InputError(
          "has \(left.count) lines where \(target) has \(right.count); give --beads, or align first",
          at: SourcePosition(file: source))
      }
      for (source, target) in zip(left, right) { add(Array(source), Array(target)) }
      return
    }
    let segments = [left, right].map { $0.filter { $0.contains { $0 > 0x20 } } }
    let text = String(decoding: try Self.text(beads), as: UTF8.self)
    for row in try BeadsFormat.read(text, file: beads) {
      for (side, indices) in [row.source, row.target].enumerated() {
        if let wrong = indices.first(where: { $0 >= segments[side].count }) {
          throw InputError(
            "names segment \(wrong) of \(side == 0 ? source : target), which has "
              + "\(segments[side].count)", at: SourcePosition(file: beads))
        }
      }
      add(
        Array(row.source.map { segments[0][$0] }.joined(separator: [0x20])),
        Array(row.target.map { segments[1][$0] }.joined(separator: [0x20])))
    }
  }

  /// The lines; a line feed at the end begins no other.
  private static func lines(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
