import SamsvarModel

/// Finds names by their capitals.
///
/// A capital at the beginning of a segment says nothing by itself: such a word counts only when the
/// document writes it with a capital elsewhere inside a sentence, or another name follows it.
struct NameFinder {
  let tokens: [Token]
  let segmentTokens: [Int32]
  let text: [UInt8]
  let words: WordTable
  let isStopWord: [Bool]
  let meanings: [[NumberWords.Meaning]]
  let data: LanguageData

  /// The names of each segment, in order.
  ///
  /// - Complexity: O(n)
  func names() -> [[NameMention]] {
    let sure = wordsCapitalisedInside()
    return (0..<max(0, segmentTokens.count - 1)).map { segment in
      names(in: Int(segmentTokens[segment])..<Int(segmentTokens[segment + 1]), sure)
    }
  }

  /// For each word, whether it stands capitalised inside a sentence and never in lower case.
  private func wordsCapitalisedInside() -> [Bool] {
    var inside = [Bool](repeating: false, count: words.count)
    var lower = [Bool](repeating: false, count: words.count)
    for segment in 0..<max(0, segmentTokens.count - 1) {
      let range = Int(segmentTokens[segment])..<Int(segmentTokens[segment + 1])
      let first = firstWord(range)
      for index in range {
        let word = Int(tokens[index].word)
        if !tokens[index].shape.contains(.capitalised) {
          lower[word] = true
        } else if index != first {
          inside[word] = true
        }
      }
    }
    return zip(inside, lower).map { $0 && !$1 }
  }

  private func firstWord(_ range: Range<Int>) -> Int? {
    range.first { tokens[$0].kind != .punctuation && tokens[$0].kind != .symbol }
  }

  private func names(in range: Range<Int>, _ sure: [Bool]) -> [NameMention] {
    var result: [NameMention] = []
    let first = firstWord(range)
    var index = range.lowerBound
    while index < range.upperBound {
      guard isCapitalWord(index) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < range.upperBound, !isGenitive(end - 1), isCapitalWord(end) || joins(end, range) {
        end += 1
      }
      var start = index
      if index == first, !isName(initial: index, end: end, sure) { start += 1 }
      if start < end { result.append(mention(start..<end)) }
      index = end
    }
    return result
  }

  private func isCapitalWord(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word || token.kind == .abbreviation else { return false }
    let word = Int(token.word)
    guard token.shape.contains(.capitalised) else { return isParticleName(token) }
    return !isCalendarWord(word) && !(isStopWord[word] && !token.shape.contains(.allCapitals))
  }

  /// `al-Sarraj`, `el-Sisi`: a particle in lower case, a hyphen, a capital.
  private func isParticleName(_ token: Token) -> Bool {
    guard token.shape.contains(.hyphenated),
      let hyphen = token.range.first(where: { text[$0] == 0x2D }),
      hyphen + 1 < token.range.upperBound,
      Self.particles.contains(
        String(decoding: text[token.range.lowerBound..<hyphen], as: UTF8.self))
    else { return false }
    return text.withUnsafeBufferPointer {
      Characters.isUpper(UTF8Scalar.decode($0, at: hyphen + 1).scalar)
    }
  }

  private func isCalendarWord(_ word: Int) -> Bool {
    meanings[word].contains {
      switch $0 {
      case .month, .weekday: true
      default: false
      }
    }
  }

  /// `Haftar's` ends a name: what follows is another.
  private func isGenitive(_ index: Int) -> Bool {
    words.bytes(of: Int(tokens[index].word)).suffix(2).elementsEqual("'s".utf8)
  }

  /// `al`, `von`, `of` between two capitalised words.
  private func joins(_ index: Int, _ range: Range<Int>) -> Bool {
    guard index + 1 < range.upperBound, isCapitalWord(index + 1) else { return false }
    return Self.particles.contains(words.string(Int(tokens[index].word)))
  }

  private static let particles: Set<String> = [
    "al", "el", "ben", "bin", "de", "del", "der", "di", "du", "la", "van", "von", "of", "zu",
  ]

  private func isName(initial index: Int, end: Int, _ sure: [Bool]) -> Bool {
    let token = tokens[index]
    if token.shape.contains(.allCapitals) || sure[Int(token.word)] { return true }
    return end - index > 1 && !isStopWord[Int(token.word)] && token.shape.contains(.hyphenated)
  }

  private func mention(_ range: Range<Int>) -> NameMention {
    let first = tokens[range.lowerBound]
    let last = tokens[range.upperBound - 1]
    return NameMention(
      range: Int(first.start)..<Int(last.end), tokens: range,
      isAcronym: range.count == 1 && first.shape.contains(.allCapitals))
  }
}
