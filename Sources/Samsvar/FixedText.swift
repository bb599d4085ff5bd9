import SamsvarFormats
public import SamsvarModel
import SamsvarText

/// A target text with the fixes of findings applied.
public struct FixedText: Sendable {
  /// The file with the fixes.
  public let bytes: [UInt8]
  /// The number of fixes.
  public let count: Int
  /// The changed lines, or paragraphs of an archive, `-` before and `+` after, with their places.
  public let diff: String

  /// The text of a file with the fixes that do not overlap, accepted findings left aside.
  ///
  /// In DOCX, ODT and EPUB every other byte of the XML and every other part stays.
  ///
  /// - Throws: `InputError` when the file cannot be read, is a PDF, or is no UTF-8.
  public init(
    _ path: String, of analysis: BitextAnalysis, findings: [Finding]
  ) throws(InputError) {
    let file = try FileBytes.read(path)
    let document = analysis.target.document
    let text = try FileText(document, file: file)
    var edits: [FileText.Edit] = []
    var fixes: [(segment: Int, range: Range<Int>, replacement: String)] = []
    for finding in findings where finding.acceptance == nil {
      guard let fix = finding.fix else { continue }
      let start = document.segments[fix.span.segment].range.lowerBound
      let place = start + fix.span.range.lowerBound..<start + fix.span.range.upperBound
      let range = document.origin.original(place)
      // Where markup stands in between, a person has to say where it goes.
      guard range.upperBound <= text.bytes.count,
        text.bytes[range].elementsEqual(document.text[place]),
        !edits.contains(where: { $0.range.overlaps(range) })
      else { continue }
      edits.append((range, text.spelled(fix.replacement.utf8)))
      fixes.append((fix.span.segment, place, fix.replacement))
    }
    bytes = try text.file(with: edits)
    count = edits.count
    diff =
      document.parts.isEmpty
      ? Self.lines(file, bytes) : Self.segments(fixes, document)
  }

  private static func lines(_ before: [UInt8], _ after: [UInt8]) -> String {
    let old = before.split(separator: 0x0A, omittingEmptySubsequences: false)
    let new = after.split(separator: 0x0A, omittingEmptySubsequences: false)
    var result = ""
    for (number, pair) in zip(old, new).enumerated() where pair.0 != pair.1 {
      let (left, right) = (
        String(decoding: pair.0, as: UTF8.self), String(decoding: pair.1, as: UTF8.self)
      )
      result += "@@ \(number + 1) @@\n-\(left)\n+\(right)\n"
    }
    return result
  }

  private static func segments(
    _ fixes: [(segment: Int, range: Range<Int>, replacement: String)], _ document: Document
  ) -> String {
    var result = ""
    for segment in Set(fixes.map(\.segment)).sorted() {
      let whole = document.segments[segment].range
      var text = Array(document.text[whole])
      for fix in fixes.filter({ $0.segment == segment })
        .sorted(by: { $0.range.lowerBound > $1.range.lowerBound })
      {
        let local =
          fix.range.lowerBound - whole.lowerBound..<fix.range.upperBound - whole.lowerBound
        text.replaceSubrange(local, with: Array(fix.replacement.utf8))
      }
      let place = document.location(of: whole).place.map { "\($0)" } ?? "\(segment + 1)"
      result +=
        "@@ \(place) @@\n-\(document.string(segment))\n+\(String(decoding: text, as: UTF8.self))\n"
    }
    return result
  }
}
