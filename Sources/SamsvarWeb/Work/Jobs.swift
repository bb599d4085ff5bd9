import Foundation
import Samsvar
import SamsvarMemory
import Synchronization

/// Long work beside the app: realigning and checking, with progress and cancel.
actor Jobs {
  /// What is to be done.
  enum Kind: String, Codable, Sendable { case realign, check }

  /// How a job stands.
  struct Status: Codable, Sendable {
    var id: Int
    var kind: Kind
    var bitext: Int64
    /// `running`, `done`, `cancelled` or `failed`.
    var state: String
    /// The share that is done, 0 to 1.
    var progress: Double
    var message: String?
    var result: EditResult?
  }

  private let desk: Desk
  private var jobs: [Int: (status: Status, share: Share, task: Task<Void, Never>)] = [:]
  private var last = 0
  private static let kept = 50

  /// How far a job is and whether it is to stop, seen by both sides.
  private final class Share: Sendable {
    private let state = Mutex((progress: 0.0, isStopped: false))

    var progress: Double { state.withLock { $0.progress } }
    func stop() { state.withLock { $0.isStopped = true } }

    /// Notes the progress; whether to go on.
    func report(_ progress: Double) -> Bool {
      state.withLock {
        $0.progress = progress
        return !$0.isStopped
      }
    }
  }

  init(desk: Desk) { self.desk = desk }

  /// Starts a job; one at a time for a bitext.
  ///
  /// - Throws: `ProjectError.refused` while another one runs.
  func start(_ kind: Kind, _ bitext: Int64) throws -> Status {
    _ = try desk.project.bitext(bitext)
    if jobs.values.contains(where: { $0.status.bitext == bitext && $0.status.state == "running" }) {
      throw ProjectError.refused("a job is running for this text already; wait, or cancel it")
    }
    last += 1
    let (id, share, desk) = (last, Share(), self.desk)
    let status = Status(id: id, kind: kind, bitext: bitext, state: "running", progress: 0)
    let task = Task.detached(priority: .utility) {
      do {
        let result = try await Self.work(kind, bitext, desk, share)
        await self.finish(id, "done", nil, result)
      } catch is CancellationError {
        await self.finish(id, "cancelled", nil, nil)
      } catch {
        await self.finish(id, "failed", Refusal(error).message, nil)
      }
    }
    jobs[id] = (status, share, task)
    if let old = jobs.keys.min(), jobs.count > Self.kept { jobs[old] = nil }
    return status
  }

  private static func work(
    _ kind: Kind, _ bitext: Int64, _ desk: Desk, _ share: Share
  ) async throws -> EditResult {
    let pipeline = try await desk.pipeline()
    // Someone may edit meanwhile: then the work is done once more from what is there now.
    for attempt in 1...3 {
      do {
        switch kind {
        case .realign: return try realign(bitext, desk.project, pipeline, share)
        case .check: return try check(bitext, desk.project, pipeline, share)
        }
      } catch ProjectError.refused(let why) where why.contains("meanwhile") && attempt < 3 {
        continue
      }
    }
    throw ProjectError.refused("the project was edited all the while; try again")
  }

  private static func realign(
    _ bitext: Int64, _ project: Project, _ pipeline: Pipeline, _ share: Share
  ) throws -> EditResult {
    let start = try project.realignmentStart(bitext)
    let beads = try Realignment(start: start, pipeline: pipeline).beads { share.report($0) }
    guard share.report(0.97) else { throw CancellationError() }
    return try project.realign(bitext, from: start, beads)
  }

  private static func check(
    _ bitext: Int64, _ project: Project, _ pipeline: Pipeline, _ share: Share
  ) throws -> EditResult {
    let (revision, reviewed) = try project.reviewed(bitext)
    let termbase = try project.termbase()
    var findings: [ProjectFinding] = []
    let others = 1..<reviewed.sides.count
    for side in others {
      guard share.report(0.1 + 0.8 * Double(side - 1) / Double(others.count)) else {
        throw CancellationError()
      }
      let analysed = Desk.Analysed(
        reviewed: reviewed, analysis: try reviewed.analysis(pipeline, side: side),
        termbase: termbase)
      guard share.report(0.5 * Double(side) / Double(others.count)) else {
        throw CancellationError()
      }
      findings += try Checking(analysed: analysed, side: side).findings(pipeline)
    }
    guard share.report(0.95) else { throw CancellationError() }
    return try project.keep(findings, of: bitext, revision: revision)
  }

  private func finish(_ id: Int, _ state: String, _ message: String?, _ result: EditResult?) {
    jobs[id]?.status.state = state
    jobs[id]?.status.message = message
    jobs[id]?.status.result = result
    if state == "done" { jobs[id]?.status.progress = 1 }
  }

  /// How a job stands.
  ///
  /// - Throws: `ProjectError.notFound`.
  func status(_ id: Int) throws(ProjectError) -> Status {
    guard let job = jobs[id] else { throw .notFound("the job \(id)") }
    var status = job.status
    if status.state == "running" { status.progress = job.share.progress }
    return status
  }

  /// Stops a job; what it would have changed is not written.
  ///
  /// - Throws: `ProjectError.notFound`.
  func cancel(_ id: Int) throws(ProjectError) -> Status {
    guard let job = jobs[id] else { throw .notFound("the job \(id)") }
    job.share.stop()
    return try status(id)
  }
}
