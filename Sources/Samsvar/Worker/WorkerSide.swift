import SamsvarModel
import SamsvarText

/// One side of a job: its segments as given, and analysed.
///
/// Given segments may be empty or blank; they are no segments of the analysed document, but keep their
/// place in the answer.
struct WorkerSide {
  let document: AnalysedDocument
  /// The segments as the answer lists them.
  let texts: [String]
  /// For each segment of the document its place in `texts`.
  private let places: [Int]

  init(_ text: WorkerJob.Text, _ analyser: Analyser) {
    switch text {
    case .running(let text):
      document = analyser.analyse(Array(text.utf8), name: "")
      texts = document.document.segments.indices.map { [document] in document.document.string($0) }
      places = Array(texts.indices)
    case .segments(let segments):
      texts = segments
      places = segments.indices.filter { !segments[$0].allSatisfy(\.isWhitespace) }
      document = analyser.analyse(segments: places.map { Array(segments[$0].utf8) }, name: "")
    }
  }

  /// The place of a segment of the document.
  func original(_ segment: Int) -> Int { places[segment] }

  /// The places before that of a segment and after that of the one before it: the blank ones there.
  func blanks(before segment: Int) -> Range<Int> {
    let start = segment == 0 ? 0 : places[segment - 1] + 1
    return start..<(segment < places.count ? places[segment] : texts.count)
  }
}

/// The beads of a job in the places of the segments as given; blank segments are beads of their own.
struct WorkerBeads {
  private(set) var triples: [WorkerAnswer.BeadTriple] = []

  init(_ alignment: Alignment, _ source: WorkerSide, _ target: WorkerSide) {
    for bead in alignment.beads {
      addBlanks(bead.source, source, bead.target, target)
      triples.append(
        WorkerAnswer.BeadTriple(
          source: bead.source.map(source.original), target: bead.target.map(target.original),
          confidence: bead.confidence))
    }
    let end = (source.document.count, target.document.count)
    addBlanks(end.0..<end.0 + 1, source, end.1..<end.1 + 1, target)
  }

  /// The blank segments before and within some segments of both sides.
  private mutating func addBlanks(
    _ sources: Range<Int>, _ source: WorkerSide, _ targets: Range<Int>, _ target: WorkerSide
  ) {
    for place in sources.flatMap({ source.blanks(before: $0) }) {
      triples.append(WorkerAnswer.BeadTriple(source: [place], target: [], confidence: 1))
    }
    for place in targets.flatMap({ target.blanks(before: $0) }) {
      triples.append(WorkerAnswer.BeadTriple(source: [], target: [place], confidence: 1))
    }
  }
}
