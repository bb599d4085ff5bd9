import SamsvarModel
import SamsvarText
import SamsvarTestSupport

/// The language data of the source tree, and shorthands for analysing short texts.
enum Norsk {
  static let languages = Languages(directory: Paths.file("Sources/SamsvarText/Languages"))

  static func data(_ language: LanguageTag) throws -> LanguageData {
    try languages.data(for: language)
  }

  static func analyse(
    _ text: String, _ language: LanguageTag = .nb, layout: TextLayout = .text
  ) throws -> AnalysedDocument {
    Analyser(try data(language)).analyse(Array(text.utf8), name: "test", layout: layout)
  }

  static func sentences(_ text: String, _ language: LanguageTag = .nb) throws -> [String] {
    let document = try analyse(text, language)
    return (0..<document.count).map { document.document.string($0) }
  }

  static func tokens(_ text: String, _ language: LanguageTag = .nb) throws -> [String] {
    let document = try analyse(text, language)
    return document.tokens.indices.map { document.string(token: $0) }
  }
}
