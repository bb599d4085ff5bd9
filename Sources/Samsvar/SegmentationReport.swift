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
    let report = TextReport(pipeline, colonBreaks: colonBreaks)
    var result = ""
    try TextInputs(pipeline, path, language: nil, layout: .records)
      .forEach { part throws(InputError) in
        let (sentences, tokens) = try report.segmentation(part, unit: offsets)
        result += JSONLines.line(
          Answer(
            id: part.id, text: String(decoding: part.text, as: UTF8.self), sentences: sentences,
            tokens: tokens))
        return sentences.count
      }
    return result
  }
}
