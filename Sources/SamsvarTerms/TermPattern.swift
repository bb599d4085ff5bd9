import SamsvarDataFiles
import SamsvarModel

/// One term, cut into words, as it is looked for.
struct TermPattern: Sendable {
  /// The concept, as an index into the termbase's.
  var concept: Int
  var term: ListedTerm
  /// What a text must keep to.
  var hints: MatchHints
  var words: [PatternWord]
  /// Whether words in capitals must match in case.
  var isCaseSensitive: Bool
  /// Its place among the terms of its concept in the language, the first being 0.
  var rank: Int
  /// The number of its first word among the words of all patterns.
  var firstWord: Int32 = 0
}

/// A word of a term.
struct PatternWord: Sendable {
  /// As listed, in lower case.
  var form: [UInt8]
  /// As listed.
  var written: [UInt8]
  /// The dictionary forms it stands for, and what each is; empty parts where nothing is known.
  var lemmas: [(form: [UInt8], parts: PartsOfSpeech)]
  var stem: [UInt8]
  /// Two letters or more, all capitals: `FN`, `US`.
  var isAcronym: Bool
  /// Written with a capital: a name, which has only a genitive.
  var isName: Bool

  /// What it can be by any of its dictionary forms.
  var parts: PartsOfSpeech { lemmas.reduce(into: []) { $0.formUnion($1.parts) } }
}
