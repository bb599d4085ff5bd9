import Foundation
import FoundationNetworking
import SamsvarTestSupport

/// The real `samsvar-review` as a process, on copies of the libya example.
final class RunningServer {
  static let token = "a-token-for-tests"
  let folder: TemporaryFolder
  let url: String
  private let process = Process()

  struct Answer {
    var status: Int
    var data: Data
    /// The body as a JSON object; empty where it is none.
    var object: [String: Any] {
      (try? JSONSerialization.jsonObject(with: data) as? [String: Any]) ?? [:]
    }
  }

  struct NotStarted: Error {}

  init(_ files: [String] = ["article.nb.txt", "article.en.txt"], _ more: [String] = []) throws {
    folder = try TemporaryFolder()
    for name in ["article.nb.txt", "article.en.txt", "summary-errors.en.txt"] {
      let text = try Data(contentsOf: URL(fileURLWithPath: Paths.file("Examples/libya/\(name)")))
      _ = try folder.write(text, to: name)
    }
    process.executableURL = Paths.samsvar.deletingLastPathComponent().appending(
      path: "samsvar-review")
    process.arguments = files.map { [folder] in folder.path($0) } + ["--no-open"] + more
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["SAMSVAR_REVIEW_TOKEN": Self.token]
    ) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    var line = Data()
    while line.last != 0x0A {
      let data = pipe.fileHandleForReading.availableData
      if data.isEmpty { throw NotStarted() }
      line += data
    }
    url = String(String(decoding: line, as: UTF8.self).prefix { $0 != "?" }.dropLast())
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
  }

  /// Sends a request and waits for the answer.
  func send(
    _ method: String, _ path: String, _ body: Any? = nil, headers: [String: String] = [:]
  ) async throws -> Answer {
    guard let address = URL(string: url + path) else { throw NotStarted() }
    var request = URLRequest(url: address)
    request.httpMethod = method
    request.setValue("Bearer \(Self.token)", forHTTPHeaderField: "Authorization")
    request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
    if let body { request.httpBody = try JSONSerialization.data(withJSONObject: body) }
    let (data, response) = try await URLSession.shared.data(for: request)
    return Answer(status: (response as? HTTPURLResponse)?.statusCode ?? 0, data: data)
  }
}
