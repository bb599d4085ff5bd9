public import Foundation

/// Places in the package.
public enum Paths {
  /// The package's folder.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The path of a file in the package.
  public static func file(_ path: String) -> String { root.appending(path: path).path }

  /// The built `samsvar`, beside the test runner.
  public static var samsvar: URL {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "samsvar")
  }
}
