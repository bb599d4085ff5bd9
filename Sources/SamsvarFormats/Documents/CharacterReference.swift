import CXML

/// Character references of HTML: `&aring;`, `&#229;`, `&#xE5;`.
enum CharacterReference {
  /// The longest name there is, and some more.
  private static let longest = 32

  /// The characters a reference at an offset stands for, and its length; nil where none stands.
  static func read(
    _ bytes: some RandomAccessCollection<UInt8>, at start: Int
  ) -> (text: [UInt8], length: Int)? {
    let index = bytes.index(bytes.startIndex, offsetBy: start)
    let window = bytes[index...].prefix(longest + 2)
    guard window.first == 0x26, let end = window.firstIndex(of: 0x3B) else { return nil }
    let name = Array(window[window.index(after: window.startIndex)..<end])
    guard !name.isEmpty, let text = name[0] == 0x23 ? numeric(name.dropFirst()) : named(name)
    else { return nil }
    return (text, name.count + 2)
  }

  /// The characters of a name without `&` and `;`; nil where HTML knows no such name.
  static func named(_ name: [UInt8]) -> [UInt8]? {
    guard name.allSatisfy({ Self.isAlphanumeric($0) }) else { return nil }
    if name == Array("apos".utf8) { return [0x27] }
    let entity = (name + [0]).withUnsafeBufferPointer { htmlEntityLookup($0.baseAddress) }
    return entity.flatMap { scalar($0.pointee.value) }
  }

  private static func numeric(_ digits: ArraySlice<UInt8>) -> [UInt8]? {
    guard let first = digits.first else { return nil }
    let isHex = first == 0x78 || first == 0x58
    let text = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
    guard let value = UInt32(text, radix: isHex ? 16 : 10) else { return nil }
    return scalar(value) ?? Array("\u{FFFD}".utf8)
  }

  private static func scalar(_ value: UInt32) -> [UInt8]? {
    guard value != 0, let scalar = Unicode.Scalar(value) else { return nil }
    return UTF8.encode(scalar).map { Array($0) }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
