public import SamsvarModel
import SamsvarText

/// Looks for faults in a termbase.
public enum TermbaseLint {
  /// What is wrong or doubtful, in the order of the concepts.
  ///
  /// - Complexity: O(n) in the number of terms, times the concepts that share one
  public static func issues(_ termbase: Termbase) -> [TermbaseIssue] {
    let index = LintIndex(termbase)
    var issues = ids(termbase)
    let languages = expected(termbase)
    for number in termbase.concepts.indices {
      let check = ConceptLint(concept: termbase.concepts[number], number: number)
      issues += check.issues(expected: languages)
      issues += RelationLint(index: index, number: number).issues()
    }
    return issues.enumerated().sorted {
      ($0.element.concept, $0.offset) < ($1.element.concept, $1.offset)
    }.map(\.element)
  }

  private static func ids(_ termbase: Termbase) -> [TermbaseIssue] {
    var seen: Set<String> = []
    return termbase.concepts.enumerated().compactMap { number, concept in
      seen.insert(concept.id).inserted
        ? nil
        : TermbaseIssue(
          rule: .duplicateID, concept: number,
          message: "the id \"\(concept.id)\" is used for another concept too")
    }
  }

  /// The languages that more than half of the concepts have.
  ///
  /// Nynorsk falls back to Bokmål, so it is not expected where Bokmål is there.
  private static func expected(_ termbase: Termbase) -> [LanguageTag] {
    var counts: [LanguageTag: Int] = [:]
    for concept in termbase.concepts {
      for language in Set(concept.languages.filter { !$0.terms.isEmpty }.map(\.language.base)) {
        counts[language, default: 0] += 1
      }
    }
    return counts.filter { $0.value * 2 > termbase.concepts.count }.map(\.key)
      .sorted { $0.description < $1.description }
  }
}

/// Faults of a concept by itself.
struct ConceptLint {
  let concept: ConceptEntry
  let number: Int

  func issues(expected: [LanguageTag]) -> [TermbaseIssue] {
    guard concept.languages.contains(where: { !$0.terms.isEmpty }) else {
      return [issue(.emptyConcept, nil, "the concept has no term; add one or take it out")]
    }
    return missing(expected) + concept.languages.flatMap(section) + untranslated()
  }

  private func issue(
    _ rule: TermbaseIssue.Rule, _ language: LanguageTag?, _ message: String
  ) -> TermbaseIssue {
    TermbaseIssue(rule: rule, concept: number, language: language, message: message)
  }

  private func missing(_ expected: [LanguageTag]) -> [TermbaseIssue] {
    expected.filter { concept.terms(in: $0).isEmpty }.map {
      issue(.missingLanguage, $0, "there is no \($0) term, as most concepts have one")
    }
  }

  private func section(_ section: LanguageSection) -> [TermbaseIssue] {
    guard !section.terms.isEmpty else { return [] }
    var issues = section.terms.flatMap { term($0, section.language) }
    issues += repeated(section)
    if !section.terms.contains(where: \.status.isAllowed) {
      let names = section.terms.map { "\"\($0.term)\"" }.joined(separator: ", ")
      issues.append(
        issue(
          .nothingAllowed, section.language,
          "\(section.language) has ruled-out terms alone (\(names)); say what to use in their place"
        ))
    }
    let preferred = section.terms.filter { $0.status == .preferred }
    if preferred.count > 1 {
      let names = preferred.map { "\"\($0.term)\"" }.joined(separator: ", ")
      issues.append(
        issue(
          .severalPreferred, section.language,
          "\(preferred.count) preferred terms (\(names)); prefer one and admit the others"))
    }
    return issues
  }

  /// A term that stands twice, with one status or with contradictory ones.
  private func repeated(_ section: LanguageSection) -> [TermbaseIssue] {
    var first: [String: TermSection] = [:]
    var issues: [TermbaseIssue] = []
    for term in section.terms {
      guard let other = first[term.term] else {
        first[term.term] = term
        continue
      }
      issues.append(
        other.status.isAllowed == term.status.isAllowed
          ? issue(
            .duplicateTerm, section.language, "\"\(term.term)\" stands twice; keep it once")
          : issue(
            .contradiction, section.language,
            "\"\(term.term)\" is \(other.status.rawValue) and \(term.status.rawValue)"))
    }
    return issues
  }

  private func term(_ term: TermSection, _ language: LanguageTag) -> [TermbaseIssue] {
    let text = term.term
    let hasContent = text.unicodeScalars.contains {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    guard hasContent else {
      return [issue(.emptyTerm, language, "\"\(text)\" has no letter and no digit")]
    }
    var issues: [TermbaseIssue] = []
    if TermText.hasStrayBlanks(text) {
      issues.append(
        issue(
          .blanks, language,
          "\"\(text)\" has white space around it, or more than one blank in it"))
    }
    if let reason = TermText.badCharacter(text) {
      issues.append(issue(.characters, language, "\"\(text)\" \(reason)"))
    }
    if TermText.hasNotation(text) {
      issues.append(
        issue(
          .notation, language,
          "\"\(text)\" has brackets, or a slash between words; no text has the term so, list each form "
            + "by itself"))
    }
    return issues
  }

  private func untranslated() -> [TermbaseIssue] {
    guard concept.isDoNotTranslate, concept.languages.count > 1 else { return [] }
    let sets = concept.languages.filter { !$0.terms.isEmpty }.map { section in
      Set(section.terms.filter(\.status.isAllowed).map(\.term))
    }
    guard let first = sets.first else { return [] }
    let common = sets.dropFirst().reduce(first) { $0.intersection($1) }
    return common.isEmpty
      ? [
        issue(
          .untranslatedDiffers, nil,
          "the concept is not to be translated, and its languages have no term in common")
      ] : []
  }
}

/// What a term's letters say.
enum TermText {
  /// Blanks at an end, two in a row, or white space that is no plain or non-breaking blank.
  static func hasStrayBlanks(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    func isBlank(_ scalar: Unicode.Scalar?) -> Bool { scalar?.properties.isWhitespace == true }
    if isBlank(scalars.first) || isBlank(scalars.last) { return true }
    return scalars.indices.dropFirst().contains { index in
      isBlank(scalars[index])
        && (isBlank(scalars[index - 1]) || scalars[index] != " " && scalars[index] != "\u{A0}")
    }
  }

  /// Why a term has a character that no term has; nil where it has none.
  static func badCharacter(_ text: String) -> String? {
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control where !scalar.properties.isWhitespace: return "has a control character"
      case .unassigned, .privateUse, .surrogate: return "has a character that is none"
      default: if scalar == "\u{FFFD}" { return "has a replacement character (broken text)" }
      }
    }
    guard let last = text.last, [",", ";", ":"].contains(last) else { return nil }
    return "ends in \"\(last)\""
  }

  /// `avtale (skriftlig)`, `avtale/kontrakt`: what dictionaries write and texts do not.
  static func hasNotation(_ text: String) -> Bool {
    if text.contains("(") && text.contains(")") || text.contains("[") || text.contains("|") {
      return true
    }
    let letters = text.unicodeScalars.filter { $0.properties.isAlphabetic }
    return text.contains(" / ")
      || text.contains("/") && text.contains(" ")
        && letters.contains { $0.properties.isLowercase }
  }
}
