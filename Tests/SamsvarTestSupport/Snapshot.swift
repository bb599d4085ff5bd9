import Foundation
public import Testing

/// Expected output kept in files beside the tests.
public enum Snapshot {
  /// Compares a text with `Snapshots/NAME` beside the test file.
  ///
  /// With `RECORD_SNAPSHOTS=1` the file is written and the test fails, so that a recording can never
  /// pass unseen.
  public static func assert(
    _ text: String, named name: String, file: String = #filePath,
    location: SourceLocation = #_sourceLocation
  ) {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().appending(path: "Snapshots")
    let path = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: path)
        Issue.record(
          "recorded \(name); run again without RECORD_SNAPSHOTS", sourceLocation: location)
      } catch {
        Issue.record("cannot record \(name): \(error)", sourceLocation: location)
      }
      return
    }
    let expected = try? String(contentsOf: path, encoding: .utf8)
    #expect(text == expected, "differs from Snapshots/\(name)", sourceLocation: location)
  }
}
