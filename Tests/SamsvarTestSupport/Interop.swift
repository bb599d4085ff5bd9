import Foundation

/// Outside programs that some tests compare with.
public enum Interop {
  /// Whether a missing program is a failure: in CI, where all are installed.
  public static var isRequired: Bool {
    ProcessInfo.processInfo.environment["REQUIRE_INTEROP"] == "1"
  }

  /// The Python with the packages that tests compare with.
  public static var python: String {
    ProcessInfo.processInfo.environment["INTEROP_PYTHON"] ?? "python3"
  }

  /// Whether Python has a package; a missing one is said aloud, so that no run passes unseen.
  public static func hasPython(_ package: String) -> Bool {
    has("the Python package \(package)", python, ["-c", "import \(package)"])
  }

  /// Whether a program runs; a missing one is said aloud.
  public static func has(_ name: String, _ program: String, _ arguments: [String]) -> Bool {
    let result = try? Program.run(
      URL(fileURLWithPath: "/usr/bin/env"), [program] + arguments)
    if result?.status == 0 { return true }
    FileHandle.standardError.write(Data("SKIPPED: \(name) is not installed\n".utf8))
    return false
  }
}
