import SamsvarDataFiles
import SamsvarModel
import SamsvarText

/// A term inside a longer word.
struct CompoundTerm: Hashable {
  var pattern: Int
  /// Where it stands in the word, without a linking letter.
  var range: Range<Int>
}

/// Finds terms of one word inside compounds.
///
/// A part counts only in the reading that the splitter ranks best, so that `toppmøtet` has no `oppmøte`
/// in it; where the splitter knows no reading, the other part must at least look like a word.
struct CompoundTerms {
  private let index: TermIndex
  private let inflection: Inflection

  init(_ index: TermIndex) {
    self.index = index
    inflection = Inflection(data: index.data)
  }

  /// The terms in a word in lower case, in order.
  func terms(in word: [UInt8]) -> [CompoundTerm] {
    var found: Set<CompoundTerm> = []
    if word.contains(0x2D) {
      for piece in pieces(of: word) {
        add(word[piece], at: piece.lowerBound, isWhole: piece.count == word.count, to: &found)
      }
    } else {
      add(word[...], at: 0, isWhole: true, to: &found)
    }
    return found.sorted { ($0.range.lowerBound, $0.pattern) < ($1.range.lowerBound, $1.pattern) }
  }

  private func pieces(of word: [UInt8]) -> [Range<Int>] {
    word.split(separator: 0x2D).map { $0.startIndex..<$0.endIndex }
  }

  /// A piece between hyphens: a term itself (`Labour-partiet`), or a compound.
  private func add(
    _ piece: ArraySlice<UInt8>, at start: Int, isWhole: Bool, to found: inout Set<CompoundTerm>
  ) {
    let word = Array(piece)
    if !isWhole {
      let own = patterns(of: word, isHead: true) + linked(word)
      for (number, length) in own {
        found.insert(CompoundTerm(pattern: number, range: start..<start + length))
      }
      if !own.isEmpty { return }
    }
    guard index.isNorwegian, word.count >= 5 else { return }
    addParts(of: word, at: start, depth: 0, to: &found)
  }

  /// Terms of which a word is a form, with the length of the word.
  private func patterns(of word: [UInt8], isHead: Bool) -> [(Int, Int)] {
    let candidates = isHead ? index.lemmatiser.lemmas(of: word) + [word] : [word]
    var numbers: Set<Int32> = []
    for lemma in candidates { numbers.formUnion(index.singles(lemma)) }
    if isHead, let bare = inflection.genitive(word) {
      numbers.formUnion(index.singles(bare))
    }
    return numbers.sorted().compactMap { number in
      let pattern = index.patterns[Int(number)]
      let wanted = pattern.words[0]
      guard !pattern.hints.contains(.notInCompounds),
        let match = index.match(word, candidates: candidates, stem: word, wanted),
        isHead && !pattern.hints.contains(.exactForm) || match.form == .exact,
        match.parts != .verb
      else { return nil }
      return (Int(number), word.count)
    }
  }

  /// `delstats-`: a modifier with its linking letter.
  private func linked(_ word: [UInt8]) -> [(Int, Int)] {
    guard index.isNorwegian, word.count > 4, word.last == 0x73 || word.last == 0x65 else {
      return []
    }
    return patterns(of: Array(word.dropLast()), isHead: false)
  }

  // MARK: - Cuts

  private func addParts(
    of word: [UInt8], at start: Int, depth: Int, to found: inout Set<CompoundTerm>
  ) {
    guard depth < 3, word.count >= 6, mayHoldTerm(word) else { return }
    guard let cut = bestCut(word), !isLexicalised(cut, word) else { return }
    add(cut.modifier, whole: word, at: start, isHead: false, depth, to: &found)
    add(cut.head, whole: word, at: start, isHead: true, depth, to: &found)
  }

  private func add(
    _ part: Cut.Part, whole: [UInt8], at start: Int, isHead: Bool, _ depth: Int,
    to found: inout Set<CompoundTerm>
  ) {
    let own = patterns(of: part.word, isHead: isHead)
    for (number, _) in own where !isOther(index.patterns[number].concept, whole) {
      found.insert(
        CompoundTerm(
          pattern: number,
          range: start + part.range.lowerBound..<start + part.range.upperBound))
    }
    if own.isEmpty {
      addParts(of: part.word, at: start + part.range.lowerBound, depth: depth + 1, to: &found)
    }
  }

  /// Whether the dictionary has the whole compound and says something else of it.
  private func isOther(_ concept: Int, _ compound: [UInt8]) -> Bool {
    let words = index.conceptWords[concept]
    guard !words.isEmpty else { return false }
    let glosses =
      ([compound] + index.lemmatiser.knownLemmas(of: compound)).lazy
      .map { index.glosses($0) }.first { !$0.isEmpty } ?? []
    guard !glosses.isEmpty else { return false }
    return !glosses.contains { $0.translations.contains(where: words.isNamed) }
  }

  /// A cut of a compound.
  private struct Cut {
    struct Part {
      var word: [UInt8]
      var range: Range<Int>
    }
    var modifier: Part
    var head: Part
    var isGuess: Bool
  }

