import SamsvarModel

/// Reads the text of an OpenDocument text (ISO/IEC 26300): body, then notes.
///
/// What was deleted with changes tracked and what is hidden are left out; headers, footers and comments
/// are not read.
enum ODTReader {
  /// The blocks of a document.
  ///
  /// - Throws: `InputError` where the archive or its XML is damaged, has a password, or is no document.
  /// - Complexity: O(n)
  static func read(_ bytes: [UInt8], file: String) throws(InputError) -> StructuredText {
    let archive = try ZipArchive(bytes: bytes, file: file)
    try refusePassword(archive)
    let content = try archive.read("content.xml")
    var styles = ODTStyles()
    if let part = try archive.readIfPresent("styles.xml") {
      try styles.add(part, file: file, part: "styles.xml")
    }
    try styles.add(content, file: file, part: "content.xml")
    var body = ODTBody(styles: styles, file: file)
    try body.read(content)
    var out = BlockText(isMapped: true)
    for paragraph in body.paragraphs.take() { out.write(paragraph, part: "content.xml") }
    for paragraph in body.notes { out.write(paragraph, part: "content.xml") }
    var result = out.finish()
    result.removals = body.removals
    result.parts = [DocumentPart(name: "content.xml", range: 0..<content.count)]
    result.language = body.languages.max { ($0.value, $1.key) < ($1.value, $0.key) }.flatMap {
      LanguageTag($0.key)
    }
    return result
  }

  private static func refusePassword(_ archive: ZipArchive) throws(InputError) {
    guard let manifest = try archive.readIfPresent("META-INF/manifest.xml") else { return }
    var part = OfficePart(manifest, file: archive.file, part: "META-INF/manifest.xml")
    while let event = try part.next() {
      guard case .open("encryption-data") = event else { continue }
      throw InputError(
        "has a password; save it without one", at: SourcePosition(file: archive.file))
    }
  }
}
