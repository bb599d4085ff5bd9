import SamsvarDataFiles
import SamsvarLexicon
package import SamsvarModel
import SamsvarText

/// A sentence that the source negates and the target does not.
package struct NegationDropped: Rule {
  package static let id = "negation.dropped"
  package static let category = FindingCategory.negation
  package static let summary = "The source says not, and nothing in the target does."

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard !context.isSummary else { return [] }
    return context.pairings.compactMap { pairing in
      guard !pairing.source.isEmpty, !pairing.target.isEmpty else { return nil }
      return finding(context, pairing)
    }
  }

  private func finding(_ context: CheckContext, _ pairing: Pairing) -> Finding? {
    let said = Negations(source: context).sentenceNegations(pairing.source)
    let target = Negations(target: context)
    let kept = pairing.target.reduce(0) { $0 + target.count($1) }
    guard kept < said.count, let place = said.first else { return nil }
    let span = context.source.span(place.segment, context.source.tokens[place.token].range)
    return context.finding(
      Self.self, .error, in: pairing, source: span,
      message: "\"\(span.text)\" has no counterpart",
      reason: "the target has no word that negates, denies or excludes")
  }
}

/// The words of a document that negate.
struct Negations {
  private let document: AnalysedDocument
  private let data: LanguageData
  private let lemmatiser: Lemmatiser
  private let vocabulary: Vocabulary

  /// The negations of one side of a bitext.
  init(source context: CheckContext) {
    document = context.source
    data = context.sourceData
    lemmatiser = context.sourceLemmatiser
    vocabulary = context.lexicon?.vocabulary(document.language) ?? .none
  }

  /// The negations of the other side.
  init(target context: CheckContext) {
    document = context.target
    data = context.targetData
    lemmatiser = context.targetLemmatiser
    vocabulary = context.lexicon?.vocabulary(document.language) ?? .none
  }

  /// The words that negate their sentence: `ikke`, but not `ikke bare`, and no question that expects
  /// a yes.
  func sentenceNegations(_ segments: [Int]) -> [(segment: Int, token: Int)] {
    segments.flatMap { segment in
      let range = document.tokenRange(segment)
      return range.filter { isPlain($0) && !isEmpty($0, range) }.map { (segment, $0) }
    }
  }

  /// How many words of a segment negate, deny, exclude or limit.
  func count(_ segment: Int) -> Int {
    document.tokenRange(segment).count { token in
      let word = word(token)
      return data.functionWords[word]?.contains(.negation) == true || data.denials.contains(word)
        || data.negatives.contains(word) || lemmas(token).contains(where: data.negatives.contains)
        || isContracted(word) || isPrefixed(word)
    }
  }

  private func isPlain(_ token: Int) -> Bool {
    data.functionWords[word(token)]?.contains([.negation, .adverb]) == true
  }

  /// `ikke bare`, `ikke minst`, `ikke sant`, `om ikke`: nothing is denied.
  private func isEmpty(_ token: Int, _ range: Range<Int>) -> Bool {
    let next = token + 1 < range.upperBound ? word(token + 1) : []
    let before = token > range.lowerBound ? word(token - 1) : []
    let last = range.last { document.tokens[$0].kind != .punctuation }
    return ["bare", "berre", "minst", "sant", "kun", "lenger", "lengre", "før", "så"].contains {
      next.elementsEqual($0.utf8)
    } || ["om", "hvis", "viss", "enten", "eller"].contains { before.elementsEqual($0.utf8) }
      || document.document.text[document.tokens[range.upperBound - 1].range].first == 0x3F
      || token == last && before.isEmpty || isUntil(token, range) || isDouble(next)
      || isConditional(token, range)
  }

  /// `ikke … før`: only then.
  private func isUntil(_ token: Int, _ range: Range<Int>) -> Bool {
    (token..<range.upperBound).contains { word($0).elementsEqual("før".utf8) }
  }

  /// `ikke ulikt`, `ikke uvanlig`: two denials are none.
  private func isDouble(_ next: [UInt8]) -> Bool {
    guard next.first == 0x75, next.count > 4 else { return false }
    return lemmatiser.knownLemmas(of: Array(next.dropFirst())).contains {
      vocabulary.parts(of: $0).contains(.adjective)
    }
  }

  /// `hvis du ikke kan`, which is as well said by what happens otherwise.
  private func isConditional(_ token: Int, _ range: Range<Int>) -> Bool {
    (range.lowerBound..<token).contains { index in
      ["hvis", "viss", "dersom", "medmindre"].contains { word(index).elementsEqual($0.utf8) }
    }
  }

  /// Whether a word ends in a contracted not: `don't`.
  private func isContracted(_ word: [UInt8]) -> Bool { word.suffix(3).elementsEqual("n't".utf8) }

  /// Whether a prefix or suffix negates a word: `unable`, `impossible`, `homeless`.
  private func isPrefixed(_ word: [UInt8]) -> Bool {
    guard data.language.language == "en", word.count > 5 else { return false }
    if word.suffix(4).elementsEqual("less".utf8) || word.starts(with: "non".utf8) { return true }
    if ["able", "ible", "ably", "ibly"].contains(where: { word.suffix(4).elementsEqual($0.utf8) }),
      Self.prefixes.contains(where: { word.starts(with: $0.0.utf8) })
    {
      return true
    }
    return Self.prefixes.contains { prefix, parts in
      let rest = Array(word.dropFirst(prefix.utf8.count))
      return word.starts(with: prefix.utf8) && rest.count >= 4
        && lemmatiser.knownLemmas(of: rest).contains {
          !lemmatiser.parts(of: $0).isDisjoint(with: parts)
        }
    }
  }

  /// Prefixes that negate, and what they negate: `increase` is no negated `crease`.
  private static let prefixes: [(String, PartsOfSpeech)] = [
    ("un", [.adjective, .verb, .adverb]), ("dis", [.adjective, .verb]),
    ("in", [.adjective, .adverb]),
    ("im", [.adjective, .adverb]), ("ir", [.adjective, .adverb]), ("il", [.adjective, .adverb]),
  ]

  private func word(_ token: Int) -> [UInt8] {
    document.forms.words[Int(document.tokens[token].word)]
  }

  private func lemmas(_ token: Int) -> [[UInt8]] {
    document.forms.lemmas[Int(document.tokens[token].word)]
  }
}

extension NegationDropped {
  package static let documentation = RuleDocumentation(
    """
    The source's negations are counted against all words of the target that negate, deny, exclude or limit:
    *not*, *never*, *without*, *fails to*, *unable*. Phrases that hold a negating word and negate nothing (`ikke bare`,
    `ikke før`), conditions and questions are left aside.
    """,
    examples: [
      .finds("ikke", "De har ikke nok penger.", "They have enough money."),
      .leaves("De har ikke nok penger.", "They do not have enough money."),
      .leaves("Han kunne ikke komme.", "He was unable to come."),
      .leaves("Det er ikke bare dyrt, men farlig.", "It is expensive and dangerous as well."),
    ])
}
