import SamsvarModel
import SamsvarTerms
import Testing

@Suite("Faults of termbases")
struct TermbaseLintTests {
  /// A concept from `nb=regjering|kabinett!forbidden en=government`.
  private func concept(_ id: String, _ text: String) -> ConceptEntry {
    var concept = ConceptEntry(id: id)
    for part in text.split(separator: "&") {
      let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard let language = LanguageTag(sides[0]) else { continue }
      let terms = sides[1].split(separator: "|").map { term -> TermSection in
        let parts = term.split(separator: "!").map(String.init)
        return TermSection(
          parts[0],
          status: parts.dropFirst().first.flatMap { TermStatus(rawValue: $0) } ?? .preferred)
      }
      concept.add(terms, in: language)
    }
    return concept
  }

  private func rules(_ concepts: [String]) -> [TermbaseIssue.Rule] {
    let termbase = Termbase(
      concepts: concepts.enumerated().map { concept(String($0), $1) })
    return TermbaseLint.issues(termbase).map(\.rule)
  }

  @Test(
    arguments: [
      (["nb=regjering&en=government"], []),
      (["nb=avtale&en=deal", "nb=valg&en=poll", "en=regime"], [.missingLanguage]),
      (["nb=regjering|regjering!admitted&en=government"], [.duplicateTerm]),
      (["nb=regjering|regjering!forbidden&en=government"], [.contradiction]),
      (["nb=avtale&en=deal!forbidden"], [.nothingAllowed]),
      (["nb=avtale|kontrakt&en=contract"], [.severalPreferred]),
      (["nb= avtale&en=contract"], [.blanks]), (["nb=god  avtale&en=deal"], [.blanks]),
      (["nb=avtale\u{FFFD}&en=deal"], [.characters]), (["nb=avtale,&en=deal"], [.characters]),
      (["nb=avtale (skriftlig)&en=contract"], [.notation]),
      (["nb=avtale / kontrakt&en=contract"], [.notation]), (["nb=og/eller&en=and/or"], []),
      (["nb=--&en=contract"], [.emptyTerm]),
      (["nb=rett&en=court", "nb=rett&en=dish"], [.homograph]),
      (["nb=valg&en=election|poll!admitted", "nb=valg&en=poll"], [.duplicateConcept]),
      (["nb=US&en=US", "nb=us&en=louse"], []),
      (
        ["nb=valg&en=election|choice!forbidden", "nb=valg&en=choice|option!admitted"],
        [.homograph, .forbiddenElsewhereAllowed]
      ),
      (
        ["nb=valg&en=election|choice!forbidden", "nb=valg&en=choice|election!forbidden"],
        [.homograph, .circle, .circle]
      ),
      (["nb=regjering&en=government|regime!forbidden", "nb=regime&en=regime"], [.falseFriend]),
    ] as [([String], [TermbaseIssue.Rule])])
  func faults(concepts: [String], expected: [TermbaseIssue.Rule]) {
    #expect(rules(concepts) == expected)
  }

  @Test func conceptsWithoutTermsAndIDsUsedTwice() {
    let termbase = Termbase(concepts: [concept("a", "nb=x&en=y"), ConceptEntry(id: "a")])
    #expect(
      Set(TermbaseLint.issues(termbase).map(\.rule)) == [.duplicateID, .emptyConcept])
  }

  @Test func whatIsNotTranslatedMustBeEqual() {
    var entry = concept("a", "nb=Stortinget&en=the Storting")
    entry.isDoNotTranslate = true
    #expect(
      TermbaseLint.issues(Termbase(concepts: [entry])).map(\.rule) == [.untranslatedDiffers])
    entry.languages[1].terms.append(TermSection("Stortinget", status: .admitted))
    #expect(TermbaseLint.issues(Termbase(concepts: [entry])).isEmpty)
  }

  @Test func nynorskFallsBackToBokmål() {
    #expect(rules(["nb=a1&nn=a1&en=b1", "nb=c1&nn=c1&en=d1", "nb=e1&en=f1"]).isEmpty)
  }
}

