import SamsvarFormats
public import SamsvarModel
import SamsvarText

/// The machine interface of `text segment`: sentences and tokens of JSON records.
public struct SegmentationReport {
  private let pipeline: Pipeline
  private let offsets: OffsetUnit
  private let colonBreaks: Bool

  /// A report with offsets in the given unit.
  public init(_ pipeline: Pipeline, offsets: OffsetUnit, colonBreaks: Bool) {
    self.pipeline = pipeline
    self.offsets = offsets
    self.colonBreaks = colonBreaks
  }

  private struct Record: Decodable {
    var id: String?
    var lang: String?
    var text: String
  }

  private struct Answer: Encodable {
    var id: String?
    var text: String
    var sentences: [[Int]]
    var tokens: [[Int]]
  }

  /// Reads `{"id", "lang", "text"}` a line and writes the segmentation a line.
  ///
  /// - Throws: `InputError` with the line that cannot be read.
  public func lines(_ path: String) throws(InputError) -> String {
    var segmenters: [LanguageTag: Segmenter] = [:]
    var result = ""
    for record in try JSONLines.read(Record.self, from: try FileBytes.read(path), file: path) {
      let text = Array(record.text.utf8)
      let language =
        if let tag = record.lang.flatMap({ LanguageTag($0) }) { tag } else {
          try pipeline.detectLanguage(of: text, name: path)
        }
      let segmenter =
        if let known = segmenters[language] { known } else {
          Segmenter(
            try pipeline.languages.data(for: language),
            vocabulary: pipeline.vocabulary(language), breaksAfterColon: colonBreaks)
        }
      segmenters[language] = segmenter
      let segmented = segmenter.segment(text, name: path)
      let counter = OffsetCounter(text, unit: offsets)
      func pairs(_ ranges: [Range<Int>]) -> [[Int]] {
        counter.ranges(ranges).map { [$0.lowerBound, $0.upperBound] }
      }
      result += JSONLines.line(
        Answer(
          id: record.id, text: record.text,
          sentences: pairs(segmented.document.segments.map(\.range)),
          tokens: pairs(segmented.tokens.map(\.range))))
    }
    return result
  }
}
