import SamsvarModel

/// Reads the text of a Word document (ECMA-376, transitional and strict): body, then notes.
///
/// What was deleted with changes tracked, what is hidden, and the codes of fields are left out;
/// headers, footers and comments are not read.
enum DOCXReader {
  /// The blocks of a document.
  ///
  /// - Throws: `InputError` where the archive or its XML is damaged, or is no Word document.
  /// - Complexity: O(n)
  static func read(_ bytes: [UInt8], file: String) throws(InputError) -> StructuredText {
    let archive = try ZipArchive(bytes: bytes, file: file)
    let name = try Relationships(archive, of: "").target(ofType: "officeDocument")
    let main = name ?? "word/document.xml"
    guard let content = try archive.readIfPresent(main) else {
      throw InputError(
        "holds no \(main): no Word document, or damaged; save it anew as .docx",
        at: SourcePosition(file: file))
    }
    let relations = try Relationships(archive, of: main)
    let styles = try DOCXStyles(
      try relations.target(ofType: "styles").flatMap { path throws(InputError) in
        try archive.readIfPresent(path)
      }, file: file)
    var story = DOCXStory(styles: styles, part: main, file: file)
    try story.read(content)
    var out = BlockText(isMapped: true)
    var parts = [DocumentPart(name: main, range: 0..<content.count)]
    for paragraph in story.paragraphs.take() { out.write(paragraph, part: main) }
    var languages = story.languages
    var removals = story.removals
    for kind in ["footnotes", "endnotes"] {
      guard let part = relations.target(ofType: kind), let content = try archive.readIfPresent(part)
      else { continue }
      var notes = DOCXStory(styles: styles, part: part, file: file)
      try notes.read(content)
      out.base = parts[parts.count - 1].range.upperBound
      parts.append(DocumentPart(name: part, range: out.base..<out.base + content.count))
      for id in story.noteIDs[kind] ?? [] {
        for paragraph in notes.notes[id] ?? [] { out.write(paragraph, part: part) }
      }
      languages.merge(notes.languages, uniquingKeysWith: +)
      removals += notes.removals
    }
    var result = out.finish()
    result.removals = removals
    result.parts = parts
    result.language = languages.max { ($0.value, $1.key) < ($1.value, $0.key) }.flatMap {
      LanguageTag($0.key)
    }
    return result
  }
}