  /// Particles make verbs and their nouns, whose sense is their own: `oppmøte`, `utvalg`, `tilbakeslag`.
  private func isLexicalised(_ cut: Cut, _ word: [UInt8]) -> Bool {
    let modifier = cut.modifier.word
    if index.data.functionWords[modifier]?.contains(.preposition) == true { return true }
    return Self.particles.contains(String(decoding: modifier, as: UTF8.self))
  }

  private static let particles: Set<String> = [
    "opp", "ned", "ut", "inn", "bort", "fram", "frem", "hen", "tilbake", "av", "an", "på", "be",
    "for", "til", "gjen", "igjen", "om", "over", "under", "unna", "unda", "mis", "sam", "van", "u",
  ]

  private func bestCut(_ word: [UInt8]) -> Cut? {
    let readings = index.splitter.readings(of: word)
    if let best = readings.first { return cut(word, at: best.modifier.count, best.modifierLemma) }
    return guess(word)
  }

  private func cut(_ word: [UInt8], at split: Int, _ modifier: [UInt8]) -> Cut {
    Cut(
      modifier: .init(word: modifier, range: 0..<min(modifier.count, split)),
      head: .init(word: Array(word[split...]), range: split..<word.count), isGuess: false)
  }

  // MARK: - Guesses

  /// A cut at a term where the splitter knows no reading.
  ///
  /// The term must be long enough not to stand there by chance, and the rest a word, a compound, or at
  /// least a syllable of three letters that is no ending; a word the dictionaries know is left whole.
  private func guess(_ word: [UInt8]) -> Cut? {
    guard index.lemmatiser.knownLemmas(of: word).isEmpty else { return nil }
    var best: (cut: Cut, length: Int)?
    for split in 3..<max(4, word.count - 2) where split < word.count && word[split] & 0xC0 != 0x80 {
      for candidate in guesses(word, split) {
        let length = candidate.head.word.count + candidate.modifier.word.count
        if best.map({ length > $0.length }) ?? true { best = (candidate, length) }
      }
    }
    return best?.cut
  }

  private func guesses(_ word: [UInt8], _ split: Int) -> [Cut] {
    let first = Array(word[..<split])
    let second = Array(word[split...])
    var cuts: [Cut] = []
    for modifier in modifiers(first) where isTerm(modifier, isHead: false) && isPart(second) {
      cuts.append(cut(word, at: split, modifier))
    }
    // `blokkvote` is `blokk` and `kvote`: three consonants alike are written as two.
    if let last = first.last, split > 2, first[split - 2] == last, !Inflection.isVowel(first),
      isTerm([last] + second, isHead: true), isKnown(first)
    {
      cuts.append(
        Cut(
          modifier: .init(word: first, range: 0..<split),
          head: .init(word: [last] + second, range: split..<word.count), isGuess: true))
    }
    if isTerm(second, isHead: true), modifiers(first).contains(where: isPart) {
      cuts.append(cut(word, at: split, modifiers(first).first(where: isKnown) ?? first))
    }
    return cuts
  }

  private func modifiers(_ part: [UInt8]) -> [[UInt8]] {
    isLinked(part[...]) ? [part, Array(part.dropLast())] : [part]
  }

  /// Whether a part may end in a linking letter.
  private func isLinked(_ part: ArraySlice<UInt8>) -> Bool {
    part.count > 3 && (part.last == 0x73 || part.last == 0x65)
  }

  private func isTerm(_ word: [UInt8], isHead: Bool) -> Bool {
    word.count >= 5 && !patterns(of: word, isHead: isHead).isEmpty
  }

  private func isKnown(_ word: [UInt8]) -> Bool {
    !index.lemmatiser.knownLemmas(of: word).isEmpty
  }

  private func isPart(_ word: [UInt8]) -> Bool {
    if isKnown(word) {
      return word.count >= 3 && !index.data.compoundParts.derivations.contains(word)
    }
    if !index.splitter.readings(of: word).isEmpty { return true }
    return word.count >= 4 && word.contains { "aeiouy".utf8.contains($0) || $0 == 0xC3 }
      && !index.data.compoundParts.derivations.contains(word)
  }

  /// Whether some part of a word is a term, so that cutting it is worth the while.
  private func mayHoldTerm(_ word: [UInt8]) -> Bool {
    if index.prefixes.mayBegin(word[...]) {
      for split in 2..<max(3, word.count - 1) where isBoundary(word, split) {
        let first = word[..<split]
        if index.hasSingle(first) || isLinked(first) && index.hasSingle(first.dropLast()) {
          return true
        }
      }
    }
    for split in 2..<max(3, word.count - 1)
    where isBoundary(word, split) && index.prefixes.mayBegin(word[split...]) {
      if index.hasSingle(word[split...]) { return true }
      let lemmas = index.lemmatiser.knownLemmas(of: Array(word[split...]))
      if lemmas.contains(where: { index.hasSingle($0) }) { return true }
    }
    // A part of a part: `bil` in `brukt|bil|handel`.
    return word.count > 14
      && (6..<word.count - 6).contains {
        isBoundary(word, $0) && index.prefixes.mayBegin(word[$0...])
      }
  }

  private func isBoundary(_ word: [UInt8], _ split: Int) -> Bool {
    split < word.count && word[split] & 0xC0 != 0x80
  }
}
