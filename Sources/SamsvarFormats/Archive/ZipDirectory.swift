import CZip
import SamsvarModel

/// The central directory of an archive, held against the limits before anything is unpacked.
struct ZipDirectory {
  private let handle: ZipHandle
  private let file: String
  private let limits: ArchiveLimits

  init(_ handle: ZipHandle, file: String, limits: ArchiveLimits) {
    self.handle = handle
    self.file = file
    self.limits = limits
  }

  /// The entries that are files, in the archive's order.
  func entries() throws(InputError) -> [ZipEntry] {
    let count = handle.count
    guard count <= limits.entries else {
      throw refusal("holds \(count) entries, more than \(limits.entries)")
    }
    var result: [ZipEntry] = []
    var names: Set<String> = []
    var total: UInt64 = 0
    for index in 0..<count {
      let status = try status(UInt64(index))
      let name = try name(status)
      total += status.size
      guard total <= limits.totalSize else {
        throw refusal("unpacks to more than \(limits.totalSize >> 20) MB")
      }
      if name.hasSuffix("/") { continue }
      guard names.insert(name).inserted else {
        throw refusal("holds two entries named \(name), so that readers could see different texts")
      }
      result.append(ZipEntry(name: name, index: UInt64(index), size: status.size))
    }
    return result
  }

  private func status(_ index: UInt64) throws(InputError) -> zip_stat_t {
    guard let status = handle.status(index), status.size <= UInt64(Int.max) else {
      throw InputError(
        "the list of entries is damaged; copy or download the file again",
        at: SourcePosition(file: file))
    }
    return status
  }

  /// The entry's name, when the entry may be read at all.
  private func name(_ status: zip_stat_t) throws(InputError) -> String {
    guard let pointer = status.name else { throw refusal("holds an entry without a name") }
    // Some old writers put backslashes between folders.
    let name = String(String(cString: pointer).map { $0 == "\\" ? "/" : $0 })
    guard Self.staysInside(name) else {
      throw refusal("holds an entry named \(name), which leads out of the archive")
    }
    guard status.encryption_method == UInt16(ZIP_EM_NONE) else {
      throw InputError(
        "the entry \(name) is encrypted; save the document without a password and try again",
        at: SourcePosition(file: file))
    }
    guard status.size <= limits.entrySize else {
      throw refusal("the entry \(name) unpacks to more than \(limits.entrySize >> 20) MB")
    }
    let isTooDense = status.size / max(1, status.comp_size) >= limits.ratio
    guard status.size < limits.ratioFloor || !isTooDense else {
      throw refusal("the entry \(name) unpacks to \(limits.ratio) times its size or more")
    }
    return name
  }

  /// Whether a name has no absolute part, no drive and no `..`.
  static func staysInside(_ name: String) -> Bool {
    guard let first = name.utf8.first, first != 0x2F else { return false }
    let parts = name.split(separator: "/", omittingEmptySubsequences: true)
    return !parts.contains("..") && !(name.utf8.dropFirst().first == 0x3A)
  }

  private func refusal(_ what: String) -> InputError {
    InputError(
      "the archive \(what); refused for safety: unpack it yourself and save the document anew",
      at: SourcePosition(file: file))
  }
}
