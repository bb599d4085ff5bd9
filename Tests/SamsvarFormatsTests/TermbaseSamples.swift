import SamsvarFormats
import SamsvarModel

/// Termbases for the tests of every format.
enum TermbaseSamples {
  /// A term with all that can be said of one.
  static func term(
    _ text: String, _ status: TermStatus, part: TermPartOfSpeech? = nil,
    gender: GrammaticalGender? = nil, type: TermType? = nil, hints: MatchHints = [],
    note: String = "", context: String = ""
  ) -> TermSection {
    var term = TermSection(text, status: status)
    term.partOfSpeech = part
    term.gender = gender
    term.type = type
    term.hints = hints
    term.note = note
    term.context = context
    return term
  }

  /// Bokmål, Nynorsk and English, every status and attribute, and what needs escaping.
  static var full: Termbase {
    var government = ConceptEntry(
      id: "government", subject: "politics", definition: "those who govern, & \"rule\" <a state>",
      note: "not the regime")
    government.languages = [
      LanguageSection(
        language: .nb,
        terms: [
          term(
            "regjering", .preferred, part: .noun, gender: .feminine, type: .fullForm,
            hints: [.notInCompounds], context: "Regjeringen gikk av."),
          term("kabinett", .admitted, part: .noun, gender: .neuter, note: "om andre land"),
          term("styre", .deprecated, part: .noun, gender: .neuter),
        ]),
      LanguageSection(language: .nn, terms: [term("regjering", .preferred, part: .noun)]),
      LanguageSection(
        language: .en,
        terms: [
          term("government", .preferred, part: .noun), term("cabinet", .admitted, part: .noun),
          term("rule", .deprecated, part: .noun), term("regime", .forbidden, part: .noun),
        ]),
    ]
    government.languages[0].definition = "de som styrer en stat"
    government.languages[2].note = "lower case"
    let eea = ConceptEntry(
      id: "eea", isCaseSensitive: true,
      languages: [
        LanguageSection(
          language: .nb,
          terms: [term("EØS", .preferred, type: .acronym, hints: [.exactCase, .exactForm])]),
        LanguageSection(language: .en, terms: [term("EEA", .preferred, type: .acronym)]),
      ])
    let storting = ConceptEntry(
      id: "storting", isDoNotTranslate: true,
      languages: [
        LanguageSection(language: .nb, terms: [term("Stortinget", .preferred)]),
        LanguageSection(language: .en, terms: [term("Stortinget", .preferred)]),
      ])
    return Termbase(concepts: [government, eea, storting])
  }

  /// The sample without what a format has no place for.
  static func kept(by format: TermbaseFormat) -> Termbase {
    var termbase = full
    guard format == .tbxMin || format == .tbxMinDCT || format == .tbxCore else { return termbase }
    for concept in termbase.concepts.indices {
      termbase.concepts[concept].definition = ""
      if format == .tbxCore { termbase.concepts[concept].subject = "" }
      for language in termbase.concepts[concept].languages.indices {
        var section = termbase.concepts[concept].languages[language]
        section.definition = ""
        if format == .tbxCore { section.terms.removeAll { !$0.status.isAllowed } }
        for term in section.terms.indices {
          section.terms[term].gender = nil
          section.terms[term].type = nil
          section.terms[term].context = ""
          if format == .tbxCore { section.terms[term].partOfSpeech = nil }
        }
        termbase.concepts[concept].languages[language] = section
      }
    }
    return termbase
  }

  /// Files of the formats that are only read.
  static let readOnly: [(format: TermbaseFormat, text: String)] = [
    (
      .multiterm,
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <mtf><conceptGrp><concept>1</concept>
      <descripGrp><descrip type="Subject">politics</descrip></descripGrp>
      <languageGrp><language type="Norwegian (Nynorsk)" lang="NO-NY"/>
      <termGrp><term>regjering</term></termGrp></languageGrp>
      <languageGrp><language type="Norwegian" lang="NO"/><termGrp><term>regjering</term>
      <descripGrp><descrip type="Status">anbefalt</descrip></descripGrp></termGrp></languageGrp>
      <languageGrp><language type="English" lang="EN"/>
      <termGrp><term>government</term></termGrp>
      <termGrp><term>regime</term><descripGrp><descrip type="Usage">do not use</descrip></descripGrp></termGrp>
      </languageGrp></conceptGrp></mtf>

      """
    ),
    (
      .turtle,
      """
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      @prefix ex: <https://example.org/begrep/> .
      ex:regjering a skos:Concept ;
        skos:prefLabel "regjering"@nb, "regjering"@nn, "government"@en ;
        skos:altLabel "cabinet"@en ;
        skos:hiddenLabel "regime"@en ;
        skos:definition \"\"\"de som styrer
      en stat\"\"\"@nb .

      """
    ),
    (
      .jsonld,
      """
      {"@context": {"skos": "http://www.w3.org/2004/02/skos/core#",
        "prefLabel": {"@id": "skos:prefLabel", "@container": "@language"}},
       "@graph": [{"@id": "https://example.org/begrep/regjering", "@type": "skos:Concept",
        "prefLabel": {"nb": "regjering", "nn": "regjering", "en": "government"},
        "skos:altLabel": [{"@value": "cabinet", "@language": "en"}],
        "skos:hiddenLabel": {"@value": "regime", "@language": "en"}}]}

      """
    ),
  ]
}
