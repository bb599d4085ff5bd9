import CICU

/// Versions of the libraries that decide results, for signatures and `doctor`.
public enum ICUVersion {
  /// The version of the ICU library in use: `72.1`.
  public static var icu: String { text(cicu_version) }

  /// The version of the CLDR data in it.
  public static var cldr: String { text(cicu_cldr_version) }

  private static func text(_ write: (UnsafeMutablePointer<CChar>?) -> Void) -> String {
    var buffer = [CChar](repeating: 0, count: 24)
    write(&buffer)
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
