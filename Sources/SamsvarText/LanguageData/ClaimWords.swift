/// Words that decide whether a text affirms, denies or only supposes something.
package struct ClaimWords: Sendable {
  /// Words that negate, in lower case: `ikke`, `not`.
  package let negations: Set<[UInt8]>
  /// Phrases that hold a negating word and negate nothing: `ikke bare`, `not least`.
  package let emptyNegations: PhraseList
  /// Words with a negation in them, in dictionary form: `mangle`, `fail`.
  package let negatives: Set<[UInt8]>
  /// Words and phrases that make a claim or a supposition of what they stand with.
  package let hedges: PhraseList
  /// Hedges that a summary may leave out: `says`, `expects`.
  package let mildHedges: PhraseList
  /// Finite auxiliaries that state a fact: `is`, `will`.
  package let auxiliaries: Set<[UInt8]>
  /// For each word in dictionary form the words that say its opposite.
  package let opposites: [[UInt8]: Set<[UInt8]>]

  init(
    negations: [String], negatives: [String], hedges: [String], auxiliaries: [String],
    opposites: [String]
  ) {
    self.negations = Set(negations.filter { !$0.hasPrefix("~") }.map { Array($0.utf8) })
    emptyNegations = PhraseList(
      negations.filter { $0.hasPrefix("~") }.map { String($0.dropFirst()) })
    self.negatives = Set(negatives.map { Array($0.utf8) })
    self.hedges = PhraseList(hedges.filter { !$0.hasPrefix("~") })
    mildHedges = PhraseList(hedges.filter { $0.hasPrefix("~") }.map { String($0.dropFirst()) })
    self.auxiliaries = Set(auxiliaries.map { Array($0.utf8) })
    self.opposites = Self.opposites(opposites)
  }

  /// A line has two groups of words, separated by a tab; each is the opposite of the other.
  private static func opposites(_ lines: [String]) -> [[UInt8]: Set<[UInt8]>] {
    var result: [[UInt8]: Set<[UInt8]>] = [:]
    for line in lines {
      let groups = line.split(separator: "\t").map { group in
        group.split(separator: ",").map { Array($0.utf8.drop { $0 == 0x20 }) }
      }
      guard groups.count == 2 else { continue }
      for word in groups[0] { result[word, default: []].formUnion(groups[1]) }
      for word in groups[1] { result[word, default: []].formUnion(groups[0]) }
    }
    return result
  }
}

/// Words and phrases, found by their first word.
package struct PhraseList: Sendable {
  private var phrases: [[UInt8]: [[[UInt8]]]] = [:]

  init(_ lines: [String]) {
    for line in lines {
      let words = line.utf8.split(separator: 0x20).map { Array($0) }
      guard let first = words.first else { continue }
      phrases[first, default: []].append(words)
    }
    for first in phrases.keys { phrases[first]?.sort { $0.count > $1.count } }
  }

  /// How many words the longest phrase takes that begins with the first of some words; nil for none.
  ///
  /// - Parameter forms: A word's form and lemmas by its distance from the first; empty at the end.
  package func match(_ forms: (Int) -> [[UInt8]]) -> Int? {
    for first in forms(0) {
      for phrase in phrases[first] ?? []
      where phrase.indices.dropFirst().allSatisfy({ forms($0).contains(phrase[$0]) }) {
        return phrase.count
      }
    }
    return nil
  }
}
