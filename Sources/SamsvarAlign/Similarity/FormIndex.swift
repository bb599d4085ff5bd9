import SamsvarModel
import SamsvarText

/// The words of a document by the dictionary forms they may be inflected from, and by stem.
struct FormIndex {
  private var table = WordTable()
  private var words: [[Int32]] = []

  /// The words that have a form as a possible lemma: `agreements` for `agreement`.
  func words(for form: [UInt8]) -> [Int32] { table.find(form).map { words[$0] } ?? [] }

  /// Adds a word under a form.
  mutating func add(_ word: Int, under form: [UInt8]) {
    let key = form.withUnsafeBufferPointer { Int(table.intern($0, 0..<$0.count)) }
    if key == words.count { words.append([]) }
    if words[key].last != Int32(word) { words[key].append(Int32(word)) }
  }

  /// Indexes all words of a table by their candidate lemmas.
  static func lemmas(_ forms: WordForms) -> FormIndex {
    var index = FormIndex()
    for word in forms.words.indices {
      for form in forms.candidates(word) { index.add(word, under: form) }
    }
    return index
  }

  /// Indexes all words of a table by their stem.
  static func stems(_ stems: [[UInt8]]) -> FormIndex {
    var index = FormIndex()
    for (word, stem) in stems.enumerated() { index.add(word, under: stem) }
    return index
  }
}
