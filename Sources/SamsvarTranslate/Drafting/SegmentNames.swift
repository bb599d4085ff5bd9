import SamsvarDataFiles
import SamsvarModel
package import SamsvarText

/// The names of a segment that stands alone, those at its beginning too.
///
/// At the beginning of a sentence a capital says nothing, and there is no document to look further. What
/// the language does not know as a word is a name there (`Tromsøs`), and so is what its list of names has
/// (`Bergens`, which may be the mountain's); `Selskapet` and `Kraftselskapet` are not.
package struct SegmentNames {
  private let data: LanguageData
  private let lemmatiser: Lemmatiser
  private let compounds: CompoundSplitter

  package init(_ data: LanguageData, vocabulary: Vocabulary) {
    self.data = data
    lemmatiser = Lemmatiser(data, vocabulary: vocabulary)
    compounds = CompoundSplitter(data, vocabulary: vocabulary)
  }

  /// The names in order.
  ///
  /// - Complexity: O(n)
  package func names(in document: AnalysedDocument) -> [NameMention] {
    var names = document.names
    joinListed(&names, document)
    for index in names.indices { addFirstName(&names[index], document) }
    addInitial(&names, document)
    for index in names.indices { addApostrophe(&names[index], document) }
    return names
  }

  // MARK: - Inside a sentence

  /// `Mo i Rana`: a listed name of several words.
  private func joinListed(_ names: inout [NameMention], _ document: AnalysedDocument) {
    for first in document.tokens.indices where isCapital(first, document) {
      for count in [4, 3, 2] where first + count <= document.tokens.count {
        let tokens = first..<first + count
        guard isListed(tokens, document) else { continue }
        names.removeAll { $0.tokens.overlaps(tokens) }
        names.append(mention(tokens, document))
        break
      }
    }
    names.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private func isListed(_ tokens: Range<Int>, _ document: AnalysedDocument) -> Bool {
    let words = tokens.map { document.words.bytes(of: Int(document.tokens[$0].word)) }
    return data.names.contains(Array(words.joined(separator: [0x20])))
      || isNorwegian && words.last?.last == 0x73
        && data.names.contains(Array(words.joined(separator: [0x20]).dropLast()))
  }

  /// `Hans Moen`: a first name that is a pronoun too.
  private func addFirstName(_ name: inout NameMention, _ document: AnalysedDocument) {
    let before = name.tokens.lowerBound - 1
    guard name.title == nil, before > 0, !document.tokens[before - 1].kind.isMark,
      isCapital(before, document), document.isStopWord[Int(document.tokens[before].word)]
    else { return }
    extend(&name, from: before, document)
  }

  /// `Moss’`: an apostrophe that stands for a genitive belongs to the name.
  private func addApostrophe(_ name: inout NameMention, _ document: AnalysedDocument) {
    let next = name.tokens.upperBound
    guard next < document.tokens.count, name.baseEnd == name.range.upperBound,
      let last = document.document.text[..<name.baseEnd].last, [0x73, 0x78, 0x7A].contains(last),
      Int(document.tokens[next].start) == name.baseEnd,
      ["’", "'"].contains(document.string(token: next))
    else { return }
    name.tokens = name.tokens.lowerBound..<next + 1
    name.range = name.range.lowerBound..<Int(document.tokens[next].end)
  }

  // MARK: - At the beginning

  private func addInitial(_ names: inout [NameMention], _ document: AnalysedDocument) {
    guard let first = document.tokens.indices.first(where: { !document.tokens[$0].kind.isMark }),
      isCapital(first, document), !names.contains(where: { $0.tokens.contains(first) })
    else { return }
    let follower = names.firstIndex { $0.tokens.lowerBound == first + 1 && $0.title == nil }
    guard isName(first, document, hasFollower: follower != nil) else { return }
    if let follower {
      extend(&names[follower], from: first, document)
    } else {
      names.insert(mention(first..<first + 1, document), at: 0)
    }
  }

  private func isName(
    _ token: Int, _ document: AnalysedDocument, hasFollower: Bool
  ) -> Bool {
    let word = document.words.bytes(of: Int(document.tokens[token].word))
    let isStopWord = document.isStopWord[Int(document.tokens[token].word)]
    if isListed(token..<token + 1, document) { return hasFollower || !isStopWord }
    guard !isStopWord, !data.titles.contains(word), data.numbers.allMeanings(of: word).isEmpty
    else { return false }
    return hasInnerCapital(document.string(token: token))
      || lemmatiser.knownLemmas(of: word).isEmpty && !isInflectedCompound(word)
  }

  /// `Sør-Varanger`: a capital after a hyphen is no sentence's.
  private func hasInnerCapital(_ word: String) -> Bool {
    word.split(separator: "-").dropFirst().contains { $0.first?.isUppercase == true }
  }

  /// `Kraftselskapets`, not `Lillehammers` or `Statkrafts`: names are compounds too, but not inflected.
  private func isInflectedCompound(_ word: [UInt8]) -> Bool {
    guard data.writing.joinsCompounds else { return false }
    let forms = word.last == 0x73 ? [word, Array(word.dropLast())] : [word]
    let heads = forms.flatMap { compounds.readings(of: $0).map(\.head) }
    return !heads.isEmpty && heads.allSatisfy { lemmatiser.parts(of: $0).isEmpty }
  }

  // MARK: - Mentions

  private var isNorwegian: Bool { data.language.isNorwegian }

  private func isCapital(_ token: Int, _ document: AnalysedDocument) -> Bool {
    let token = document.tokens[token]
    return token.shape.contains(.capitalised)
      && (token.kind == .word || token.kind == .abbreviation)
  }

  private func extend(_ name: inout NameMention, from token: Int, _ document: AnalysedDocument) {
    name.tokens = token..<name.tokens.upperBound
    name.range = Int(document.tokens[token].start)..<name.range.upperBound
    name.isAcronym = false
    name.code = nil
  }

  private func mention(_ tokens: Range<Int>, _ document: AnalysedDocument) -> NameMention {
    let first = document.tokens[tokens.lowerBound]
    let end = Int(document.tokens[tokens.upperBound - 1].end)
    let text = document.document.text[Int(first.start)..<end]
    let ending = ["’s", "'s"].first { text.reversed().starts(with: $0.utf8.reversed()) }
    return NameMention(
      range: Int(first.start)..<end, tokens: tokens,
      isAcronym: tokens.count == 1 && first.shape.contains(.allCapitals),
      baseEnd: end - (ending?.utf8.count ?? 0))
  }
}
