/// Why a project could not be read or changed; the project is as it was before.
package enum ProjectError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What the edit names does not exist (any more).
  case notFound(String)
  /// The edit cannot be done there; the text says why and what to do.
  case refused(String)
  /// A line of an export that cannot be read.
  case malformed(file: String, line: Int, String)
  /// The file is no project, or cannot be opened, read or written.
  case storage(String)

  /// The text: lower case, what was found and what to do.
  package var description: String {
    switch self {
    case .notFound(let what): "\(what) does not exist; reload the page"
    case .refused(let why): why
    case .malformed(let file, let line, let why): "\(file):\(line): \(why)"
    case .storage(let why): why
    }
  }
}
