public import SamsvarModel

/// A bitext as a text table: id, kind, confidence, source, target, separated by tabs.
public enum TableText {
  /// A header and one line a bead.
  ///
  /// Tabs and line breaks inside a text become blanks.
  public static func write(_ bitext: Bitext) -> String {
    let rows = bitext.alignment.beads.indices.map { index in
      let bead = bitext.alignment.beads[index]
      return [
        bitext.id(ofBead: index), bead.kind.rawValue, BeadsFormat.decimal(bead.confidence),
        bitext.sourceText(ofBead: index), bitext.targetText(ofBead: index),
      ].map(cell).joined(separator: "\t") + "\n"
    }
    let header =
      "id\tkind\tconfidence\t\(bitext.source.language)\t\(bitext.target.language)\n"
    return header + rows.joined()
  }

  static func cell(_ text: String) -> String {
    String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }
}
