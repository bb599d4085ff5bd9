import Samsvar
import SamsvarMemory
import SamsvarText

/// A bitext of a project as it stands now, ready for the pipeline: its texts are the segments in the
/// order of the beads, edited where a person edited them.
struct ReviewedBitext: Sendable {
  /// The bitext.
  let bitext: ProjectBitext
  /// The beads that are in it.
  let beads: [ProjectBead]
  /// The segments on each side, in the order of the beads.
  let sides: [[ProjectSegment]]
  /// For each bead its segments, as indices into `sides`.
  let ranges: [[Range<Int>]]
  /// The links of a summary, with keys of segments.
  let links: [ProjectLink]

  /// Some beads of a bitext.
  ///
  /// - Parameter sources: All source segments of a summary, which stand in no bead.
  init(
    _ bitext: ProjectBitext, beads: [ProjectBead], sources: [ProjectSegment] = [],
    links: [ProjectLink] = []
  ) {
    self.bitext = bitext
    self.beads = beads
    self.links = links
    var sides = [[ProjectSegment]](repeating: [], count: bitext.texts.count)
    ranges = beads.map { bead in
      bead.sides.enumerated().map { side, segments in
        let start = sides[side].count
        sides[side] += segments
        return start..<start + segments.count
      }
    }
    if bitext.kind == .summary { sides[0] = sources }
    self.sides = sides
  }

  /// The languages by side.
  var languages: [LanguageTag] { bitext.texts.map { LanguageTag($0.language) ?? .nb } }

  /// The beads as the library has them, between the source and another side.
  func alignment(side: Int = 1) -> Alignment {
    Alignment(
      beads: zip(beads, ranges).map { bead, ranges in
        let isJudged = bead.status == .accepted || bead.isChanged
        return Bead(
          source: ranges[0], target: ranges[side], confidence: isJudged ? 1 : bead.confidence)
      })
  }

  /// The links as the library has them; nil for a translation.
  var summaryLinks: [SummaryLink]? {
    guard bitext.kind == .summary else { return nil }
    let places = Dictionary(uniqueKeysWithValues: sides[0].enumerated().map { ($1.id, $0) })
    let grouped = Dictionary(grouping: links, by: \.summary)
    return sides[1].enumerated().map { number, segment in
      let own = grouped[segment.id] ?? []
      return SummaryLink(
        summary: number, sources: own.compactMap { places[$0.source] }.sorted(),
        confidence: own.map(\.confidence).max() ?? 0)
    }
  }

  /// The analysis of the source and another side.
  ///
  /// - Throws: `InputError` when a language's data cannot be read.
  func analysis(_ pipeline: Pipeline, side: Int = 1) throws(InputError) -> BitextAnalysis {
    let source = try analysed(0, pipeline)
    let target = try analysed(side, pipeline)
    return BitextAnalysis(
      source: source, target: target, alignment: alignment(side: side), links: summaryLinks,
      ids: beads.map { String($0.id) },
      evidence: try pipeline.aligner.compare(source, target).evidence)
  }

  /// One side, analysed.
  ///
  /// - Throws: `InputError` when a language's data cannot be read.
  func analysed(_ side: Int, _ pipeline: Pipeline) throws(InputError) -> AnalysedDocument {
    let text = bitext.texts[side]
    return try pipeline.analysed(sides[side], language: languages[side], name: text.name)
  }
}

extension Pipeline {
  /// Segments of a project, analysed.
  ///
  /// - Throws: `InputError` when the language's data cannot be read.
  func analysed(
    _ segments: [ProjectSegment], language: LanguageTag, name: String
  ) throws(InputError) -> AnalysedDocument {
    var document = try analyser(language).analyse(
      segments: segments.map { Array($0.current.utf8) }, name: name)
    guard document.count == segments.count else {
      throw InputError("a segment has no text", at: SourcePosition(file: name))
    }
    document.adopt(kinds: segments.map { SegmentKind(rawValue: $0.kind) ?? .sentence })
    return document
  }
}

extension Project {
  /// A bitext by its key.
  ///
  /// - Throws: `ProjectError.notFound`.
  func bitext(_ id: Int64) throws(ProjectError) -> ProjectBitext {
    guard let bitext = try bitexts().first(where: { $0.id == id }) else {
      throw .notFound("the bitext \(id)")
    }
    return bitext
  }

  /// A bitext as it stands now, with the last edit.
  func reviewed(_ id: Int64) throws(ProjectError) -> (revision: Int64, ReviewedBitext) {
    let bitext = try bitext(id)
    let isSummary = bitext.kind == .summary
    let (revision, beads) = try snapshot(id)
    return (
      revision,
      ReviewedBitext(
        bitext, beads: beads, sources: isSummary ? try segments(id, side: 0) : [],
        links: isSummary ? try links(id) : [])
    )
  }
}
