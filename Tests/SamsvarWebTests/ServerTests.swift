import Foundation
import SamsvarMemory
import SamsvarTestSupport
import Testing
import Yams

@Suite("The review server") struct ServerTests {
  /// Every address and method of the description, with an example of what it takes.
  private struct Operation {
    var method: String
    var path: String
    var query: String
    var body: Any?
    var statuses: Set<Int>
    var required: [Int: [String]]
  }

  private static func operations() throws -> [Operation] {
    let text = try String(
      contentsOfFile: Paths.file("Documentation/review-api.yaml"), encoding: .utf8)
    let document = try #require(try Yams.load(yaml: text) as? [String: Any])
    let components = try #require(document["components"] as? [String: [String: [String: Any]]])
    func resolved(_ node: [String: Any]) -> [String: Any] {
      guard let reference = node["$ref"] as? String else { return node }
      let parts = reference.split(separator: "/").map(String.init)
      return components[parts[2]]?[parts[3]] ?? [:]
    }
    let paths = try #require(document["paths"] as? [String: [String: Any]])
    return try paths.sorted { $0.key < $1.key }.flatMap { path, methods in
      try methods.filter { $0.key != "parameters" }.sorted { $0.key > $1.key }.map {
        method, value in
        let operation = try #require(value as? [String: Any])
        let parameters = (operation["parameters"] as? [[String: Any]] ?? []).map(resolved)
        let query = parameters.compactMap { parameter in
          parameter["example"].map { "\(parameter["name"] ?? "")=\($0)" }
        }
        let body =
          ((operation["requestBody"] as? [String: Any])?["content"] as? [String: Any])?
          .values.first as? [String: Any]
        var required: [Int: [String]] = [:]
        for (status, response) in operation["responses"] as? [String: [String: Any]] ?? [:] {
          let content = resolved(response)["content"] as? [String: [String: Any]]
          let schema = content?["application/json"]?["schema"] as? [String: Any]
          required[Int(status) ?? 0] = schema?["required"] as? [String] ?? []
        }
        return Operation(
          method: method.uppercased(), path: path, query: query.joined(separator: "&"),
          body: body?["example"], statuses: Set(required.keys), required: required)
      }
    }
  }

  @Test func `every operation of the description answers as described`() async throws {
    let server = try RunningServer()
    let operations = try Self.operations()
    #expect(operations.count == 20)
    for operation in operations {
      let path = operation.path.replacingOccurrences(of: "{bitext}", with: "1")
        .replacingOccurrences(of: "{job}", with: "1")
      let query = operation.query.isEmpty ? "" : "?" + operation.query
      let needsBody = operation.method == "POST" && operation.body == nil
      let answer = try await server.send(
        operation.method, path + query, needsBody ? [String: Any]() : operation.body)
      let name = "\(operation.method) \(operation.path): \(answer.status)"
      #expect(operation.statuses.contains(answer.status), "\(name)")
      let missing = (operation.required[answer.status] ?? []).filter { answer.object[$0] == nil }
      #expect(missing.isEmpty, "\(name) lacks \(missing)")
    }
  }

  @Test func `an address that is not described does not answer`() async throws {
    let server = try RunningServer()
    for path in ["/api", "/api/bitexts/1", "/api/bitexts/x/beads", "/assets/Package.swift"] {
      #expect(try await server.send("GET", path).status == 404, "\(path)")
    }
    #expect(try await server.send("PUT", "/api/edits", [String: Any]()).status == 404)
  }

  @Test(arguments: [
    ("Authorization", "Bearer wrong", 401), ("Authorization", "", 401),
    ("Origin", "http://evil.example", 403), ("Origin", "null", 403),
    ("Sec-Fetch-Site", "cross-site", 403), ("Sec-Fetch-Site", "same-site", 403),
    ("Content-Type", "text/plain", 415),
  ])
  func `who may not is refused, and nothing is changed`(
    field: String, value: String, status: Int
  ) async throws {
    let server = try RunningServer()
    let edit: [String: Any] = ["edit": "merge", "bead": 1]
    let answer = try await server.send("POST", "/api/edits", edit, headers: [field: value])
    #expect(answer.status == status)
    #expect((answer.object["error"] as? [String: String])?["message"]?.isEmpty == false)
    let history = try await server.send("GET", "/api/history")
    #expect((history.object["entries"] as? [Any])?.isEmpty == true)
  }

  @Test func `accepted pairs flow into the memory, and those taken back out of it`() async throws {
    let memory = try TemporaryFolder()
    let path = memory.path("news.memory")
    let server = try RunningServer(
      ["article.nb.txt", "article.en.txt"], ["--memory", path])
    func count(is wanted: Int) async throws -> Bool {
      for _ in 0..<100 {
        let waiting =
          try await server.send("GET", "/api/project").object["memory"] as? [String: Any]
        if waiting?["waiting"] as? Int == 0 {
          let store = try TranslationMemory(path: path, isReadOnly: true)
          if try store.statistics().pairs.map(\.count).reduce(0, +) == wanted { return true }
        }
        try await Task.sleep(for: .milliseconds(100))
      }
      return false
    }
    let page = try await server.send("GET", "/api/bitexts/1/beads?from=0&count=9").object
    let beads = try #require(page["beads"] as? [[String: Any]])
    let ids = beads.filter { $0["shape"] as? String == "1-1" }.compactMap { $0["id"] as? Int }
    for id in ids.prefix(3) {
      let answer = try await server.send(
        "POST", "/api/edits", ["edit": "status", "bead": id, "status": "accepted"])
      #expect(answer.status == 200)
    }
    #expect(try await count(is: 3))
    _ = try await server.send("POST", "/api/undo", [:] as [String: Any])
    #expect(try await count(is: 2))
  }

  @Test func `a job can be cancelled, and changes nothing then`() async throws {
    let server = try RunningServer()
    let job = try await server.send("POST", "/api/jobs", ["kind": "realign", "bitext": 1])
    #expect(job.status == 202)
    _ = try await server.send("DELETE", "/api/jobs/1")
    var state = "running"
    while state == "running" {
      try await Task.sleep(for: .milliseconds(50))
      let now = try await server.send("GET", "/api/jobs/1")
      state = now.object["state"] as? String ?? ""
    }
    // The job may be done before it can be cancelled; it is never half done.
    #expect(["cancelled", "done"].contains(state))
    let history = try await server.send("GET", "/api/history")
    let entries = try #require(history.object["entries"] as? [Any])
    #expect(entries.isEmpty || state == "done")
  }

  @Test(
    arguments: [
      (["--port", "99999", "a"], 2), (["--summary", "a"], 2), ([], 2),
      (["missing.nb.txt", "missing.en.txt", "--no-open"], 3),
    ] as [([String], Int32)])
  func `what cannot be opened is said`(arguments: [String], status: Int32) throws {
    let program = Paths.samsvar.deletingLastPathComponent().appending(path: "samsvar-review")
    let folder = try TemporaryFolder()
    let result = try Program.run(
      program, arguments.map { $0.hasPrefix("missing") ? folder.path($0) : $0 })
    #expect(result.status == status)
    #expect(!result.error.isEmpty)
  }

  @Test func `samsvar review starts the app beside it`() throws {
    let result = try Program.samsvar("review", "--help")
    #expect(result.status == 0)
    #expect(result.output.contains("samsvar-review"))
  }
}
