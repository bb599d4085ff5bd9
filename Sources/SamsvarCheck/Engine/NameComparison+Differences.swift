import SamsvarAlign
import SamsvarDataFiles
import SamsvarLexicon
import SamsvarModel
import SamsvarTerms
import SamsvarText

extension NameComparison {
  // MARK: - What differs

  /// Names that are spelt alike: `Coons` and `Coens`.
  func misspelt(_ source: [Part], _ target: [Part]) -> [Difference] {
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
  func siblings(
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
  func replaced(
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
  func mixed(_ source: [Part], _ target: [Part]) -> [Difference] {
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
