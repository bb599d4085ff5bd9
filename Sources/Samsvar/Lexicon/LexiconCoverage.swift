public import SamsvarModel
import SamsvarText

/// Which words of a text the lexicon knows: the interface of `lexicon coverage`.
public struct LexiconCoverage: Sendable {
  /// A word without an entry.
  public struct Missing: Hashable, Sendable {
    /// The word in lower case.
    public var word: String
    /// How often it stands in the text.
    public var count: Int
    /// The first segment it stands in.
    public var example: String
    /// The line of that segment, from 1.
    public var line: Int
  }

  /// The language of the text.
  public let language: LanguageTag
  /// Words that are no names and no stop words.
  public private(set) var contentCount = 0
  /// Those with an entry of their own.
  public private(set) var directCount = 0
  /// Those known as a compound of words with entries.
  public private(set) var compoundCount = 0
  /// Words in names, which need no entry.
  public private(set) var nameCount = 0
  /// Stop words.
  public private(set) var stopWordCount = 0
  /// The words without an entry, the most frequent first, then in order of appearance.
  public private(set) var missing: [Missing] = []

  /// The share of content words that are known, from 0 to 1; 1 for a text without any.
  public var share: Double {
    contentCount == 0 ? 1 : Double(directCount + compoundCount) / Double(contentCount)
  }

  private enum Kind { case direct, compound, missing }

  init(_ document: AnalysedDocument, _ report: LexiconReport) {
    language = document.language
    var kinds = [Kind?](repeating: nil, count: document.words.count)
    var counts = [Int](repeating: 0, count: document.words.count)
    var first: [Int: Int] = [:]
    var order: [Int] = []
    for segment in 0..<document.count {
      for token in document.tokenRange(segment) where document.tokens[token].kind == .word {
        let word = Int(document.tokens[token].word)
        if document.isStopWord[word] {
          stopWordCount += 1
          continue
        }
        if document.isNameWord[word] || document.words.bytes(of: word).count < 2 {
          nameCount += 1
          continue
        }
        contentCount += 1
        let kind = kinds[word] ?? Self.kind(document.words.string(word), report)
        kinds[word] = kind
        switch kind {
        case .direct: directCount += 1
        case .compound: compoundCount += 1
        case .missing:
          counts[word] += 1
          if first.updateValue(first[word] ?? segment, forKey: word) == nil { order.append(word) }
        }
      }
    }
    let ranked = order.enumerated().sorted {
      (counts[$1.element], $0.offset) < (counts[$0.element], $1.offset)
    }
    missing = ranked.map { _, word in
      let segment = first[word] ?? 0
      let start = document.document.segments[segment].range.lowerBound
      return Missing(
        word: document.words.string(word), count: counts[word],
        example: document.document.string(segment), line: document.document.location(of: start..<start).line ?? 0)
    }
  }

  private static func kind(_ word: String, _ report: LexiconReport) -> Kind {
    let rows = report.rows(word)
    return rows.isEmpty ? .missing : rows[0].part.isEmpty ? .direct : .compound
  }
}

extension Pipeline {
  /// The coverage of a text, read as `read` does.
  ///
  /// - Parameter other: The language of the translations wanted.
  /// - Throws: `InputError` when the text cannot be read or there is no lexicon.
  public func lexiconCoverage(
    of path: String, as language: LanguageTag?, to other: LanguageTag
  ) throws(InputError) -> LexiconCoverage {
    let document = try read(path, as: language)
    return LexiconCoverage(
      document, try lexiconReport(from: document.language, to: other))
  }
}
