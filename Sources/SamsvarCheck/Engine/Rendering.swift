import SamsvarModel
import SamsvarTerms

/// What stands in a target for a concept.
struct Rendering {
  /// In lower case, as the termbase or the lexicon has it.
  var term: String
  var span: FindingSpan

  /// Whether two renderings are one choice of word: the same, on the same stem, or an acronym and
  /// what it stands for.
  func isVariant(of other: Rendering) -> Bool {
    if term == other.term { return true }
    let left = Self.words(term)
    let right = Self.words(other.term)
    if left.count == 1, right.count == 1 { return WordKinship.areRelated(left[0], right[0]) }
    if left.count == right.count, zip(left, right).allSatisfy(WordKinship.areRelated) {
      return true
    }
    return Self.isAcronym(term, of: right) || Self.isAcronym(other.term, of: left)
  }

  private static func words(_ term: String) -> [[UInt8]] {
    term.utf8.split { $0 == 0x20 || $0 == 0x2D }.map(Array.init)
  }

  private static func isAcronym(_ term: String, of words: [[UInt8]]) -> Bool {
    let letters = term.utf8.filter { $0 != 0x2E }
    let initials = words.compactMap(\.first)
    return words.count > 1 && letters.count >= 2 && letters.count <= words.count
      && initials.starts(with: letters)
  }
}
