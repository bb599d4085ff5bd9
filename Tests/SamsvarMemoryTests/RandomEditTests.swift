import SamsvarMemory
import SamsvarTestSupport
import Testing

@Suite("Random edits") struct RandomEditTests {
  @Test func `5,000 edits keep the laws, and undoing them all restores the first state`() throws {
    let folder = try TemporaryFolder()
    let project = try ProjectSamples.long(folder, count: 60, isDurable: false)
    let first = try project.export()
    var random = SeededGenerator(seed: 1)
    var made = 0
    var number = 0
    while made < 5_000 {
      number += 1
      do {
        if try project.apply(Self.edit(project, &random)).edit != nil { made += 1 }
      } catch ProjectError.refused {}
      if number.isMultiple(of: 100) { try project.verify() }
      if number.isMultiple(of: 200) {
        let now = try project.export()
        let steps = Int.random(in: 1...5, using: &random)
        for _ in 0..<min(steps, made) { try project.undo() }
        for _ in 0..<min(steps, made) { try project.redo() }
        #expect(try project.export() == now)
      }
    }
    try project.verify()
    let last = try project.export()
    for _ in 0..<made { try project.undo() }
    #expect(try project.export() == first)
    #expect(throws: ProjectError.self) { try project.undo() }
    for _ in 0..<made { try project.redo() }
    #expect(try project.export() == last)
  }

  /// Some edit of some bead.
  private static func edit(
    _ project: Project, _ random: inout SeededGenerator
  ) throws -> Edit {
    let count = try project.counts(1).beads
    func bead() throws -> ProjectBead {
      try project.beads(1, from: Int.random(in: 0..<count, using: &random), count: 1)[0]
    }
    let one = try bead()
    let side = Int.random(in: 0...1, using: &random)
    let segment = one.sides.joined().randomElement(using: &random) ?? one.sides[0][0]
    switch Int.random(in: 0..<13, using: &random) {
    case 0: return .status(bead: one.id, BeadStatus.allCases.randomElement(using: &random) ?? .open)
    case 1: return .merge(bead: one.id)
    case 2, 3:
      return .split(
        segment: segment.id,
        utf16: Int.random(in: 0...segment.current.utf16.count, using: &random))
    case 4, 5:
      return .move(.init(bead: one.id, side: side), Bool.random(using: &random) ? .up : .down)
    case 6: return .unlink(bead: one.id)
    case 7:
      return .link(
        .init(bead: one.id, side: side), .init(bead: try bead().id, side: 1 - side))
    case 8: return .drop(bead: one.id, Bool.random(using: &random))
    case 9:
      return .text(segment: segment.id, "Endret \(Int.random(in: 0...99, using: &random)) ord")
    case 10: return .note(bead: one.id, "merk \(Int.random(in: 0...9, using: &random))")
    case 11: return .bookmark(bead: one.id, Bool.random(using: &random))
    default:
      return .replace(
        .init(
          bitext: 1, pattern: #"(\w+) \#(Int.random(in: 0...59, using: &random))\b"#,
          template: "$1 X"))
    }
  }
}
