/// The units that hold something, in one block of 65,536 units: ascending numbers as differences.
///
/// Two bytes with the last number, so that appending need not read the rest, then a varint (LEB128)
/// for each difference.
struct Postings {
  /// The units of one block.
  static let blockBits: Int64 = 16

  private(set) var bytes: [UInt8]
  private var last: Int

  /// No units.
  init() {
    bytes = [0, 0]
    last = -1
  }

  /// What was kept before.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes.count < 2 ? [0, 0] : bytes
    last = bytes.count <= 2 ? -1 : Int(bytes[0]) | Int(bytes[1]) << 8
  }

  /// Adds a unit; one that stands there already is left out.
  mutating func append(_ number: Int) {
    guard number > last else { return }
    var difference = number - last
    last = number
    bytes[0] = UInt8(truncatingIfNeeded: number)
    bytes[1] = UInt8(truncatingIfNeeded: number >> 8)
    while difference >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: difference) | 0x80)
      difference >>= 7
    }
    bytes.append(UInt8(difference))
  }

  /// Calls `body` with each unit of a block as kept.
  ///
  /// Damaged bytes end the walk.
  @inline(__always)
  static func forEach(_ buffer: UnsafeRawBufferPointer, _ body: (Int) -> Void) {
    var number = -1
    var index = 2
    while index < buffer.count {
      var difference = Int(buffer[index])
      index += 1
      // Most differences are one byte: what is looked up is not rare in a large block.
      if difference >= 0x80 {
        difference &= 0x7F
        var shift = 7
        while true {
          guard index < buffer.count, shift < 21 else { return }
          let byte = buffer[index]
          index += 1
          difference |= Int(byte & 0x7F) << shift
          if byte < 0x80 { break }
          shift += 7
        }
      }
      number += difference
      guard number < 1 << blockBits else { return }
      body(number)
    }
  }
}

/// The key of a block of postings: what is looked up, and which block.
enum PostingKey {
  /// What is looked up.
  enum Space: Int64 {
    case trigram = 0
    case sourceLemma = 1
    case targetLemma = 2
  }

  /// The key of something in the block of a unit.
  static func key(_ space: Space, _ value: UInt32, unit: Int64) -> Int64 {
    space.rawValue << 60 | Int64(value) << 24 | unit >> Postings.blockBits
  }

  /// The keys of something in all blocks.
  static func keys(_ space: Space, _ value: UInt32) -> ClosedRange<Int64> {
    let first = space.rawValue << 60 | Int64(value) << 24
    return first...(first | 0xFF_FFFF)
  }

  /// The first unit of a key's block.
  static func firstUnit(_ key: Int64) -> Int64 { (key & 0xFF_FFFF) << Postings.blockBits }
}
