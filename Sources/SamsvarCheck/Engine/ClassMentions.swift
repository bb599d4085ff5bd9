import SamsvarText

/// The members of classes that both sides name: mothers, foreign ministers, autumns.
///
/// The classes are the target language's; a source word names what its translations name.
struct ClassMentions {
  /// A run of tokens and the members it may name.
  struct Mention {
    var tokens: Range<Int>
    var members: Set<WordClasses.Member>

    /// Whether the two may name members of one class.
    func isOfOneClass(with other: Mention) -> Bool {
      !Set(members.map(\.group)).isDisjoint(with: other.members.map(\.group))
    }
  }

  private let view: SummaryView
  private let lexicon: LexiconWords

  init(_ view: SummaryView, _ lexicon: LexiconWords) {
    self.view = view
    self.lexicon = lexicon
  }

  private var classes: WordClasses { view.context.targetData.classes }

  /// Those of the summary sentence; a run (*finance minister*) hides the members of its words.
  func summary() -> [Mention] {
    let target = view.context.target
    var found: [Mention] = []
    var token = view.tokens.lowerBound
    while token < view.tokens.upperBound {
      let runs = LexiconPhrases.spellings(from: token, of: target)
        .filter { token + $0.length <= view.tokens.upperBound }
        .map { (length: $0.length, members: classes.members($0.words)) }
      let alone = (length: 1, members: classes.members(lexicon.forms(target: token)))
      guard let best = (runs.reversed() + [alone]).first(where: { !$0.members.isEmpty }) else {
        token += 1
        continue
      }
      found.append(Mention(tokens: token..<token + best.length, members: best.members))
      token += best.length
    }
    return found
  }

  /// Those of some source tokens, words and runs.
  func source(_ tokens: [Int]) -> [Mention] {
    let document = view.context.source
    let words = tokens.filter { document.tokens[$0].kind.isWordLike }
    let single = words.map {
      Mention(tokens: $0..<$0 + 1, members: classes.members(lexicon.translations(source: $0)))
    }
    let runs = LexiconPhrases.find(words, of: document, lexicon.translations(sourceWords:)).map {
      Mention(tokens: $0.tokens, members: classes.members($0.translations))
    }
    return (runs + single).filter { !$0.members.isEmpty }
  }
}

extension TokenKind {
  /// Whether a token is a word or is written for one (`Sp`, `kl.`).
  fileprivate var isWordLike: Bool { self == .word || self == .abbreviation }
}
