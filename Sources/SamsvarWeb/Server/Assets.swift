import SamsvarModel
import SamsvarText

/// The files of the page: known by name beforehand, so that no path from outside is ever opened.
struct Assets: Sendable {
  private let files: [String: (bytes: [UInt8], type: String)]

  private static let types = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "tsv": "text/tab-separated-values; charset=utf-8",
    "svg": "image/svg+xml",
  ]
  private static let names = [
    "index.html", "review.css", "app.js", "api.js", "phrases.js", "alignment.js", "beads.js",
    "cells.js", "dialogs.js", "findings.js", "keys.js", "marks.js", "scroller.js", "summary.js",
    "terms.js", "review.nb.tsv", "review.nn.tsv", "icon.svg",
  ]

  /// Reads the installed files.
  ///
  /// - Throws: `InputError` when one is missing.
  static func installed() throws(InputError) -> Assets {
    guard let folder = DataLocation.find("Assets", room: "SamsvarWeb") else {
      throw InputError(
        "no page assets found; set SAMSVAR_DATA to the folder that holds Assets",
        at: SourcePosition(file: "Assets"))
    }
    var files: [String: (bytes: [UInt8], type: String)] = [:]
    for name in names {
      let ending = name.split(separator: ".").last.map(String.init) ?? ""
      files[name] = (
        try FileBytes.read("\(folder)/\(name)"), types[ending] ?? "application/octet-stream"
      )
    }
    return Assets(files: files)
  }

  /// A file by its name.
  subscript(name: String) -> (bytes: [UInt8], type: String)? { files[name] }
}
