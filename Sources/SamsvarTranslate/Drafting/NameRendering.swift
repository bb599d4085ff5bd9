import SamsvarLexicon
import SamsvarModel
import SamsvarText

/// Names in the target language: what the lexicon and CLDR have, others as they stand.
struct NameRendering {
  let source: LanguageTag
  let target: LanguageTag
  let lexicon: Lexicon?

  /// A name without its genitive, in the target language: `Kypros` is `Cyprus`.
  ///
  /// - Parameter code: What CLDR knows it as (`country:CY`).
  func text(_ own: String, code: String?) -> String {
    if let place = code.flatMap(place) { return place }
    guard let lexicon else { return own }
    let key = Folding.lower(Array(own.utf8))
    // A word that is a name and nothing else: `Norge`, `FN`.
    let entries = lexicon.entries(key, in: source).filter { lexicon.partOfSpeech($0) == "name" }
    // An acronym stays one: `WHO` is not written out.
    let isAcronym = Self.isAcronym(own)
    let terms = Set(
      entries.compactMap { entry in
        lexicon.terms(entry, in: target).map { String(decoding: $0, as: UTF8.self) }
          .first { !isAcronym || Self.isAcronym($0) }
      })
    guard terms.count == 1, let term = terms.first else { return own }
    return term
  }

  private static func isAcronym(_ name: String) -> Bool {
    name.count > 1 && name.allSatisfy { $0.isUppercase }
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
