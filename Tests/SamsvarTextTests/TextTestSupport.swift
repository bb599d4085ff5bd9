import SamsvarModel
import SamsvarText
import SamsvarTestSupport

/// The language data of the source tree, and shorthands for analysing short texts.
enum Norsk {
  private static let languages = Result { try Languages.installed() }

  static func data(_ language: LanguageTag) throws -> LanguageData {
    try languages.get().data(for: language)
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
