public import SamsvarModel
import SamsvarText

/// The target alone, in the form of the source's file: what stands between segments stays.
public struct TargetText: Sendable {
  /// The bytes of the file.
  public let bytes: [UInt8]
  /// The segments whose markup could not be kept, as indices.
  public let withoutMarkup: [Int]

  /// The file of a draft's source with each segment's draft in its place; a segment without one stays.
  ///
  /// - Throws: `InputError` for a file whose text does not stand in its bytes (an archive, a PDF).
  public init(_ draft: Draft, file: [UInt8]) throws(InputError) {
    let document = draft.source.document
    guard document.blocks.allSatisfy({ $0.place == nil }) else {
      throw InputError(
        "--target-only writes text, Markdown, HTML and subtitles; write a bilingual file for this one",
        at: SourcePosition(file: document.name))
    }
    var result = file
    var without: [Int] = []
    for index in document.segments.indices.reversed() {
      let target = draft.segments[index].target
      guard !target.isEmpty else { continue }
      let range = document.origin.original(document.segments[index].range)
      guard range.upperBound <= file.count else { continue }
      if Array(file[range]) != document.text[document.segments[index].range].map({ $0 }) {
        without.append(index)
      }
      result.replaceSubrange(range, with: Array(target.utf8))
    }
    bytes = result
    withoutMarkup = without.reversed()
  }
}
