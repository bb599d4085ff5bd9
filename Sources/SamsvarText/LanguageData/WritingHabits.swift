/// Habits of writing that rules ask for (`writing.txt`).
package struct WritingHabits: Hashable, Sendable {
  /// Whether compounds are written as one word: `arbeidsmarked`.
  package private(set) var joinsCompounds = false
  /// The consonants that inflection doubles: `m` in Norwegian (`program`, `programmet`).
  package private(set) var doubled: Set<UInt8> = []
  /// Whether a number with a dot is an ordinal before a word with a capital, as German nouns have:
  /// `im 19. Jahrhundert`.
  package private(set) var hasOrdinalsBeforeCapitals = false

  /// Reads lines of `name<TAB>value`; a language without lines has none of the habits.
  init(_ lines: [String]) {
    for line in lines {
      let columns = line.split(separator: "\t")
      guard columns.count == 2 else { continue }
      switch (columns[0], columns[1]) {
      case ("compounds", "joined"): joinsCompounds = true
      case ("doubled", let letters): doubled = Set(letters.utf8)
      case ("ordinal", "before-capitals"): hasOrdinalsBeforeCapitals = true
      default: break
      }
    }
  }
}
