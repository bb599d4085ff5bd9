import Foundation
import Samsvar
import SamsvarMemory
import SamsvarModel
import SamsvarTestSupport
import SamsvarTranslate
import Testing

/// A text that was translated before, of which three sentences in ten have changed.
@Suite("Drafts of a changed text")
struct DraftTests {
  private static let folder = Paths.file("Tests/SamsvarTranslateTests/Fixtures/drafts")

  private struct Change {
    var line: Int
    var kind: String
    var source: String
    var target: String
  }

  private static func rows(_ name: String) throws -> [[String]] {
    try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private static func changes() throws -> [Change] {
    try rows("changes.tsv").map {
      Change(line: (Int($0[0]) ?? 0) - 1, kind: $0[1], source: $0[2], target: $0[3])
    }
  }

  /// The changes dealt out so that no sentence changes twice in a round and at most 30 % do.
  private static func rounds(_ changes: [Change], of lines: Int) -> [[Change]] {
    var rounds: [[Change]] = []
    for change in changes {
      let fitting = rounds.firstIndex { round in
        round.count < lines * 3 / 10 && !round.contains { $0.line == change.line }
      }
      if let fitting { rounds[fitting].append(change) } else { rounds.append([change]) }
    }
    return rounds
  }

  @Test func unchangedStaysAndChangesAreRepaired() throws {
    let pipeline = try Pipeline.installed()
    let temporary = try TemporaryFolder()
    let before = try Self.rows("before.tsv")
    let memory = try TranslationMemory(path: temporary.path("m.memory"))
    var lemmas = MemoryLemmas.none
    try memory.add(
      before.enumerated().map { index, pair in
        MemoryUnit(
          source: pair[0], target: pair[1], from: .nb, to: .en, document: "before",
          context: MemoryContext(
            previous: index > 0 ? before[index - 1][0] : nil,
            next: index + 1 < before.count ? before[index + 1][0] : nil))
      }, lemmas: &lemmas)
    var options = DraftOptions()
    options.memory = memory
    options.minimumScore = 60
    options.termbase = try TermbaseFile.read("\(Self.folder)/terms.csv").termbase
    var right = 0
    var wrong: [String] = []
    for round in Self.rounds(try Self.changes(), of: before.count) {
      var sources = before.map { $0[0] }
      for change in round { sources[change.line] = change.source }
      let path = try temporary.write(sources.joined(separator: "\n") + "\n", to: "after.nb.txt")
      let document = try pipeline.read(path, as: .nb, layout: .lines)
      let drafts = try pipeline.draft(document, to: .en, options).segments
      #expect(drafts.count == before.count)
      for (index, draft) in drafts.enumerated() {
        guard let change = round.first(where: { $0.line == index }) else {
          #expect(draft.target == before[index][1])
          #expect(draft.origin == .exact || draft.origin == .context)
          continue
        }
        // A repaired match is never exact.
        if case .fuzzy(let score) = draft.origin {
          #expect(score < 100)
        } else {
          #expect(draft.origin == .none, "\(draft)")
        }
        if change.target.isEmpty {
          #expect(draft.hasOpenMarks, "\(draft)")
        } else if draft.target == change.target, !draft.hasOpenMarks {
          right += 1
        } else {
          wrong.append("\(change.source): \(draft.target) \(draft.marks.map(\.text))")
        }
      }
    }
    let share = Double(right) / Double(right + wrong.count)
    #expect(share >= 0.95, "\(wrong.joined(separator: "\n"))")
  }

  @Test func sourcesOfADraftComeInTheirOrder() throws {
    let pipeline = try Pipeline.installed()
    let temporary = try TemporaryFolder()
    let path = try temporary.write("Havna er stengt.\nBåten kom 4. april.\n", to: "a.nb.txt")
    let memory = try TranslationMemory(path: temporary.path("m.memory"))
    var lemmas = MemoryLemmas.none
    try memory.add(
      [MemoryUnit(source: "Havna er stengt.", target: "The port is shut.", from: .nb, to: .en)],
      lemmas: &lemmas)
    var options = DraftOptions()
    options.memory = memory
    options.engine = FixedEngine { $0.replacing("Båten kom", with: "The boat came on") }
    let draft = try pipeline.draft(
      try pipeline.read(path, as: .nb, layout: .lines), to: .en, options)
    #expect(draft.segments.map(\.target) == ["The port is shut.", "The boat came on 4 April."])
    #expect(draft.segments.map(\.origin.description) == ["memory 100", "engine fixed"])
    let analysis = try pipeline.analysis(of: draft)
    let tmx = String(
      decoding: try pipeline.render(analysis, as: .tmx, document: "a"), as: UTF8.self)
    #expect(tmx.contains("engine fixed") && tmx.contains("draft"))
  }

  @Test(arguments: [
    ("Havna er stengt i dag, sier politiet.", "", "no text"),
    ("Havna er stengt i dag, sier politiet.", "Havna er stengt i dag, sier politiet.", "back"),
    ("Havna er stengt.", String(repeating: "The harbour has been closed. ", count: 9), "long"),
    (
      "Havna er stengt i dag, sier politiet, og ingen vet når den åpner igjen for trafikk.",
      "Closed.",
      "quarter"
    ),
    (
      "Havna er stengt i dag, sier politiet.",
      "Hamna er stengd i dag og ingen veit kva som hender no",
      "not en"
    ),
  ])
  func badAnswersAreCaught(_ source: String, _ answer: String, _ word: String) throws {
    let pipeline = try Pipeline.installed()
    let path = try TemporaryFolder().write(source + "\n", to: "a.nb.txt")
    _ = path
    let folder = try TemporaryFolder()
    var options = DraftOptions()
    options.engine = FixedEngine { _ in answer }
    let document = try pipeline.read(
      try folder.write(source + "\n", to: "a.nb.txt"), as: .nb, layout: .lines)
    let draft = try #require(pipeline.draft(document, to: .en, options).segments.first)
    #expect(
      draft.marks.contains { $0.kind == .suspicious && $0.text.contains(word) }, "\(draft.marks)")
  }

