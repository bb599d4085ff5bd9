import SamsvarLexicon
import SamsvarModel
import SamsvarText

/// Names in the target language: what the lexicon and CLDR have, others as they stand.
struct NameRendering {
  let source: LanguageTag
  let target: LanguageTag
  let lexicon: Lexicon?

  /// A name without its genitive, in the target language: `Kypros` is `Cyprus`.
  func text(_ name: NameMention, in document: AnalysedDocument) -> String {
    let own = document.document.string(in: name.baseRange)
    if let place = name.code.flatMap(place) { return place }
    guard let lexicon else { return own }
    let key = Folding.lower(Array(own.utf8))
    // A word that is a name and nothing else: `Norge`, `FN`.
    let entries = lexicon.entries(key, in: source).filter { lexicon.partOfSpeech($0) == "name" }
    let terms = Set(entries.compactMap { lexicon.terms($0, in: target).first })
    guard terms.count == 1, let term = terms.first else { return own }
    return String(decoding: term, as: UTF8.self)
  }

  private func place(_ code: String) -> String? {
    let parts = code.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "country": return CLDRNames.country(parts[1], in: target)
    case "city": return CLDRNames.city(parts[1], in: target)
    default: return nil
    }
  }

  /// The genitive of a name in the target language: `Oslos`, `Moss’`, `Oslo’s`.
  ///
  /// - Parameter mark: The apostrophe that the translation uses.
  func genitive(of name: String, mark: String) -> String {
    let endsInS = name.last.map { "sxzSXZ".contains($0) } ?? false
    if target.isNorwegian { return name + (endsInS ? mark : "s") }
    return name + mark + (name.last == "s" ? "" : "s")
  }
}
