import Dispatch
public import Foundation

/// A program that did not end in time, and was ended.
public struct ProgramTimeout: Error, CustomStringConvertible {
  /// What was run.
  public var command: String
  /// How long it was waited for.
  public var seconds: Int
  /// What it had said on standard error.
  public var error: String

  /// The message of the test that fails by it.
  public var description: String {
    "`\(command)` did not end within \(seconds) s and was killed; it said: \(error)"
  }
}

/// Runs the real program.
public struct Program {
  /// What a run gave.
  public struct Result {
    /// The exit code.
    public var status: Int32
    /// Standard output.
    public var output: String
    /// Standard error.
    public var error: String
  }

  /// Runs `samsvar` with arguments, and with input on standard input.
  public static func samsvar(
    _ arguments: String..., input: Data = Data(), environment: [String: String] = [:]
  ) throws -> Result {
    try run(Paths.samsvar, arguments, input: input, environment: environment)
  }

  /// Runs a program.
  ///
  /// - Parameter seconds: How long it may take.
  /// - Throws: `ProgramTimeout` when it takes longer; it is killed by its id.
  public static func run(
    _ program: URL, _ arguments: [String], input: Data = Data(),
    environment: [String: String] = [:], within seconds: Int = 120
  ) throws -> Result {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment
      .filter { !["SAMSVAR_DATA", "SOURCE_DATE_EPOCH", "COLUMNS"].contains($0.key) }
      .merging(environment) { $1 }
    let files = try TemporaryFolder()
    let output = files.path("out")
    let error = files.path("err")
    let inputPath = files.path("in")
    try input.write(to: URL(fileURLWithPath: inputPath))
    _ = FileManager.default.createFile(atPath: output, contents: nil)
    _ = FileManager.default.createFile(atPath: error, contents: nil)
    process.standardInput = FileHandle(forReadingAtPath: inputPath)
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: error)
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    if ended.wait(timeout: .now() + .seconds(seconds)) == .timedOut {
      kill(process.processIdentifier, SIGKILL)
      ended.wait()
      throw ProgramTimeout(
        command: ([program.lastPathComponent] + arguments).joined(separator: " "),
        seconds: seconds, error: (try? String(contentsOfFile: error, encoding: .utf8)) ?? "")
    }
    return Result(
      status: process.terminationStatus,
      output: try String(contentsOfFile: output, encoding: .utf8),
      error: try String(contentsOfFile: error, encoding: .utf8))
  }
}

/// A folder that is removed with the object.
public final class TemporaryFolder {
  /// The folder.
  public let url: URL

  /// Makes a new folder.
  public init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "samsvar-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of a file in the folder.
  public func path(_ name: String) -> String { url.appending(path: name).path }

  /// Writes a file and returns its path.
  public func write(_ text: String, to name: String) throws -> String {
    try write(Data(text.utf8), to: name)
  }

  /// Writes a file and returns its path.
  public func write(_ data: Data, to name: String) throws -> String {
    try data.write(to: url.appending(path: name))
    return path(name)
  }
}
