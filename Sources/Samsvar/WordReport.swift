public import SamsvarModel
import SamsvarText

/// What is known about single words: the interface of `text lemmas` and `text compounds`.
public struct WordReport: Sendable {
  private let lemmatiser: Lemmatiser
  private let splitter: CompoundSplitter

  init(lemmatiser: Lemmatiser, splitter: CompoundSplitter) {
    self.lemmatiser = lemmatiser
    self.splitter = splitter
  }

  /// The lemmas of a form as written, best first, and where they come from.
  public func lemmas(_ form: String) -> (lemmas: [String], reason: String) {
    let word = Folding.lower(Array(form.utf8))
    let known = lemmatiser.knownLemmas(of: word)
    let lemmas = known.isEmpty ? lemmatiser.lemmas(of: word) : known
    let reason = known.isEmpty ? "guessed from its ending" : "known forms"
    return (lemmas.map { String(decoding: $0, as: UTF8.self) }, reason)
  }

  /// The readings of a compound as written, best first; none for a word that is left whole.
  public func compounds(_ word: String) -> [(text: String, reason: String)] {
    splitter.readings(of: Folding.lower(Array(word.utf8))).map { reading in
      let cut = String(decoding: reading.modifier, as: UTF8.self)
      let head = String(decoding: reading.head, as: UTF8.self)
      return ("\(cut)+\(head)", reading.reason)
    }
  }
}

extension Pipeline {
  /// Reports on words of a language.
  ///
  /// - Throws: `InputError` when the language's data cannot be read.
  public func wordReport(_ language: LanguageTag) throws(InputError) -> WordReport {
    let data = try languages.data(for: language)
    let lemmatiser = Lemmatiser(data, vocabulary: vocabulary(language))
    return WordReport(
      lemmatiser: lemmatiser,
      splitter: CompoundSplitter(data, vocabulary: vocabulary(language)))
  }
}
