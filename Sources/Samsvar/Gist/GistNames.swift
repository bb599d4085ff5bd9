import SamsvarModel
import SamsvarText

/// Names in the language of a gist: places as CLDR has them, others as they stand.
struct GistNames {
  let document: AnalysedDocument
  let language: LanguageTag

  /// A name without its genitive.
  func text(_ name: NameMention) -> String {
    name.code.flatMap(place) ?? document.document.string(in: name.baseRange)
  }

  private func place(_ code: String) -> String? {
    let parts = code.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "country": return CLDRNames.country(parts[1], in: language)
    case "language": return CLDRNames.language(parts[1], in: language)
    case "currency": return CLDRNames.currency(parts[1], in: language)
    case "city": return CLDRNames.city(parts[1], in: language)
    default: return nil
    }
  }
}
