import Samsvar
import SamsvarMemory

/// The project on the desk, and the library, loaded when it is first needed.
actor Desk {
  nonisolated let project: Project
  /// Further lexicons.
  nonisolated let lexicons: [String]
  private var loaded: Pipeline?
  private var kept: (bitext: Int64, side: Int, revision: Int64, Analysed)?

  /// A bitext with its analysis.
  struct Analysed: Sendable {
    var reviewed: ReviewedBitext
    var analysis: BitextAnalysis
    var termbase: Termbase
  }

  init(project: Project, lexicons: [String] = []) {
    self.project = project
    self.lexicons = lexicons
  }

  /// The pipeline.
  ///
  /// - Throws: `InputError` when the data are missing.
  func pipeline() throws(InputError) -> Pipeline {
    if let loaded { return loaded }
    let pipeline = try Pipeline.installed(lexicons: lexicons)
    loaded = pipeline
    return pipeline
  }

  /// The analysis of a bitext as it stands now; the last one is kept until the next edit.
  func analysed(_ bitext: Int64, side: Int = 1) throws -> (revision: Int64, Analysed) {
    let revision = try project.revision().edit
    if let kept, kept.bitext == bitext, kept.side == side, kept.revision == revision {
      return (revision, kept.3)
    }
    kept = nil
    let (now, reviewed) = try project.reviewed(bitext)
    let analysed = Analysed(
      reviewed: reviewed, analysis: try reviewed.analysis(try pipeline(), side: side),
      termbase: try project.termbase())
    kept = (bitext, side, now, analysed)
    return (now, analysed)
  }

  /// What corresponds in some beads of a bitext.
  func marks(_ bitext: ProjectBitext, _ beads: [ProjectBead]) throws -> [MarkRecord] {
    let pipeline = try pipeline()
    let termbase = try project.termbase()
    return try (1..<max(2, bitext.texts.count)).flatMap { side in
      let page = ReviewedBitext(bitext, beads: beads)
      let analysis = try page.analysis(pipeline, side: side)
      return try pipeline.annotations(analysis, termbase).map {
        MarkRecord($0, page, targetSide: side)
      }
    }
  }
}

/// A stretch of a segment that corresponds to one on another side, in UTF-16 offsets.
struct MarkRecord: Codable, Sendable {
  var segment: Int64
  var start: Int
  var end: Int
  var kind: String
  /// Stretches of one pair have the same text here.
  var pair: String
  var label: String

  init(_ annotation: Annotation, _ page: ReviewedBitext, targetSide: Int) {
    let side = annotation.side == .source ? 0 : targetSide
    let owner = page.sides[side][annotation.segment]
    let range = OffsetCounter(owner.current.utf8, unit: .utf16).ranges([annotation.range])[0]
    segment = owner.id
    start = range.lowerBound
    end = range.upperBound
    kind = annotation.kind.rawValue
    pair = "\(targetSide)-\(annotation.pair)"
    label = annotation.label
  }
}
