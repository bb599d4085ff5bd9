import SamsvarModel
package import SamsvarText

/// Finds what may be a term in a document: compounds, noun phrases, names of several words.
///
/// Ranked by C-value (Frantzi, Ananiadou & Mima 2000: how often an expression stands by itself rather than in
/// a longer one, times its length), and by how little a general lexicon knows its words.
package struct CandidateFinder {
  private let document: AnalysedDocument
  private let words: [CandidateWord]
  /// For each word, whether it has a capital inside sentences too and never a small letter.
  private let isProper: [Bool]
  /// Nouns in common use that stand so often that the text is about them: `utleier` in an act on hiring.
  private let recurrent: Set<[UInt8]>
  /// For each token, whether it stands in the name of a person or place.
  private let isInName: [Bool]

  /// The longest expression, in words.
  private static let longest = 4

  /// A finder for a document; the vocabulary's words are what is in common use.
  package init(_ document: AnalysedDocument, _ data: LanguageData, _ vocabulary: Vocabulary) {
    self.document = document
    words = CandidateWords(document, data, vocabulary).all()
    var isInName = [Bool](repeating: false, count: document.tokens.count)
    for name in document.names where name.code != nil || name.title != nil {
      for token in name.tokens { isInName[token] = true }
    }
    self.isInName = isInName
    isProper = Self.properWords(document)
    recurrent = Self.recurrentNouns(document, words)
  }

  /// Nouns of which four or more stand, and one or more in 250 tokens.
  private static func recurrentNouns(
    _ document: AnalysedDocument, _ words: [CandidateWord]
  ) -> Set<[UInt8]> {
    var counts: [[UInt8]: Int] = [:]
    for token in document.tokens where token.kind == .word {
      let word = words[Int(token.word)]
      if word.isNoun { counts[word.lemma, default: 0] += 1 }
    }
    let least = max(4, document.tokens.count / 250)
    return Set(counts.filter { $0.value >= least }.keys)
  }

  private static func properWords(_ document: AnalysedDocument) -> [Bool] {
    var inside = [Bool](repeating: false, count: document.words.count)
    var small = inside
    for segment in 0..<document.count {
      for token in document.tokenRange(segment) {
        let word = Int(document.tokens[token].word)
        guard document.tokens[token].shape.contains(.capitalised) else {
          small[word] = true
          continue
        }
        if !document.isInitial(token, in: segment) { inside[word] = true }
      }
    }
    return zip(inside, small).map { $0 && !$1 }
  }

  /// The candidates that stand `minimum` times or more, the likeliest terms first.
  ///
  /// - Complexity: O(n) in the tokens of the document
  package func candidates(minimum: Int) -> [TermCandidate] {
    var found: [[UInt8]: TermCandidate] = [:]
    for segment in 0..<document.count {
      for (tokens, kind) in spans(document.tokenRange(segment)) {
        let key = key(tokens)
        found[
          key,
          default: TermCandidate(key: key, form: "", kind: kind, places: [], length: length(tokens))
        ].places.append(.init(segment: segment, tokens: tokens))
      }
    }
    var result = found.values.filter { $0.places.count >= minimum }
    for index in result.indices { result[index].form = form(of: result[index]) }
    rank(&result)
    return result.sorted {
      ($1.termhood, $0.key.count) < ($0.termhood, $1.key.count)
        || $0.termhood == $1.termhood && $0.key.count == $1.key.count
          && $0.key.lexicographicallyPrecedes($1.key)
    }
  }

  // MARK: - Spans

  /// Every expression of a segment that may be a term, shorter ones inside longer ones too.
  private func spans(_ range: Range<Int>) -> [(Range<Int>, TermCandidate.Kind)] {
    var spans: [(Range<Int>, TermCandidate.Kind)] = []
    for start in range where mayBegin(start) {
      for end in start + 1...min(range.upperBound, start + Self.longest) {
        guard let last = word(end - 1) else { break }
        if end - start > 1, !isJoined(end - 1) { break }
        guard last.isNoun || last.isAdjective || last.isLink else { break }
        if let kind = kind(start..<end) { spans.append((start..<end, kind)) }
      }
    }
    return spans
  }

  private func word(_ token: Int) -> CandidateWord? {
    guard document.tokens[token].kind == .word, !isInName[token], !isInPath(token) else {
      return nil
    }
    return words[Int(document.tokens[token].word)]
  }

  /// Whether a token is part of a path, an address or an identifier: `fjordlogg` of `/etc/fjordlogg.conf`.
  private func isInPath(_ token: Int) -> Bool {
    let text = document.document.text
    let range = document.tokens[token].range
    if range.lowerBound > 0, Self.pathMarks.contains(text[range.lowerBound - 1]) { return true }
    guard range.upperBound + 1 < text.count else { return false }
    let mark = text[range.upperBound]
    let next = text[range.upperBound + 1]
    return Self.pathMarks.contains(mark) && mark != 0x3A
      || mark == 0x2E && ((next | 0x20) &- 0x61 < 26 || next &- 0x30 < 10)
  }

  /// `/`, `_`, `@`, `\`, `=`.
  private static let pathMarks: Set<UInt8> = [0x2F, 0x5F, 0x40, 0x5C, 0x3D]

  private func mayBegin(_ token: Int) -> Bool {
    guard let word = word(token) else { return false }
    return word.isNoun || word.isAdjective
  }

  /// Whether a token follows the one before it with white space alone between them.
  private func isJoined(_ token: Int) -> Bool {
    document.tokens[token].shape.contains(.afterSpace)
  }

  private func kind(_ tokens: Range<Int>) -> TermCandidate.Kind? {
    let words = tokens.compactMap(word)
    guard words.count == tokens.count, let last = words.last, last.isNoun else { return nil }
    guard words.count > 1 else {
      if last.isUnknown, !last.isCompound, isProper[Int(document.tokens[tokens.lowerBound].word)] {
        return .name
      }
      let isSpecial = last.isCompound || last.isUnknown || !last.isGeneral
      return isSpecial || recurrent.contains(last.lemma) ? .word : nil
    }
    if tokens.allSatisfy({ document.tokens[$0].shape.contains(.capitalised) }) { return .name }
    let links = words.indices.filter { words[$0].isLink }
    guard links.count <= 1 else { return nil }
    if let link = links.first {
      guard link > 0, words[link - 1].isNoun, !words[..<link].contains(where: \.isGenitive) else {
        return nil
      }
    }
    return isPhrase(words) ? .phrase : nil
  }

  /// Adjectives, then a noun; two nouns in a row only where the language writes them so.
  private func isPhrase(_ words: [CandidateWord]) -> Bool {
    guard document.language.isNorwegian else { return true }
    return words.indices.dropLast().allSatisfy { index in
      let word = words[index]
      if word.isLink || words[index + 1].isLink || word.isAdjective { return true }
      return word.isGenitive
    }
  }

  // MARK: - Forms

  private func key(_ tokens: Range<Int>) -> [UInt8] {
    Array(tokens.map { words[Int(document.tokens[$0].word)].lemma }.joined(separator: [0x20]))
  }

  private func length(_ tokens: Range<Int>) -> Int {
    let words = tokens.compactMap(word)
    return words.count { !$0.isLink } + (words.contains(where: \.isCompound) ? 1 : 0)
  }

  /// The dictionary form where it occurs, else the form that occurs most; capitals stay where all places
  /// have them.
  private func form(of candidate: TermCandidate) -> String {
    var counts: [String: Int] = [:]
    for place in candidate.places { counts[text(place.tokens, lower: false), default: 0] += 1 }
    let hasCapitals = counts.keys.allSatisfy { $0.first?.isUppercase == true }
    if !hasCapitals || candidate.kind != .name {
      counts = [:]
      for place in candidate.places { counts[text(place.tokens, lower: true), default: 0] += 1 }
    }
    let base = String(decoding: candidate.key, as: UTF8.self)
    let only = candidate.places.first.flatMap { place in
      place.tokens.count == 1 ? word(place.tokens.lowerBound) : nil
    }
    if counts[base] != nil || only.map({ !$0.isUnknown || $0.isCompound }) == true { return base }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? base
  }

  /// The words with single blanks; in lower case but for acronyms.
  private func text(_ tokens: Range<Int>, lower: Bool) -> String {
    tokens.map { token in
      let shape = document.tokens[token].shape
      let isAcronym = shape.contains(.allCapitals) && document.tokens[token].range.count <= 5
      let isKept = !lower || isAcronym
      return isKept
        ? document.string(token: token)
        : String(decoding: document.forms.words[Int(document.tokens[token].word)], as: UTF8.self)
    }.joined(separator: " ")
  }

  // MARK: - Termhood

  private func rank(_ candidates: inout [TermCandidate]) {
    var holders: [TermCandidate.Place: [Int]] = [:]
    for (number, candidate) in candidates.enumerated() {
      for place in candidate.places { holders[place, default: []].append(number) }
    }
    var inside = [Set<Int>](repeating: [], count: candidates.count)
    var insideCount = [Int](repeating: 0, count: candidates.count)
    for (place, numbers) in holders {
      for part in parts(of: place.tokens) {
        for number in holders[.init(segment: place.segment, tokens: part)] ?? [] {
          inside[number].formUnion(numbers)
          insideCount[number] += 1
        }
      }
    }
    for index in candidates.indices {
      let count = Double(candidates[index].places.count)
      let nested =
        inside[index].isEmpty ? 0 : Double(insideCount[index]) / Double(inside[index].count)
      let length = Double(candidates[index].length + 1)
      candidates[index].termhood =
        max(0, count - nested) * Self.log2(length) * special(candidates[index])
    }
  }

  /// The shorter stretches of a stretch.
  private func parts(of tokens: Range<Int>) -> [Range<Int>] {
    tokens.flatMap { start in
      (start + 1...tokens.upperBound).map { start..<$0 }
    }.filter { $0 != tokens }
  }

  /// From 0.3, where a general lexicon has every word, to 1, where it has none.
  private func special(_ candidate: TermCandidate) -> Double {
    guard let tokens = candidate.places.first?.tokens else { return 0 }
    let content = tokens.compactMap(word).filter { !$0.isLink }
    let general = content.count(where: \.isGeneral)
    return 1 - 0.7 * Double(general) / Double(max(1, content.count))
  }

  private static func log2(_ value: Double) -> Double {
    // The lengths are small: 2, 3, 4, 5, 6.
    let table = [0, 0, 1, 1.585, 2, 2.322, 2.585, 2.807]
    return table[min(table.count - 1, max(0, Int(value)))]
  }
}
