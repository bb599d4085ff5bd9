import Foundation
import SamsvarAlign
import SamsvarLexicon
import SamsvarDataFiles
import SamsvarModel
import SamsvarTestSupport
import SamsvarText

/// An aligner with the languages and the core lexicon of the source tree.
enum AlignFixture {
  static let languages = Languages(directory: Paths.file("Sources/SamsvarText/Languages"))

  static func lexicon() throws -> Lexicon {
    let built = Paths.samsvar.deletingLastPathComponent()
      .appending(path: "samsvar_SamsvarLexicon.resources/core.lexicon")
    return try Lexicon(path: built.path)
  }

  static func aligner() throws -> Aligner { Aligner(lexicon: try lexicon(), languages: languages) }

  static func lines(_ lines: [String], _ language: LanguageTag) throws -> AnalysedDocument {
    Analyser(try languages.data(for: language)).analyse(
      Array(lines.joined(separator: "\n").utf8), name: "t", layout: .lines)
  }
}
