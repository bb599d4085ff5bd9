import Foundation
import SamsvarTestSupport

/// The server of `Fixtures/engines`, for as long as the object lives.
final class EngineServer {
  let folder: TemporaryFolder
  let address: String
  private let process = Process()

  /// A server whose requests fail in turn as listed, and then succeed.
  init(failures: [String] = []) throws {
    folder = try TemporaryFolder()
    let port = folder.path("port")
    let list = try folder.write(failures.joined(separator: "\n"), to: "failures")
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", Paths.file("Tests/SamsvarTranslateTests/Fixtures/engines/server.py"), port, list,
      folder.path("log"),
    ]
    try process.run()
    var number = ""
    for _ in 0..<600 where number.isEmpty {
      usleep(50_000)
      let text = (try? String(contentsOfFile: port, encoding: .utf8)) ?? ""
      if text.hasSuffix("\n") { number = text.trimmingCharacters(in: .newlines) }
    }
    address = "http://127.0.0.1:\(number)"
  }

  deinit { process.terminate() }

  /// The requests so far, one a line.
  var log: [String] {
    ((try? String(contentsOfFile: folder.path("log"), encoding: .utf8)) ?? "")
      .split(separator: "\n").map(String.init)
  }
}
