import SamsvarDataFiles
import SamsvarModel
import SamsvarTerms
import SamsvarTestSupport
import SamsvarText
import Testing

@Suite("Finding terms")
struct TermMatcherTests {
  static let languages = Languages(directory: Paths.file("Sources/SamsvarText/Languages"))

  /// A small vocabulary for cutting compounds.
  static let vocabulary: Set<String> = [
    "militær", "avtale", "president", "valg", "topp", "møte", "kreft", "opp", "arbeid",
    "ministeren",
  ]

  private func concept(
    _ id: String, _ terms: [(LanguageTag, String, TermStatus)], caseSensitive: Bool = false
  ) -> ConceptEntry {
    var entry = ConceptEntry(id: id, isCaseSensitive: caseSensitive)
    for (language, term, status) in terms {
      if let index = entry.languages.firstIndex(where: { $0.language == language }) {
        entry.languages[index].terms.append(TermSection(term, status: status))
      } else {
        entry.languages.append(
          LanguageSection(language: language, terms: [TermSection(term, status: status)]))
      }
    }
    return entry
  }

  private var termbase: Termbase {
    Termbase(concepts: [
      concept("agreement", [(.nb, "avtale", .preferred), (.en, "agreement", .preferred)]),
      concept(
        "prime_minister", [(.nb, "statsminister", .preferred), (.en, "prime minister", .preferred)]),
      concept("minister", [(.nb, "minister", .preferred), (.en, "minister", .preferred)]),
      concept("un", [(.nb, "FN", .preferred), (.en, "UN", .preferred)], caseSensitive: true),
      concept("us", [(.en, "US", .preferred)], caseSensitive: true),
      concept("man", [(.nb, "mann", .preferred)]),
      concept("election", [(.nb, "valg", .preferred)]),
      concept("cancer", [(.nb, "kreft", .preferred)]),
    ])
  }

  private func find(_ text: String, _ language: LanguageTag, nested: Bool = false) throws
    -> [String]
  {
    let data = try Self.languages.data(for: language)
    let document = Analyser(data).analyse(Array(text.utf8), name: "t")
    let vocabulary = Vocabulary {
      Self.vocabulary.contains(String(decoding: $0, as: UTF8.self)) ? [.noun] : []
    }
    let matcher = TermMatcher(
      TermIndex(termbase, language: language, data: data, vocabulary: vocabulary))
    let found = matcher.both(in: document)
    return (nested ? found.nested : found.own).map { occurrence in
      let text = document.document.string(in: occurrence.range)
      return "\(termbase.concepts[occurrence.concept].id):\(text):\(occurrence.form.rawValue)"
    }
  }

  @Test(arguments: [
    ("Avtalen gjelder.", ["agreement:Avtalen:inflected"]),
    ("En avtale.", ["agreement:avtale:exact"]),
    ("Alle menn kom.", ["man:menn:inflected"]),
    ("En militæravtale.", ["agreement:avtale:compound-part"]),
    ("Presidentvalget.", ["election:valget:compound-part"]),
    ("De bekrefter det.", []),
    ("FNs råd og FN.", ["un:FNs:inflected", "un:FN:exact"]),
    ("Bare fn her.", []),
  ])
  func norwegian(text: String, expected: [String]) throws {
    #expect(try find(text, .nb) == expected)
  }

  @Test(arguments: [
    (
      "The Prime Minister’s agreements",
      ["prime_minister:Prime Minister’s:inflected", "agreement:agreements:inflected"]
    ),
    ("It helps us in the US", ["us:US:exact"]),
  ])
  func english(text: String, expected: [String]) throws {
    #expect(try find(text, .en) == expected)
  }

  @Test func longestWinsUnlessNestedIsAskedFor() throws {
    #expect(try find("the prime minister", .en) == ["prime_minister:prime minister:exact"])
    #expect(try find("the prime minister", .en, nested: true).contains("minister:minister:exact"))
  }

  @Test func nynorskFallsBackToBokmål() throws {
    #expect(try find("Ei avtale om val.", .nn) == ["agreement:avtale:exact"])
  }
}

@Suite("Match hints")
struct MatchHintTests {
  private func find(_ text: String, _ term: TermSection) throws -> [String] {
    let data = try TermMatcherTests.languages.data(for: .nb)
    let document = Analyser(data).analyse(Array(text.utf8), name: "t")
    let vocabulary = Vocabulary {
      if $0.elementsEqual("stemme".utf8) { return [.noun, .verb] }
      return ["militær", "avtale", "rett", "sak"].contains(String(decoding: $0, as: UTF8.self))
        ? [.noun] : []
    }
    let concept = ConceptEntry(
      id: "c", languages: [LanguageSection(language: .nb, terms: [term])])
    let index = TermIndex(
      Termbase(concepts: [concept]), language: .nb, data: data, vocabulary: vocabulary)
    return TermMatcher(index).occurrences(in: document).map {
      document.document.string(in: $0.range)
    }
  }

  private func term(_ text: String, _ hints: MatchHints) -> TermSection {
    var term = TermSection(text)
    term.hints = hints
    return term
  }

  @Test(arguments: [
    ("En militæravtale og avtalen.", "avtale", MatchHints(), ["avtale", "avtalen"]),
    ("En militæravtale og avtalen.", "avtale", .notInCompounds, ["avtalen"]),
    ("En avtale og avtalen.", "avtale", .exactForm, ["avtale"]),
    ("En militær avtale, den militære avtalen.", "militær avtale", .exactForm, ["militær avtale"]),
    ("Avtalen og en Avtale.", "avtale", .exactCase, ["Avtalen"]),
    ("Hun leste i Avtale og i avtale.", "Avtale", .exactCase, ["Avtale"]),
  ])
  func hintsAreKept(text: String, listed: String, hints: MatchHints, expected: [String]) throws {
    #expect(try find(text, term(listed, hints)) == expected)
  }

  @Test func thePartOfSpeechOfTheTermbaseDecides() throws {
    var verb = TermSection("stemme")
    verb.partOfSpeech = .verb
    var noun = verb
    noun.partOfSpeech = .noun
    #expect(try find("Hun har fått en stemme.", noun) == ["stemme"])
    #expect(try find("Hun har fått en stemme.", verb).isEmpty)
  }
}
