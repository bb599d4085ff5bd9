import Foundation
import HTTPTypes
import SamsvarModel

/// The project's folder; no file outside it is read or written for a request.
struct Folder: Sendable {
  private let root: String

  /// The folder that holds a project.
  init(ofProject path: String) {
    root = URL(fileURLWithPath: path).deletingLastPathComponent().resolvingSymlinksInPath().path
  }

  /// The full path of a file in the folder.
  ///
  /// - Throws: `Refusal` for a path that leads out, by `..`, as an absolute path or over a symbolic link.
  func path(_ relative: String) throws(Refusal) -> String {
    let url = URL(fileURLWithPath: root).appendingPathComponent(relative)
    let full = url.standardizedFileURL.resolvingSymlinksInPath().path
    guard !relative.isEmpty, !relative.hasPrefix("/"), !relative.contains("\0"),
      full.hasPrefix(root == "/" ? "/" : root + "/")
    else {
      throw Refusal(
        .forbidden, "path", "\"\(relative)\" lies outside the project's folder")
    }
    return full
  }
}
