import Glibc

/// The Apertium that is installed, as Debian's packages put it.
public enum Apertium {
  private static let folders = ["/usr/share/apertium/modes", "/usr/local/share/apertium/modes"]

  /// The program, or nil where it is not on the path.
  public static var program: String? {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    return path.split(separator: ":").map { "\($0)/apertium" }.first { access($0, X_OK) == 0 }
  }

  /// Whether a direction is installed: `nob-nno`.
  public static func hasMode(_ mode: String) -> Bool {
    program != nil && folders.contains { access("\($0)/\(mode).mode", R_OK) == 0 }
  }

  /// What is missing to translate between Bokmål and Nynorsk, in words; nil where all is there.
  public static var missing: String? {
    if program == nil { return "missing; install apertium-nno-nob for drafts between nb and nn" }
    let modes = ["nob-nno", "nno-nob"].filter { !hasMode($0) }
    return modes.isEmpty
      ? nil : "lacks \(modes.joined(separator: " and ")); install apertium-nno-nob"
  }
}
