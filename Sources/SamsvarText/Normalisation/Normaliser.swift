import CICU
public import SamsvarModel

/// Brings the ways to write one text to one form, with the way back to the original.
///
/// `«Blåbær­syltetøy»` with a decomposed å and a soft hyphen becomes `"Blåbærsyltetøy"`. Nothing is
/// translated and no spelling is corrected: see `NameKey` for the spellings of names.
public enum Normaliser {
  /// What is brought to one form.
  public struct Forms: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8
    /// Options of the given bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Letters with marks as one character (NFC, UAX #15): `å` for `a` and a ring.
    public static let composition = Forms(rawValue: 1)
    /// All double quotation marks as `"`, all single ones and apostrophes as `'`.
    public static let quotes = Forms(rawValue: 2)
    /// All hyphens and dashes, and the minus sign, as `-`.
    public static let dashes = Forms(rawValue: 4)
    /// No-break, thin and other blanks as a space.
    public static let spaces = Forms(rawValue: 8)
    /// Soft hyphens, joiners and other invisible characters left out.
    public static let invisible = Forms(rawValue: 16)
    /// `ﬁ` as `fi`, `…` as `...`.
    public static let ligatures = Forms(rawValue: 32)

    /// All of them.
    public static let all: Forms = [
      .composition, .quotes, .dashes, .spaces, .invisible, .ligatures,
    ]
  }

  /// One replaced stretch of the original.
  public struct Change: Hashable, Sendable {
    /// UTF-8 offsets in the original.
    public var range: Range<Int>
    /// What stands there now.
    public var replacement: String
    /// Which form it was brought to.
    public var form: Forms
  }

  /// A normalised text.
  public struct Result: Sendable {
    /// The text.
    public var text: [UInt8]
    /// From its offsets to those of the original.
    public var origin: OffsetMap
    /// What was replaced, in order.
    public var changes: [Change]
  }

  /// Normalises valid UTF-8.
  ///
  /// - Complexity: O(n)
  public static func normalise(_ text: [UInt8], _ forms: Forms = .all) -> Result {
    var out = NormalisedText(capacity: text.count)
    text.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        let end = clusterEnd(buffer, from: index)
        if let (form, replacement) = replacement(buffer, index..<end, forms) {
          out.replace(index..<end, by: replacement, form)
        } else {
          out.copy(buffer, index..<end)
        }
        index = end
      }
    }
    return out.result
  }

  /// A character with the combining marks after it.
  private static func clusterEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start + UTF8Scalar.decode(text, at: start).length
    while end < text.count, text[end] >= 0xCC {
      let (scalar, length) = UTF8Scalar.decode(text, at: end)
      guard Characters.isMark(scalar) || (0x1160...0x11FF).contains(scalar) else { break }
      end += length
    }
    return end
  }

  private static func replacement(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ forms: Forms
  ) -> (Forms, [UInt8])? {
    let (scalar, length) = UTF8Scalar.decode(text, at: range.lowerBound)
    guard length == range.count else {
      return forms.contains(.composition) ? composed(text, range) : nil
    }
    guard scalar >= 0x80 else {
      // A tab or line break is layout and stays; the grave accent is used as a quotation mark.
      return scalar == 0x60 && forms.contains(.quotes) ? (.quotes, [0x27]) : nil
    }
    if let (form, plain) = plain(scalar), forms.contains(form) { return (form, plain) }
    guard scalar >= 0x300, forms.contains(.composition) else { return nil }
    return composed(text, range)
  }

  private static func plain(_ scalar: UInt32) -> (Forms, [UInt8])? {
    switch scalar {
    case 0xAB, 0xBB, 0x201C...0x201F, 0x2033, 0x300C...0x300F: (.quotes, [0x22])
    case 0xB4, 0x2018...0x201B, 0x2032, 0x2039, 0x203A, 0x2BC: (.quotes, [0x27])
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: (.dashes, [0x2D])
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: (.spaces, [0x20])
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF:
      (.invisible, [])
    case 0x2026: (.ligatures, [0x2E, 0x2E, 0x2E])
    case 0xFB00: (.ligatures, Array("ff".utf8))
    case 0xFB01: (.ligatures, Array("fi".utf8))
    case 0xFB02: (.ligatures, Array("fl".utf8))
    case 0xFB03: (.ligatures, Array("ffi".utf8))
    case 0xFB04: (.ligatures, Array("ffl".utf8))
    case 0xFB05, 0xFB06: (.ligatures, Array("st".utf8))
    case 0x132: (.ligatures, Array("IJ".utf8))
    case 0x133: (.ligatures, Array("ij".utf8))
    default: nil
    }
  }

  private static func composed(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> (Forms, [UInt8])? {
    let units = Array(String(decoding: text[range], as: UTF8.self).utf16)
    let string = ICUText.string { buffer, capacity in
      cicu_nfc(units, Int32(units.count), buffer, capacity)
    }
    guard let string, !string.utf8.elementsEqual(text[range]) else { return nil }
    return (.composition, Array(string.utf8))
  }
}

/// A normalised text under construction, with its map.
private struct NormalisedText {
  private var text: [UInt8] = []
  private var anchors: [OffsetMap.Anchor] = []
  private var changes: [Normaliser.Change] = []

  init(capacity: Int) { text.reserveCapacity(capacity) }

  var result: Normaliser.Result {
    Normaliser.Result(
      text: text, origin: changes.isEmpty ? .identity : OffsetMap(stretches: anchors),
      changes: changes)
  }

  mutating func copy(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    let isContinued = anchors.last.map {
      $0.scale == 1 && $0.original - $0.derived == range.lowerBound - text.count
    }
    if isContinued != true {
      anchors.append(
        OffsetMap.Anchor(derived: text.count, original: range.lowerBound, scale: 1))
    }
    text.append(contentsOf: source[range])
  }

  mutating func replace(_ range: Range<Int>, by bytes: [UInt8], _ form: Normaliser.Forms) {
    // What is left out has no offset of its own: the next stretch begins where it stood.
    if !bytes.isEmpty {
      anchors.append(
        OffsetMap.Anchor(derived: text.count, original: range.lowerBound, scale: 0))
    }
    text.append(contentsOf: bytes)
    changes.append(
      Normaliser.Change(
        range: range, replacement: String(decoding: bytes, as: UTF8.self), form: form))
  }
}
