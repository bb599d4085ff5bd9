import SamsvarFormats

/// What a file that holds both texts can be.
public enum BitextFile {
  /// Whether the path has the ending of an office document, which may hold a bilingual table.
  public static func isTable(_ path: String) -> Bool { BilingualTables.hasEnding(path) }
}
