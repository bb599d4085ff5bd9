import SamsvarModel
import SamsvarText

/// The concepts of a termbase by their terms.
struct LintIndex {
  /// A term of a language, in lower case but for acronyms and names.
  struct Key: Hashable {
    var language: LanguageTag
    var term: [UInt8]
  }

  let termbase: Termbase
  /// The concepts that allow a term, and those that rule it out.
  let allowing: [Key: [Int]]

  init(_ termbase: Termbase) {
    self.termbase = termbase
    var allowing: [Key: [Int]] = [:]
    for (number, concept) in termbase.concepts.enumerated() {
      for section in concept.languages {
        for term in section.terms where term.status.isAllowed {
          let key = Self.key(term.term, section.language)
          if allowing[key]?.last != number { allowing[key, default: []].append(number) }
        }
      }
    }
    self.allowing = allowing
  }

  /// What two equal terms have in common: `Regjering` and `regjering` are equal, `US` and `us` are not.
  static func key(_ term: String, _ language: LanguageTag) -> Key {
    let bytes = Array(term.utf8)
    let capitals = bytes.count { (0x41...0x5A).contains($0) }
    return Key(
      language: language.base, term: capitals > 1 ? bytes : Folding.lower(bytes))
  }

  /// The allowed terms of a concept in a language.
  func allowed(_ concept: Int, _ language: LanguageTag) -> Set<[UInt8]> {
    Set(
      termbase.concepts[concept].languages.filter { $0.language.base == language }
        .flatMap(\.terms).filter(\.status.isAllowed).map { Self.key($0.term, language).term })
  }

  /// Whether two concepts share an allowed term in a language other than the given one.
  func shareTerm(_ a: Int, _ b: Int, besides language: LanguageTag) -> Bool {
    let languages = Set(termbase.concepts[a].languages.map(\.language.base))
    return languages.contains {
      $0 != language && !($0.isNorwegian && language.isNorwegian)
        && !allowed(a, $0).isDisjoint(with: allowed(b, $0))
    }
  }
}

/// Faults between a concept and the others.
struct RelationLint {
  let index: LintIndex
  let number: Int

  private var concept: ConceptEntry { index.termbase.concepts[number] }

  func issues() -> [TermbaseIssue] {
    let issues = concept.languages.flatMap { section in
      section.terms.flatMap { term in
        term.status.isAllowed
          ? homographs(term, section.language) : ruledOut(term, section.language)
      }
    }
    // One pair of concepts is said once, however many terms they share.
    var said: Set<[String]> = []
    return issues.filter { issue in
      issue.rule != .duplicateConcept || said.insert(issue.related).inserted
    }
  }

  private func issue(
    _ rule: TermbaseIssue.Rule, _ language: LanguageTag, _ message: String, _ related: [Int]
  ) -> TermbaseIssue {
    TermbaseIssue(
      rule: rule, concept: number, language: language, message: message,
      related: related.map { index.termbase.concepts[$0].id })
  }

  /// Later concepts that allow the same term.
  private func homographs(_ term: TermSection, _ language: LanguageTag) -> [TermbaseIssue] {
    let others = (index.allowing[LintIndex.key(term.term, language)] ?? []).filter { $0 > number }
    return others.map { other in
      let id = index.termbase.concepts[other].id
      return index.shareTerm(number, other, besides: language.base)
        ? issue(
          .duplicateConcept, language,
          "\"\(term.term)\" and a term of another language stand in \"\(id)\" too; one concept, or two "
            + "with a subject each?", [other])
        : issue(.homograph, language, "\"\(term.term)\" stands for \"\(id)\" too", [other])
    }
  }

  /// Concepts that allow what this one rules out.
  private func ruledOut(_ term: TermSection, _ language: LanguageTag) -> [TermbaseIssue] {
    let others = (index.allowing[LintIndex.key(term.term, language)] ?? []).filter {
      $0 != number
    }
    return others.compactMap { other in
      let id = index.termbase.concepts[other].id
      guard index.shareTerm(number, other, besides: language.base) else {
        return term.status == .forbidden
          ? issue(
            .falseFriend, language, "\"\(term.term)\" is forbidden here and allowed in \"\(id)\"",
            [other]) : nil
      }
      if forbids(other, what: number, language) {
        return issue(
          .circle, language,
          "\"\(term.term)\" is \(term.status.rawValue) here and allowed in \"\(id)\", which rules out what "
            + "is allowed here, for the same term of another language", [other])
      }
      return issue(
        .forbiddenElsewhereAllowed, language,
        "\"\(term.term)\" is \(term.status.rawValue) here and allowed in \"\(id)\" for the same term of "
          + "another language", [other])
    }
  }

  /// Whether a concept rules out a term that another allows.
  private func forbids(_ concept: Int, what other: Int, _ language: LanguageTag) -> Bool {
    let allowed = index.allowed(other, language.base)
    return index.termbase.concepts[concept].languages
      .filter { $0.language.base == language.base }.flatMap(\.terms)
      .contains {
        !$0.status.isAllowed && allowed.contains(LintIndex.key($0.term, language).term)
      }
  }
}
