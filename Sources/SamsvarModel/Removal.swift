/// Something a reader left out of the text because it belongs to the page and not to what is said.
public struct Removal: Hashable, Sendable, CustomStringConvertible {
  /// What it was.
  public enum Kind: String, Sendable, CaseIterable {
    /// A line that stands at the top of many pages.
    case header
    /// A line that stands at the foot of many pages.
    case footer
    /// The number of a page.
    case pageNumber = "page-number"
    /// A hyphen at the end of a line, in a word that goes on.
    case hyphen
    /// A line of a table of contents.
    case contents
    /// The mark of a note in the running text.
    case noteMark = "note-mark"
    /// Text deleted with changes tracked.
    case deleted
    /// Hidden text.
    case hidden
    /// Program code.
    case code
  }

  /// What it was.
  public var kind: Kind
  /// What stood there; a word for a hyphen.
  public var text: String
  /// Where it stood: `page 3`, `line 12`.
  public var place: String
  /// Its first byte in the file, where the file's bytes hold the text.
  public var byte: Int?

  /// A removal at a place.
  public init(_ kind: Kind, _ text: String, at place: String) {
    self.kind = kind
    self.text = text
    self.place = place
  }

  /// A removal at a byte of the file.
  public init(_ kind: Kind, _ text: String, byte: Int) {
    self.init(kind, text, at: "byte \(byte)")
    self.byte = byte
  }

  /// A line of the removal log: kind, place and text, separated by tabs.
  public var description: String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return "\(kind.rawValue)\t\(place)\t\(line)"
  }
}
