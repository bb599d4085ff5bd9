/// A date that an export has left in front of the text: ` date 2019-12 Etter møtet …`.
enum MetadataLine {
  /// The length of a key, an ISO 8601 date and the blanks around them at the start, or 0.
  static func length(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var index = blanks(text, 0)
    guard let key = keys.first(where: { matches(text, index, $0) }) else { return 0 }
    index += key.utf8CodeUnitCount
    if index < text.count, text[index] == 0x3A || text[index] == 0x3D { index += 1 }
    let afterKey = index
    index = blanks(text, index)
    let digits = index
    while index < text.count, Characters.isDigit(UInt32(text[index])) || text[index] == 0x2D {
      index += 1
    }
    guard digits > afterKey, index - digits >= 7, text[digits + 4] == 0x2D,
      index == text.count || Characters.isSpace(UInt32(text[index]))
    else { return 0 }
    return blanks(text, index)
  }

  private static let keys: [StaticString] = ["date", "dato", "Date", "Dato", "DATE"]

  private static func blanks(_ text: UnsafeBufferPointer<UInt8>, _ from: Int) -> Int {
    var index = from
    while index < text.count, text[index] == 0x20 || text[index] == 0x09 { index += 1 }
    return index
  }

  private static func matches(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ word: StaticString
  ) -> Bool {
    at + word.utf8CodeUnitCount <= text.count
      && (0..<word.utf8CodeUnitCount).allSatisfy { text[at + $0] == word.utf8Start[$0] }
  }
}
