import SamsvarModel
import SamsvarText

/// What each distinct word of a document may be: candidate lemmas and stem.
struct WordForms {
  /// The words in lower case.
  let words: [[UInt8]]
  /// Candidate lemmas, the word itself first.
  let lemmas: [[[UInt8]]]
  /// Snowball stems.
  let stems: [[UInt8]]

  /// Analyses the words of a document's table.
  ///
  /// - Complexity: O(number of distinct words)
  init(_ document: AnalysedDocument, data: LanguageData) {
    let candidates = LemmaCandidates(data)
    let stemmer = Stemmer(data.language)
    words = (0..<document.words.count).map { document.words.bytes(of: $0) }
    lemmas = words.map { candidates.candidates(of: $0) }
    stems = words.map { stemmer.stem($0) }
  }
}
