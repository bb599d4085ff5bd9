import SamsvarModel
import SamsvarText

/// A way to read a name in a source: what it is called, and what its ending says.
struct NameForm: Hashable {
  /// What follows the name itself.
  enum Ending: Hashable {
    case none
    case genitive
    /// The rest of a compound: `-utsending`.
    case compound(String)
  }

  /// The name without its ending.
  var text: String
  var ending: Ending
  /// What CLDR knows it as.
  var code: String?

  /// The ways to read a name, the likeliest first: `Lars` as it stands, or the genitive of `Lar`.
  static func all(_ name: NameMention, in text: DraftTexts.Text) -> [NameForm] {
    let document = text.document.document
    let base = document.string(in: name.baseRange)
    let rest = document.string(in: name.baseEnd..<name.range.upperBound)
    if rest.hasPrefix("-") {
      return [NameForm(text: base, ending: .compound(rest), code: name.code)]
    }
    if !rest.isEmpty { return [NameForm(text: base, ending: .genitive, code: name.code)] }
    let whole = NameForm(text: base, ending: .none, code: name.code)
    guard document.language.isNorwegian, base.utf8.count > 2, base.hasSuffix("s") else {
      return [whole]
    }
    return [whole, NameForm(text: String(base.dropLast()), ending: .genitive, code: nil)]
  }
}

/// Which names have the definite article in English.
enum EnglishNameArticle {
  private static let acronyms: Set<String> = [
    "BBC", "CIA", "ECB", "EEA", "EEC", "EU", "FBI", "IAEA", "ICC", "ILO", "IMF", "OECD", "OSCE",
    "PLO",
    "UAE", "UK", "UN", "US", "USA", "USSR", "WHO", "WTO",
  ]
  private static let lastWords: Set<String> = [
    "Alps", "Americas", "Balkans", "Baltics", "Bahamas", "Caribbean", "Caucasus", "Comoros",
    "Council", "Emirates", "Gambia", "Hague", "Highlands", "Islands", "Kingdom", "Kremlin",
    "Maldives", "Nations", "Netherlands", "Ocean", "Pentagon", "Philippines", "Republic", "Sea",
    "Seychelles", "States", "Thames", "Union",
  ]

  /// Whether a name goes with `the` in running text: the UN, the Netherlands.
  static func isTaken(by name: String) -> Bool {
    acronyms.contains(name)
      || name.split(separator: " ").last.map { lastWords.contains(String($0)) } == true
  }
}
