/// How the forms of some dictionary words may begin, for leaving out at once what cannot be one.
///
/// Inflection changes the last two letters at most (`regel`, `regler`) or is irregular; so a form
/// begins with all letters of its word but two, of which five at most are kept.
struct FormPrefixes: Sendable {
  private var prefixes: Set<UInt64> = []

  /// Adds a dictionary form.
  mutating func add(_ word: [UInt8]) {
    prefixes.insert(Self.key(word, max(2, min(5, word.count - 2))))
  }

  /// Adds a form that is not its word's beginning: `menn` of `mann`.
  mutating func add(irregular form: [UInt8]) {
    prefixes.insert(Self.key(form, min(5, form.count)))
  }

  /// Whether a form of one of the words may begin like this.
  ///
  /// - Complexity: O(1)
  func mayBegin(_ word: ArraySlice<UInt8>) -> Bool {
    for length in 2...5 where length <= word.count {
      if prefixes.contains(Self.key(word, length)) { return true }
    }
    return false
  }

  private static func key(_ word: some Collection<UInt8>, _ length: Int) -> UInt64 {
    word.prefix(length).reduce(UInt64(length)) { $0 << 8 | UInt64($1) }
  }
}
