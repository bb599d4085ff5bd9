import SamsvarAlign
import SamsvarDataFiles
import SamsvarLexicon
import SamsvarModel
import SamsvarTerms
import SamsvarText

/// The names of a bead's two sides, compared word by word.
///
/// A word of a name is explained by a match on the other side, by a term or a place known by another
/// name, or by the words whose initials it is. What is left over on both sides is compared: names that
/// share a word, names that are spelt alike, and a single name against a single other.
struct NameComparison {
  /// A word of a name.
  struct Part: Equatable {
    var token: Int
    var segment: Int
    /// The name it belongs to, by its number on this side.
    var name: Int
    var word: [UInt8]
  }

  /// A name of the target that stands for another of the source.
  struct Difference {
    var source: [Part]
    var target: [Part]
    var reason: String
  }

  let context: CheckContext
  let pairing: Pairing
  let pairs: [(source: Int, target: Int, score: Float)]

  init(_ context: CheckContext, _ pairing: Pairing) {
    self.context = context
    self.pairing = pairing
    pairs = context.evidence.pairs(pairing.source, pairing.target)
  }

  /// What differs, in the order of the target.
  func differences() -> [Difference] {
    let source = parts(context.source, pairing.source)
    let target = parts(context.target, pairing.target)
    let openSource = source.filter { !isExplained($0, target, isSource: true) }
    let openTarget = target.filter { !isExplained($0, source, isSource: false) }
    var result = misspelt(source, openTarget)
    let known = Set(result.flatMap { $0.target.map(\.token) })
    let used = Set(result.flatMap { $0.source.map(\.token) })
    result += siblings(
      openSource.filter { !used.contains($0.token) },
      openTarget.filter { !known.contains($0.token) }, source, target)
    if result.isEmpty { result += replaced(openSource, openTarget, source, target) }
    if openSource.isEmpty, openTarget.isEmpty { result += mixed(source, target) }
    return result
  }

  // MARK: - Words of names

  func parts(_ document: AnalysedDocument, _ segments: [Int]) -> [Part] {
    segments.flatMap { segment in
      document.nameRange(segment).flatMap { number in
        tokens(document, number, segment).compactMap { token -> Part? in
          guard document.tokens[token].shape.contains(.capitalised),
            document.tokens[token].range.count > 1,
            !document.isStopWord[Int(document.tokens[token].word)]
          else { return nil }
          return Part(
            token: token, segment: segment, name: number, word: Self.bare(document, token))
        }
      }
    }
  }

  /// The words of a name, with a first name before it that begins the sentence: a capital there may be
  /// any word's, so that it counts only where no dictionary of the source knows it.
  private func tokens(_ document: AnalysedDocument, _ number: Int, _ segment: Int) -> Range<Int> {
    let tokens = document.names[number].tokens
    let before = tokens.lowerBound - 1
    guard before >= document.tokenRange(segment).lowerBound,
      document.tokens[before].shape.contains(.capitalised),
      document.isInitial(before, in: segment),
      document.names[number].title == nil
    else { return tokens }
    let word = document.forms.words[Int(document.tokens[before].word)]
    let isKnown =
      document.language == context.source.language
      ? isCommon(word) : context.targetData.stopWords.contains(word) || !hasFirstName(document)
    return isKnown ? tokens : before..<tokens.upperBound
  }

  /// Whether the source's lexicon has a word, what it is inflected from, or the parts of a long one
  /// (`programvert`).
  private func isCommon(_ word: [UInt8]) -> Bool {
    guard let lexicon = context.lexicon else { return true }
    let lemmas = [word] + context.sourceLemmatiser.knownLemmas(of: word)
    if lemmas.contains(where: { lexicon.contains($0, in: context.source.language) }) { return true }
    guard word.count >= Self.longWord else { return false }
    let splitter = CompoundSplitter(
      context.sourceData, vocabulary: lexicon.vocabulary(context.source.language))
    return !splitter.readings(of: word).isEmpty
  }

  /// The fewest letters of a word that is taken for a compound; names may look like shorter ones.
  private static let longWord = 9

  /// Whether a source segment begins with a first name, so that the target may as well.
  private func hasFirstName(_ document: AnalysedDocument) -> Bool {
    pairing.source.contains { segment in
      context.source.nameRange(segment).contains { number in
        let tokens = context.source.names[number].tokens
        return self.tokens(context.source, number, segment) != tokens
      }
    }
  }

