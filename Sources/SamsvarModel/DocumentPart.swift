/// A part of an archive that text was read from.
///
/// Offsets of a document that was read from an archive lead to the bytes of its parts, one after the other.
public struct DocumentPart: Hashable, Sendable {
  /// Its name in the archive: `word/document.xml`.
  public var name: String
  /// Its bytes among those of all parts.
  public var range: Range<Int>

  /// A part with its bytes.
  public init(name: String, range: Range<Int>) {
    self.name = name
    self.range = range
  }
}
