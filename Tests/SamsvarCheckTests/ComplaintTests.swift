import Samsvar
import SamsvarModel
import SamsvarTestSupport
import Testing

/// What users of term checkers complain about; each complaint is a test.
///
///  1  an inflected target is not recognised               inflectedTarget, inflectedAdjective
///  2  an inflected source is not found, so not checked    inflectedSource, homographInContext
///  3  several terms for one source, each demanded         synonyms, oneSynonymOfMany
///  4  a short term inside a longer one is flagged         nestedTerm, shortTermInALongName
///  5  entries that share a word are shown                 sharedWord
///  6  a hyphen as a word boundary; punctuation            hyphen, hyphenatedName, punctuation
///  7  a substring as a match                              substring
///  8  WHO and who; terms that share a beginning           letterCase, sharedBeginning
///  9  an entry without a target is demanded               emptyTarget
/// 10  thousands separators; digits as text                grouping, decimalIsNoGroup
/// 11  e.g. as grams                                       exempliGratia
/// 12  inconsistency without cause or without places       inconsistency, equalStrings,
/// differentContexts; stale
///                                                         findings: RunCommandTests.aChangedTermbaseChecksAgain
/// 13  the wrong plural form                               number
/// 14  no way to accept a finding for good                 acceptedInline, baseline,
/// wordsOfTheProject; kept in reports:
///                                                         ReportTests.acceptedFindingsStayInSARIF, newAndKnown
/// 15  uninflected fixes, wrong offsets, no source         placesAndFix, fixKeepsTheCapital
/// Missed by others: a term of several words, with punctuation (severalWords), in a compound
/// (longCompound), a second occurrence (secondOccurrence), in another case (capitals), a wrong
/// target that holds the right one's letters (lettersOfTheRightOne), number words and order
/// (numberWordsAndOrder), forbidden and deprecated terms (statusOfTerms), terms not to be
/// translated (keptTerms).
@Suite("Complaints about term checkers")
struct ComplaintTests {
  private static let glossary = """
    id,nb,nn,en,en_admitted,en_forbidden,case_sensitive
    agreement,avtale,avtale,agreement,deal,arrangement,no
    man,mann,mann,man,,bloke,no
    discharge,utskrivning,utskriving,discharge,release; sign-off,dumping,no
    health,helse,helse,health,,,no
    programme,helseprogram,helseprogram,health care programme,,,no
    un,FN,FN,UN,United Nations,,yes
    who,WHO,WHO,WHO,World Health Organization,,yes
    election,valg,val,election,,choice,no
    east,øst,aust,east,,,no
    website,nettsted,nettstad,website,,site,no
    tax_return,skattemelding,skattemelding,tax return,,,no
    procurement,offentlig anskaffelse,offentleg innkjøp,public procurement,,,no
    """

  private func errors(
    _ source: String, _ target: String, sourceLanguage: LanguageTag = .nb
  ) throws -> [String] {
    try Checks.errors(
      source, target, glossary: Self.glossary, sourceLanguage: sourceLanguage)
  }

  /// What has no term in the target, as an error or a note.
  private func missing(_ source: String, _ target: String) throws -> [String] {
    try Checks.findings(source, target, glossary: Self.glossary)
      .filter { $0.rule == "term.missing" }.compactMap { $0.source?.text }
  }

  @Test("1: an inflected target is recognised")
  func inflectedTarget() throws {
    #expect(try errors("De har to avtaler.", "They have two agreements.") == [])
    #expect(try errors("Alle menn kom.", "All the men came.") == [])
  }

