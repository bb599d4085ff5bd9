package import SamsvarModel
import SamsvarText

/// Where the texts of a bilingual file's units stand in it.
public struct UnitPlaces: Sendable {
  /// A place for people and machines.
  package struct Location: Hashable, Sendable {
    package var file: String
    /// The unit's identifier.
    package var unit: String
    package var line: Int?
    /// The column, from 1, in code points.
    package var column: Int?
    /// Where it ends: the line, and the column after the last character.
    package var endLine: Int?
    package var endColumn: Int?
    /// The bytes in the file.
    package var bytes: Range<Int>?
    /// The cell of a table: `C12`.
    package var cell: String?
  }

  package let file: String
  package let format: BitextFormat
  package let units: [BitextUnit]
  /// The file; empty where it is no UTF-8.
  package let bytes: [UInt8]
  private let elements: XMLPlaces?
  /// Whether places in the bytes are places in the file.
  package let isExact: Bool
  /// The archive of an office document; else empty.
  package let archive: [UInt8]
  /// How the file was read.
  package let options: BitextOptions

  /// The places of some units of a file.
  package init(
    _ units: [BitextUnit], file: String, bytes: [UInt8], format: BitextFormat,
    options: BitextOptions = BitextOptions()
  ) {
    archive = format.isOffice ? bytes : []
    self.options = options
    self.units = units
    self.file = file
    self.format = format
    let isUTF8 =
      !format.isOffice && (try? TextDecoder.decode(bytes, file: file).charset) == "UTF-8"
    isExact = isUTF8
    self.bytes = isUTF8 ? bytes : []
    elements = isUTF8 && format.isXML ? XMLPlaces(bytes) : nil
  }

  /// The place of a stretch of a unit's source or target.
  package func location(unit number: Int, _ side: Side, _ range: Range<Int>?) -> Location? {
    guard units.indices.contains(number) else { return nil }
    let unit = units[number]
    var location = Location(file: file, unit: unit.id)
    guard let place = side == .source ? unit.sourcePlace : unit.targetPlace else {
      if side == .target { location.line = self.location(unit: number, .source, nil)?.line }
      return location
    }
    if case .bytes(_, let line, let cell) = place { (location.line, location.cell) = (line, cell) }
    if case .cell(let cell) = place { location.cell = cell }
    guard isExact, let content = content(place) else { return location }
    var start = content.lowerBound
    if let range, let runs = runs(unit: number, side), let first = runs.byte(of: range.lowerBound) {
      start = first
      let last = range.isEmpty ? first : runs.end(of: range.upperBound - 1) ?? first
      location.bytes = first..<max(first, last)
    } else {
      location.bytes = content
    }
    let line =
      elementLine(place, to: start)
      ?? (location.line ?? 1) + newLines(content.lowerBound..<start)
    let end = location.bytes?.upperBound ?? start
    (location.line, location.column) = (line, column(start))
    (location.endLine, location.endColumn) = (line + newLines(start..<end), column(end))
    return location
  }

  /// The place of a stretch of a segment, which is the unit's text without the white space around it.
  package func location(
    unit number: Int, _ side: Side, segment: some Collection<UInt8>, _ range: Range<Int>
  ) -> Location? {
    location(unit: number, side, self.range(range, of: segment, unit: number, side))
  }

  /// A stretch of a segment as one of its unit's text.
  package func range(
    _ range: Range<Int>, of segment: some Collection<UInt8>, unit number: Int, _ side: Side
  ) -> Range<Int> {
    let whole = text(unit: number, side)
    let room = max(0, whole.count - segment.count)
    let lead = (0...room).first { whole[$0...].starts(with: segment) } ?? 0
    return range.lowerBound + lead..<range.upperBound + lead
  }

  private func column(_ byte: Int) -> Int {
    let start = bytes[..<byte].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return bytes[start..<byte].count { $0 & 0xC0 != 0x80 } + 1
  }

