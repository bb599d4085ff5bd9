/// The namespaces of XLIFF and its modules.
enum XLIFFNamespace {
  static let core = "urn:oasis:names:tc:xliff:document:2.0"
  static let matches = "urn:oasis:names:tc:xliff:matches:2.0"
  static let glossary = "urn:oasis:names:tc:xliff:glossary:2.0"
  static let metadata = "urn:oasis:names:tc:xliff:metadata:2.0"
  static let its = "http://www.w3.org/2005/11/its"
  static let itsm = "urn:oasis:names:tc:xliff:itsm:2.1"
  static let old = "urn:oasis:names:tc:xliff:document:1.2"
}

/// Identifiers as XML wants them (NMTOKEN), each once.
struct TokenIDs {
  private var used: Set<String> = []

  /// How many were given.
  var count: Int { used.count }

  /// An identifier made of a text: characters that may not stand in one become `_`, and a number is
  /// added where it was used before.
  mutating func unique(_ text: String, or fallback: String) -> String {
    var token = String(
      String.UnicodeScalarView(text.unicodeScalars.map { Self.isAllowed($0) ? $0 : "_" }))
    if token.isEmpty { token = fallback }
    var candidate = token
    var number = 2
    while !used.insert(candidate).inserted {
      candidate = "\(token)-\(number)"
      number += 1
    }
    return candidate
  }

  /// Whether a text is an NMTOKEN as it is.
  static func isToken(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy(isAllowed)
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2E, 0x30...0x3A, 0x41...0x5A, 0x5F, 0x61...0x7A, 0xB7, 0xC0...0xD6, 0xD8...0xF6,
      0xF8...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x203F...0x2040, 0x2070...0x218F,
      0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      true
    default: false
    }
  }
}
