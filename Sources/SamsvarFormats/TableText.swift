public import SamsvarModel

/// A bitext as a text table: id, kind, confidence, source, target, separated by tabs.
public enum TableText {
  /// A header and one line a bead.
  ///
  /// Tabs and line breaks inside a text become blanks.
  public static func write(_ bitext: Bitext) -> String {
    let rows = bitext.alignment.beads.indices.map { index in
      let bead = bitext.alignment.beads[index]
      let cells = [
        bitext.id(ofBead: index), bead.kind.rawValue, BeadsFormat.decimal(bead.confidence),
        bitext.sourceText(ofBead: index), bitext.targetText(ofBead: index),
      ].map(cell)
      return (cells + note(bitext, index)).joined(separator: "\t") + "\n"
    }
    let more = bitext.notes.isEmpty ? "" : "\torigin\tscore\tstatus\tremarks"
    let header =
      "id\tkind\tconfidence\t\(bitext.source.language)\t\(bitext.target.language)\(more)\n"
    return header + rows.joined()
  }

  /// The cells that only drafts have.
  private static func note(_ bitext: Bitext, _ index: Int) -> [String] {
    guard let note = bitext.note(ofBead: index) else { return [] }
    return [
      note.origin, note.score.map(String.init) ?? "", note.status,
      cell(note.remarks.joined(separator: "; ")),
    ]
  }

  static func cell(_ text: String) -> String {
    String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }
}
