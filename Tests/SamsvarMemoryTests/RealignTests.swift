import SamsvarMemory
import SamsvarModel
import SamsvarTestSupport
import Testing

@Suite("Realigning and checking") struct RealignTests {
  let folder: TemporaryFolder
  let project: Project

  init() throws {
    folder = try TemporaryFolder()
    project = try ProjectSamples.translation(folder)
  }

  @Test func `accepted beads stand, the rest is put anew, and can be undone`() throws {
    let beads = try project.all()
    try project.apply(.status(bead: beads[2].id, .accepted))
    try project.apply(.note(bead: beads[3].id, "husk"))
    let before = try project.export()
    let start = try project.realignmentStart(1)
    #expect(start.fixed == [[2..<3, 2..<4]])
    try project.realign(
      1, from: start,
      [
        .init(sides: [0..<2, 0..<2], confidence: 0.7), .init(sides: [2..<3, 2..<4], confidence: 1),
        .init(sides: [3..<5, 4..<5], confidence: 0.6),
      ])
    let now = try project.all()
    #expect(now.map(\.shape) == ["2-2", "1-2", "2-1"])
    #expect(now[1].id == beads[2].id && now[1].status == .accepted)
    #expect(now[2].note == "husk")
    try project.verify()
    try project.undo()
    #expect(try project.export() == before)
  }

  @Test func `a realignment made from an older state is refused`() throws {
    let start = try project.realignmentStart(1)
    try project.apply(.status(bead: try project.all()[0].id, .accepted))
    #expect(throws: ProjectError.self) {
      try project.realign(1, from: start, [.init(sides: [0..<5, 0..<5], confidence: 1)])
    }
  }

  @Test func `beads that would drop a segment are refused`() throws {
    let start = try project.realignmentStart(1)
    #expect(throws: ProjectError.self) {
      try project.realign(1, from: start, [.init(sides: [0..<5, 0..<4], confidence: 1)])
    }
    #expect(try project.all().count == 5)
  }

  @Test func `findings are kept, accepted with a reason, and fixed`() throws {
    let target = try project.all()[1].sides[1][0]
    let span = ProjectFinding.Span(segment: target.id, start: 14, end: 17, text: "1.2")
    let word = ProjectFinding.Span(segment: target.id, start: 26, end: 32, text: "kroner")
    func finding(_ rule: String, _ span: ProjectFinding.Span, _ new: String?) -> ProjectFinding {
      ProjectFinding(
        bitext: 1, segment: target.id, rule: rule, category: "number", severity: "error",
        fingerprint: rule,
        detail: .init(
          concept: nil, source: nil, target: span, message: "m", reason: "r",
          fix: new == nil ? nil : span, replacement: new))
    }
    let all = [
      finding("a.b", span, "12.25"), finding("c.d", word, "NOK"), finding("e.f", span, nil),
    ]
    try project.keep(all, of: 1, revision: 0)
    #expect(try project.counts(1).findings == 3)
    #expect(try project.seek(.finding, in: 1, from: 0, .down)?.row == 1)
    let rows = try project.findings(FindingFilter(bitext: 1)).rows.map(\.finding)
    #expect(throws: ProjectError.self) {
      try project.apply(.acceptFinding(rows[2].id, reason: " "))
    }
    try project.apply(.acceptFinding(rows[2].id, reason: "er riktig"))
    try project.apply(.applyFix(rows[0].id))
    try project.apply(.applyFixes(rule: "c.d"))
    #expect(try project.all()[1].sides[1][0].current == "It amounts to 12.25 billion NOK.")
    let states = try project.findings(FindingFilter(bitext: 1)).rows.map(\.finding.state)
    #expect(states == [.fixed, .fixed, .accepted])
    let revision = try project.revision().edit
    try project.keep(all, of: 1, revision: revision)
    #expect(
      try project.findings(FindingFilter(rule: "e.f")).rows.map(\.finding.state) == [.accepted])
    #expect(try project.findings(FindingFilter(state: .open)).total == 2)
  }

  @Test func `edited text makes its findings stale`() throws {
    let target = try project.all()[1].sides[1][0]
    try project.keep(
      [
        ProjectFinding(
          bitext: 1, segment: target.id, rule: "a.b", category: "number", severity: "error",
          fingerprint: "1",
          detail: .init(
            concept: nil, source: nil, target: nil, message: "m", reason: "r", fix: nil,
            replacement: nil))
      ], of: 1, revision: 0)
    try project.apply(.text(segment: target.id, "It is 1.2 billion."))
    #expect(try project.counts(1).findings == 0)
    try project.undo()
    #expect(try project.counts(1).findings == 1)
  }

  @Test func `links of a summary are added and removed, its beads are not moved`() throws {
    let project = try ProjectSamples.summary(folder)
    let sources = try project.segments(1, side: 0)
    let beads = try project.all()
    let summary = beads[1].sides[1][0]
    try project.apply(.addLink(summary: summary.id, source: sources[1].id))
    try project.apply(.removeLink(summary: beads[0].sides[1][0].id, source: sources[2].id))
    #expect(
      try project.links(1).map { [$0.summary, $0.source] } == [
        [beads[0].sides[1][0].id, sources[0].id], [summary.id, sources[1].id],
      ])
    #expect(throws: ProjectError.self) {
      try project.apply(.addLink(summary: sources[0].id, source: summary.id))
    }
    #expect(throws: ProjectError.self) { try project.apply(.merge(bead: beads[0].id)) }
    try project.apply(.status(bead: beads[0].id, .accepted))
  }

  @Test func `terms are added and admitted`() throws {
    try project.apply(.addTerm(terms: ["nb": "statsbudsjett", "en": "fiscal  budget"]))
    try project.apply(.admitTerm(concept: "added-1", language: "en", term: "state budget"))
    let concept = try project.termbase().concepts[0]
    #expect(concept.terms(in: .en).map(\.term) == ["fiscal budget", "state budget"])
    #expect(concept.terms(in: .en).map(\.status) == [.preferred, .admitted])
    try project.undo()
    try project.undo()
    #expect(try project.termbase().concepts.isEmpty)
  }
}
