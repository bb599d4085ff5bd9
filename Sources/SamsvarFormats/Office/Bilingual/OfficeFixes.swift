package import SamsvarModel

/// An office document with stretches of the targets in its tables replaced; everything else in the
/// archive stays as it is.
package struct OfficeFixes {
  /// A replacement in the target of a unit.
  package typealias Replacement = (unit: Int, range: Range<Int>, text: String)

  /// The document with the replacements.
  package private(set) var bytes: [UInt8]
  /// The replacements that were made, in the order of the units.
  package private(set) var made: [Replacement] = []
  /// The units as they were.
  package let units: [BitextUnit]

  private let archive: ZipArchive
  private var parts: [String: OfficeBytes] = [:]
  private var edits: [String: [CellTrace.Edit]] = [:]

  /// The document with replacements, proved by reading it again.
  ///
  /// One is left out that overlaps another, or whose words do not stand as text in the document (a number,
  /// a formula's result, a tab).
  ///
  /// - Throws: `InputError` where the document cannot be read, or would say anything else than it should.
  package init(
    _ old: [UInt8], file: String, _ options: BitextOptions, _ replacements: [Replacement]
  ) throws(InputError) {
    bytes = old
    archive = try ZipArchive(bytes: old, file: file)
    let traced = try BilingualTables.tracedUnits(old, file: file, options)
    units = traced.map(\.unit)
    let byUnit = Dictionary(grouping: replacements.filter { units.indices.contains($0.unit) }) {
      $0.unit
    }
    for unit in byUnit.keys.sorted() {
      if let trace = traced[unit].target { try add(Self.apart(byUnit[unit] ?? []), trace) }
    }
    guard !made.isEmpty else { return }
    let changed = edits.reduce(into: [String: [UInt8]]()) { result, part in
      guard let old = parts[part.key] else { return }
      result[part.key] = old.applying(part.value, to: 0..<old.bytes.count)
    }
    bytes = try ZipArchive.replacing(changed, in: old, file: file)
    try prove(file: file, options)
  }

  /// The replacements in order, without those that begin before the one before ends.
  private static func apart(_ replacements: [Replacement]) -> [Replacement] {
    var result: [Replacement] = []
    for item in replacements.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where result.last.map({ $0.range.upperBound <= item.range.lowerBound }) ?? true {
      result.append(item)
    }
    return result
  }

  /// Adds the changes of one cell.
  private mutating func add(
    _ replacements: [Replacement], _ trace: CellTrace
  ) throws(InputError) {
    let text = try part(trace.part)
    var found: [CellTrace.Edit] = []
    var taken: [Replacement] = []
    for item in replacements {
      guard let new = trace.edits(CellTrace.Replacement(range: item.range, text: item.text), text)
      else { continue }
      found += new
      taken.append(item)
    }
    guard !taken.isEmpty else { return }
    if let shared = trace.shared {
      guard let cell = inlined(shared, text, found, try part(shared.part)) else { return }
      edits[shared.part, default: []].append(cell)
    } else {
      edits[trace.part, default: []] += found
    }
    made += taken
  }

  /// A cell that holds its changed text itself, since others may share the old one.
  private func inlined(
    _ shared: CellTrace.Shared, _ strings: OfficeBytes, _ edits: [CellTrace.Edit],
    _ sheet: OfficeBytes
  ) -> CellTrace.Edit? {
    guard let cell = sheet.tags.tag(shared.cell), let element = sheet.tags.element(shared.cell),
      let text = strings.tags.tag(shared.text), let string = strings.tags.element(shared.text),
      !cell.hasPrefix, !text.hasPrefix,
      let tag = Self.inlineTag(sheet.bytes[cell.range])
    else { return nil }
    let content = strings.applying(edits, to: string.content)
    return (element.whole, tag + Array("<is>".utf8) + content + Array("</is></c>".utf8))
  }

  /// The start tag of a cell with its type changed from a shared text to one of its own.
  private static func inlineTag(_ tag: ArraySlice<UInt8>) -> [UInt8]? {
    for quote in ["\"", "'"] {
      let type = Array(" t=\(quote)s\(quote)".utf8)
      for start in tag.indices where tag[start...].starts(with: type) {
        return tag[..<start] + Array(" t=\"inlineStr\"".utf8) + tag[(start + type.count)...]
      }
    }
    return nil
  }

  private mutating func part(_ name: String) throws(InputError) -> OfficeBytes {
    if let known = parts[name] { return known }
    let read = OfficeBytes(try archive.read(name))
    parts[name] = read
    return read
  }

  /// Reads the result: each target must be what it should, and all else as it was.
  private func prove(file: String, _ options: BitextOptions) throws(InputError) {
    var expected = units
    for item in made.reversed() {
      expected[item.unit].target.bytes.replaceSubrange(item.range, with: item.text.utf8)
    }
    guard try BilingualTables.read(bytes, file: file, options) == expected else {
      throw InputError(
        "the fixes cannot be written back with certainty, and nothing is changed; correct the cells "
          + "by hand", at: SourcePosition(file: file))
    }
  }
}
