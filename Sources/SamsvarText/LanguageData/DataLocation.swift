import Glibc

/// Where the data files are: no path is built in, so an installed folder may be moved or copied.
public enum DataLocation {
  /// The places searched, in order: `$SAMSVAR_DATA`, `../share/samsvar` beside the executable, and
  /// the package's resource bundle in a build folder.
  ///
  /// - Parameter room: The target whose resources are meant, e.g. `SamsvarText`.
  public static func candidates(room: String) -> [String] {
    var places: [String] = []
    if let variable = getenv("SAMSVAR_DATA") { places.append(String(cString: variable)) }
    let folder = executableFolder
    places.append("\(folder)/../share/samsvar")
    places.append("\(folder)/samsvar_\(room).resources")
    return places
  }

  /// The first place that holds the named file or folder, as its full path.
  public static func find(_ name: String, room: String) -> String? {
    candidates(room: room).map { "\($0)/\(name)" }.first(where: exists)
  }

  /// Whether a file or folder exists.
  public static func exists(_ path: String) -> Bool { access(path, R_OK) == 0 }

  private static var executableFolder: String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &buffer, buffer.count)
    guard length > 0 else { return "." }
    let path = String(decoding: buffer[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self)
    return String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
  }
}
