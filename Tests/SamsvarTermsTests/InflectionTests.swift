import SamsvarModel
import SamsvarTestSupport
import SamsvarText
import Testing

@testable import SamsvarTerms

@Suite("Forms by part of speech")
struct InflectionTests {
  private func inflection() throws -> Inflection {
    Inflection(
      data: try Languages(directory: Paths.file("Sources/SamsvarText/Languages")).data(for: .nb))
  }

  @Test(arguments: [
    ("avtalene", "avtale"), ("lagets", "lag"), ("reglene", "regel"), ("nøklene", "nøkkel"),
    ("komiteen", "komité"), ("museet", "museum"), ("lærerne", "lærer"), ("programmet", "program"),
    ("menn", "mann"), ("gata", "gate"),
  ])
  func nouns(form: String, lemma: String) throws {
    #expect(try inflection().isNoun(Array(form.utf8), of: Array(lemma.utf8)))
  }

  @Test(arguments: [
    ("lage", "lag"), ("måle", "mål"), ("jobbe", "jobb"), ("lovende", "lov"), ("rundt", "runde"),
    ("stemte", "stemme"),
  ])
  func whatNounsDoNotInflectLike(form: String, lemma: String) throws {
    #expect(try !inflection().isNoun(Array(form.utf8), of: Array(lemma.utf8)))
  }

  @Test(arguments: [
    ("lager", "lage"), ("stemte", "stemme"), ("jobba", "jobbe"), ("lede", "lede"),
    ("brukes", "bruke"), ("valgt", "velge"),
  ])
  func verbs(form: String, lemma: String) throws {
    #expect(try !inflection().verbForms(Array(form.utf8), of: Array(lemma.utf8)).isEmpty)
  }

  @Test func theImperativeIsNoVerb() throws {
    #expect(try inflection().verbForms(Array("sikt".utf8), of: Array("sikte".utf8)).isEmpty)
  }
}
