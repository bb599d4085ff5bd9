import SamsvarDataFiles
import SamsvarModel
import SamsvarText

/// Says of each distinct word of a document what it can be in a term.
struct CandidateWords {
  private let document: AnalysedDocument
  private let data: LanguageData
  private let vocabulary: Vocabulary
  private let lemmatiser: Lemmatiser
  private let splitter: CompoundSplitter
  private let inflection: Inflection

  init(_ document: AnalysedDocument, _ data: LanguageData, _ vocabulary: Vocabulary) {
    self.document = document
    self.data = data
    self.vocabulary = vocabulary
    lemmatiser = Lemmatiser(data, vocabulary: vocabulary)
    splitter = CompoundSplitter(data, vocabulary: vocabulary)
    inflection = Inflection(data: data)
  }

  /// The words, by their number in the document's table.
  ///
  /// - Complexity: O(number of distinct words)
  func all() -> [CandidateWord] { document.forms.words.indices.map(word) }

  private static let links: Set<String> = ["av", "for", "til", "om", "of", "for", "to"]

  private func word(_ number: Int) -> CandidateWord {
    let form = document.forms.words[number]
    let lemmas = document.forms.lemmas[number]
    let known = lemmas.filter { !lemmatiser.parts(of: $0).isEmpty }
    let noun = noun(form, known)
    let adjective = known.first { isAdjective(form, $0) }
    let isStop =
      document.isStopWord[number] || data.functionWords[form] != nil || !isWordlike(form)
    let isUnknown = known.isEmpty
    let lemma = noun ?? adjective ?? lemmas.first ?? form
    let isGeneral = !vocabulary.parts(of: lemma).isEmpty
    // `informasjon` can be cut too; a word that a general lexicon has must be long to count as two.
    let isCompound =
      data.language.isNorwegian && lemma.count >= (isGeneral ? 12 : 8)
      && !splitter.readings(of: lemma).isEmpty
    return CandidateWord(
      lemma: lemma, isNoun: !isStop && (noun != nil || isUnknown || isCompound),
      isAdjective: !isStop && adjective != nil,
      isGenitive: data.language.isNorwegian && form.last == 0x73 && noun != nil && noun != form,
      isLink: Self.links.contains(String(decoding: form, as: UTF8.self)), isUnknown: isUnknown,
      isGeneral: isGeneral, isCompound: isCompound)
  }

  /// The noun a form is of: one in common use rather than another.
  ///
  /// Where a verb is in common use and no noun is, there is none: `gjelder` is no gelding.
  private func noun(_ form: [UInt8], _ known: [[UInt8]]) -> [UInt8]? {
    let nouns = known.filter { isNoun(form, $0) }
    if let general = nouns.first(where: { vocabulary.parts(of: $0).contains(.noun) }) {
      return general
    }
    let isVerb = known.contains {
      vocabulary.parts(of: $0).contains(.verb) && !nouns.contains($0)
    }
    return isVerb ? nil : nouns.first
  }

  private func isNoun(_ form: [UInt8], _ lemma: [UInt8]) -> Bool {
    lemmatiser.parts(of: lemma).contains(.noun)
      && (!data.language.isNorwegian || inflection.isNoun(form, of: lemma))
  }

  private func isAdjective(_ form: [UInt8], _ lemma: [UInt8]) -> Bool {
    lemmatiser.parts(of: lemma).contains(.adjective)
      && (!data.language.isNorwegian || inflection.isAdjective(form, of: lemma))
  }

  /// Three letters or more, and no digit.
  private func isWordlike(_ form: [UInt8]) -> Bool {
    form.count >= 3 && !form.contains { (0x30...0x39).contains($0) }
      && form.contains { (0x61...0x7A).contains($0) || $0 >= 0x80 }
  }
}
