package import SamsvarAlign
package import SamsvarLexicon
package import SamsvarModel
package import SamsvarTerms
package import SamsvarText

/// Everything the rules look at: analysed once, shared by all.
package struct CheckContext: Sendable {
  package let source: AnalysedDocument
  package let target: AnalysedDocument
  /// What is compared: a translation's beads, or a summary's segments and what they link to.
  package let pairings: [Pairing]
  /// Whether the target is a summary, which may leave things out.
  package let isSummary: Bool
  /// Whether the beads came with the input and are no guess of the aligner's.
  package let hasGivenBeads: Bool
  package let evidence: Evidence
  package let termbase: Termbase
  package let sourceTerms: [TermOccurrence]
  package let targetTerms: [TermOccurrence]
  /// The target's terms with those inside longer ones: what a translation is credited with.
  package let nestedTargetTerms: [TermOccurrence]
  package let lexicon: Lexicon?
  package let sourceLemmatiser: Lemmatiser
  package let targetLemmatiser: Lemmatiser
  package let sourceData: LanguageData
  package let targetData: LanguageData

  package init(
    source: AnalysedDocument, target: AnalysedDocument, pairings: [Pairing], isSummary: Bool,
    hasGivenBeads: Bool = false, evidence: Evidence, termbase: Termbase,
    sourceTerms: [TermOccurrence],
    targetTerms: [TermOccurrence], nestedTargetTerms: [TermOccurrence], lexicon: Lexicon?,
    sourceData: LanguageData, targetData: LanguageData
  ) {
    sourceLemmatiser = Lemmatiser(
      sourceData, vocabulary: lexicon?.vocabulary(source.language) ?? .none)
    targetLemmatiser = Lemmatiser(
      targetData, vocabulary: lexicon?.vocabulary(target.language) ?? .none)
    self.source = source
    self.target = target
    self.pairings = pairings
    self.isSummary = isSummary
    self.hasGivenBeads = hasGivenBeads
    self.evidence = evidence
    self.termbase = termbase
    self.sourceTerms = sourceTerms
    self.targetTerms = targetTerms
    self.nestedTargetTerms = nestedTargetTerms
    self.lexicon = lexicon
    self.sourceData = sourceData
    self.targetData = targetData
  }
}

/// Source segments and target segments that are compared with each other.
package struct Pairing: Hashable, Sendable {
  /// The bead, or the summary segment.
  package var number: Int
  package var source: [Int]
  package var target: [Int]

  package init(number: Int, source: [Int], target: [Int]) {
    self.number = number
    self.source = source
    self.target = target
  }
}

extension CheckContext {
  /// The values of some source segments, with their segment.
  func sourceValues(_ pairing: Pairing) -> [(segment: Int, value: ValueMention)] {
    values(source, pairing.source)
  }

  /// The values of some target segments, with their segment.
  func targetValues(_ pairing: Pairing) -> [(segment: Int, value: ValueMention)] {
    values(target, pairing.target)
  }

  private func values(
    _ document: AnalysedDocument, _ segments: [Int]
  ) -> [(segment: Int, value: ValueMention)] {
    segments.flatMap { segment in
      document.valueRange(segment).map { (segment, document.values[$0]) }
    }
  }

  /// A finding of a rule at places on either side.
  func finding<R: Rule>(
    _ rule: R.Type, _ severity: Severity, in pairing: Pairing, category: FindingCategory? = nil,
    concept: String? = nil, source: FindingSpan? = nil, target: FindingSpan? = nil,
    message: String, reason: String, fix: Fix? = nil, related: [FindingSpan] = []
  ) -> Finding {
    Finding(
      rule: rule.id, category: category ?? rule.category, severity: severity, concept: concept,
      source: source, target: target, message: message, reason: reason, fix: fix,
      bead: pairing.number, related: related, linkedSources: isSummary ? pairing.source : nil)
  }
}
