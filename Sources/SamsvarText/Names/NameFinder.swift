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
  let gazetteer: Gazetteer

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
      let initials = SegmentLabel.initials(tokens, range, text)
      for index in range {
        let word = Int(tokens[index].word)
        if !tokens[index].shape.contains(.capitalised) {
          lower[word] = true
        } else if index != initials?.first, index != initials?.second {
          inside[word] = true
        }
      }
    }
    return zip(inside, lower).map { $0 && !$1 }
  }

  private func names(in range: Range<Int>, _ sure: [Bool]) -> [NameMention] {
    var result: [NameMention] = []
    let initials = SegmentLabel.initials(tokens, range, text)
    var index = range.lowerBound
    while index < range.upperBound {
      let isInitial = index == initials?.first || index == initials?.second
      if let place = place(at: index, in: range), !isInitial || isSure(place, sure) {
        result.append(place)
        index = place.tokens.upperBound
        continue
      }
      guard isCapitalWord(index) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < range.upperBound, !isGenitive(end - 1), !isCompound(end - 1),
        isCapitalWord(end) || joins(end, range)
      {
        end += 1
      }
      var start = index
      if isInitial, !isName(initial: index, end: end, sure) {
        // `Annex II.` has no name in it, `A. Smith` has.
        start = max(start + 1, min(initials?.second ?? 0, end))
        // `Employees of Telenor`: no name begins with a particle in lower case.
        while start < end, !isCapitalWord(start) { start += 1 }
      }
      if start < end { result.append(contentsOf: mentions(start..<end, in: range)) }
      index = end
    }
    return result
  }

  /// At the beginning of a sentence a city may be another word (`Mobile`, `Oral`).
  private func isSure(_ place: NameMention, _ sure: [Bool]) -> Bool {
    place.tokens.count > 1 || place.code?.hasPrefix("country:") == true
      || sure[Int(tokens[place.tokens.lowerBound].word)]
  }

  /// A country or the like that CLDR knows, unless it is part of a longer name (`South Korea Times`).
  private func place(at index: Int, in range: Range<Int>) -> NameMention? {
    guard tokens[index].shape.contains(.capitalised),
      let (code, count, hasGenitive) = gazetteer.match({ offset in
        index + offset < range.upperBound
          ? words.bytes(of: Int(tokens[index + offset].word)) : nil
      })
    else { return nil }
    let end = index + count
    let goesOn =
      end < range.upperBound && isCapitalWord(end) && !isGenitive(end - 1) && !hasGenitive
    guard count > 1 || !goesOn && !(index > range.lowerBound && isCapitalWord(index - 1)) else {
      return nil
    }
    var mention = mention(index..<end)
    mention.code = code
    if hasGenitive, mention.baseEnd == mention.range.upperBound { mention.baseEnd -= 1 }
    return mention
  }

  /// A run of capitalised words as a name, without the title it may begin with; the title alone is
  /// no name.
  private func mentions(_ run: Range<Int>, in segment: Range<Int>) -> [NameMention] {
    let capitalTitle = titleLength(run)
    guard capitalTitle < run.count else { return [mention(run)] }
    var mention = mention(run.lowerBound + capitalTitle..<run.upperBound)
    if capitalTitle > 0 {
      mention.title = run.lowerBound..<run.lowerBound + capitalTitle
    } else if run.lowerBound > segment.lowerBound,
      isTitle(run.lowerBound - 1..<run.lowerBound) || isCompound(run.lowerBound - 1)
    {
      mention.title = run.lowerBound - 1..<run.lowerBound
    }
    return [mention]
  }

  /// How many words at the start of a run are a title: `President`, `Prime Minister`.
  private func titleLength(_ run: Range<Int>) -> Int {
    for length in [3, 2, 1] where length < run.count {
      if isTitle(run.lowerBound..<run.lowerBound + length) { return length }
    }
    return 0
  }

  private func isTitle(_ range: Range<Int>) -> Bool {
    var title: [UInt8] = []
    for index in range {
      if !title.isEmpty { title.append(0x20) }
      title += words.bytes(of: Int(tokens[index].word))
    }
    return data.titles.contains(title)
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

  /// `FN-utsending`: a name, a hyphen and a word in lower case, which may be the title of what follows.
  private func isCompound(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.shape.contains([.hyphenated, .capitalised]),
      let hyphen = text[token.range].lastIndex(of: 0x2D), hyphen + 1 < token.range.upperBound
    else { return false }
    return text.withUnsafeBufferPointer {
      Characters.isLower(UTF8Scalar.decode($0, at: hyphen + 1).scalar)
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
      isAcronym: range.count == 1 && first.shape.contains(.allCapitals),
      baseEnd: baseEnd(last), code: nil)
  }

  /// The end of a name without `'s`, without the lower-case tail of a compound (`FN-utsending`), and
  /// in Norwegian without a genitive -s where the text has the name without it too (`Libyas`).
  private func baseEnd(_ token: Token) -> Int {
    let end = Int(token.end)
    let word = words.bytes(of: Int(token.word))
    if word.suffix(2).elementsEqual("'s".utf8) {
      // The apostrophe may take three bytes.
      return end - (text[end - 2] == 0x27 ? 2 : 4)
    }
    if token.shape.contains([.hyphenated, .capitalised]),
      let hyphen = text[token.range].lastIndex(of: 0x2D), hyphen + 1 < end,
      !Characters.isUpper(
        text.withUnsafeBufferPointer { UTF8Scalar.decode($0, at: hyphen + 1).scalar })
    {
      return hyphen
    }
    guard data.language.language != "en", word.last == 0x73, word.count > 2,
      words.find(word.dropLast()) != nil
        || token.shape.contains(.capitalised) && isGenitiveAcronym(token)
    else { return end }
    return end - 1
  }

  /// `LNAs`: capitals and an s.
  private func isGenitiveAcronym(_ token: Token) -> Bool {
    token.range.count > 2 && text[token.range].dropLast().allSatisfy { $0 &- 0x41 < 26 }
  }
}