  /// What an engine must not see goes as placeholders.
  @Test(arguments: [
    ("Skriv til post@eksempel.no i dag.", "post@eksempel.no"),
    ("Se https://www.nrk.no/a?b=1 i dag.", "https://www.nrk.no/a?b=1"),
    ("Les mer på nrk.no i dag.", "nrk.no"), ("Møtet er 4. april kl. 18.30.", "18.30"),
    ("Trykk på {knapp} og <b>lagre</b>.", "{knapp}"), ("Det koster 1250 kroner.", "1250"),
  ])
  func whatStaysIsNotSent(_ source: String, _ part: String) throws {
    let pipeline = try Pipeline.installed()
    let folder = try TemporaryFolder()
    let document = try pipeline.read(
      try folder.write(source + "\n", to: "a.nb.txt"), as: .nb, layout: .lines)
    var options = DraftOptions()
    options.engine = FixedEngine { $0 }
    let sent = try pipeline.draftPreview(document, to: .en, options)
    #expect(!sent.contains(part) && sent.contains("Xq1q"), "\(sent)")
  }

  /// What must not change comes back whole, also from an engine that loses marks once or for good.
  @Test(arguments: [
    ("all", true), ("numbers", true), ("always", false),
  ])
  func placeholdersAreVerified(_ loses: String, _ isWhole: Bool) throws {
    let pipeline = try Pipeline.installed()
    let folder = try TemporaryFolder()
    let source = "Skriv til post@eksempel.no eller {navn} før 4. april, ikke <b>nå</b>."
    let document = try pipeline.read(
      try folder.write(source + "\n", to: "a.nb.txt"), as: .nb, layout: .lines)
    var options = DraftOptions()
    options.engine = FixedEngine { text in
      switch loses {
      case "numbers": text.contains("april") ? text : text.replacing("Xq", with: "")
      case "always": text.replacing("Xq1q", with: "")
      default: text
      }
    }
    let draft = try #require(pipeline.draft(document, to: .en, options).segments.first)
    #expect(draft.marks.contains { $0.kind == .placeholder } != isWhole, "\(draft)")
    if isWhole {
      for part in ["post@eksempel.no", "{navn}", "<b>", "</b>"] {
        #expect(draft.target.contains(part), "\(draft.target)")
      }
    }
    #expect(!draft.target.contains("Xq") || !isWhole)
  }
}

/// An engine that says what a function says.
struct FixedEngine: TranslationEngine {
  let name = "fixed"
  let model = "1"
  let placeholders = PlaceholderStyle.word
  let batchSize = 10
  let concurrency = 1
  let answer: @Sendable (String) -> String

  init(_ answer: @escaping @Sendable (String) -> String) { self.answer = answer }

  func translate(
    _ segments: [EngineSegment], deliver: (Int, String) -> Void
  ) throws(EngineError) {
    for (index, segment) in segments.enumerated() { deliver(index, answer(segment.text)) }
  }

  func preview(_ segments: [EngineSegment]) -> String {
    segments.map(\.text).joined(separator: "\n")
  }
}
