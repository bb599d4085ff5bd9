import Foundation
import SamsvarMemory
import SamsvarModel
import SamsvarTestSupport
import Testing

@Suite("Translation memory")
struct MemoryTests {
  private let folder: TemporaryFolder
  private let memory: TranslationMemory

  init() throws {
    folder = try TemporaryFolder()
    memory = try TranslationMemory(path: folder.path("test.memory"))
  }

  private func unit(
    _ source: String, _ target: String, document: String = "", context: MemoryContext? = nil,
    changed: String = ""
  ) -> MemoryUnit {
    MemoryUnit(
      source: source, target: target, from: .nb, to: .en, document: document, changed: changed,
      context: context)
  }

  @discardableResult
  private func add(_ units: MemoryUnit...) throws -> TranslationMemory.Added {
    var lemmas = MemoryLemmas.none
    return try memory.add(units, lemmas: &lemmas)
  }

  private func matches(
    _ text: String, context: MemoryContext? = nil, minimum: Int = 60
  ) throws -> [MemoryMatch] {
    try memory.matches(for: text, from: .nb, to: .en, context: context, minimum: minimum)
  }

  @Test func exactMatchScoresHundred() throws {
    try add(unit("Havna er stengt.", "The harbour is closed."), unit("Skolen er åpen.", "…"))
    let found = try matches("Havna er stengt.")
    #expect(found.first?.kind == .exact && found.first?.score == 100)
    #expect(found.first?.unit.target == "The harbour is closed.")
    #expect(found.allSatisfy { $0.unit.source != "Skolen er åpen." })
  }

  @Test func noBreakSpacesAreWhiteSpace() throws {
    try add(unit("Det koster 20 kroner.", "It costs NOK 20."))
    #expect(try matches("Det koster 20\u{A0}kroner.").first?.kind == .exact)
  }

  @Test func contextDecidesBetweenTranslations() throws {
    let first = MemoryContext(previous: "Til saken.", next: "Neste sak.")
    let second = MemoryContext(previous: nil, next: "Møtet er slutt.")
    try add(
      unit("Vedtatt.", "Adopted.", context: first), unit("Vedtatt.", "Carried.", context: second))
    #expect(try matches("Vedtatt.", context: first).map(\.unit.target) == ["Adopted.", "Carried."])
    #expect(try matches("Vedtatt.", context: second).first?.unit.target == "Carried.")
    #expect(try matches("Vedtatt.", context: second).map(\.kind) == [.context, .exact])
  }

  @Test(arguments: [
    ("Havna i Bergen er stengt til 4. april.", "Havna i Bergen er stengt til 17. april.", 90...99),
    ("Havna i Bergen er stengt til påske.", "Havna i Bergen er stengt til jul.", 80...90),
    ("Havna i Bergen er stengt.", "havna i Bergen er stengt.", 90...99),
    ("Rådet møtes tirsdag.", "Ministeren kjøpte epler i går.", 0...30),
  ])
  func scoresFollowWhatHasChanged(_ left: String, _ right: String, _ range: ClosedRange<Int>) {
    let score = FuzzyScore(left).score(right)
    #expect(range.contains(score), "\(score)")
    #expect(score == FuzzyScore(right).score(left))
  }

  @Test func onlyTheSameTextScoresHundred() {
    let texts = ["A b.", "a b.", "A b", "A  b.", "", "A b. ", "1", "2"]
    for left in texts {
      for right in texts {
        let isSame = left.split(separator: " ") == right.split(separator: " ")
        #expect((FuzzyScore(left).score(right) == 100) == isSame, "\(left)|\(right)")
      }
    }
  }

  /// The index gives what comparing with every unit gives.
  @Test func indexFindsWhatExhaustiveSearchFinds() throws {
    var random = Random(seed: 5)
    let words = """
      regjeringen kommunen vedtok avtalen rapporten tunnelen Bergen Tromsø etter møtet ble planen \
      utsatt til våren fordi kostnadene økte med millioner kroner hvert år uten videre
      """.split(separator: " ").map(String.init)
    var texts: Set<String> = []
    while texts.count < 400 {
      texts.insert(
        (0..<random.next(4...14)).map { _ in words[random.next(0...words.count - 1)] }
          .joined(separator: " ") + ".")
    }
    let sources = texts.sorted()
    var lemmas = MemoryLemmas.none
    try memory.add(sources.map { unit($0, $0) }, lemmas: &lemmas)
    for source in sources.prefix(60) {
      var query = source.split(separator: " ").map(String.init)
      query[random.next(0...query.count - 1)] = "kanskje"
      let text = query.joined(separator: " ")
      let best = sources.map { FuzzyScore(text).score($0) }.max() ?? 0
      let found = try matches(text).first?.score ?? 0
      #expect(found == (best >= 60 ? best : 0), "\(text)")
    }
  }

