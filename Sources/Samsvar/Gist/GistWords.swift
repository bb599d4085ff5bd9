import SamsvarAlign
import SamsvarLexicon
import SamsvarModel
import SamsvarText

/// Words in the language of a gist, as far as the lexicon is certain of them.
struct GistWords {
  let document: AnalysedDocument
  let source: LanguageData
  let target: LanguageData
  let lexicon: Lexicon?

  /// A word with more translations than this says too little by itself.
  private static let mostTranslations = 8
  /// The same for verbs, which say the most different things.
  private static let mostOfVerb = 5
  /// The parts of speech that carry meaning; `name` is that of places.
  private static let partsOfSpeech: Set<String> = ["noun", "verb", "adj", "name", "num"]

  /// What a token says; nil for stop words and words the lexicon lacks or is unsure of.
  func text(_ token: Int) -> (Gist.Origin, String)? {
    let word = Int(document.tokens[token].word)
    guard let lexicon, document.tokens[token].kind == .word, !document.isStopWord[word] else {
      return nil
    }
    let forms = document.forms.candidates(word)
    if let people = people(forms) { return (.name, people) }
    // A form of two words (`regnet`: rain, reckoned) is not certain.
    let readings = forms.filter { lexicon.contains($0, in: document.language) }
    guard readings.isEmpty else {
      let texts = Set(readings.compactMap { translation($0, lexicon) })
      return readings.count == 1 || texts.count == 1 ? texts.first.map { (.word, $0) } : nil
    }
    guard source.writing.joinsCompounds else { return nil }
    return compound(forms, lexicon).map { (.compound, $0) }
  }

  /// What a name is called, where the lexicon has it: `FN` is UN.
  func name(_ token: Int) -> String? {
    let form = document.forms.words[Int(document.tokens[token].word)]
    guard let lexicon, let entry = lexicon.entries(form, in: document.language).first else {
      return nil
    }
    return lexicon.terms(entry, in: target.language).first.map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// The most usual translation, or two where two entries have the word before all others.
  private func translation(_ form: [UInt8], _ lexicon: Lexicon) -> String? {
    let entries = lexicon.entries(form, in: document.language)
    let isVerb = entries.allSatisfy { lexicon.partOfSpeech($0) == "verb" }
    let all = Set(entries.flatMap { lexicon.terms($0, in: target.language) })
    guard all.count <= (isVerb ? Self.mostOfVerb : Self.mostTranslations) else { return nil }
    let usual = entries.filter {
      Self.partsOfSpeech.contains(lexicon.partOfSpeech($0))
        && lexicon.terms($0, in: document.language).first.map { Folding.lower($0) } == form
    }
    // A text names things more often than it uses the verb of the same form (`avtale`).
    let nouns = usual.filter { lexicon.partOfSpeech($0) == "noun" }
    let texts = (nouns.isEmpty ? usual : nouns).compactMap {
      lexicon.terms($0, in: target.language).first
    }
    .reduce(into: [[UInt8]]()) { if !$0.contains($1) { $0.append($1) } }
    guard (1...2).contains(texts.count) else { return nil }
    return texts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
  }

  /// `libysk` is Libyan: adjectives and inhabitants by their country.
  func people(_ forms: [[UInt8]]) -> String? {
    for form in forms {
      for code in source.places.countries(form) where !source.places.isCapital(form) {
        if let text = target.places.people(code) { return capitalised(text) }
      }
    }
    return nil
  }

  private func capitalised(_ text: String) -> String {
    target.language.isNorwegian ? text : text.prefix(1).uppercased() + text.dropFirst()
  }

  /// Both parts of a compound, where the lexicon knows them.
  private func compound(_ forms: [[UInt8]], _ lexicon: Lexicon) -> String? {
    let parts = SamsvarAlign.CompoundParts.parts(forms, lexicon, document.language)
    let texts = parts.compactMap { translation($0, lexicon) }
    return texts.count == 2 ? texts.joined(separator: " ") : nil
  }
}
