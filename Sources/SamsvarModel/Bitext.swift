/// Two segmented documents and their alignment.
public struct Bitext: Sendable {
  /// The source document.
  public var source: Document
  /// The target document.
  public var target: Document
  /// The beads between them.
  public var alignment: Alignment
  /// An identifier for each bead, where the input gave them; else empty.
  public var ids: [String]
  /// Where each bead's target comes from, when they are drafts; else empty.
  public var notes: [BeadNote] = []

  /// A bitext of two documents and the beads between them.
  public init(source: Document, target: Document, alignment: Alignment, ids: [String] = []) {
    self.source = source
    self.target = target
    self.alignment = alignment
    self.ids = ids
  }

  /// The bead's identifier: the given one, or its number counted from 1.
  public func id(ofBead index: Int) -> String {
    ids.indices.contains(index) ? ids[index] : String(index + 1)
  }

  /// Where a bead's target comes from, when it is a draft.
  public func note(ofBead index: Int) -> BeadNote? {
    notes.indices.contains(index) ? notes[index] : nil
  }

  /// The source text of a bead: its segments joined by one space.
  public func sourceText(ofBead index: Int) -> String {
    source.string(joining: alignment.beads[index].source)
  }

  /// The target text of a bead: its segments joined by one space.
  public func targetText(ofBead index: Int) -> String {
    target.string(joining: alignment.beads[index].target)
  }
}
