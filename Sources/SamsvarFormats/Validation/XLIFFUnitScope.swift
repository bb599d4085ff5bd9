/// A unit of XLIFF 2 as its constraints see it: the inline elements of both sides over all segments.
struct XLIFFUnitScope {
  let unit: XMLElement
  let file: XMLElement
  /// The segments and ignorables in order.
  let segments: [XMLElement]
  /// The inline elements of the sources, in order.
  let source: [XMLElement]
  /// The inline elements of the targets, in order.
  let target: [XMLElement]
  /// The identifiers of the unit's original data.
  let data: [String]

  init(_ unit: XMLElement, file: XMLElement) {
    self.unit = unit
    self.file = file
    segments = unit.elements.filter {
      $0.namespace == XLIFFNamespace.core && ($0.name == "segment" || $0.name == "ignorable")
    }
    source = segments.flatMap { Self.inline($0, "source") }
    target = segments.flatMap { Self.inline($0, "target") }
    data = unit.elements("originalData").flatMap { $0.elements("data") }.compactMap { $0["id"] }
  }

  /// The inline elements of one side of a segment.
  static func inline(_ segment: XMLElement, _ side: String) -> [XMLElement] {
    segment.elements(side).flatMap(\.descendants)
  }

  /// Both sides, each with its inline elements.
  var sides: [[XMLElement]] { [source, target] }

  /// All inline elements.
  var inline: [XMLElement] { source + target }

  /// What a finding says of the place: `unit "u1"`.
  var title: String { "unit \"\(unit["id"] ?? "")\"" }
}

extension XMLElement {
  /// Whether the element is a code (`ph pc sc ec`), not an annotation or a character.
  var isCode: Bool { name == "ph" || name == "pc" || name == "sc" || name == "ec" }

  /// The segment or ignorable around.
  var segment: XMLElement? { ancestors.first { $0.name == "segment" || $0.name == "ignorable" } }

  /// An editing hint with its default.
  func hint(_ name: String) -> String { self[name] ?? "yes" }
}
