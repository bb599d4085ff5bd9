public import SamsvarModel

/// How much a termbase holds.
public struct TermbaseStatistics: Sendable {
  /// What one language has.
  public struct Language: Sendable {
    /// The language.
    public var language: LanguageTag
    /// Concepts with a term in it.
    public var concepts = 0
    /// Terms by status, in the order of `TermStatus.allCases`.
    public var terms = [Int](repeating: 0, count: TermStatus.allCases.count)
    /// Terms of more than one word.
    public var multiword = 0

    /// All terms.
    public var termCount: Int { terms.reduce(0, +) }
  }

  /// All concepts.
  public var concepts = 0
  /// Concepts with a definition, in any language.
  public var defined = 0
  /// Concepts that are not translated.
  public var doNotTranslate = 0
  /// Concepts whose capitals count.
  public var caseSensitive = 0
  /// Subjects with the number of their concepts, the most frequent first.
  public var subjects: [(name: String, count: Int)] = []
  /// The languages in order of first appearance.
  public var languages: [Language] = []

  /// Counts a termbase.
  ///
  /// - Complexity: O(n)
  public init(_ termbase: Termbase) {
    concepts = termbase.concepts.count
    var subjectCounts: [String: Int] = [:]
    languages = termbase.languages.map { Language(language: $0) }
    for concept in termbase.concepts {
      let isDefined =
        !concept.definition.isEmpty || concept.languages.contains { !$0.definition.isEmpty }
      if isDefined { defined += 1 }
      if concept.isDoNotTranslate { doNotTranslate += 1 }
      if concept.isCaseSensitive { caseSensitive += 1 }
      if !concept.subject.isEmpty { subjectCounts[concept.subject, default: 0] += 1 }
      for section in concept.languages { add(section) }
    }
    subjects = subjectCounts.map { ($0.key, $0.value) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }

  private mutating func add(_ section: LanguageSection) {
    guard let index = languages.firstIndex(where: { $0.language == section.language }),
      !section.terms.isEmpty
    else { return }
    languages[index].concepts += 1
    for term in section.terms {
      languages[index].terms[TermStatus.allCases.firstIndex(of: term.status) ?? 0] += 1
      if term.term.contains(" ") { languages[index].multiword += 1 }
    }
  }
}
