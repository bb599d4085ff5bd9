import SamsvarModel

/// Possible dictionary forms of a word: irregular forms from the language's list, and what its
/// suffix rules make of the word.
///
/// Candidates are not checked against a vocabulary; whoever has one keeps those it knows.
package struct LemmaCandidates: Sendable {
  private let irregulars: [[UInt8]: [[UInt8]]]
  private let rules: [SuffixRule]
  private let isNorwegian: Bool
  private let isEnglish: Bool

  /// The candidates of a language.
  package init(_ data: LanguageData) {
    irregulars = data.irregulars
    rules = data.suffixRules
    isNorwegian = data.language.isNorwegian
    isEnglish = data.language.language == "en"
  }

  /// The word itself, its irregular lemmas, and the candidates of the rules; none twice.
  ///
  ///     candidates(of: "avtalene")  // avtalene, avtal, avtale, …
  package func candidates(of word: [UInt8]) -> [[UInt8]] {
    var result = [word]
    add(word, to: &result)
    if let bare = withoutGenitive(word) {
      append(bare, to: &result)
      add(bare, to: &result)
    }
    return result
  }

  private func add(_ word: [UInt8], to result: inout [[UInt8]]) {
    for lemma in irregulars[word] ?? [] { append(lemma, to: &result) }
    for rule in rules where rule.applies(to: word) {
      let stem = word.dropLast(rule.suffix.count)
      append(stem + rule.replacement, to: &result)
      if let single = undoubled(stem) { append(single + rule.replacement, to: &result) }
    }
  }

  private func append(_ word: some Collection<UInt8>, to result: inout [[UInt8]]) {
    let word = Array(word)
    if word.count >= 2, !result.contains(word) { result.append(word) }
  }

  /// `Haftars`, `Lars'`, `Libya's` without the genitive.
  private func withoutGenitive(_ word: [UInt8]) -> [UInt8]? {
    guard word.count > 3, let last = word.last else { return nil }
    if last == 0x27 { return Array(word.dropLast()) }
    guard last == 0x73 else { return nil }
    let bare = word.dropLast()
    if bare.last == 0x27 { return Array(bare.dropLast()) }
    return isNorwegian ? Array(bare) : nil
  }

  /// `programm` of `programmet` is `program`, `stopp` of `stopped` is `stop`.
  private func undoubled(_ stem: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard stem.count > 3, let last = stem.last, stem.dropLast().last == last else { return nil }
    if isEnglish { return stem.dropLast() }
    return last == 0x6D ? stem.dropLast() : nil
  }
}

/// A suffix and what stands in its place in the dictionary form.
package struct SuffixRule: Hashable, Sendable {
  package var suffix: [UInt8]
  package var replacement: [UInt8]
  /// Letters that must be left.
  package var minimumStem: Int

  /// Reads `suffix<TAB>replacement[<TAB>minimum]`; `-` is nothing.
  init?(_ line: String) {
    let columns = line.split(separator: "\t")
    guard columns.count >= 2 else { return nil }
    suffix = Array(columns[0].utf8)
    replacement = columns[1] == "-" ? [] : Array(columns[1].utf8)
    minimumStem = columns.count > 2 ? Int(columns[2]) ?? 2 : 2
  }

  func applies(to word: [UInt8]) -> Bool {
    word.count >= suffix.count + minimumStem && word.suffix(suffix.count).elementsEqual(suffix)
  }
}
