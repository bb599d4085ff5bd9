import Hummingbird
import SamsvarMemory

/// The addresses of the app and what answers there.
struct ReviewRoutes: Sendable {
  let desk: Desk
  let assets: Assets
  let gate: Gate
  let jobs: Jobs
  /// Where accepted beads go; nil without a memory.
  let flow: MemoryFlow?

  var project: Project { desk.project }

  init(desk: Desk, assets: Assets, gate: Gate, flow: MemoryFlow? = nil) {
    self.desk = desk
    self.assets = assets
    self.gate = gate
    self.flow = flow
    jobs = Jobs(desk: desk)
  }

  /// The router.
  var router: Router<ReviewContext> {
    let router = Router(context: ReviewContext.self)
    router.add(middleware: gate)
    router.get("/") { _, _ in try asset("index.html") }
    router.get("/assets/:name") { _, context in
      try asset(context.parameters.get("name") ?? "")
    }
    let api = router.group("/api")
    addReading(api)
    addEditing(api)
    addWork(api)
    addFiles(api)
    return router
  }

  private func asset(_ name: String) throws -> Response {
    guard let file = assets[name] else { throw HTTPError(.notFound) }
    return Answer.bytes(file.bytes, type: file.type)
  }
}
