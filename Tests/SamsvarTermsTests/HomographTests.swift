import SamsvarDataFiles
import SamsvarModel
import SamsvarTerms
import SamsvarTestSupport
import SamsvarText
import Testing

@Suite("Homographs, compounds and coordinations")
struct HomographTests {
  static let languages = Languages(directory: Paths.file("Sources/SamsvarText/Languages"))

  /// Words in common use with what they are.
  static let vocabulary: [String: PartsOfSpeech] = [
    "leder": .noun, "lede": .verb, "bruker": .noun, "bruke": .verb, "møte": [.noun, .verb],
    "stemme": [.noun, .verb], "lag": .noun, "lage": .verb, "rett": [.noun, .adjective, .adverb],
    "dom": .noun, "dommer": .noun, "folk": .noun, "valg": .noun, "mål": .noun, "bil": .noun,
    "arbeid": .noun, "opphold": .noun, "tillatelse": .noun, "president": .noun, "topp": .noun,
    "vold": .noun, "hjem": .noun, "gjeng": .noun, "kvote": .noun, "blokk": .noun,
    "offentlig": .adjective, "privat": .adjective, "anskaffelse": .noun, "ut": .adverb,
    "gå": .verb, "komme": .verb, "kjøpe": .verb,
  ]

  /// Expressions with their translations.
  static let glosses: [String: (PartsOfSpeech, [String])] = [
    "stemme": (.verb, ["vote"]), "møte": (.verb, ["meet"]),
    "på lang sikt": (.other, ["in the long term"]), "utvalg": (.noun, ["committee"]),
    "presidentvalg": (.noun, ["presidential election"]),
  ]

  private static let terms: [(id: String, nb: String, en: String)] = [
    ("leader", "leder", "leader"), ("user", "bruker", "user"), ("meeting", "møte", "meeting"),
    ("vote", "stemme", "vote"), ("team", "lag", "team"), ("court", "rett", "court"),
    ("judgment", "dom", "judgment"), ("judge", "dommer", "judge"),
    ("election", "valg", "election"), ("charge", "sikt", "charge"),
    ("residence", "oppholdstillatelse", "residence permit"), ("violence", "vold", "violence"),
    ("quota", "kvote", "quota"), ("block", "blokk", "block"),
    ("procurement", "offentlig anskaffelse", "public procurement"),
  ]

  private func find(_ text: String) throws -> [String] {
    let data = try Self.languages.data(for: .nb)
    let vocabulary = Vocabulary { Self.vocabulary[String(decoding: $0, as: UTF8.self)] ?? [] }
    let glosses = Glosses(
      phraseBeginnings: [Array("på".utf8), Array("på lang".utf8)],
      foreign: { $0.elementsEqual("vote".utf8) ? [.noun, .verb] : .noun },
      { word in
        Self.glosses[String(decoding: word, as: UTF8.self)].map { parts, translations in
          [Glosses.Gloss(parts: parts, translations: translations.map { Array($0.utf8) })]
        } ?? []
      })
    let termbase = Termbase(
      concepts: Self.terms.map { term in
        ConceptEntry(
          id: term.id,
          languages: [
            LanguageSection(language: .nb, terms: [TermSection(term.nb)]),
            LanguageSection(language: .en, terms: [TermSection(term.en)]),
          ])
      })
    let document = Analyser(data, vocabulary: vocabulary).analyse(Array(text.utf8), name: "t")
    let index = TermIndex(
      termbase, language: .nb, data: data, vocabulary: vocabulary, glosses: glosses)
    return TermMatcher(index).occurrences(in: document).map {
      "\(termbase.concepts[$0.concept].id):\(document.document.string(in: $0.range))"
    }
  }

  @Test(arguments: [
    ("Han er en god leder.", ["leader:leder"]), ("Hun leder møtet.", ["meeting:møtet"]),
    ("De vil møte folk.", []), ("De skal på et møte.", ["meeting:møte"]),
    ("En ny bruker kom.", ["user:bruker"]), ("De bruker bilen.", []),
    ("Han har laget mål.", []), ("Det beste laget kom.", ["team:laget"]),
    ("De skal stemme.", ["vote:stemme"]), ("De gikk rett forbi.", []),
    ("Han møtte i retten.", ["court:retten"]),
  ])
  func partOfSpeechByContext(text: String, expected: [String]) throws {
    #expect(try find(text) == expected)
  }

  @Test(arguments: [
    ("En dommer kom.", ["judge:dommer"]), ("Mange dommer kom.", ["judgment:dommer"]),
  ])
  func dictionaryFormBeforePlural(text: String, expected: [String]) throws {
    #expect(try find(text) == expected)
  }

  @Test func expressionsWithAnotherSense() throws {
    #expect(try find("Det er dyrt på lang sikt.") == [])
    #expect(try find("Utvalget kom.") == [])
    #expect(try find("Presidentvalget kom.") == ["election:valget"])
  }

  @Test(arguments: [
    ("Oppholds- og arbeidstillatelse.", ["residence:Oppholds- og arbeidstillatelse"]),
    ("Offentlige og private anskaffelser.", ["procurement:Offentlige og private anskaffelser"]),
  ])
  func coordinations(text: String, expected: [String]) throws {
    #expect(try find(text) == expected)
  }

  @Test func threeConsonantsAreWrittenAsTwo() throws {
    #expect(try find("Blokkvoten er brukt.") == ["block:Blokk", "quota:voten"])
  }

  @Test func sharedTermGoesToTheConceptTheDocumentNames() throws {
    let data = try Self.languages.data(for: .nb)
    let termbase = Termbase(concepts: [
      ConceptEntry(
        id: "package", languages: [LanguageSection(language: .nb, terms: [TermSection("pakke")])]),
      ConceptEntry(
        id: "packet",
        languages: [
          LanguageSection(
            language: .nb, terms: [TermSection("pakke"), TermSection("nettverkspakke")])
        ]),
    ])
    let index = TermIndex(termbase, language: .nb, data: data, vocabulary: .none)
    func concepts(_ text: String) -> [String] {
      let document = Analyser(data).analyse(Array(text.utf8), name: "t")
      return TermMatcher(index).occurrences(in: document).map { termbase.concepts[$0.concept].id }
    }
    #expect(concepts("En pakke kom.") == ["package"])
    #expect(concepts("En pakke kom. Det var en nettverkspakke.") == ["packet", "packet"])
  }
}
