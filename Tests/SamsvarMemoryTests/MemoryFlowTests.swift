import SamsvarMemory
import SamsvarModel
import SamsvarTestSupport
import Testing

@Suite("Accepted beads and the memory")
struct MemoryFlowTests {
  private let folder: TemporaryFolder
  private let memory: TranslationMemory
  private let project: Project

  init() throws {
    folder = try TemporaryFolder()
    memory = try TranslationMemory(path: folder.path("test.memory"))
    project = try ProjectSamples.long(folder, count: 40, isDurable: false)
  }

  private func flow() throws {
    var lemmas = MemoryLemmas.none
    while try project.remember(
      in: memory, changed: "20260131T120000Z", limit: 7, lemmas: &lemmas) > 0
    {}
  }

  /// The pairs of the memory, sorted.
  private func pairs() throws -> [String] {
    var pairs: [String] = []
    try memory.forEachUnit(from: nil, to: nil) { pairs.append("\($0.source) = \($0.target)") }
    return pairs.sorted()
  }

  /// The pairs a person has accepted.
  private func accepted() throws -> [String] {
    try project.beads(1, from: 0, count: 500).filter { $0.status == .accepted && !$0.isDropped }
      .map { bead in bead.sides.map { $0.map(\.current).joined(separator: " ") } }
      .filter { !$0[0].isEmpty && !$0[1].isEmpty }
      .map { "\($0[0]) = \($0[1])" }.sorted()
  }

  @Test func acceptedBeadsAreFound() throws {
    let bead = try project.beads(1, from: 3, count: 1)[0]
    try project.apply(.status(bead: bead.id, .accepted))
    #expect(try project.waitingForMemory() == 1)
    try flow()
    #expect(try project.waitingForMemory() == 0)
    let context = MemoryContext(
      previous: bead.sides[0][0].text.replacing("3", with: "2"),
      next: bead.sides[0][0].text.replacing("3", with: "4"))
    let found = try memory.matches(
      for: bead.sides[0][0].text, from: .nb, to: .en, context: context)
    #expect(found.first?.kind == .context)
    #expect(found.first?.unit.target == bead.sides[1][0].text)
    #expect(found.first?.unit.document == "long.samsvar")
  }

  @Test func whatIsTakenBackIsTakenOut() throws {
    let bead = try project.beads(1, from: 3, count: 1)[0]
    try project.apply(.status(bead: bead.id, .accepted))
    try flow()
    try project.apply(.text(segment: bead.sides[1][0].id, "Another sentence."))
    try flow()
    #expect(try pairs() == ["\(bead.sides[0][0].text) = Another sentence."])
    try project.apply(.drop(bead: bead.id, true))
    try flow()
    #expect(try pairs().isEmpty)
    for _ in 0..<3 { try project.undo() }
    try flow()
    #expect(try pairs().isEmpty)
    try project.redo()
    try flow()
    #expect(try pairs() == accepted())
    #expect(try pairs().count == 1)
  }

  @Test func aSummaryHasNoPairs() throws {
    let summary = try ProjectSamples.summary(folder)
    let bead = try summary.beads(1, from: 0, count: 1)[0]
    try summary.apply(.status(bead: bead.id, .accepted))
    var lemmas = MemoryLemmas.none
    #expect(try summary.remember(in: memory, changed: "", lemmas: &lemmas) == 1)
    #expect(try pairs().isEmpty)
  }

  /// Whatever is edited, taken back and made again: the memory has the accepted pairs, and no others.
  @Test(arguments: [1, 2, 3])
  func theMemoryHasWhatIsAccepted(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for number in 1...400 {
      let count = try project.counts(1).beads
      let bead = try project.beads(1, from: Int.random(in: 0..<count, using: &random), count: 1)[0]
      do {
        switch Int.random(in: 0..<9, using: &random) {
        case 0...2: try project.apply(.status(bead: bead.id, .accepted))
        case 3: try project.apply(.status(bead: bead.id, .open))
        case 4: try project.apply(.merge(bead: bead.id))
        case 5: try project.apply(.drop(bead: bead.id, Bool.random(using: &random)))
        case 6: try project.undo()
        case 7: try project.redo()
        default:
          guard let segment = bead.sides.joined().randomElement(using: &random) else { break }
          try project.apply(.text(segment: segment.id, "Endret \(number)"))
        }
      } catch ProjectError.refused {}
      if number.isMultiple(of: 40) {
        try flow()
        #expect(try Set(pairs()) == Set(accepted()))
      }
    }
  }
}
