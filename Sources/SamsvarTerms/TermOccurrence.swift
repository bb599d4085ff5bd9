package import SamsvarModel

/// How a term stands in a text.
package enum TermForm: String, Sendable {
  /// As listed, but for case.
  case exact
  /// Any other form of the term as a word of its own.
  case inflected
  /// Inside a longer word: `avtale` in `militæravtale`.
  case compoundPart = "compound-part"
  /// In a coordination that leaves a part out: `oppholds- og arbeidstillatelse`.
  case split
}

/// A term and its status, without what a termbase says of it beside.
package struct ListedTerm: Hashable, Sendable {
  /// The term as written.
  package var term: String
  /// Whether it may be used.
  package var status: TermStatus

  init(_ section: TermSection) {
    term = section.term
    status = section.status
  }
}

/// A place in a text where a term of a termbase stands.
package struct TermOccurrence: Hashable, Sendable {
  /// The segment.
  package var segment: Int
  /// The tokens, as indices into the document's.
  package var tokens: Range<Int>
  /// UTF-8 offsets in the document's text.
  package var range: Range<Int>
  /// The concept, as an index into the termbase's.
  package var concept: Int
  /// The term as listed.
  package var term: ListedTerm
  /// How it stands there.
  package var form: TermForm
  /// Whether the words may also be something else, which the text does not settle.
  package var isUncertain = false
  /// Whether another concept has the same term.
  package var isShared = false
  /// The concepts that share the term and lost to this one.
  package var rivals: [Int] = []
}
