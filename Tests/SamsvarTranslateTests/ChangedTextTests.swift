import Foundation
import Samsvar
import SamsvarMemory
import SamsvarModel
import SamsvarTestSupport
import SamsvarTranslate
import Testing

/// Texts made from templates by a seed, translated before, of which three sentences in ten change.
@Suite("Drafts of changed texts, generated")
struct ChangedTextTests {
  private static let path = Paths.file(
    "Tests/SamsvarTranslateTests/Fixtures/drafts/templates.tsv")

  private struct Sentence {
    var old: String
    var translation: String
    var new: String
    /// The translation that is right now; nil where there is none to be had from the memory.
    var wanted: String?
    var isChanged: Bool
    var isName = false
  }

  private struct Count {
    var right = 0
    var all = 0
    var wrong: [String] = []
    var unmarked = 0

    var share: Double { Double(right) / Double(max(1, all)) }
  }

  private static let clauses: [LanguageTag: [String]] = [
    .nb: [", sier politiet", ", men det er uvisst hvor lenge", " etter det vi får opplyst"],
    .en: [", according to the police", ", but nobody knows for how long", " as far as we know"],
  ]

  private static func text(
    _ templates: [SentenceTemplate], _ source: LanguageTag, _ target: LanguageTag,
    using generator: inout SeededRandom
  ) -> [Sentence] {
    let changed = Set(generator.shuffled(templates.count).prefix(templates.count * 3 / 10))
    return templates.indices.map { index in
      let template = templates[index]
      let values = template.values(using: &generator)
      let old = template.text(source, values)
      let translation = template.text(target, values)
      guard changed.contains(index) else {
        return Sentence(
          old: old, translation: translation, new: old, wanted: translation, isChanged: false)
      }
      if generator.int(1...10) == 1 {
        let clause = generator.element(Self.clauses[source] ?? [])
        let new = old.dropLast() + clause + "."
        return Sentence(
          old: old, translation: translation, new: String(new), wanted: nil, isChanged: true)
      }
      let order = generator.shuffled(template.slots.count)
      let places = Array(order.prefix(generator.int(1...4) == 1 ? 2 : 1))
      let next = template.changed(values, places, using: &generator)
      return Sentence(
        old: old, translation: translation, new: template.text(source, next),
        wanted: template.text(target, next), isChanged: true,
        isName: places.contains { values[$0].isName })
    }
  }

  private static func drafts(
    _ sentences: [Sentence], _ source: LanguageTag, _ target: LanguageTag
  ) throws -> [DraftSegment] {
    let pipeline = try RepairTests.pipeline.get()
    let folder = try TemporaryFolder()
    let memory = try TranslationMemory(path: folder.path("m.memory"))
    var lemmas = MemoryLemmas.none
    let units = sentences.indices.map { index in
      MemoryUnit(
        source: sentences[index].old, target: sentences[index].translation, from: source,
        to: target, document: "before",
        context: MemoryContext(
          previous: index > 0 ? sentences[index - 1].old : nil,
          next: index + 1 < sentences.count ? sentences[index + 1].old : nil))
    }
    try memory.add(units, lemmas: &lemmas)
    var options = DraftOptions()
    options.memory = memory
    let text = sentences.map(\.new).joined(separator: "\n") + "\n"
    let document = try pipeline.read(
      try folder.write(text, to: "new.txt"), as: source, layout: .lines)
    return try pipeline.draft(document, to: target, options).segments
  }

  @Test(arguments: [
    (LanguageTag.nb, LanguageTag.en, UInt64(1)), (.en, .nb, 2), (.nb, .nn, 3),
  ])
  func unchangedStaysAndChangesAreRepaired(
    _ source: LanguageTag, _ target: LanguageTag, _ seed: UInt64
  ) throws {
    let templates = try SentenceTemplate.all(Self.path)
    var generator = SeededRandom(seed: seed + Self.offset)
    var (values, names) = (Count(), Count())
    for _ in 0..<7 {
      let sentences = Self.text(templates, source, target, using: &generator)
      for (sentence, draft) in zip(sentences, try Self.drafts(sentences, source, target)) {
        guard sentence.isChanged else {
          #expect(draft.target == sentence.translation)
          #expect(draft.origin == .exact || draft.origin == .context)
          continue
        }
        #expect(draft.origin != .exact && draft.origin != .context, "\(draft)")
        #expect((draft.origin.score ?? 0) < 100)
        guard let wanted = sentence.wanted else {
          #expect(draft.hasOpenMarks, "\(draft)")
          continue
        }
        if sentence.isName {
          Self.add(draft, wanted, &names)
        } else {
          Self.add(draft, wanted, &values)
        }
      }
    }
    Self.say("\(source) to \(target)", values, names)
    #expect(values.all + names.all >= 100)
    #expect(values.share >= 0.95, "\(values.wrong.joined(separator: "\n"))")
    #expect(names.share >= 0.95, "\(names.wrong.joined(separator: "\n"))")
    #expect(values.unmarked + names.unmarked == 0, "wrong, and nothing said about it")
  }

  /// Other texts than the usual ones: `SAMSVAR_SEED=100`.
  private static var offset: UInt64 {
    ProcessInfo.processInfo.environment["SAMSVAR_SEED"].flatMap { UInt64($0) } ?? 0
  }

  private static func add(_ draft: DraftSegment, _ wanted: String, _ count: inout Count) {
    count.all += 1
    if draft.target == wanted, !draft.hasOpenMarks {
      count.right += 1
      return
    }
    if !draft.hasOpenMarks { count.unmarked += 1 }
    count.wrong.append(
      "\(draft.source) [\(draft.origin)]\n  \(draft.target)\n  \(wanted) \(draft.marks.map(\.text))"
    )
  }

  /// The figures, in `SAMSVAR_FIGURES=1` runs alone.
  private static func say(_ pair: String, _ values: Count, _ names: Count) {
    guard ProcessInfo.processInfo.environment["SAMSVAR_FIGURES"] == "1" else { return }
    print("\(pair): values \(values.right) of \(values.all), names \(names.right) of \(names.all)")
    for line in values.wrong + names.wrong { print(line) }
  }
}
