import Samsvar
import SamsvarMemory
import SamsvarText

/// A bitext of a project in an output format.
struct Export {
  let reviewed: ReviewedBitext
  let format: OutputFormat
  /// Whether only accepted beads are written.
  let isAcceptedOnly: Bool

  /// The file.
  ///
  /// Dropped beads are left out; of a summary all segments are written, since its links need them.
  ///
  /// - Throws: `InputError` when the format's assets or a language's data are missing.
  func text(
    _ pipeline: Pipeline, termbase: Termbase, phrases: Phrases, side: Int = 1
  ) throws(InputError) -> String {
    let chosen = self.chosen
    let analysis = try chosen.analysis(pipeline, side: side)
    let hasFindings = format == .html || reviewed.bitext.kind == .summary
    return try pipeline.render(
      analysis, as: format, termbase: termbase,
      findings: hasFindings ? try pipeline.check(analysis, termbase: termbase) : [],
      document: reviewed.bitext.name, phrases: phrases)
  }

  private var chosen: ReviewedBitext {
    guard reviewed.bitext.kind == .translation else { return reviewed }
    return ReviewedBitext(
      reviewed.bitext,
      beads: reviewed.beads.filter {
        !$0.isDropped && $0.status != .rejected && (!isAcceptedOnly || $0.status == .accepted)
      })
  }

  /// The name of the file: the bitext's, with the format's ending.
  var name: String {
    let base = reviewed.bitext.name.split(separator: "/").last.map(String.init) ?? "bitext"
    return base + format.ending
  }

  /// The media type.
  var type: String {
    switch format.ending {
    case ".html": "text/html; charset=utf-8"
    case ".tmx", ".xlf": "application/xml"
    case ".json", ".jsonl": "application/json"
    default: "text/plain; charset=utf-8"
    }
  }
}
