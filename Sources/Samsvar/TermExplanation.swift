import SamsvarCheck
public import SamsvarModel
import SamsvarTerms
import SamsvarText

extension Pipeline {
  /// Why a term was or was not reported in a bitext, place by place.
  ///
  /// - Parameter term: A term of the termbase in any language, or a concept's id.
  /// - Throws: `InputError` when a language's data cannot be read.
  public func explanation(
    of term: String, in analysis: BitextAnalysis, termbase: Termbase
  ) throws(InputError) -> String {
    let wanted = term.lowercased()
    let concepts = termbase.concepts.indices.filter { index in
      let concept = termbase.concepts[index]
      return concept.id.lowercased() == wanted
        || concept.languages.contains { $0.terms.contains { $0.term.lowercased() == wanted } }
    }
    guard !concepts.isEmpty else { return "the termbase has no term \"\(term)\"\n" }
    let findings = try check(analysis, termbase: termbase, categories: [.term, .consistency])
    let source = TermMatcher(try termIndex(termbase, analysis.source.language.base))
    let target = TermMatcher(try termIndex(termbase, analysis.target.language.base))
    let sources = source.occurrences(in: analysis.source)
    let targets = target.both(in: analysis.target).nested
    return concepts.map { concept in
      TermExplanation(
        analysis: analysis, termbase: termbase, concept: concept,
        sources: sources.filter { $0.concept == concept || $0.rivals.contains(concept) },
        targets: targets.filter { $0.concept == concept },
        rejections: source.rejections(of: concept, in: analysis.source),
        findings: findings.filter { $0.concept == termbase.concepts[concept].id }
      ).text
    }.joined(separator: "\n")
  }
}

/// What was found out about a concept in a bitext, as text.
struct TermExplanation {
  let analysis: BitextAnalysis
  let termbase: Termbase
  let concept: Int
  let sources: [TermOccurrence]
  let targets: [TermOccurrence]
  let rejections: [TermRejection]
  let findings: [Finding]

  /// The explanation; a line for each place.
  var text: String {
    let entry = termbase.concepts[concept]
    let terms = entry.languages.map { section in
      "\(section.language): "
        + section.terms.map { "\($0.term) (\($0.status.rawValue))" }.joined(separator: ", ")
    }
    let places = analysis.pairings.compactMap(bead)
    return "concept \(entry.id)\n" + terms.map { "  \($0)\n" }.joined()
      + (places.isEmpty ? "does not occur in the source\n" : places.joined())
  }

  private func bead(_ pairing: Pairing) -> String? {
    let own = sources.filter { pairing.source.contains($0.segment) }
    let rejected = rejections.filter { pairing.source.contains($0.segment) }
    guard !own.isEmpty || !rejected.isEmpty else { return nil }
    var text = "bead \(analysis.bitext.id(ofBead: pairing.number))\n"
    for occurrence in own {
      let words = analysis.source.document.string(in: occurrence.range)
      text += "  \"\(words)\" is the term (\(occurrence.form.rawValue))"
      text += occurrence.isUncertain ? ", perhaps in another sense\n" : "\n"
    }
    for rejection in rejected {
      let words = analysis.source.document.string(in: rejection.range)
      text += "  \"\(words)\" is not the term: \(rejection.reason)\n"
    }
    return own.isEmpty ? text : text + outcome(pairing)
  }

  private func outcome(_ pairing: Pairing) -> String {
    let found = findings.filter { $0.bead == pairing.number }
    let reported = found.map {
      "  reported: \($0.severity.rawValue)[\($0.rule)] \($0.message): \($0.reason)\n"
    }
    let rendered = targets.filter { pairing.target.contains($0.segment) }.map { occurrence in
      let words = analysis.target.document.string(in: occurrence.range)
      return "  the target has \"\(words)\" (\(occurrence.term.status.rawValue), "
        + "\(occurrence.form.rawValue))\n"
    }
    guard reported.isEmpty else { return (rendered + reported).joined() }
    return rendered.joined()
      + (rendered.isEmpty
        ? "  not reported: the bead beside it has the term, or the target is empty\n"
        : "  not reported: it is rendered\n")
  }
}
