/// What a function word tells about the words beside it (`word-classes.txt`).
package struct WordClass: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// A noun follows: `en`, `min`, `hver`.
  package static let determiner = WordClass(rawValue: 1)
  /// A noun in the plural follows: `mange`, `to`.
  package static let plural = WordClass(rawValue: 2)
  package static let preposition = WordClass(rawValue: 4)
  /// The mark of the infinitive: `å`.
  package static let infinitive = WordClass(rawValue: 8)
  /// An infinitive follows: `kan`, `skal`.
  package static let modal = WordClass(rawValue: 16)
  /// A participle follows: `har`, `ble`.
  package static let auxiliary = WordClass(rawValue: 32)
  /// A finite verb.
  package static let finite = WordClass(rawValue: 64)
  /// A pronoun that may be the subject.
  package static let subject = WordClass(rawValue: 128)
  /// A pronoun that is an object: `seg`.
  package static let object = WordClass(rawValue: 256)
  /// An adverb that may stand between a subject and its verb: `ikke`.
  package static let adverb = WordClass(rawValue: 512)
  /// Begins a clause: `at`, `som`.
  package static let clause = WordClass(rawValue: 1024)
  /// Says no: `ikke`, `aldri`.
  package static let negation = WordClass(rawValue: 2048)

  private static let names: [Substring: WordClass] = [
    "determiner": .determiner, "plural": .plural, "preposition": .preposition,
    "infinitive": .infinitive, "modal": .modal, "auxiliary": .auxiliary, "finite": .finite,
    "subject": .subject, "object": .object, "adverb": .adverb, "clause": .clause,
    "negation": .negation,
  ]

  /// Reads lines of `word<TAB>class class …`; unknown classes are left out.
  static func table(_ lines: [String]) -> [[UInt8]: WordClass] {
    var table: [[UInt8]: WordClass] = [:]
    for line in lines {
      let columns = line.split(separator: "\t")
      guard columns.count == 2 else { continue }
      let classes = columns[1].split(separator: " ").compactMap { names[$0] }
      table[Array(columns[0].utf8), default: []].formUnion(WordClass(classes))
    }
    return table
  }
}
