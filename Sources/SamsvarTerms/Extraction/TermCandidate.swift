/// An expression of a text that may be a term, in all its forms.
package struct TermCandidate: Sendable {
  /// Why it may be one.
  package enum Kind: Sendable {
    /// A word of several (`arbeidstillatelse`), or one that no general dictionary has.
    case word
    /// Adjectives and nouns, or nouns with a preposition between them.
    case phrase
    /// Several words with capitals that are no person or place.
    case name
  }

  /// A place where it stands.
  package struct Place: Hashable, Sendable {
    package var segment: Int
    package var tokens: Range<Int>
  }

  /// Its words in dictionary form, with blanks between them.
  package var key: [UInt8]
  /// How it is cited: the form in which it stands most, the dictionary form first.
  package var form: String
  package var kind: Kind
  /// Where it stands, in order.
  package var places: [Place]
  /// How much it is a term by itself: C-value times how special its words are.
  package var termhood = 0.0
  /// The words it is made of; two for a compound.
  package var length: Int

  /// The segments it stands in, none twice.
  package var segments: [Int] {
    var result: [Int] = []
    for place in places where result.last != place.segment { result.append(place.segment) }
    return result
  }
}

/// What a word can be in a term.
struct CandidateWord {
  /// The dictionary form by which it is counted.
  var lemma: [UInt8]
  var isNoun: Bool
  var isAdjective: Bool
  /// A genitive that stands before another noun.
  var isGenitive: Bool
  /// Joins two nouns to a term: `av`, `for`, `of`.
  var isLink: Bool
  /// Neither dictionary knows it.
  var isUnknown: Bool
  /// In common use: the lexicon has it.
  var isGeneral: Bool
  var isCompound: Bool
}
