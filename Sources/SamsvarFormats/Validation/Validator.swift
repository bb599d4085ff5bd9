package import SamsvarModel
import SamsvarText

/// Checks files against their standards.
package enum Validator {
  /// The kinds of file that can be checked.
  package enum Kind: String, Sendable, CaseIterable {
    case xliff, xliff12, tmx, tbx, po, srt, vtt, jsonl, sarif

    /// The kind that a file's ending and beginning say; nil for others.
    package init?(path: String, head: some Collection<UInt8>) {
      let lower = path.lowercased()
      // These would pass for JSON Lines or text by their content.
      let endings: [(String, Kind)] = [
        (".tbx", .tbx), (".srt", .srt), (".vtt", .vtt), (".sarif", .sarif),
        (".sarif.json", .sarif),
      ]
      if let kind = endings.first(where: { lower.hasSuffix($0.0) })?.1 {
        self = kind
        return
      }
      switch BitextFormat(path: path, head: head) {
      case .xliff: self = .xliff
      case .xliff12: self = .xliff12
      case .tmx: self = .tmx
      case .po: self = .po
      case .jsonl: self = .jsonl
      default: return nil
      }
    }
  }

  /// What a file does wrong, by line; empty for a valid one.
  ///
  /// XML that is not well-formed is one violation.
  ///
  /// - Throws: `InputError` when the bytes are no text.
  package static func violations(
    _ bytes: [UInt8], file: String, kind: Kind
  ) throws(InputError) -> [Violation] {
    switch kind {
    case .xliff, .xliff12, .tmx, .tbx: return xml(bytes, file: file, kind: kind)
    default: break
    }
    let text = try TextDecoder.decode(bytes, file: file).text
    return switch kind {
    case .po: POValidator.violations(text, file: file)
    case .srt: SubtitleValidator.subRip(text)
    case .vtt: SubtitleValidator.webVTT(text)
    case .sarif: JSONValidator.sarif(text)
    default: JSONValidator.lines(text)
    }
  }

  private static func xml(_ bytes: [UInt8], file: String, kind: Kind) -> [Violation] {
    let tree: XMLTree
    do throws(InputError) {
      tree = try XMLTree(bytes, file: file)
    } catch {
      return [Violation("xml.well-formed", line: error.position.line, error.message)]
    }
    let found =
      switch kind {
      case .xliff: XLIFFValidator.violations(tree.root)
      case .xliff12: XLIFF12Validator.violations(tree.root)
      case .tmx: TMXValidator.violations(tree.root)
      default: TBXValidator.violations(tree.root)
      }
    return found.enumerated().sorted { ($0.1.line ?? 0, $0.0) < ($1.1.line ?? 0, $1.0) }.map(\.1)
  }
}