  /// The changes of the file that replace a stretch of a unit's target; nil where it cannot be found.
  func edits(
    unit number: Int, replacing range: Range<Int>, with text: String
  ) -> [(Range<Int>, [UInt8])]? {
    guard let runs = runs(unit: number, .target), let place = units[number].targetPlace,
      let content = content(place), range.upperBound <= runs.text.count
    else { return nil }
    let isQuoted = bytes[content].first == 0x22
    return runs.edits(
      replacing: range,
      with: TextRuns.spelled(text, format: format, isQuotedCell: isQuoted))
  }

  /// The way from a unit's text to the file; nil where the bytes do not say the text.
  private func runs(unit number: Int, _ side: Side) -> TextRuns? {
    let unit = units[number]
    guard let place = side == .source ? unit.sourcePlace : unit.targetPlace,
      let content = content(place)
    else { return nil }
    let runs = TextRuns(bytes, content, format: format)
    return runs.text == (side == .source ? unit.source : unit.target).bytes ? runs : nil
  }

  private func content(_ place: TextPlace) -> Range<Int>? {
    switch place {
    case .bytes(let range, _, _): range.upperBound <= bytes.count ? range : nil
    case .element(let number): elements?.element(number)?.content
    case .cell: nil
    }
  }

  /// The line of a byte inside an element.
  private func elementLine(_ place: TextPlace, to byte: Int) -> Int? {
    guard case .element(let number) = place, let element = elements?.element(number) else {
      return nil
    }
    return element.line + newLines(element.start..<byte)
  }

  private func newLines(_ range: Range<Int>) -> Int { bytes[range].count { $0 == 0x0A } }
}

extension UnitPlaces {
  /// Changes of a file, none of which touches another.
  package struct Edits: Sendable {
    private var edits: [(range: Range<Int>, bytes: [UInt8])] = []
    private let bytes: [UInt8]
    /// How many replacements were taken.
    package private(set) var count = 0

    /// No changes yet of the file that some places are in.
    package init(_ places: UnitPlaces) { bytes = places.bytes }

    /// Takes the changes that one replacement needs, unless one touches an earlier one.
    mutating func add(_ new: [(Range<Int>, [UInt8])], replacements: Int = 1) {
      guard !new.contains(where: { edit in edits.contains { Self.touch($0.range, edit.0) } }) else {
        return
      }
      edits += new.map { (range: $0.0, bytes: $0.1) }
      count += replacements
    }

    /// The file with the changes.
    package var applied: [UInt8] {
      var result: [UInt8] = []
      var start = 0
      for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
        result += bytes[start..<edit.range.lowerBound]
        result += edit.bytes
        start = edit.range.upperBound
      }
      return result + bytes[start...]
    }

    private static func touch(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
      left.overlaps(right) || left.isEmpty && right.contains(left.lowerBound)
        || right.isEmpty && left.contains(right.lowerBound) || left == right
    }
  }

  /// Adds replacements in targets; one whose place cannot be found is left out.
  package func add(
    _ replacements: [(unit: Int, range: Range<Int>, text: String)], to edits: inout Edits
  ) {
    var quoted: [Int: [(range: Range<Int>, text: String)]] = [:]
    for item in replacements
    where needsQuotes(unit: item.unit, item.text, at: item.range.lowerBound) {
      quoted[item.unit] = []
    }
    for item in replacements {
      if quoted[item.unit] != nil {
        quoted[item.unit]?.append((item.range, item.text))
      } else if let new = self.edits(unit: item.unit, replacing: item.range, with: item.text) {
        edits.add(new)
      }
    }
    for (unit, items) in quoted.sorted(by: { $0.key < $1.key }) {
      if let (cell, count) = quotedCell(unit: unit, items) {
        edits.add([cell], replacements: count)
      }
    }
  }

  /// The text of a unit's side, as it was read.
  package func text(unit number: Int, _ side: Side) -> [UInt8] {
    guard units.indices.contains(number) else { return [] }
    return side == .source ? units[number].source.bytes : units[number].target.bytes
  }
}
