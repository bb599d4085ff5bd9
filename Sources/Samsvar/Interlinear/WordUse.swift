import SamsvarLexicon
import SamsvarModel
import SamsvarText

/// Which of a word's readings its neighbours speak for.
///
/// A function word is its own class before any noun or verb of the same form (`for`, `men`); of other
/// words a determiner or preposition before them makes a noun, `å`, a modal or a subject before them
/// or an object after them a verb.
struct WordUse {
  let document: AnalysedDocument
  let source: LanguageData

  /// Entries of a token's forms, the likeliest first; equal ones keep their order.
  func ranked(_ entries: [Int], _ token: Int, _ lexicon: Lexicon) -> [Int] {
    let word = Int(document.tokens[token].word)
    let own = source.functionWords[document.forms.words[word]]
    let isVerb = isVerb(token)
    func rank(_ entry: Int) -> Int {
      let part = lexicon.partOfSpeech(entry)
      if document.isStopWord[word] { return Self.rank(part, own ?? []) }
      guard let isVerb else { return 0 }
      return (part == "verb") == isVerb ? 0 : 1
    }
    return entries.enumerated().sorted { (rank($0.1), $0.0) < (rank($1.1), $1.0) }.map(\.1)
  }

  private static func rank(_ part: String, _ own: FunctionWord) -> Int {
    switch part {
    case "prep": own.contains(.preposition) ? 0 : 1
    case "det": own.contains(.determiner) ? 0 : 1
    case "pron": own.isDisjoint(with: [.subject, .object]) ? 1 : 0
    case "conj": own.isDisjoint(with: [.clause, .infinitive]) ? 1 : 0
    case "adv": own.isDisjoint(with: [.adverb, .negation]) ? 1 : 0
    case "verb": own.isDisjoint(with: [.modal, .auxiliary, .finite]) ? 2 : 0
    default: 3
    }
  }

  /// Whether the neighbours make a word a verb or no verb; nil where they leave it open.
  private func isVerb(_ token: Int) -> Bool? {
    let before = function(token - 1)
    if !before.isDisjoint(with: [.infinitive, .modal, .subject]) { return true }
    if !before.isDisjoint(with: [.determiner, .preposition, .plural]) { return false }
    let after = [function(token + 1), function(token + 2)]
    if after[0].contains(.determiner) || after[0].contains(.plural) { return true }
    return after.contains { $0.contains(.object) && !$0.contains(.determiner) } ? true : nil
  }

  private func function(_ token: Int) -> FunctionWord {
    guard document.tokens.indices.contains(token) else { return [] }
    return source.functionWords[document.forms.words[Int(document.tokens[token].word)]] ?? []
  }
}