  @Test("2: an inflected source is found, and so is checked")
  func inflectedSource() throws {
    #expect(
      try errors("Avtalene gjelder nå.", "They apply now.") == ["term.missing:Avtalene>"])
    #expect(
      try errors("Avtalane gjeld no.", "They apply now.", sourceLanguage: .nn)
        == ["term.missing:Avtalane>"])
  }

  @Test("3: synonyms are not demanded all at once")
  func synonyms() throws {
    #expect(
      try errors("Utskrivningen er i dag.", "The release is today.") == [])
  }

  @Test("4: a short term inside a longer one is not demanded")
  func nestedTerm() throws {
    #expect(
      try errors("Helseprogrammet starter nå.", "The health care programme starts now.") == [])
  }

  @Test("5: an entry that shares one word with the segment is not shown")
  func sharedWord() throws {
    #expect(try errors("Det offentlige betaler.", "The state pays.") == [])
  }

  @Test("6: a hyphen is a boundary in Norwegian, not in English")
  func hyphen() throws {
    #expect(
      try missing("FN-avtalen gjelder.", "The treaty applies.") == ["FN", "avtalen"])
    #expect(try errors("De har en helsedeal.", "They have an add-on.") == [])
  }

  @Test("6: punctuation beside a term does not hide it")
  func punctuation() throws {
    #expect(try errors("(Avtalen)", "(It)") == ["term.missing:Avtalen>"])
  }

  @Test("7: a substring is no match on either side")
  func substring() throws {
    #expect(
      try errors("Nettstedet er nytt.", "The site is new.").contains {
        $0.hasPrefix("term.forbidden:Nettstedet>site")
      })
    #expect(try missing("Solen står opp i øst.", "The sun rises, at least.") == ["øst"])
  }

  @Test("8: an acronym is not a word in lower case")
  func letterCase() throws {
    #expect(try errors("Hvem who er det?", "Who is it?") == [])
    #expect(try errors("WHO advarer.", "It warns.") == ["term.missing:WHO>"])
  }

  @Test("9: an entry without a target is not demanded")
  func emptyTarget() throws {
    let glossary = "id,nb,en\nx,avtale,\ny,valg,election"
    #expect(try Checks.errors("Avtalen gjelder.", "It applies.", glossary: glossary) == [])
  }

  @Test("10: grouping of thousands is no difference, another value is")
  func grouping() throws {
    #expect(try errors("2 000 kom.", "2,000 came.") == [])
    #expect(try errors("Det er 1.234 igjen.", "1.234 are left.").count == 1)
  }

  @Test("11: e.g. is no amount in grams")
  func exempliGratia() throws {
    #expect(try errors("F.eks. er 5 nok.", "E.g. 5 is enough.") == [])
  }

  @Test("12: an inconsistency shows the other places")
  func inconsistency() throws {
    let source = "Avtalen gjelder.\nAvtalen er ny.\nAvtalen er god.\nAvtalen er dårlig."
    let target =
      "The agreement applies.\nThe agreement is new.\nThe agreement is good.\nThe deal is bad."
    let notes = try Checks.findings(source, target, glossary: Self.glossary).filter {
      $0.category == .consistency
    }
    #expect(notes.map { $0.target?.text } == ["deal"])
    #expect(notes.first?.related.map(\.text) == ["agreement", "agreement", "agreement"])
    #expect(notes.first?.severity == .note)
  }

  @Test("12: equal strings in both languages are no inconsistency")
  func equalStrings() throws {
    let text = "Windows\nWindows\nWindows"
    #expect(try Checks.findings(text, text, glossary: Self.glossary) == [])
  }

  @Test("13: singular for plural is the same term")
  func number() throws {
    #expect(try errors("Mange menn kom.", "Many a man came.") == [])
  }

  @Test("14: a finding accepted beside it stays accepted, and is counted")
  func acceptedInline() throws {
    let found = try Checks.findings(
      "Avtalen gjelder.",
      "<!-- samsvar:accept term.missing because the title is fixed -->\nIt applies.",
      glossary: Self.glossary)
    // The finding has no place in the target; the mark on that side does not reach it.
    #expect(found.count == 1)
    let accepted = try Checks.findings(
      "<!-- samsvar:accept term.missing because the title is fixed -->\nAvtalen gjelder.",
      "It applies.", glossary: Self.glossary)
    #expect(accepted.map(\.acceptance) == [Acceptance(.inline, reason: "the title is fixed")])
  }

  @Test("14: a baseline survives moved lines")
  func baseline() throws {
    let first = try Checks.findings("Avtalen gjelder.", "It applies.", glossary: Self.glossary)
    let lines = Baseline.lines(first, document: "a")
    var baseline = try Baseline(Array(lines.utf8), file: "baseline.jsonl")
    var moved = try Checks.findings(
      "Hei.\nAvtalen gjelder.", "Hello.\nIt applies.", glossary: Self.glossary)
    baseline.accept(&moved)
    #expect(moved.map { $0.acceptance?.place } == [.baseline])
    #expect(baseline.unusedCount == 0)
  }

  @Test("15: a finding says where both sides stand, and a fix fits the form it replaces")
  func placesAndFix() throws {
    let found = try Checks.findings(
      "Valget er i dag.", "The choice is today.", glossary: Self.glossary)
    #expect(found.first?.source?.text == "Valget")
    #expect(found.first?.target?.range == 4..<10)
    #expect(found.first?.fix?.replacement == "election")
    let inflected = try Checks.findings(
      "Valgene er i dag.", "The choices are today.", glossary: Self.glossary)
    #expect(inflected.first?.fix == nil)
  }

  @Test("Missed: a term of several words with punctuation after it")
  func severalWords() throws {
    #expect(
      try errors("Offentlige anskaffelser, sier hun.", "Shopping, she says.").contains {
        $0.hasPrefix("term.missing:Offentlige anskaffelser")
      })
  }

  @Test("Missed: a term in a long compound")
  func longCompound() throws {
    let found = try Checks.findings(
      "Skattemeldingsfristen er i dag.", "The deadline is today.", glossary: Self.glossary)
    #expect(found.map { $0.source?.text } == ["Skattemelding"])
  }

  @Test("Missed: a wrong target that holds the letters of the right one")
  func lettersOfTheRightOne() throws {
    let glossary = "id,nb,en\nart,kunst,art"
    #expect(
      try Checks.errors("Kunsten er ny.", "The party is new.", glossary: glossary)
        == ["term.missing:Kunsten>"])
  }

  @Test("1: an adjective in any form is the same term")
  func inflectedAdjective() throws {
    let glossary = "id,nb,en\ninvalid,ugyldig,invalid"
    for form in ["En ugyldig verdi.", "Et ugyldig valg.", "Ugyldige verdier."] {
      #expect(
        try Checks.errors(form, "It is wrong.", glossary: glossary).contains {
          $0.hasPrefix("term.missing:")
        }, "\(form)")
    }
  }

  @Test("2: a form that another word has too is found where the sentence tells them apart")
  func homographInContext() throws {
    let glossary = "id,nb,en\nleader,leder,leader"
    #expect(
      try Checks.errors("Partiets leder er ny.", "The party is new.", glossary: glossary)
        == ["term.missing:leder>"])
    #expect(try Checks.errors("Hun leder møtet.", "She chairs it.", glossary: glossary) == [])
  }

  @Test("3: any one of many synonyms is enough, an admitted one too")
  func oneSynonymOfMany() throws {
    let glossary = "id,nb,en,en_admitted\nd,utskrivning,discharge,release; sign-off; dismissal"
    for word in ["discharge", "release", "sign-off", "dismissal"] {
      #expect(
        try Checks.errors("Utskrivningen er i dag.", "The \(word) is today.", glossary: glossary)
          == [], "\(word)")
    }
  }

  @Test("4: a short term is not demanded inside a long name")
  func shortTermInALongName() throws {
    #expect(
      try errors("Verdens helseorganisasjon advarer.", "The World Health Organization warns.") == []
    )
  }

  @Test("6: a name with a hyphen is found")
  func hyphenatedName() throws {
    let glossary = "id,nb,en\nnorth,Nord-Norge,Northern Norway"
    #expect(
      try Checks.errors("Nord-Norge er vakkert.", "It is beautiful.", glossary: glossary)
        == ["term.missing:Nord-Norge>"])
  }

  @Test("8: terms that share a beginning are told apart")
  func sharedBeginning() throws {
    let glossary = "id,nb,en\na,Nav,Nav\nb,navle,navel"
    #expect(
      try Checks.errors("Navlen er rund.", "The navel is round.", glossary: glossary) == [])
  }

  @Test("10: a decimal is no group of thousands")
  func decimalIsNoGroup() throws {
    #expect(try errors("Det er 2,5 km.", "It is 2.5 km.") == [])
    #expect(try errors("Det er 2,5 km.", "It is 25 km.").count == 1)
  }

  @Test("12: a word with two senses may have two renderings in a text")
  func differentContexts() throws {
    let source = "Banken ble stengt.\nDe gikk langs banken.\nHun eier en bank.\nBanken låner ut."
    let target =
      "The bank was closed.\nThey walked along the shoal.\nShe owns a bank.\nThe bank lends money."
    #expect(
      try Checks.findings(source, target, glossary: Self.glossary).allSatisfy {
        $0.severity == .note
      })
  }

  @Test("14: words of the project are accepted, and counted")
  func wordsOfTheProject() throws {
    let settings = CheckSettings(words: ["valget"])
    let found = try Checks.findings("Valget er i dag.", "It is today.", glossary: Self.glossary)
    let applied = settings.applied(to: found, document: "a")
    #expect(applied.count == found.count && !found.isEmpty)
    #expect(applied.allSatisfy { $0.acceptance?.place == .settings })
  }

  @Test("15: a fix has the capital of what it replaces")
  func fixKeepsTheCapital() throws {
    let found = try Checks.findings("Valg er viktig.", "Choice matters.", glossary: Self.glossary)
    #expect(found.first?.fix?.replacement == "Election")
  }

  @Test("A fix of blanks between thousands turns the decimal comma too")
  func fixKeepsTheFraction() throws {
    let found = try Checks.findings(
      "Prisen er 1 250,50 kroner.", "The price is 1 250,50 kroner.")
    #expect(found.compactMap(\.fix?.replacement) == ["1,250.50"])
  }

  @Test("Missed: the second occurrence of a term that is rendered once")
  func secondOccurrence() throws {
    let found = try errors(
      "Valget i mai ble fulgt av et nytt valg i juni.",
      "The election in May was followed by a new choice in June.")
    #expect(found.contains { $0.hasPrefix("term.forbidden:") && $0.hasSuffix(">choice") })
  }

  @Test("Missed: a term in capitals")
  func capitals() throws {
    #expect(try missing("AVTALEN ER KLAR", "IT IS READY") == ["AVTALEN"])
  }

  @Test("Missed: number words, and numbers in another order")
  func numberWordsAndOrder() throws {
    #expect(try errors("Tolv av de 40 kom.", "Of the 40, 12 came.") == [])
    #expect(try errors("Tolv av de 40 kom.", "Of the 40, 13 came.").count == 1)
  }

  @Test("Missed: forbidden and deprecated terms are told apart")
  func statusOfTerms() throws {
    let glossary =
      "id,nb,en,en_deprecated,en_forbidden\nx,fylkesmann,county governor,prefect,sheriff"
    func severities(_ word: String) throws -> [Severity] {
      try Checks.findings("Fylkesmannen kom.", "The \(word) came.", glossary: glossary)
        .filter { $0.rule.hasPrefix("term.") }.map(\.severity)
    }
    #expect(try severities("sheriff") == [.error])
    #expect(try severities("prefect") == [.warning])
    #expect(try severities("county governor") == [])
  }

  @Test("Missed: a term that is not to be translated")
  func keptTerms() throws {
    let glossary = "id,nb,en,do_not_translate\np,Altinn,,yes"
    #expect(
      try Checks.errors("Logg inn i Altinn.", "Log in to Oldin.", glossary: glossary)
        .contains("term.not-kept:Altinn>"))
    #expect(
      try Checks.errors("Logg inn i Altinn.", "Log in to Altinn.", glossary: glossary) == [])
  }

  @Test("A finding says what the document has for the term, and how often")
  func wordsAndCounts() throws {
    let found = try Checks.findings(
      "Valget er i dag.\nValget var i går.\nValget kommer.\nValget er over.",
      "The election is today.\nThe election was yesterday.\nThe poll is coming.\nIt is over.",
      glossary: Self.glossary)
    let missing = found.filter { $0.rule == "term.missing" }
    #expect(missing.contains { $0.reason.contains("\"election\" 2×") }, "\(missing.map(\.reason))")
  }
}
