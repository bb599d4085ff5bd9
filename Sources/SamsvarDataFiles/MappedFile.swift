import Glibc
package import SamsvarModel

/// A file mapped into memory, read-only, for as long as the object lives.
package final class MappedFile: Sendable {
  /// The bytes of the file.
  ///
  /// Immutable, and unmapped only when no reference is left.
  nonisolated(unsafe) package let bytes: UnsafeRawBufferPointer

  /// Maps a file.
  ///
  /// - Throws: `InputError` when it is missing or cannot be mapped.
  package init(path: String) throws(InputError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw InputError(
        "cannot be read: \(String(cString: strerror(errno)))", at: SourcePosition(file: path))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0,
      let memory = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0),
      memory != MAP_FAILED
    else {
      throw InputError("is empty or cannot be mapped", at: SourcePosition(file: path))
    }
    bytes = UnsafeRawBufferPointer(start: memory, count: Int(status.st_size))
  }

  /// Memory with a copy of the bytes, for what was made rather than read; `name` stands in errors.
  ///
  /// - Throws: `InputError` when there are no bytes, or no memory for them.
  package init(copying source: [UInt8], name: String) throws(InputError) {
    guard !source.isEmpty,
      let memory = mmap(
        nil, source.count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      memory != MAP_FAILED
    else { throw InputError("is empty or too large", at: SourcePosition(file: name)) }
    memory.copyMemory(from: source, byteCount: source.count)
    bytes = UnsafeRawBufferPointer(start: memory, count: source.count)
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
}
