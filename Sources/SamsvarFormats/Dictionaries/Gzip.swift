import CZlib
package import SamsvarModel

/// Unpacks gzip (RFC 1952), also `.dict.dz`, which is gzip with a table for random access.
package enum Gzip {
  /// Larger results are refused: such a file is damaged or made to harm.
  private static let limit = 1 << 30

  /// Whether the bytes begin as gzip does.
  package static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// The unpacked bytes of all members.
  ///
  /// - Throws: `InputError` when the file is damaged, cut off or larger than 1 GB unpacked.
  package static func unpack(_ bytes: [UInt8], file: String) throws(InputError) -> [UInt8] {
    var stream = z_stream()
    // 15 bits of window, and 16 for gzip's header.
    guard
      inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw InputError("zlib cannot be started", at: SourcePosition(file: file)) }
    defer { inflateEnd(&stream) }
    var result: [UInt8] = []
    var input = bytes
    let status = input.withUnsafeMutableBufferPointer { buffer in
      stream.next_in = buffer.baseAddress
      stream.avail_in = UInt32(clamping: buffer.count)
      return inflateAll(&stream, to: &result)
    }
    guard status == Z_STREAM_END else {
      throw InputError(
        result.count > limit
          ? "unpacks to more than 1 GB" : "is no whole gzip file; copy or download it again",
        at: SourcePosition(file: file, byte: Int(stream.total_in)))
    }
    return result
  }

  private static func inflateAll(_ stream: inout z_stream, to result: inout [UInt8]) -> Int32 {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let (status, count) = chunk.withUnsafeMutableBufferPointer { buffer in
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(buffer.count)
        let status = inflate(&stream, Z_NO_FLUSH)
        return (status, buffer.count - Int(stream.avail_out))
      }
      result += chunk[..<count]
      if status == Z_STREAM_END, stream.avail_in > 0 {
        guard inflateReset(&stream) == Z_OK else { return Z_DATA_ERROR }
        continue
      }
      if status != Z_OK || result.count > limit || count == 0 && stream.avail_in == 0 {
        return status == Z_OK ? Z_DATA_ERROR : status
      }
    }
  }
}