  /// A word in lower case without a genitive, a hyphen at its end or the tail of a compound:
  /// `EU` of `EUs`, `CNN` of `CNN-`, `Brexit` of `Brexit-planen`.
  private static func bare(_ document: AnalysedDocument, _ token: Int) -> [UInt8] {
    var word = document.forms.words[Int(document.tokens[token].word)]
    if word.suffix(2).elementsEqual("'s".utf8) { word.removeLast(2) }
    if let hyphen = word.lastIndex(of: 0x2D), hyphen > 1 {
      let start = document.tokens[token].range.lowerBound
      let tail = document.document.text[
        (start + hyphen + 1)..<document.tokens[token].range.upperBound]
      if tail.allSatisfy({ !(0x41...0x5A).contains($0) }) { word = Array(word[..<hyphen]) }
    }
    return word
  }

  // MARK: - What explains a word

  func isExplained(_ part: Part, _ others: [Part], isSource: Bool) -> Bool {
    let evidence =
      isSource
      ? context.evidence.explained(sourceToken: part.token, by: pairing.target)
      : context.evidence.explained(targetToken: part.token, by: pairing.source)
    // Less is a likeness of spelling, which a misspelt name has too.
    if evidence >= 0.7 || others.contains(where: { isSame(part.word, $0.word) }) { return true }
    return isTerm(part, isSource) || isPlace(part, isSource) || isInitials(part, isSource)
      || isSource != true && isDerived(part.word)
  }

  /// `Chilean` of `Chile`, `Bolivians` of `bolivianere`: the people or adjective of a name.
  private func isDerived(_ word: [UInt8]) -> Bool {
    let endings = ["ans", "an", "ese", "ish", "ic", "er", "ers", "i", "is", "a's"]
    guard let ending = endings.first(where: { word.suffix($0.utf8.count).elementsEqual($0.utf8) })
    else { return false }
    let stem = word.dropLast(ending.utf8.count + (word.count > 8 ? 1 : 0))
    guard stem.count >= 4 else { return false }
    return pairing.source.contains { segment in
      context.source.tokenRange(segment).contains { token in
        let other = context.source.forms.words[Int(context.source.tokens[token].word)]
        return other.starts(with: stem.prefix(max(4, stem.count - 1))) && other != word
          && 2 * stem.count >= other.count
      }
    }
  }

  func isSame(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    if a == b || a == b + [0x73] || b == a + [0x73] { return true }
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    // `Debian` in `Debianfellesskapet`, `Kai` in `Kai-Fu`, `St.` for `Sankt`
    if short.count >= 4, long.starts(with: short), long.count >= short.count + 3 { return true }
    if long.contains(0x2D), long.split(separator: 0x2D).contains(where: { $0.elementsEqual(short) })
    {
      return true
    }
    if long.last == 0x73, a.count >= 4, NameKey.key(Array(long.dropLast())) == NameKey.key(short),
      Self.haveSameVowels(a, b)
    {
      return true
    }
    if short.last == 0x2E, short.count <= 5, short.first == long.first { return true }
    return a.count >= 3 && NameKey.key(a) == NameKey.key(b) && Self.haveSameVowels(a, b)
  }

  /// Names from other scripts are spelt in many ways (`Qadhafi`, `Gaddafi`), names without marks are
  /// not: `Coons` is not `Coens`.
  private static func haveSameVowels(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard (a + b).allSatisfy({ $0 < 0x80 }) else { return true }
    func vowels(_ word: [UInt8]) -> [UInt8] {
      var result: [UInt8] = []
      for letter in word where "aeiouy".utf8.contains(letter) {
        if letter == 0x75, result.last == 0x6F { result.removeLast() }
        if result.last != letter || letter == 0x6F { result.append(letter == 0x79 ? 0x69 : letter) }
      }
      return result
    }
    return vowels(a) == vowels(b)
  }

  /// A word of a term whose concept stands on the other side too.
  private func isTerm(_ part: Part, _ isSource: Bool) -> Bool {
    let own = isSource ? context.sourceTerms : context.nestedTargetTerms
    let other = isSource ? context.nestedTargetTerms : context.sourceTerms
    let segments = isSource ? pairing.target : pairing.source
    return own.contains { occurrence in
      occurrence.segment == part.segment && occurrence.tokens.contains(part.token)
        && other.contains { $0.concept == occurrence.concept && segments.contains($0.segment) }
    }
  }

