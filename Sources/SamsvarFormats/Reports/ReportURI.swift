/// Paths as URI references (RFC 3986).
enum ReportURI {
  /// A path relative to a folder where it lies in it, percent-encoded; a path elsewhere as a
  /// `file:` URI.
  ///
  ///     reference("/work/docs/blåbær.nb.md", in: "/work/")   // docs/bl%C3%A5b%C3%A6r.nb.md
  static func reference(_ path: String, in folder: String) -> (uri: String, isRelative: Bool) {
    var path = path[...]
    if !folder.isEmpty, path.hasPrefix(folder) { path = path.dropFirst(folder.count) }
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    guard path.hasPrefix("/") else { return (encoded(path, isFirst: true), true) }
    return ("file://" + encoded(path, isFirst: false), false)
  }

  /// Everything but unreserved characters and `/` percent-encoded.
  private static func encoded(_ path: Substring, isFirst: Bool) -> String {
    var result = ""
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}
