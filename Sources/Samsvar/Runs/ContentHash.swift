import Glibc
import SamsvarModel
import SamsvarText

/// A hash of contents that tells whether anything changed: FNV-1a over 128 bits.
///
/// It guards against mistakes, not against people who look for two texts with one hash.
struct ContentHash {
  private var state: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
  private static let prime: UInt128 = 0x0000_0000_0100_0000_0000_0000_0000_013b

  /// Adds bytes and their number, so that two parts are not taken for one.
  mutating func add(_ bytes: some Collection<UInt8>) {
    for byte in bytes { state = (state ^ UInt128(byte)) &* Self.prime }
    withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { count in
      for byte in count { state = (state ^ UInt128(byte)) &* Self.prime }
    }
  }

  /// Adds a text.
  mutating func add(_ text: String) { add(text.utf8) }

  /// Adds the size and time of a file, without reading it; a file that is missing adds nothing but
  /// that.
  mutating func addStatus(_ path: String) {
    var status = stat()
    let isThere = stat(path, &status) == 0
    add(isThere ? "\(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)" : "")
  }

  /// The hash as 32 hexadecimal digits.
  var digits: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 32 - digits.count) + digits
  }
}
