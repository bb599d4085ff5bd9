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

  private let context: CheckContext
  private let pairing: Pairing
  private let pairs: [(source: Int, target: Int, score: Float)]

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

  private func parts(_ document: AnalysedDocument, _ segments: [Int]) -> [Part] {
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

  /// Whether the source's lexicon has a word or what it is inflected from.
  private func isCommon(_ word: [UInt8]) -> Bool {
    let lemmas = [word] + context.sourceLemmatiser.knownLemmas(of: word)
    return lemmas.contains {
      context.lexicon?.contains($0, in: context.source.language) ?? true
    }
  }

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

  private func isExplained(_ part: Part, _ others: [Part], isSource: Bool) -> Bool {
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

  private func isSame(_ a: [UInt8], _ b: [UInt8]) -> Bool {
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

  /// The text: `us` of `u.s.`.
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

  private static func isAcronym(_ document: AnalysedDocument, _ token: Int) -> Bool {
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

  // MARK: - What differs

  /// Names that are spelt alike: `Coons` and `Coens`.
  private func misspelt(_ source: [Part], _ target: [Part]) -> [Difference] {
    target.compactMap { part in
      guard !isKnownName(part), !isOrdinary(part, context.target),
        let other = source.first(where: { EditDistance.isSmall($0.word, part.word) })
      else { return nil }
      return Difference(
        source: [other], target: [part], reason: "the two are spelt almost alike")
    }
  }

  /// A name that the target language's own lists have is no misspelling: `Brussels` for `Brüssel`.
  private func isKnownName(_ part: Part) -> Bool {
    context.target.names[part.name].code != nil
      || context.lexicon?.contains(part.word, in: context.target.language) == true
  }

  /// Names that share a word and differ in another: `Daniel Sturridge` and `Daniel Sterling`.
  private func siblings(
    _ openSource: [Part], _ openTarget: [Part], _ source: [Part], _ target: [Part]
  ) -> [Difference] {
    openTarget.compactMap { part in
      guard part.word.last != 0x2E, !isShouted(part.token) else { return nil }
      for mate in target
      where mate.name == part.name && mate.token != part.token && !isShouted(mate.token) {
        for twin in source where isSame(twin.word, mate.word) {
          let other = source.first {
            $0.name == twin.name && $0.token - twin.token == part.token - mate.token
          }
          guard let other, !isSame(other.word, part.word),
            !isCommonWord(other.word, context.source),
            !isCommonWord(part.word, context.target) || openSource.contains(other)
          else { continue }
          return Difference(
            source: [other], target: [part], reason: "the rest of the name is the same")
        }
      }
      return nil
    }
  }

  /// A word in capitals longer than most acronyms: a heading, no name.
  private func isShouted(_ token: Int) -> Bool {
    context.target.tokens[token].shape.contains(.allCapitals)
      && context.target.tokens[token].range.count > 2
  }

  /// Whether the lexicon has a word of a language as no name.
  private func isCommonWord(_ word: [UInt8], _ document: AnalysedDocument) -> Bool {
    guard let lexicon = context.lexicon else { return false }
    let lemmatiser =
      document.language == context.source.language
      ? context.sourceLemmatiser : context.targetLemmatiser
    return ([word] + lemmatiser.knownLemmas(of: word)).contains {
      !lexicon.parts(of: $0, in: document.language).subtracting(.name).isEmpty
    }
  }

  /// One name that nothing explains against one other, in the same surroundings.
  private func replaced(
    _ openSource: [Part], _ openTarget: [Part], _ source: [Part], _ target: [Part]
  ) -> [Difference] {
    var left = wholes(openSource, source, context.source)
    let right = wholes(openTarget, target, context.target)
    let isAlone = left.count == 1 && right.count == 1 && isSamePlace(left[0], right[0])
    return right.compactMap { name in
      // `Supreme Court`, `Asian Games`: what a compound names, in words of the dictionary.
      guard name.count == 1 || !name.allSatisfy({ isCommonWord($0.word, context.target) }),
        let best = left.indices.max(by: { score(left[$0], name) < score(left[$1], name) }),
        isAlone || score(left[best], name) >= 0.5
      else { return nil }
      return Difference(
        source: left.remove(at: best), target: name,
        reason: "neither name has a counterpart on the other side")
    }
  }

  private func score(_ source: [Part], _ target: [Part]) -> Float {
    Neighbours.score(pairs, range(source), range(target))
  }

  /// Whether two names stand about equally far into their sentences.
  private func isSamePlace(_ source: [Part], _ target: [Part]) -> Bool {
    func share(_ parts: [Part], _ document: AnalysedDocument) -> Double {
      guard let first = parts.first else { return 0 }
      let range = document.tokenRange(first.segment)
      return Double(first.token - range.lowerBound) / Double(max(1, range.count))
    }
    return abs(share(source, context.source) - share(target, context.target)) <= 0.25
  }

  private func range(_ parts: [Part]) -> Range<Int> {
    let tokens = parts.map(\.token)
    return (tokens.min() ?? 0)..<(tokens.max() ?? 0) + 1
  }

  /// The names none of whose words is explained; acronyms, which are often spelt out, left aside.
  private func wholes(
    _ open: [Part], _ all: [Part], _ document: AnalysedDocument
  ) -> [[Part]] {
    Set(open.map(\.name)).sorted().compactMap { name in
      let parts = open.filter { $0.name == name }
      guard parts.count == all.filter({ $0.name == name }).count,
        !parts.contains(where: { Self.isAcronym(document, $0.token) }),
        !parts.allSatisfy({ isOrdinary($0, document) })
      else { return nil }
      return parts
    }
  }

  /// A word of the dictionary, which a heading or the start of a sentence gives a capital.
  private func isOrdinary(_ part: Part, _ document: AnalysedDocument) -> Bool {
    let isSource = document.language == context.source.language
    // Norwegian has no capitals inside a sentence but in names.
    guard isAfterMark(part.token, document) || !isSource && isTitle(part.segment) else {
      return false
    }
    let lemmatiser = isSource ? context.sourceLemmatiser : context.targetLemmatiser
    let lemmas = [part.word] + lemmatiser.lemmas(of: part.word)
    let parts = lemmas.reduce(into: PartsOfSpeech()) { $0.formUnion(lemmatiser.parts(of: $1)) }
    if !parts.isDisjoint(with: [.noun, .verb, .adjective, .adverb, .other]) { return true }
    // A compound the dictionary lacks, after a number or a mark: `11.2.3. Fargekarthandteraren`.
    return isSource
      && !CompoundSplitter(
        context.sourceData,
        vocabulary: context.lexicon?.vocabulary(document.language) ?? .none
      ).readings(of: part.word).isEmpty
  }

  /// Whether a target segment is written as English titles are: nearly every word with a capital.
  private func isTitle(_ segment: Int) -> Bool {
    let words = context.target.tokenRange(segment).filter {
      context.target.tokens[$0].kind == .word
        && !context.target.isStopWord[Int(context.target.tokens[$0].word)]
    }
    let capitals = words.count { context.target.tokens[$0].shape.contains(.capitalised) }
    return 3 * capitals >= 2 * words.count
  }

  private func isAfterMark(_ token: Int, _ document: AnalysedDocument) -> Bool {
    guard token > 0, let segment = document.segment(at: document.tokens[token].range.lowerBound),
      document.tokenRange(segment).contains(token - 1)
    else { return true }
    let before = document.tokens[token - 1]
    return before.kind != .word || before.shape.contains(.allCapitals)
  }

  /// First and last names of two people crossed: every word is there, but no source name has both.
  private func mixed(_ source: [Part], _ target: [Part]) -> [Difference] {
    Set(target.map(\.name)).sorted().compactMap { name in
      let parts = target.filter { $0.name == name }
      guard parts.count == 2, parts[0].token + 1 == parts[1].token else { return nil }
      let owners = parts.map { part in
        Set(source.filter { isSame($0.word, part.word) }.map(\.name))
      }
      guard owners.allSatisfy({ !$0.isEmpty }), owners[0].isDisjoint(with: owners[1]),
        let first = owners[0].first, let second = owners[1].first,
        [first, second].allSatisfy({ owner in source.count { $0.name == owner } == 2 })
      else { return nil }
      return Difference(
        source: source.filter { $0.name == first }, target: parts,
        reason: "its words belong to two names of the source")
    }
  }
}

/// How many letters two words differ in.
enum EditDistance {
  /// Whether two words of four letters or more differ in one letter, or two of eight or more in two;
  /// a different first letter makes another word.
  static func isSmall(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    let longer = max(a.count, b.count)
    guard longer >= 4, a.first == b.first, a != b else { return false }
    return distance(a, b) <= (longer >= 8 ? 2 : 1)
  }

  /// The Damerau-Levenshtein distance with adjacent transpositions.
  ///
  /// - Complexity: O(nm)
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      for j in 1...b.count {
        var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          cost = min(cost, before[j - 2] + 1)
        }
        row.append(cost)
      }
      before = last
      last = row
    }
    return last[b.count]
  }
}
