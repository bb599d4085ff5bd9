import Glibc
import SamsvarModel
import SamsvarText

/// The files below a folder.
enum FileTree {
  /// The paths of all files below a folder, from the folder on, sorted; hidden files and folders
  /// are left out.
  ///
  /// A folder that is reached by a symbolic link is not entered, so that no loop is walked.
  ///
  /// - Throws: `InputError` when the folder cannot be read.
  static func files(below folder: String) throws(InputError) -> [String] {
    var files: [String] = []
    try collect(folder.isEmpty ? "." : folder, "", into: &files)
    return files
  }

  private static func collect(
    _ folder: String, _ prefix: String, into files: inout [String]
  ) throws(InputError) {
    for name in try FileBytes.names(in: folder) where !name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        try collect(path, "\(prefix)\(name)/", into: &files)
      } else if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
        files.append(prefix + name)
      }
    }
  }
}
