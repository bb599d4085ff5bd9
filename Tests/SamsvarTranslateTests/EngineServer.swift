import Foundation
import Glibc
import SamsvarTestSupport

/// The server of `Fixtures/engines`, for as long as the object lives.
///
/// Foundation learns that a program has ended by a socket that closes with it. A server that lives
/// long must not keep those of other programs open, else their ends are never seen: it is not started
/// by Foundation, and closes all but the three standard files.
final class EngineServer {
  let folder: TemporaryFolder
  let address: String
  private let process: pid_t

  /// A server whose requests fail in turn as listed, and then succeed.
  init(failures: [String] = []) throws {
    folder = try TemporaryFolder()
    let port = folder.path("port")
    let list = try folder.write(failures.joined(separator: "\n"), to: "failures")
    process = try Self.start([
      "python3", Paths.file("Tests/SamsvarTranslateTests/Fixtures/engines/server.py"), port, list,
      folder.path("log"),
    ])
    var number = ""
    for _ in 0..<600 where number.isEmpty {
      usleep(50_000)
      let text = (try? String(contentsOfFile: port, encoding: .utf8)) ?? ""
      if text.hasSuffix("\n") { number = text.trimmingCharacters(in: .newlines) }
    }
    address = "http://127.0.0.1:\(number)"
  }

  deinit {
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
  }

  private static func start(_ command: [String]) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { (text: String) in strdup(text) }
    defer { for argument in arguments { free(argument) } }
    arguments.append(nil)
    var process: pid_t = 0
    let result = posix_spawnp(&process, command[0], &actions, nil, arguments, environ)
    guard result == 0 else { throw CocoaError(.executableLoad) }
    return process
  }

  /// The requests so far, one a line.
  var log: [String] {
    ((try? String(contentsOfFile: folder.path("log"), encoding: .utf8)) ?? "")
      .split(separator: "\n").map(String.init)
  }
}
