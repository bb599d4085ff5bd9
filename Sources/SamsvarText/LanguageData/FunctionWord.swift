/// What a function word tells about the words beside it (`function-words.txt`).
package struct FunctionWord: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// A noun follows: `en`, `min`, `hver`.
  package static let determiner = FunctionWord(rawValue: 1)
  /// A noun in the plural follows: `mange`, `to`.
  package static let plural = FunctionWord(rawValue: 2)
  package static let preposition = FunctionWord(rawValue: 4)
  /// The mark of the infinitive: `å`.
  package static let infinitive = FunctionWord(rawValue: 8)
  /// An infinitive follows: `kan`, `skal`.
  package static let modal = FunctionWord(rawValue: 16)
  /// A participle follows: `har`, `ble`.
  package static let auxiliary = FunctionWord(rawValue: 32)
  /// A finite verb.
  package static let finite = FunctionWord(rawValue: 64)
  /// A pronoun that may be the subject.
  package static let subject = FunctionWord(rawValue: 128)
  /// A pronoun that is an object: `seg`.
  package static let object = FunctionWord(rawValue: 256)
  /// An adverb that may stand between a subject and its verb: `ikke`.
  package static let adverb = FunctionWord(rawValue: 512)
  /// Begins a clause: `at`, `som`.
  package static let clause = FunctionWord(rawValue: 1024)
  /// Says no: `ikke`, `aldri`.
  package static let negation = FunctionWord(rawValue: 2048)

  private static let names: [Substring: FunctionWord] = [
    "determiner": .determiner, "plural": .plural, "preposition": .preposition,
    "infinitive": .infinitive, "modal": .modal, "auxiliary": .auxiliary, "finite": .finite,
    "subject": .subject, "object": .object, "adverb": .adverb, "clause": .clause,
    "negation": .negation,
  ]

  /// Reads lines of `word<TAB>class class …`; unknown classes are left out.
  static func table(_ lines: [String]) -> [[UInt8]: FunctionWord] {
    var table: [[UInt8]: FunctionWord] = [:]
    for line in lines {
      let columns = line.split(separator: "\t")
      guard columns.count == 2 else { continue }
      let classes = columns[1].split(separator: " ").compactMap { names[$0] }
      table[Array(columns[0].utf8), default: []].formUnion(FunctionWord(classes))
    }
    return table
  }
}
