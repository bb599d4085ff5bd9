package import SamsvarModel

/// hunalign's text output and bare pairs: source and target a line, divided by a tab, a score after them.
package enum LadderFormat {
  /// What stands between the segments of one side.
  static let divider = " ~~~ "

  /// Calls `body` with each line as a unit; several segments of a side are joined by a blank.
  ///
  /// - Throws: `InputError` for a line without a tab.
  package static func read(
    _ bytes: [UInt8], file: String, _ options: BitextOptions,
    _ body: (inout BitextUnit) throws(InputError) -> Void
  ) throws(InputError) {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var number = 0
    while start < bytes.count {
      number += 1
      var end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let next = end + 1
      if end > start, bytes[end - 1] == 0x0D { end -= 1 }
      defer { start = next }
      guard start < end else { continue }
      guard let tab = bytes[start..<end].firstIndex(of: 0x09) else {
        throw InputError(
          "expected a source, a tab and a target", at: SourcePosition(file: file, line: number))
      }
      let second = bytes[(tab + 1)..<end].firstIndex(of: 0x09) ?? end
      var unit = BitextUnit()
      unit.id = String(number)
      unit.sourceLanguage = options.sourceLanguage
      unit.targetLanguage = options.targetLanguage
      let left = side(bytes[start..<tab], &unit.source)
      let right = side(bytes[(tab + 1)..<second], &unit.target)
      if left > 1 || right > 1 { unit.kind = kind(left, right) }
      if second < end {
        unit.confidence = Double(String(decoding: bytes[(second + 1)..<end], as: UTF8.self))
      }
      unit.sourcePlace = .bytes(start..<tab, line: number)
      unit.targetPlace = .bytes((tab + 1)..<second, line: number)
      try body(&unit)
    }
  }

  private static func kind(_ left: Int, _ right: Int) -> BeadKind {
    Bead(source: 0..<left, target: 0..<right).kind
  }

  /// The text of a side and the number of its segments.
  private static func side(_ bytes: ArraySlice<UInt8>, _ text: inout CodedText) -> Int {
    guard !bytes.isEmpty else { return 0 }
    let parts = String(decoding: bytes, as: UTF8.self).split(separator: divider)
    text =
      parts.count > 1 ? CodedText(parts.joined(separator: " ")) : CodedText(bytes: Array(bytes))
    return max(1, parts.count)
  }

  /// A bitext with its segments kept apart.
  package static func write(_ bitext: Bitext) -> String {
    bitext.alignment.beads.map { bead in
      let source = bead.source.map { flat(bitext.source.string($0)) }.joined(separator: divider)
      let target = bead.target.map { flat(bitext.target.string($0)) }.joined(separator: divider)
      return "\(source)\t\(target)\t\(BeadsFormat.decimal(bead.confidence))\n"
    }.joined()
  }

  private static func flat(_ text: String) -> String {
    String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }
}

/// Writes a line for each unit; tabs and line breaks become blanks.
struct LadderWriter: BitextWriter {
  let hasScore: Bool

  mutating func write(_ unit: BitextUnit, to out: inout [UInt8]) {
    append(unit.source.bytes, to: &out)
    out.append(0x09)
    append(unit.target.bytes, to: &out)
    if hasScore, let confidence = unit.confidence {
      out += Array("\t\(BeadsFormat.decimal(confidence))".utf8)
    }
    out.append(0x0A)
  }

  mutating func finish(to out: inout [UInt8]) {}

  private func append(_ text: [UInt8], to out: inout [UInt8]) {
    for byte in text { out.append(byte == 0x09 || byte == 0x0A || byte == 0x0D ? 0x20 : byte) }
  }
}
