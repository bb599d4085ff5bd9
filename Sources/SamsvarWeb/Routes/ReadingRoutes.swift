import Hummingbird
import Samsvar
import SamsvarMemory

extension ReviewRoutes {
  /// `GET` of the project, its beads, findings and history.
  func addReading(_ api: RouterGroup<ReviewContext>) {
    api.get("project") { _, _ in Answer.json(try await overview()) }
    api.get("bitexts/:bitext/beads") { request, context in
      let bitext = try project.bitext(try context.key("bitext"))
      let count = try request.number("count", or: 100, in: 1...500)
      var row = try request.number("from", or: 0, in: 0...Int.max)
      if let bead = request.text("around").flatMap({ Int64($0) }) {
        guard let place = try project.row(ofBead: bead) else {
          throw ProjectError.notFound("the bead \(bead)")
        }
        row = max(0, place - count / 2)
      }
      return Answer.json(try page(bitext.id, from: row, count: count, phrases(request)))
    }
    api.get("bitexts/:bitext/seek") { request, context in
      Answer.json(try seek(request, try context.key("bitext")))
    }
    api.get("bitexts/:bitext/marks") { request, context in
      let bitext = try project.bitext(try context.key("bitext"))
      let row = try request.number("from", or: 0, in: 0...Int.max)
      let count = try request.number("count", or: 50, in: 1...200)
      let beads = try project.beads(bitext.id, from: row, count: count)
      return Answer.json(["marks": try await desk.marks(bitext, beads)])
    }
    api.get("bitexts/:bitext/summary") { request, context in
      Answer.json(try await summary(try context.key("bitext"), phrases(request)))
    }
    api.get("bitexts/:bitext/terms") { _, context in
      let (_, analysed) = try await desk.analysed(try context.key("bitext"))
      let concepts = try TermUse(analysed: analysed, side: 1)
        .concepts(try await desk.pipeline())
      return Answer.json(["concepts": concepts])
    }
    api.get("findings") { request, _ in Answer.json(try findings(request)) }
    api.get("history") { request, _ in
      let before = request.text("before").flatMap { Int64($0) } ?? .max
      return Answer.json([
        "entries": try project.history(
          limit: try request.number("count", or: 100, in: 1...1000), before: before)
      ])
    }
  }

  /// The language the reader wants messages in.
  func phrases(_ request: Request) -> Phrases {
    let tag = request.text("lang").flatMap { LanguageTag($0) } ?? .en
    return (try? Phrases.installed(tag)) ?? .english
  }

  // MARK: - Answers

  struct Overview: Codable {
    var name: String
    var version: String
    var bitexts: [ProjectBitext]
    var termbase: String?
    var memory: Memory?
    var revision: Revision
    var formats: [String]
  }

  /// The translation memory that accepted beads flow into.
  struct Memory: Codable {
    var path: String
    /// The beads it has yet to hear of.
    var waiting: Int
    /// Why it could not be written, if it could not.
    var trouble: String?
  }

  struct Revision: Codable {
    var edit: Int64
    var canUndo: Bool
    var canRedo: Bool
  }

  struct Page: Codable {
    var bitext: Int64
    var from: Int
    var beads: [ProjectBead]
    var findings: [FindingRow]
    var counts: ReviewCounts
    var revision: Revision
  }

  struct Place: Codable {
    var bead: Int64?
    var row: Int?
  }

  private func overview() async throws -> Overview {
    var memory: Memory?
    if let flow {
      memory = Memory(
        path: flow.path, waiting: try project.waitingForMemory(), trouble: await flow.trouble)
    }
    return Overview(
      name: project.path.split(separator: "/").last.map(String.init) ?? "",
      version: SamsvarVersion.number, bitexts: try project.bitexts(),
      termbase: try project.setting("termbase"), memory: memory, revision: try revision(),
      formats: Export.formats.map(\.rawValue))
  }

  func revision() throws(ProjectError) -> Revision {
    let (edit, canUndo, canRedo) = try project.revision()
    return Revision(edit: edit, canUndo: canUndo, canRedo: canRedo)
  }

  func page(
    _ bitext: Int64, from row: Int, count: Int, _ phrases: Phrases
  ) throws(ProjectError) -> Page {
    let beads = try project.beads(bitext, from: row, count: count)
    let texts = Dictionary(
      beads.flatMap { $0.sides.joined() }.map { ($0.id, $0.current) }, uniquingKeysWith: { $1 })
    let findings = try project.findings(ofBeads: beads.map(\.id))
    return Page(
      bitext: bitext, from: row, beads: beads,
      findings: findings.map { FindingRow($0, phrases) { texts[$0] } },
      counts: try project.counts(bitext), revision: try revision())
  }

  private func seek(_ request: Request, _ bitext: Int64) throws -> Place {
    let name = request.text("what") ?? "left"
    let search: BeadSearch
    if name == "text" {
      search = .text(
        .init(
          bitext: bitext, side: request.text("side").flatMap { Int($0) },
          pattern: request.text("pattern") ?? "", template: "", isRegex: request.flag("regex"),
          isCaseSensitive: request.flag("case")))
    } else if let known = BeadSearch(name) {
      search = known
    } else {
      throw Refusal(.badRequest, "query", "nothing called \"\(name)\" can be looked for")
    }
    let direction: Edit.Direction = request.text("direction") == "previous" ? .up : .down
    let row = try request.number("from", or: -1, in: -1...Int.max)
    let found = try project.seek(search, in: bitext, from: row, direction)
    return Place(bead: found?.bead, row: found?.row)
  }
}
