import Foundation
import SamsvarMemory
import SamsvarModel
import SamsvarTestSupport

/// Projects for tests.
enum ProjectSamples {
  /// A document of sentences, one segment each.
  static func document(_ name: String, _ language: LanguageTag, _ sentences: [String]) -> Document {
    var text: [UInt8] = []
    var segments: [Segment] = []
    for sentence in sentences {
      let start = text.count
      text += Array(sentence.utf8)
      segments.append(Segment(range: start..<text.count))
      text.append(0x0A)
    }
    return Document(
      name: name, language: language, text: text,
      blocks: [Block(kind: .paragraph, segments: 0..<segments.count)], segments: segments)
  }

  static let source = [
    "Regjeringen la fram budsjettet i dag.", "Det er på 1,2 milliarder kroner.",
    "Åse Øvrebø sier nei. Hun vil stemme mot.", "Vedtaket kommer i mai.", "Foto: NTB",
  ]
  static let target = [
    "The government presented the budget today.", "It amounts to 1.2 billion kroner.",
    "Åse Øvrebø says no.", "She will vote against it.", "The decision comes in May.",
  ]

  /// A project with a translation of five beads: 1-1, 1-1, 1-2, 1-1, 1-0.
  static func translation(_ folder: TemporaryFolder) throws -> Project {
    let project = try Project(path: folder.path("test.samsvar"))
    let beads = [
      Bead(source: 0..<1, target: 0..<1, confidence: 0.98),
      Bead(source: 1..<2, target: 1..<2, confidence: 0.4),
      Bead(source: 2..<3, target: 2..<4, confidence: 0.9),
      Bead(source: 3..<4, target: 4..<5, confidence: 1 / 3),
      Bead(source: 4..<5, target: 5..<5, confidence: 0.5),
    ]
    try project.add(
      NewBitext(
        Bitext(
          source: document("a.nb.txt", .nb, source), target: document("a.en.txt", .en, target),
          alignment: Alignment(beads: beads)), name: "a",
        contents: [Array("\u{FEFF}original".utf8), [0xFF, 0x00, 0x0A]]))
    return project
  }

  /// A translation of many 1-1 beads.
  static func long(
    _ folder: TemporaryFolder, count: Int, isDurable: Bool = true
  ) throws -> Project {
    let project = try Project(path: folder.path("long.samsvar"), isDurable: isDurable)
    let source = (0..<count).map { "Setning \($0) med noen ord å dele. Og mer." }
    let target = (0..<count).map { "Sentence \($0) with some words to split. And more." }
    try project.add(
      NewBitext(
        Bitext(
          source: document("l.nb.txt", .nb, source), target: document("l.en.txt", .en, target),
          alignment: Alignment(
            beads: (0..<count).map {
              Bead(source: $0..<$0 + 1, target: $0..<$0 + 1, confidence: Double($0 % 10) / 10)
            })), name: "l"))
    return project
  }

  /// A summary of two sentences of an article of five.
  static func summary(_ folder: TemporaryFolder) throws -> Project {
    let project = try Project(path: folder.path("summary.samsvar"))
    let beads = (0..<2).map { Bead(source: 0..<0, target: $0..<$0 + 1) }
    try project.add(
      NewBitext(
        Bitext(
          source: document("a.nb.txt", .nb, source),
          target: document("s.en.txt", .en, Array(target.prefix(2))),
          alignment: Alignment(beads: beads)), name: "s",
        links: [
          SummaryLink(summary: 0, sources: [0, 2], confidence: 0.9),
          SummaryLink(summary: 1, sources: [], confidence: 0),
        ]))
    return project
  }
}

extension Project {
  /// The beads of the first bitext.
  func all() throws -> [ProjectBead] { try beads(1, from: 0, count: 1_000_000) }

  /// The beads as texts: `source | target`.
  func texts() throws -> [String] {
    try all().map { bead in
      bead.sides.map { side in side.map(\.current).joined(separator: " + ") }.joined(
        separator: " | ")
    }
  }
}
