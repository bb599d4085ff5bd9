import SamsvarFormats
public import SamsvarModel
import SamsvarText

/// A target text with the fixes of findings applied.
public struct FixedText: Sendable {
  /// The text with the fixes.
  public let text: String
  /// The number of fixes.
  public let count: Int
  private let before: String

  /// The text of a file with the fixes that do not overlap, accepted findings left aside.
  ///
  /// - Throws: `InputError` when the file cannot be read, or is no UTF-8.
  public init(
    _ path: String, of analysis: BitextAnalysis, findings: [Finding]
  ) throws(InputError) {
    let bytes = try FileBytes.read(path)
    let format = try DocumentFormat.detect(bytes, name: path)
    guard format.isMapped else {
      throw InputError(
        "fixes can be written into texts only, not into \(format.rawValue); correct it by hand",
        at: SourcePosition(file: path))
    }
    guard let before = String(validating: bytes, as: UTF8.self) else {
      throw InputError(
        "is not UTF-8; convert it before --fix", at: SourcePosition(file: path))
    }
    let document = analysis.target.document
    var edits: [(range: Range<Int>, replacement: String)] = []
    for finding in findings where finding.acceptance == nil {
      guard let fix = finding.fix else { continue }
      let start = document.segments[fix.span.segment].range.lowerBound
      let place = start + fix.span.range.lowerBound..<start + fix.span.range.upperBound
      let range = document.origin.original(place)
      // Where markup stands in between, a person has to say where it goes.
      guard bytes[range].elementsEqual(document.text[place]),
        !edits.contains(where: { $0.range.overlaps(range) })
      else { continue }
      edits.append((range, Self.escaped(fix.replacement, in: format)))
    }
    var result = bytes
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      result.replaceSubrange(edit.range, with: Array(edit.replacement.utf8))
    }
    self.before = before
    text = String(decoding: result, as: UTF8.self)
    count = edits.count
  }

  private static func escaped(_ text: String, in format: DocumentFormat) -> String {
    guard format == .html || format == .vtt else { return text }
    return String(
      text.flatMap { $0 == "&" ? Array("&amp;") : $0 == "<" ? Array("&lt;") : [$0] })
  }

  /// The changed lines, `-` before and `+` after, with their numbers.
  public var diff: String {
    let old = before.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    var result = ""
    for (number, pair) in zip(old, new).enumerated() where pair.0 != pair.1 {
      result += "@@ \(number + 1) @@\n-\(pair.0)\n+\(pair.1)\n"
    }
    return result
  }
}