  /// A country or city that the other side has by the same code, or as an adjective or abbreviation
  /// that the lexicon gives for it.
  private func isPlace(_ part: Part, _ isSource: Bool) -> Bool {
    let own = isSource ? context.source : context.target
    let other = isSource ? context.target : context.source
    let segments = isSource ? pairing.target : pairing.source
    if let code = own.names[part.name].code,
      segments.flatMap({ Array(other.nameRange($0)) }).contains(where: {
        other.names[$0].code == code
      })
    {
      return true
    }
    return hasTranslation(part, own, other, segments)
  }

  private func hasTranslation(
    _ part: Part, _ own: AnalysedDocument, _ other: AnalysedDocument, _ segments: [Int]
  ) -> Bool {
    guard let lexicon = context.lexicon else { return false }
    let present = segments.flatMap { segment in
      other.tokenRange(segment).map { other.forms.words[Int(other.tokens[$0].word)] }
    }
    let word = part.word
    let variants = [word, word.last == 0x73 ? word.dropLast() : word, Self.undotted(word[...])]
    return variants.contains { word in
      lexicon.entries(Array(word), in: own.language).contains { entry in
        lexicon.terms(entry, in: other.language).contains { term in
          let words = Folding.lower(term).split(separator: 0x20).map(Self.undotted)
          return words.allSatisfy { word in
            present.contains { Self.undotted($0[...]) == word }
          }
        }
      }
    }
  }

  /// A word without dots and genitive: `us` of `u.s.`.
  private static func undotted(_ word: ArraySlice<UInt8>) -> [UInt8] {
    let bare = word.filter { $0 != 0x2E }
    return bare.suffix(2).elementsEqual("'s".utf8) ? Array(bare.dropLast(2)) : Array(bare)
  }

  /// `EU` for `European Union`, `FWC` for `Fish and Wildlife Commission`; and the words for them.
  private func isInitials(_ part: Part, _ isSource: Bool) -> Bool {
    let own = isSource ? context.source : context.target
    let other = isSource ? context.target : context.source
    let segments = isSource ? pairing.target : pairing.source
    if own.tokens[part.token].shape.contains(.allCapitals) || Self.isAcronym(own, part.token) {
      let letters =
        part.word.last == 0x73 && part.word.count > 2 ? part.word.dropLast() : part.word[...]
      return segments.contains { !Self.runs(other, $0, matching: Array(letters)).isEmpty }
    }
    return segments.contains { segment in
      other.nameRange(segment).contains { number in
        let name = other.names[number]
        guard name.tokens.count == 1, Self.isAcronym(other, name.tokens.lowerBound) else {
          return false
        }
        let letters = Self.bare(other, name.tokens.lowerBound).filter { $0 != 0x2E }
        return Self.runs(own, part.segment, matching: letters).contains { $0.contains(part.token) }
      }
    }
  }

  static func isAcronym(_ document: AnalysedDocument, _ token: Int) -> Bool {
    let text = document.document.text[document.tokens[token].range]
    let letters = text.prefix { $0 != 0x73 && $0 != 0x2D && $0 != 0x27 }.filter { $0 != 0x2E }
    return letters.count >= 2 && letters.allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// Runs of words of a segment whose initials are some letters; small words may be left out.
  private static func runs(
    _ document: AnalysedDocument, _ segment: Int, matching letters: [UInt8]
  ) -> [Range<Int>] {
    let range = document.tokenRange(segment)
    return range.compactMap { start in
      guard document.tokens[start].shape.contains(.capitalised) else { return nil }
      var next = 0
      var token = start
      while token < range.upperBound, next < letters.count, token < start + 2 * letters.count + 2 {
        let word = document.forms.words[Int(document.tokens[token].word)]
        if word.first == letters[next] {
          next += 1
        } else if !document.isStopWord[Int(document.tokens[token].word)],
          !document.tokens[token].shape.contains(.capitalised)
        {
          return nil
        }
        token += 1
      }
      return next == letters.count && token > start + 1 ? start..<token : nil
    }
  }
}
