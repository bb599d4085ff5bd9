import Foundation
import Hummingbird
import Samsvar
import SamsvarMemory
import SamsvarText

extension ReviewRoutes {
  private struct NewJob: Codable, Sendable {
    var kind: Jobs.Kind
    var bitext: Int64
  }

  /// Jobs on the project, and aligning and checking of texts that stand in no project.
  func addWork(_ api: RouterGroup<ReviewContext>) {
    api.post("jobs") { request, _ in
      let job = try await request.value(NewJob.self)
      return Answer.json(try await jobs.start(job.kind, job.bitext), status: .accepted)
    }
    api.get("jobs/:job") { _, context in
      Answer.json(try await jobs.status(Int(try context.key("job"))))
    }
    api.delete("jobs/:job") { _, context in
      Answer.json(try await jobs.cancel(Int(try context.key("job"))))
    }
    api.post("align") { request, _ in try await worker(request, "align") }
    api.post("check") { request, _ in try await worker(request, "check") }
  }

  /// Answers a job of `samsvar worker`; a termbase it names must lie in the project's folder.
  private func worker(_ request: Request, _ command: String) async throws -> Response {
    let body = Data(try await request.bytes())
    guard var job = try? JSONSerialization.jsonObject(with: body) as? [String: Any] else {
      throw Refusal(.badRequest, "malformed", "the body is no JSON object")
    }
    job["command"] = command
    if var options = job["options"] as? [String: Any], let path = options["termbase"] as? String {
      options["termbase"] = try folder.path(path)
      job["options"] = options
    }
    let line = Array(try JSONSerialization.data(withJSONObject: job))
    let answer = Array(Worker(pipeline: try await desk.pipeline()).answer(line).utf8)
    let isFailed = answer.starts(with: Array("{\"error\"".utf8))
    return Answer.bytes(
      answer, type: "application/json", status: isFailed ? .unprocessableContent : .ok)
  }

  /// The project's folder.
  var folder: Folder { Folder(ofProject: project.path) }
}
