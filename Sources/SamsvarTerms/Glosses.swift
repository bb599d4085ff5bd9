package import SamsvarDataFiles
import SamsvarText

/// What a dictionary says about words, passed in so that finding terms need not know the lexicon.
///
/// A term inside a longer expression of the dictionary is that term only if the expression's
/// translation is built from it: `flomvarsel` is a *flood warning*, but `utvalg` is no *election*
/// and `på lang sikt` has no *charge* in it.
package struct Glosses: Sendable {
  /// A reading of an expression.
  package struct Gloss: Sendable {
    /// What it is.
    package var parts: PartsOfSpeech
    /// What it says in the other languages, in lower case.
    package var translations: [[UInt8]]

    package init(parts: PartsOfSpeech, translations: [[UInt8]]) {
      self.parts = parts
      self.translations = translations
    }
  }

  private let lookUp: @Sendable ([UInt8]) -> [Gloss]
  private let foreign: @Sendable ([UInt8]) -> PartsOfSpeech
  /// The first word, and the first two, of the expressions of several words.
  let phraseBeginnings: Set<[UInt8]>

  /// Glosses of expressions in dictionary form and lower case; none where the dictionary is silent.
  ///
  /// - Parameters:
  ///   - phraseBeginnings: The first word, and the first two, of the expressions of several words.
  ///   - foreign: What a word of the other language can be.
  package init(
    phraseBeginnings: Set<[UInt8]>,
    foreign: @escaping @Sendable ([UInt8]) -> PartsOfSpeech,
    _ lookUp: @escaping @Sendable ([UInt8]) -> [Gloss]
  ) {
    self.phraseBeginnings = phraseBeginnings
    self.foreign = foreign
    self.lookUp = lookUp
  }

  /// A dictionary that knows nothing.
  package static let none = Glosses(phraseBeginnings: [], foreign: { _ in [] }, { _ in [] })

  /// What a word of the other language can be.
  func foreignParts(of word: [UInt8]) -> PartsOfSpeech { foreign(word) }

  /// The readings of an expression.
  func callAsFunction(_ expression: [UInt8]) -> [Gloss] { lookUp(expression) }
}

/// The words a concept's terms are made of in the other languages, for comparing them with glosses.
struct ConceptWords: Sendable {
  private let words: [[UInt8]]
  /// The terms in lower case, in the order of the termbase.
  let terms: [[UInt8]]

  init(_ terms: [String]) {
    self.terms = terms.map { Folding.lower(Array($0.utf8)) }
    words = self.terms.flatMap { $0.split { $0 == 0x20 || $0 == 0x2D }.map(Array.init) }
  }

  var isEmpty: Bool { words.isEmpty }

  /// Whether a translation has a word in common with the terms, in any form: `presidential election`
  /// and `president`.
  func isNamed(in translation: [UInt8]) -> Bool {
    translation.split { $0 == 0x20 || $0 == 0x2D }.contains { word in
      words.contains { WordKinship.areRelated($0, Array(word)) }
    }
  }
}

/// Whether two words of one language are built on the same stem.
package enum WordKinship {
  /// Equal, or alike up to an ending: `vote` and `voting`, `immigrant` and `immigration`.
  package static func areRelated(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    if a == b { return true }
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    if short.count >= 4, long.starts(with: short) || long.suffix(short.count).elementsEqual(short) {
      return true
    }
    let shared = zip(a, b).prefix { $0 == $1 }.count
    let shorter = min(a.count, b.count)
    if shared >= 5 { return shared >= shorter - 2 && 2 * shared >= max(a.count, b.count) }
    return shared >= 3 && shared >= shorter - 1 && max(a.count, b.count) <= shared + 3
  }
}
