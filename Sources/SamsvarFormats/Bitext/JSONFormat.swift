import Foundation
package import SamsvarModel

/// Units as JSON: an object a line, or an array of the same objects.
package enum JSONFormat {
  /// Calls `body` with each object of an array or, with `isArray` false, of each line.
  ///
  /// - Throws: `InputError` with the line that is no such object.
  package static func read(
    _ bytes: [UInt8], file: String, isArray: Bool, _ options: BitextOptions,
    _ body: (inout BitextUnit) throws(InputError) -> Void
  ) throws(InputError) {
    var number = 0
    for item in try items(bytes, file: file, isArray: isArray) {
      number += 1
      let record: UnitRecord
      do {
        record = try JSONDecoder().decode(UnitRecord.self, from: Data(bytes[item.range]))
      } catch {
        throw InputError(
          "not the JSON object expected here: \(JSONLines.reason(error))",
          at: SourcePosition(file: file, line: item.line, byte: item.range.lowerBound))
      }
      var unit = record.unit
      if unit.id.isEmpty { unit.id = String(number) }
      unit.sourceLanguage = unit.sourceLanguage ?? options.sourceLanguage
      unit.targetLanguage = unit.targetLanguage ?? options.targetLanguage
      let strings = JSONScanner.members(bytes, item.range)
      unit.sourcePlace = strings["source"].map { place($0, bytes, item) }
      unit.targetPlace = strings["target"].map { place($0, bytes, item) }
      try body(&unit)
    }
  }

  private static func place(
    _ range: Range<Int>, _ bytes: [UInt8], _ item: JSONScanner.Item
  ) -> TextPlace {
    let lines = bytes[item.range.lowerBound..<range.lowerBound].count { $0 == 0x0A }
    return .bytes(range, line: item.line + lines)
  }

  /// The objects of the file: of each line that is not blank, or of the array.
  private static func items(
    _ bytes: [UInt8], file: String, isArray: Bool
  ) throws(InputError) -> [JSONScanner.Item] {
    if isArray, let items = try JSONScanner.elements(bytes, file: file) { return items }
    var items: [JSONScanner.Item] = []
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 0
    while start < bytes.count {
      line += 1
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if bytes[start..<end].contains(where: { $0 > 0x20 }) {
        items.append(JSONScanner.Item(range: start..<end, line: line))
      }
      start = end + 1
    }
    return items
  }
}

/// A unit in JSON: the members of the machine interface and those of bilingual files.
private struct UnitRecord: Codable {
  var id: String?
  var document: String?
  var sourceLanguage: String?
  var targetLanguage: String?
  var source: String
  var target: String
  var sourceIndices: [Int]?
  var targetIndices: [Int]?
  var kind: String?
  var confidence: Double?
  var state: String?
  var needsReview: Bool?
  var notes: [String]?
  var context: String?
  var group: String?
  var order: Int?
  var matchQuality: Double?

  init(_ unit: BitextUnit, _ options: BitextOptions) {
    id = unit.id.isEmpty ? nil : unit.id
    document = unit.document.isEmpty ? nil : unit.document
    sourceLanguage = (unit.sourceLanguage ?? options.sourceLanguage).map {
      options.languageMap.code($0)
    }
    targetLanguage = (unit.targetLanguage ?? options.targetLanguage).map {
      options.languageMap.code($0)
    }
    source = unit.source.string
    target = unit.target.string
    sourceIndices = unit.sourceIndices.isEmpty ? nil : unit.sourceIndices
    targetIndices = unit.targetIndices.isEmpty ? nil : unit.targetIndices
    kind = unit.kind?.rawValue
    confidence = unit.confidence
    state = unit.state?.rawValue
    needsReview = unit.needsReview ? true : nil
    notes = unit.notes.isEmpty ? nil : unit.notes
    context = unit.context.isEmpty ? nil : unit.context
    group = unit.group.isEmpty ? nil : unit.group
    order = unit.order
    matchQuality = unit.matchQuality
  }

  var unit: BitextUnit {
    var unit = BitextUnit()
    unit.id = id ?? ""
    unit.document = document ?? ""
    unit.sourceLanguage = sourceLanguage.flatMap { LanguageTag($0) }
    unit.targetLanguage = targetLanguage.flatMap { LanguageTag($0) }
    unit.source = CodedText(source)
    unit.target = CodedText(target)
    unit.sourceIndices = sourceIndices ?? []
    unit.targetIndices = targetIndices ?? []
    unit.kind = kind.flatMap { BeadKind(rawValue: $0) }
    unit.confidence = confidence
    unit.state = state.flatMap { BitextUnit.State(rawValue: $0) }
    unit.needsReview = needsReview ?? false
    unit.notes = notes ?? []
    unit.context = context ?? ""
    unit.group = group ?? ""
    unit.order = order
    unit.matchQuality = matchQuality
    return unit
  }
}

/// Writes units as JSON.
struct JSONUnitWriter: BitextWriter {
  private let options: BitextOptions
  private let isArray: Bool
  private var count = 0

  init(_ options: BitextOptions, isArray: Bool) {
    self.options = options
    self.isArray = isArray
  }

  mutating func write(_ unit: BitextUnit, to out: inout [UInt8]) {
    let line = JSONLines.line(UnitRecord(unit, options))
    if isArray { out += Array((count == 0 ? "[\n" : ",\n").utf8) }
    out += Array(line.utf8)
    if isArray { out.removeLast() }
    count += 1
  }

  mutating func finish(to out: inout [UInt8]) {
    guard isArray else { return }
    out += Array((count == 0 ? "[]\n" : "\n]\n").utf8)
  }
}
