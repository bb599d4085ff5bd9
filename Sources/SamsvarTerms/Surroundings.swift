import SamsvarDataFiles
import SamsvarText

/// What stands around a token.
struct Surroundings {
  private let token: Int
  private let segment: Range<Int>
  private let context: HomographContext
  private let previous: Int?
  private let next: Int?
  /// What the word before says, adverbs passed over.
  let before: FunctionWord
  /// What the word after says.
  let after: FunctionWord

  init(token: Int, segment: Range<Int>, context: HomographContext) {
    self.token = token
    self.segment = segment
    self.context = context
    var index = token - 1
    while index > segment.lowerBound, context.isPlainAdverb(index) { index -= 1 }
    previous = index >= segment.lowerBound && context.isWord(index) ? index : nil
    next = token + 1 < segment.upperBound && context.isWord(token + 1) ? token + 1 : nil
    before = previous.map(context.functionWord) ?? []
    after = next.map(context.functionWord) ?? []
  }

  var isFirst: Bool { previous == nil && after != [] }

  /// Whether the word has a definite ending, which no present tense has.
  var isDefinite: Bool {
    let word = context.word(token)
    return word.count > 4
      && ["en", "ene", "ane", "a", "ens", "enes"].contains { ending in
        word.suffix(ending.utf8.count).elementsEqual(ending.utf8)
      }
  }

  var isAfterAuxiliary: Bool {
    if before.contains(.auxiliary) { return true }
    // `har Palin blitt`, `blir Palin tiltalt`: the subject may stand between.
    guard let previous else { return false }
    let first = max(segment.lowerBound, previous - 3)
    guard
      let auxiliary = (first..<previous).last(where: {
        context.functionWord($0).contains(.auxiliary)
      }), !(auxiliary + 1...previous).contains(where: context.isVerb)
    else { return false }
    return !before.contains(.determiner) && !before.contains(.preposition)
      && !isAfterAdjective
  }

  /// `seier at`: what is said follows a verb.
  var isBeforeThat: Bool { next.map { context.word($0).elementsEqual("at".utf8) } ?? false }

  /// `som leder i`: a role, not a clause.
  var isRole: Bool {
    before.contains([.subject, .clause]) && (after.contains(.preposition) || next == nil)
  }

  /// A noun that is no genitive: another noun does not follow it.
  var isAfterNoun: Bool {
    guard let previous, before.isEmpty, !isAfterGenitive else { return false }
    return context.isNoun(previous)
  }

  var isAfterModalAndSubject: Bool {
    guard let previous, previous > segment.lowerBound else { return false }
    let isSubject =
      before.contains(.subject) || context.document.tokens[previous].shape.contains(.capitalised)
      || !context.parts(previous).isDisjoint(with: [.noun, .name])
    let first = max(segment.lowerBound, previous - 2)
    return isSubject && !before.contains(.preposition) && !before.contains(.determiner)
      && (first..<previous).contains { context.functionWord($0).contains(.modal) }
  }

  var isAfterAdjective: Bool {
    guard let previous, before.isEmpty else { return false }
    return context.isAdjective(previous)
  }

  /// `Flakes valg`, `landets lov`: a noun or name that ends in s.
  var isAfterGenitive: Bool {
    guard let previous, before.isEmpty else { return false }
    let word = context.word(previous)
    guard word.last == 0x73, word.count > 3 else { return false }
    return context.document.tokens[previous].shape.contains(.capitalised)
      || !context.lemmatiser.parts(of: Array(word.dropLast())).isDisjoint(with: .noun)
      || context.isNounForm(Array(word.dropLast()))
  }

  var isAfterNumber: Bool {
    guard let previous else { return false }
    let kind = context.document.tokens[previous].kind
    return kind == .number || kind == .ordinal
  }

  var isBeforeNoun: Bool {
    guard let next, after.isEmpty else { return false }
    return context.parts(next).contains(.noun)
  }

  private var clause: Range<Int> {
    var start = token
    while start > segment.lowerBound, context.isWord(start - 1) {
      start -= 1
      if context.functionWord(start).contains(.clause) { break }
    }
    var end = token + 1
    while end < segment.upperBound, context.isWord(end),
      !context.functionWord(end).contains(.clause)
    {
      end += 1
    }
    return start..<end
  }

  var isLongClause: Bool { clause.count >= 3 }

  /// Whether the clause has a finite verb besides the word.
  var hasOtherFinite: Bool {
    clause.contains { $0 != token && context.isFinite($0) }
  }
}
