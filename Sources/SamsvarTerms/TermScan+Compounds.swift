import SamsvarDataFiles
import SamsvarModel
import SamsvarText

extension TermScan {
  mutating func addCompoundParts(
    _ token: Int, _ segment: Int, to found: inout [TermOccurrence]
  ) {
    let kind = document.tokens[token].kind
    guard kind == .word || kind == .abbreviation else { return }
    let start = Int(document.tokens[token].start)
    for part in terms(inside: Int(document.tokens[token].word)) {
      let pattern = index.patterns[part.pattern]
      let range = start + part.range.lowerBound..<start + part.range.upperBound
      guard range.upperBound <= document.tokens[token].range.upperBound,
        fitsCase(pattern, range)
      else { continue }
      found.append(
        TermOccurrence(
          segment: segment, tokens: token..<token + 1, range: range, concept: pattern.concept,
          term: pattern.term, form: .compoundPart, isShared: index.isShared[part.pattern]))
    }
  }

  private mutating func terms(inside word: Int) -> [CompoundTerm] {
    if !states[word].isKnownInside {
      states[word].isKnownInside = true
      let form = document.forms.words[word]
      if index.isNorwegian ? form.count >= 5 || form.contains(0x2D) : form.contains(0x2D) {
        states[word].inside = CompoundTerms(index).terms(in: form)
      }
    }
    return states[word].inside
  }

  private func fitsCase(_ pattern: TermPattern, _ range: Range<Int>) -> Bool {
    let wanted = pattern.words[0]
    guard wanted.isAcronym || wanted.isName || pattern.hints.contains(.exactCase) else {
      return true
    }
    return document.document.text[range].starts(
      with: wanted.written.prefix(wanted.isAcronym ? wanted.written.count : 1))
  }

  // MARK: - Coordinations

  /// Whether a term may stand in another form than the listed one.
  private func isFree(_ pattern: Int) -> Bool {
    !index.patterns[pattern].hints.contains(.exactForm)
  }

  /// Whether a token is a word that ends in a hyphen.
  func endsInHyphen(_ token: Int) -> Bool {
    document.tokens[token].kind == .word && document.tokens[token].range.count > 3
      && document.document.text[document.tokens[token].range.upperBound - 1] == 0x2D
  }

  /// `oppholds- og arbeidstillatelse`: the first part stands for a whole whose end comes later.
  mutating func coordinated(
    _ token: Int, _ segment: Int, _ range: Range<Int>
  ) -> [TermOccurrence] {
    let text = document.document.text
    guard
      let last = (token + 1..<min(token + 6, range.upperBound)).first(where: {
        document.tokens[$0].kind == .word && !isCoordinator($0)
          && text[document.tokens[$0].range.upperBound - 1] != 0x2D && !context.isAdjective($0)
      })
    else { return [] }
    let first = document.forms.words[Int(document.tokens[token].word)].dropLast()
    let word = document.forms.words[Int(document.tokens[last].word)]
    var found: Set<Int> = []
    for cut in 3..<max(4, word.count - 2)
    where cut < word.count && word[cut] & 0xC0 != 0x80 && index.prefixes.mayBegin(first) {
      let head = Array(word[(word[cut] == 0x2D ? cut + 1 : cut)...])
      for lemma in index.lemmatiser.knownLemmas(of: head) {
        for number in index.singles(first + lemma) where isFree(Int(number)) {
          found.insert(Int(number))
        }
      }
    }
    // `gjeng- eller hjemmevold`: both are `vold`.
    let heads = terms(inside: Int(document.tokens[last].word)).filter {
      $0.range.upperBound == word.count && $0.range.lowerBound > 0
    }
    for head in heads { found.insert(head.pattern) }
    return found.sorted().map { number in
      let pattern = index.patterns[number]
      return TermOccurrence(
        segment: segment, tokens: token..<last + 1,
        range: Int(document.tokens[token].start)..<Int(document.tokens[last].end),
        concept: pattern.concept, term: pattern.term, form: .split,
        isShared: index.isShared[number])
    }
  }
}
