import SamsvarAlign
public import SamsvarModel
import SamsvarText

extension Pipeline {
  /// The documents of a bitext as one, bead by bead, for counting over all of them; nil for none.
  ///
  /// - Throws: `InputError` when a language's data cannot be read.
  public func joined(_ documents: [BitextAnalysis]) throws(InputError) -> BitextAnalysis? {
    guard documents.count > 1, let first = documents.first else { return documents.first }
    var sources: [[UInt8]] = []
    var targets: [[UInt8]] = []
    for document in documents {
      let bitext = document.bitext
      for (number, bead) in bitext.alignment.beads.enumerated()
      where !bead.source.isEmpty && !bead.target.isEmpty {
        sources.append(Array(bitext.sourceText(ofBead: number).utf8))
        targets.append(Array(bitext.targetText(ofBead: number).utf8))
      }
    }
    let source = try analyser(first.source.language).analyse(segments: sources, name: "")
    let target = try analyser(first.target.language).analyse(segments: targets, name: "")
    let beads = sources.indices.map { Bead(source: $0..<$0 + 1, target: $0..<$0 + 1) }
    guard source.count == beads.count, target.count == beads.count else { return first }
    return BitextAnalysis(
      source: source, target: target, alignment: Alignment(beads: beads),
      evidence: try aligner.compare(source, target).evidence)
  }
}
