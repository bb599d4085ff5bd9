package import SamsvarDataFiles

/// A suffix and what stands in its place in the dictionary form.
package struct SuffixRule: Hashable, Sendable {
  package var suffix: [UInt8]
  package var replacement: [UInt8]
  /// What a word must be for the rule to have made the form.
  package var parts: PartsOfSpeech
  /// Bytes that must be left before the suffix.
  package var minimumStem: Int

  /// Reads `suffix<TAB>replacement<TAB>parts[<TAB>minimum]`; `-` is nothing.
  init?(_ line: String) {
    let columns = line.split(separator: "\t")
    guard columns.count >= 3 else { return nil }
    suffix = columns[0] == "-" ? [] : Array(columns[0].utf8)
    replacement = columns[1] == "-" ? [] : Array(columns[1].utf8)
    parts = columns[2].reduce(into: []) { $0.formUnion(PartsOfSpeech(letter: $1)) }
    minimumStem = columns.count > 3 ? Int(columns[3]) ?? 2 : 2
  }
}

/// The suffix rules of a language, found by the end of a word.
package struct SuffixRules: Sendable {
  private let bySuffix: [[UInt8]: [(order: Int, rule: SuffixRule)]]
  private let longest: Int
  private let undoubled: Set<UInt8>

  /// Rules in the order of the language's file.
  ///
  /// - Parameter undoubled: Consonants that inflection doubles: `m` in Norwegian (`programmet`).
  init(_ rules: [SuffixRule], undoubled: Set<UInt8>) {
    var bySuffix: [[UInt8]: [(order: Int, rule: SuffixRule)]] = [:]
    for (order, rule) in rules.enumerated() {
      bySuffix[rule.suffix, default: []].append((order, rule))
    }
    self.bySuffix = bySuffix
    longest = rules.lazy.map(\.suffix.count).max() ?? 0
    self.undoubled = undoubled
  }

  /// The number of rules.
  package var count: Int { bySuffix.values.reduce(0) { $0 + $1.count } }

  /// A dictionary form that a rule gives, and what it would have to be.
  struct Candidate {
    var lemma: [UInt8]
    var parts: PartsOfSpeech
    var order: Int
  }

  /// Every form the rules make of a word, in the order of the rules.
  func candidates(_ word: [UInt8]) -> [Candidate] {
    var result: [Candidate] = []
    for length in 0...min(longest, word.count) {
      guard let rules = bySuffix[Array(word.suffix(length))] else { continue }
      let stem = word.dropLast(length)
      for (order, rule) in rules where stem.count >= rule.minimumStem {
        result.append(
          Candidate(lemma: stem + rule.replacement, parts: rule.parts, order: order))
        if length > 0, let single = singled(stem) {
          result.append(
            Candidate(lemma: single + rule.replacement, parts: rule.parts, order: order))
        }
      }
    }
    return result.sorted { $0.order < $1.order }
  }

  /// `programm` of `programmet` is `program`, `stopp` of `stopped` is `stop`.
  private func singled(_ stem: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard stem.count > 2, let last = stem.last, stem.dropLast().last == last,
      undoubled.contains(last)
    else { return nil }
    return stem.dropLast()
  }
}
