package import SamsvarModel

/// Language codes as office programs want them: with a region, or their spelling checkers are silent.
package enum OfficeLanguage {
  private static let regions = [
    "nb": "NO", "nn": "NO", "en": "GB", "da": "DK", "sv": "SE", "de": "DE", "fr": "FR",
    "se": "NO", "is": "IS", "fi": "FI", "es": "ES", "it": "IT", "nl": "NL", "pl": "PL",
  ]

  /// `nb-NO` for `nb`; a region given stays, a language without a usual region stays alone.
  package static func code(_ language: LanguageTag) -> String {
    parts(language).region.map { "\(language.language)-\($0)" } ?? language.language
  }

  /// Language and region apart, as OpenDocument has them.
  static func parts(_ language: LanguageTag) -> (language: String, region: String?) {
    (language.language, language.region ?? regions[language.language])
  }
}
