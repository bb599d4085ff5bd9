import SamsvarModel
package import SamsvarText

/// Gives one term the form in which another one stands, where only one form is possible.
package struct TermInflection {
  private let data: LanguageData

  /// The forms of a language's terms; only English and Norwegian nouns are inflected.
  package init(_ data: LanguageData) { self.data = data }

  /// A form of a noun.
  enum Form: Hashable { case base, definite, plural, definitePlural, genitive }

  /// The new term in the form in which the old one stands, its capital kept; nil where more than one
  /// form is possible.
  ///
  ///     transferred("Treaties", of: "treaty", to: "agreement")  // "Agreements"
  ///     transferred("avtalane", of: "avtale", to: "forståing")  // nil in Nynorsk: plurals differ
  package func transferred(_ written: String, of old: String, to new: String) -> String? {
    guard let form = form(written, of: old), let text = inflected(new, form, like: (written, old))
    else { return nil }
    let isCapital = written.first?.isUppercase == true && old.first?.isUppercase == false
    return isCapital ? text.prefix(1).uppercased() + text.dropFirst() : text
  }

  /// The form in which a term stands; nil where it may be several.
  func form(_ written: String, of term: String) -> Form? {
    let (word, lemma) = (written.lowercased(), term.lowercased())
    if word == lemma { return .base }
    return data.language.isNorwegian ? norwegianForm(word, lemma) : englishForm(word, lemma)
  }

  private func inflected(
    _ term: String, _ form: Form, like example: (written: String, term: String)
  ) -> String? {
    switch form {
    case .base: return term
    case .genitive:
      let mark = example.written.contains("'") ? "'" : "’"
      if data.language.isNorwegian {
        return term.last.map { "sxz".contains($0) } == true ? nil : term + "s"
      }
      return term.hasSuffix("s") ? nil : "\(term)\(mark)s"
    default:
      return data.language.isNorwegian
        ? norwegian(term, form, like: example) : form == .plural ? englishPlural(term) : nil
    }
  }

  // MARK: - English

  private func englishForm(_ word: String, _ lemma: String) -> Form? {
    if word == lemma + "'s" || word == lemma + "’s" { return .genitive }
    return englishPlural(lemma) == word ? .plural : nil
  }

  /// The regular plural of a noun; nil for what may be irregular or has no plural at its end.
  private func englishPlural(_ term: String) -> String? {
    let last = term.split(separator: " ").last.map { $0.lowercased() } ?? ""
    let doubtful = ["f", "fe", "o", "sis", "us", "um", "ics", "man", "news", "ment of"]
    guard last.utf8.count > 2, !term.contains(" of "), !term.contains(" for "),
      !doubtful.contains(where: last.hasSuffix), !isIrregular(last),
      last.utf8.allSatisfy({ $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 == 0x2D })
    else { return nil }
    if ["s", "x", "z", "ch", "sh"].contains(where: last.hasSuffix) { return term + "es" }
    if last.hasSuffix("y"), let before = last.dropLast().last, !"aeiou".contains(before) {
      return term.dropLast() + "ies"
    }
    return term + "s"
  }

  private func isIrregular(_ lemma: String) -> Bool {
    let lemma = Array(lemma.utf8)
    return data.irregulars.contains { $0.key != lemma && $0.value.contains(lemma) }
  }

  // MARK: - Norwegian

  private static let endings: [(ending: String, form: Form)] = [
    ("en", .definite), ("et", .definite), ("n", .definite), ("t", .definite),
    ("er", .plural), ("ar", .plural), ("r", .plural),
    ("ene", .definitePlural), ("ane", .definitePlural), ("ne", .definitePlural), ("s", .genitive),
  ]

  private func norwegianForm(_ word: String, _ lemma: String) -> Form? {
    guard word.hasPrefix(lemma) else { return nil }
    let ending = word.dropFirst(lemma.count)
    return Self.endings.first { $0.ending == ending }?.form
  }

  /// The definite and plural endings of nouns whose own ending tells their gender.
  private func regular(_ term: String) -> [Form: String]? {
    let isNynorsk = data.language.language == "nn"
    if ["sjon", "isme"].contains(where: term.hasSuffix) {
      let stem = term.hasSuffix("e") ? String(term.dropLast()) : term
      return isNynorsk
        ? [.definite: stem + "en", .plural: stem + "ar", .definitePlural: stem + "ane"]
        : [.definite: stem + "en", .plural: stem + "er", .definitePlural: stem + "ene"]
    }
    guard !isNynorsk else { return nil }
    if ["ing", "het"].contains(where: term.hasSuffix) {
      return [.definite: term + "en", .plural: term + "er", .definitePlural: term + "ene"]
    }
    if term.hasSuffix("else") {
      return [.definite: term + "n", .plural: term + "r", .definitePlural: term + "ne"]
    }
    return nil
  }

  private func norwegian(
    _ term: String, _ form: Form, like example: (written: String, term: String)
  ) -> String? {
    // Compounds with the same last part inflect alike: `fredsavtale` and `klimaavtale`.
    let shared = zip(term.reversed(), example.term.reversed()).prefix { $0 == $1 }.count
    let isPart = shared >= 4 && shared == min(term.count, example.term.count)
    // Six letters are rarely the same by chance; `kunnskap` and `mannskap` differ in gender.
    if isPart || shared >= 6 && !term.hasSuffix("skap") {
      return term + example.written.lowercased().dropFirst(example.term.count)
    }
    return regular(term)?[form]
  }
}
