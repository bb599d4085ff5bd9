import SamsvarMemory
import SamsvarTestSupport
import Testing

@Suite("Edits") struct EditTests {
  let folder: TemporaryFolder
  let project: Project

  init() throws {
    folder = try TemporaryFolder()
    project = try ProjectSamples.translation(folder)
  }

  @Test func `a status is set, undone and redone, also after opening again`() throws {
    let first = try project.all()[0].id
    try project.apply(.status(bead: first, .accepted))
    #expect(try project.all()[0].status == .accepted)
    let again = try Project(path: project.path)
    try again.undo()
    #expect(try again.all()[0].status == .open)
    try again.redo()
    #expect(try again.all()[0].status == .accepted)
  }

  @Test func `an edit that changes nothing leaves no trace`() throws {
    let first = try project.all()[0].id
    #expect(try project.apply(.status(bead: first, .open)).edit == nil)
    #expect(try project.revision().canUndo == false)
    try project.apply(.status(bead: first, .accepted))
    try project.undo()
    #expect(try project.apply(.status(bead: first, .open)).edit == nil)
    #expect(try project.revision().canRedo)
  }

  @Test func `accept all above leaves what was judged`() throws {
    let beads = try project.all()
    try project.apply(.status(bead: beads[1].id, .rejected))
    try project.apply(.acceptAbove(bead: beads[2].id))
    #expect(
      try project.all().map(\.status) == [.accepted, .rejected, .accepted, .open, .open])
    let counts = try project.counts(1)
    #expect(counts.accepted == 2 && counts.open == 2 && counts.rejected == 1 && counts.left == 2)
  }

  @Test func `merge joins two beads and keeps notes`() throws {
    let beads = try project.all()
    try project.apply(.note(bead: beads[1].id, "se her"))
    try project.apply(.merge(bead: beads[0].id))
    let merged = try project.all()
    #expect(merged.map(\.shape) == ["2-2", "1-2", "1-1", "1-0"])
    #expect(merged[0].note == "se her")
    #expect(merged[0].isChanged)
    #expect(throws: ProjectError.self) { try project.apply(.merge(bead: merged[3].id)) }
  }

  @Test func `split at a caret inside a segment makes two segments of it`() throws {
    let bead = try project.all()[2]
    let caret = "Åse Øvrebø sier nei. ".utf16.count
    try project.apply(.split(segment: bead.sides[0][0].id, utf16: caret))
    #expect(
      try Array(project.texts()[2...3]) == [
        "Åse Øvrebø sier nei. | Åse Øvrebø says no. + She will vote against it.",
        "Hun vil stemme mot. | ",
      ])
    let parts = try project.all()[2...3].map { $0.sides[0][0] }
    #expect(parts[0].end - parts[0].start == "Åse Øvrebø sier nei.".utf8.count)
    #expect(parts[1].start == parts[0].end + 1)
    try project.apply(.move(.init(bead: bead.id, side: 1), .down))
    #expect(try project.texts()[3] == "Hun vil stemme mot. | She will vote against it.")
    try project.verify()
  }

  @Test func `split between segments splits the bead alone`() throws {
    let bead = try project.all()[2]
    try project.apply(.split(segment: bead.sides[1][1].id, utf16: 0))
    #expect(try project.all().map(\.shape) == ["1-1", "1-1", "1-1", "0-1", "1-1", "1-0"])
  }

  @Test(arguments: [-1, 0, 36, 37, 4_000])
  func `a caret where there is nothing to split is refused`(caret: Int) throws {
    let bead = try project.all()[4]
    let before = try project.export()
    #expect(throws: ProjectError.self) {
      try project.apply(.split(segment: bead.sides[0][0].id, utf16: caret))
    }
    #expect(try project.export() == before)
  }

  @Test func `an edited segment is split where its original has about the same share`() throws {
    let segment = try project.all()[2].sides[0][0]
    try project.apply(.text(segment: segment.id, "Åse Ø. seier nei. Ho vil røyste imot."))
    try project.apply(.split(segment: segment.id, utf16: "Åse Ø. seier nei. ".utf16.count))
    let parts = try project.all()[2...3].map { $0.sides[0][0] }
    #expect(parts.map(\.edited) == ["Åse Ø. seier nei.", "Ho vil røyste imot."])
    #expect(parts.map(\.text).joined(separator: " ") == segment.text)
  }

  @Test func `a moved segment goes to the bead above or below`() throws {
    let beads = try project.all()
    try project.apply(.move(.init(bead: beads[2].id, side: 1), .up))
    #expect(try project.all().map(\.shape) == ["1-1", "1-2", "1-1", "1-1", "1-0"])
    try project.apply(.move(.init(bead: beads[4].id, side: 0), .up))
    #expect(try project.all().map(\.shape) == ["1-1", "1-2", "1-1", "2-1"])
    #expect(throws: ProjectError.self) {
      try project.apply(.move(.init(bead: beads[0].id, side: 2), .up))
    }
  }

  @Test func `moved beyond the first bead, a segment gets a bead of its own`() throws {
    let bead = try project.all()[0]
    try project.apply(.move(.init(bead: bead.id, side: 0), .up))
    #expect(try project.all().map(\.shape).prefix(2) == ["1-0", "0-1"])
  }

  @Test func `unlink parts the sides, link puts them together again`() throws {
    let bead = try project.all()[0]
    try project.apply(.unlink(bead: bead.id))
    let parts = try project.all()
    #expect(parts.map(\.shape).prefix(2) == ["1-0", "0-1"])
    try project.apply(
      .link(.init(bead: parts[0].id, side: 0), .init(bead: parts[1].id, side: 1)))
    let linked = try project.all()
    #expect(linked.map(\.shape) == ["1-1", "1-1", "1-2", "1-1", "1-0"])
    #expect(!linked[0].isCrossing)
  }

  @Test func `far cells out of order are linked as crossing, and go back when unlinked`() throws {
    let before = try project.all()
    try project.apply(
      .link(.init(bead: before[0].id, side: 0), .init(bead: before[3].id, side: 1)))
    let linked = try project.all()
    let crossing = try #require(linked.first { $0.isCrossing })
    #expect(crossing.sides[0][0].text == ProjectSamples.source[0])
    #expect(crossing.sides[1][0].text == ProjectSamples.target[4])
    try project.verify()
    #expect(throws: ProjectError.self) { try project.apply(.merge(bead: crossing.id)) }
    try project.apply(.unlink(bead: crossing.id))
    try project.verify()
    #expect(try project.all().allSatisfy { !$0.isCrossing })
  }

  @Test func `edited text is marked and the one read is kept`() throws {
    let segment = try project.all()[0].sides[1][0]
    try project.apply(.text(segment: segment.id, "The cabinet presented\nthe budget today."))
    let edited = try project.all()[0].sides[1][0]
    #expect(edited.edited == "The cabinet presented the budget today.")
    #expect(edited.text == segment.text)
    try project.apply(.text(segment: segment.id, segment.text))
    #expect(try project.all()[0].sides[1][0].edited == nil)
    #expect(throws: ProjectError.self) { try project.apply(.text(segment: segment.id, " \n")) }
  }

  @Test func `search and replace with groups, one edit for all places`() throws {
    try project.apply(
      .replace(
        .init(bitext: 1, side: 1, pattern: #"(\d)\.(\d) billion"#, template: "$1,$2 milliard")))
    #expect(try project.all()[1].sides[1][0].current == "It amounts to 1,2 milliard kroner.")
    try project.apply(
      .replace(.init(bitext: 1, pattern: "øvrebø", template: "O", isCaseSensitive: false)))
    #expect(try project.all()[2].sides.map { $0[0].current.contains("O ") } == [true, true])
    try project.undo()
    #expect(try project.all()[2].sides[0][0].edited == nil)
  }

  @Test(arguments: ["(", "", "^.*$"])
  func `an expression that is none, or would empty a segment, is refused`(pattern: String) throws {
    #expect(throws: ProjectError.self) {
      try project.apply(.replace(.init(bitext: 1, pattern: pattern, template: "")))
    }
  }

  @Test func `plain text is taken as it is`() throws {
    try project.apply(
      .replace(.init(bitext: 1, pattern: "no.", template: "$1", isRegex: false)))
    #expect(try project.all()[2].sides[1][0].current == "Åse Øvrebø says $1")
  }

  @Test func `searches find the next and the previous bead`() throws {
    let beads = try project.all()
    try project.apply(.bookmark(bead: beads[2].id, true))
    #expect(try project.seek(.doubtful, in: 1, from: 0, .down)?.row == 1)
    #expect(try project.seek(.doubtful, in: 1, from: 1, .down)?.row == 3)
    #expect(try project.seek(.irregular, in: 1, from: 0, .down)?.row == 2)
    #expect(try project.seek(.bookmarked, in: 1, from: 4, .up)?.row == 2)
    #expect(try project.seek(.left, in: 1, from: -1, .down)?.row == 0)
    #expect(try project.seek(.finding, in: 1, from: 0, .down) == nil)
    let text = Edit.Replacement(bitext: 1, pattern: "[Mm]ay", template: "")
    #expect(try project.seek(.text(text), in: 1, from: 0, .down)?.row == 3)
  }
}
