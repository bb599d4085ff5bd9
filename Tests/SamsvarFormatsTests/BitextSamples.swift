import SamsvarFormats
import SamsvarModel

/// Units that have everything a format may have to keep.
enum BitextSamples {
  /// A unit of two texts.
  static func unit(_ id: String, _ source: String, _ target: String) -> BitextUnit {
    var unit = BitextUnit()
    unit.id = id
    unit.document = "fjord.nb.txt"
    unit.sourceLanguage = .nb
    unit.targetLanguage = .en
    unit.source = CodedText(source)
    unit.target = CodedText(target)
    return unit
  }

  /// Texts with the signs that formats give a meaning to.
  static var plain: [BitextUnit] {
    [
      unit("1", "Fjorden er 12 mil lang.", "The fjord is 120 km long."),
      unit("2", "Å & ø < æ > \"hei\" 'du'", "A & b < c > \"hi\" 'you'"),
      unit(
        "3", "\"Ja,\" sa hun; nei | *kanskje* `x` \\n _y_", "\"Yes,\" she said; no | *maybe* #1"),
      unit("4", "100 % – «sitat» … 🙂", "100% – “quote” … 🙂"),
      unit("5", "Fjorden er 12 mil lang.", "The inlet is 120 km long."),
      unit("6", "Uten oversettelse.", ""),
      unit("7", " blank foran og bak ", " blank before and after "),
    ]
  }

  /// Everything.
  static var all: [BitextUnit] {
    var units = plain
    units[0].state = .reviewed
    units[0].notes = ["Sjekk tallet", "Check the number"]
    units[0].confidence = 0.5
    units[1].context = "meny"
    units[1].matchQuality = 87.5
    units[2].needsReview = true
    units[2].state = .translated
    units[3].kind = .merger
    units[3].sourceIndices = [3, 4]
    units[3].targetIndices = [3, 4]
    return units + coded + grouped + [lines]
  }

  /// Bold text, a placeholder, a link whose end is elsewhere.
  static var coded: [BitextUnit] {
    var first = unit("8", "Trykk på Lagre nå.", "Press Save now.")
    first.source.codes = [
      InlineCode(.open, at: 10, id: "1", data: "<b>"),
      InlineCode(.close, at: 15, id: "1", data: "</b>"),
      InlineCode(.point, at: 19, id: "2", data: "<img src=\"a & b\"/>"),
    ]
    first.target.codes = [
      InlineCode(.open, at: 6, id: "1", data: "<b>"),
      InlineCode(.close, at: 10, id: "1", data: "</b>"),
      InlineCode(.point, at: 14, id: "2", data: "<img src=\"a & b\"/>"),
    ]
    var second = unit("9", "Slutt på lenken.", "End of the link.")
    second.source.codes = [InlineCode(.isolatedClose, at: 9, id: "3", data: "</a>")]
    second.target.codes = [InlineCode(.isolatedClose, at: 6, id: "3", data: "</a>")]
    return [first, second]
  }

  /// Two segments of a unit whose targets changed places.
  static var grouped: [BitextUnit] {
    var first = unit("10/1", "Det regner.", "It is raining.")
    var second = unit("10/2", "Vi drar hjem.", "We are going home.")
    first.group = "10"
    second.group = "10"
    first.order = 2
    second.order = 1
    return [first, second]
  }

  /// Texts with white space around them stand for others that have none.
  static func withoutEdges(_ text: CodedText) -> CodedText {
    var text = text
    text.bytes = Array(
      text.bytes.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed())
    return text
  }

  /// A text of several lines.
  static var lines: BitextUnit { unit("11", "En linje\nto\tlinjer", "One line\ntwo\tlines") }

  /// What is left of a unit in a format: what it does not keep is taken away.
  static func kept(_ unit: BitextUnit, _ format: BitextFormat, number: Int) -> BitextUnit {
    let keeps = format.keeps
    var unit = unit.withoutPlace
    if !keeps.contains(.ids) { unit.id = String(number) }
    if !keeps.contains(.groups) { unit.group = "" }
    if !keeps.contains(.documents) { unit.document = "" }
    if !keeps.contains(.contexts) { unit.context = "" }
    if !keeps.contains(.codes) { (unit.source.codes, unit.target.codes) = ([], []) }
    if !keeps.contains(.states) { unit.state = nil }
    if !keeps.contains(.reviews) { unit.needsReview = false }
    if !keeps.contains(.order) { unit.order = nil }
    if !keeps.contains(.notes) { unit.notes = [] }
    if !keeps.contains(.quality) { unit.matchQuality = nil }
    if !keeps.contains(.confidence) { unit.confidence = nil }
    if !keeps.contains(.kinds) { unit.kind = nil }
    if !keeps.contains(.indices) { (unit.sourceIndices, unit.targetIndices) = ([], []) }
    if !keeps.contains(.languages) { (unit.sourceLanguage, unit.targetLanguage) = (nil, nil) }
    if !keeps.contains(.edges) {
      unit.source = withoutEdges(unit.source)
      unit.target = withoutEdges(unit.target)
    }
    if !keeps.contains(.lineBreaks) {
      unit.source.bytes = unit.source.bytes.map { $0 < 0x20 ? 0x20 : $0 }
      unit.target.bytes = unit.target.bytes.map { $0 < 0x20 ? 0x20 : $0 }
    }
    return unit
  }
}