@Suite("Comparing and merging termbases")
struct TermbaseMergeTests {
  private func concept(_ id: String, _ nb: [String], _ en: [(String, TermStatus)]) -> ConceptEntry {
    ConceptEntry(
      id: id,
      languages: [
        LanguageSection(language: .nb, terms: nb.map { TermSection($0) }),
        LanguageSection(language: .en, terms: en.map { TermSection($0.0, status: $0.1) }),
      ])
  }

  private var base: Termbase {
    Termbase(concepts: [
      concept("gov", ["regjering"], [("government", .preferred), ("cabinet", .admitted)]),
      concept("deal", ["avtale"], [("agreement", .preferred)]),
      concept("vote", ["valg"], [("election", .preferred)]),
    ])
  }

  @Test func equalTermbasesDoNotDiffer() {
    #expect(TermbaseDifference.changes(base, base).isEmpty)
  }

  @Test func changesAreSaidOneByOne() {
    var other = base
    other.concepts[0].languages[1].terms[1].status = .forbidden
    other.concepts[0].definition = "d"
    other.concepts.remove(at: 1)
    other.concepts.append(concept("new", ["ny"], [("new", .preferred)]))
    #expect(
      TermbaseDifference.changes(base, other).map(\.description) == [
        "~ gov: en \"cabinet\": admitted → forbidden", "+ gov: definition: d",
        "- deal: concept removed (nb avtale, en agreement)", "+ new: concept added (nb ny, en new)",
      ])
  }

  @Test func oneSidesChangesAreTaken() {
    var theirs = base
    theirs.concepts[0].languages[1].terms[1].status = .forbidden
    theirs.concepts[1].add([TermSection("deal", status: .admitted)], in: .en)
    theirs.concepts.remove(at: 2)
    for (ours, other) in [(base, theirs), (theirs, base)] {
      let merged = TermbaseMerge.merge(base: base, ours: ours, theirs: other)
      #expect(merged.conflicts.isEmpty)
      #expect(TermbaseDifference.changes(merged.termbase, theirs).isEmpty)
    }
  }

  @Test func changesOfBothGoTogether() {
    var ours = base
    var theirs = base
    ours.concepts[1].definition = "what two sides agree on"
    ours.concepts[1].languages[0].terms[0].gender = .masculine
    theirs.concepts[1].add([TermSection("contract", status: .forbidden)], in: .en)
    let merged = TermbaseMerge.merge(base: base, ours: ours, theirs: theirs)
    #expect(merged.conflicts.isEmpty)
    let deal = merged.termbase.concepts[1]
    #expect(deal.definition == "what two sides agree on")
    #expect(deal.languages[0].terms[0].gender == .masculine)
    #expect(deal.terms(in: .en).map(\.status) == [.preferred, .forbidden])
  }

  @Test func conflictsKeepOursAndAreShown() {
    var ours = base
    var theirs = base
    ours.concepts[0].languages[1].terms[1].status = .forbidden
    theirs.concepts[0].languages[1].terms[1].status = .deprecated
    theirs.concepts.remove(at: 2)
    ours.concepts[2].definition = "d"
    let merged = TermbaseMerge.merge(base: base, ours: ours, theirs: theirs)
    #expect(
      merged.conflicts.map(\.description) == [
        "gov: en \"cabinet\": base admitted, ours forbidden, theirs deprecated",
        "vote: concept: base nb valg, en election, ours nb valg, en election, theirs (nothing)",
      ])
    #expect(merged.termbase == ours)
  }

  @Test func mergingIsSymmetricWhereNothingConflicts() {
    var ours = base
    var theirs = base
    ours.concepts.append(concept("a", ["a"], [("a", .preferred)]))
    theirs.concepts[0].note = "n"
    let one = TermbaseMerge.merge(base: base, ours: ours, theirs: theirs).termbase
    let other = TermbaseMerge.merge(base: base, ours: theirs, theirs: ours).termbase
    #expect(TermbaseDifference.changes(one, other).isEmpty)
  }
}