  @Test func knownPairsAreNotAddedTwice() throws {
    let context = MemoryContext(previous: nil, next: "B")
    #expect(try add(unit("A", "a", context: context)).new == 1)
    #expect(try add(unit("A", "a", context: context)).known == 1)
    #expect(try add(unit("A", "a")).new == 1)
    #expect(try memory.statistics().count == 2)
  }

  @Test func aChangedTranslationReplacesTheOld() throws {
    let context = MemoryContext(previous: "før", next: nil)
    try add(unit("Havna er stengt.", "The port is shut.", document: "a", context: context))
    try add(unit("Havna er stengt.", "The harbour is closed.", document: "a", context: context))
    #expect(try matches("Havna er stengt.").map(\.unit.target) == ["The harbour is closed."])
    #expect(try matches("Havna er stengt!").map(\.unit.target) == ["The harbour is closed."])
  }

  /// The unit that was indexed for its source may be the one replaced or removed.
  @Test func twinsOfAReplacedUnitAreFound() throws {
    let context = MemoryContext(previous: "før", next: nil)
    try add(unit("Havna er stengt.", "The port is shut.", document: "a", context: context))
    try add(unit("Havna er stengt.", "Harbour closed.", document: "b"))
    try add(unit("Havna er stengt.", "The harbour is closed.", document: "a", context: context))
    #expect(
      try matches("Havna er stengt nå.").map(\.unit.target) == [
        "The harbour is closed.", "Harbour closed.",
      ])
  }

  @Test func removedUnitsAreGoneAndTheirTwinsFound() throws {
    let port = unit("Havna er stengt.", "The port is shut.", document: "a")
    try add(port, unit("Havna er stengt.", "Harbour closed.", document: "b"))
    var lemmas = MemoryLemmas.none
    try memory.update(removing: [port], adding: [], lemmas: &lemmas)
    #expect(try matches("Havna er stengt.").map(\.unit.target) == ["Harbour closed."])
    #expect(try matches("Havna er stengt nå.").map(\.unit.target) == ["Harbour closed."])
    #expect(try memory.concordance("harbour", .target, in: .en, lemmas: &lemmas).count == 1)
    try memory.update(removing: [port], adding: [], lemmas: &lemmas)
    #expect(try memory.statistics().pairs.map(\.2) == [1])
  }

  @Test func languagesAreKeptApart() throws {
    try add(unit("Vann", "Water"))
    #expect(try memory.matches(for: "Vann", from: .nb, to: .nn).isEmpty)
    #expect(try memory.matches(for: "Vann", from: .nn, to: .en).isEmpty)
  }

  @Test func concordanceFindsByLemma() throws {
    var lemmas = MemoryLemmas { _ in
      { word in word.starts(with: Array("avtale".utf8)) ? [Array("avtale".utf8)] : [word] }
    }
    try memory.add(
      [
        unit("Avtalene er nye.", "The agreements are new."),
        unit("En avtale er undertegnet.", "An agreement is signed."), unit("Nye båter.", "…"),
      ], lemmas: &lemmas)
    let all = try memory.concordance("avtaler", .source, in: .nb, lemmas: &lemmas)
    #expect(
      all.map(\.source) == ["En avtale er undertegnet.", "Avtalene er nye."])
    let two = try memory.concordance("nye avtale", .source, in: .nb, lemmas: &lemmas)
    #expect(two.map(\.source) == ["Avtalene er nye."])
    #expect(try memory.concordance("agreement", .target, in: .en, lemmas: &lemmas).count == 1)
    #expect(try memory.concordance("avtale", .source, in: .nn, lemmas: &lemmas).isEmpty)
  }

  @Test func moreThanOneBlockOfUnits() throws {
    let block = 1 << 16
    for number in [1, block - 1, block, 3 * block - 1] {
      try memory.number(nextUnit: Int64(number))
      try add(
        unit("Sak nummer \(number) handler om fiske og fangst.", "Case \(number)"),
        unit("Rådet møtes i uke \(number).", "Week \(number)"))
    }
    for number in [1, block - 1, block, 3 * block - 1] {
      let found = try matches("Sak nummer \(number) handler om fangst og fiske.")
      #expect(found.first?.unit.target == "Case \(number)")
      #expect(found.count == 4)
    }
  }

  @Test func aFileThatIsNoMemoryIsRefused() throws {
    let path = try folder.write("ikke en database", to: "text.memory")
    #expect(throws: InputError.self) { try TranslationMemory(path: path) }
  }

  @Test func aMemoryOutlivesTheProcessThatHoldsIt() throws {
    try add(unit("Hei.", "Hello."))
    let again = try TranslationMemory(path: memory.path)
    #expect(try again.matches(for: "Hei.", from: .nb, to: .en).count == 1)
  }
}

/// A small generator, the same on every run (SplitMix64).
private struct Random {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(_ range: ClosedRange<Int>) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return range.lowerBound + Int((z ^ (z >> 31)) % UInt64(range.count))
  }
}
