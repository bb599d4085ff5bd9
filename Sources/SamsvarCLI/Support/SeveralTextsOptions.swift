import ArgumentParser
import Samsvar

/// How more than two texts are aligned.
struct SeveralTextsOptions: ParsableArguments {
  @Option(
    help: """
      The text the others are aligned with, by its language or its place (1, 2, 3); the one most like \
      the others where absent.
      """)
  var pivot: String?

  @Option(help: "Language of a text, in the order of the texts; repeatable.")
  var lang: [LanguageTag] = []

  /// The language given for a text.
  func language(_ text: Int) -> LanguageTag? { lang.indices.contains(text) ? lang[text] : nil }

  /// Refuses options that do not fit the number of texts.
  func validate(texts: Int) throws {
    if texts < 3, pivot != nil || !lang.isEmpty {
      throw ValidationError("--pivot and --lang are for three texts or more")
    }
    if lang.count > texts { throw ValidationError("there are more languages than texts") }
  }

  /// The pivot as an index; nil where none is asked for.
  func index(among languages: [LanguageTag]) throws -> Int? {
    guard let pivot else { return nil }
    if let place = Int(pivot), languages.indices.contains(place - 1) { return place - 1 }
    let tag = LanguageTag(pivot)
    let found = languages.indices.filter { languages[$0].base == tag?.base }
    guard tag != nil, found.count == 1 else {
      let known = languages.map(\.description).joined(separator: ", ")
      let count = found.isEmpty ? "none" : "several"
      throw UsageError(message: "--pivot \(pivot) names \(count) of the texts: \(known)")
    }
    return found[0]
  }
}
