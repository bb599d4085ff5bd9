import Foundation
import SamsvarFormats
import SamsvarModel
import Testing

@Suite("Glossaries of two languages")
struct GlossaryFormatTests {
  private func read(_ text: String, _ format: TermbaseFormat) throws -> TermbaseInput {
    try TermbaseFile.read(Array(text.utf8), file: "f", .init(format: format))
  }

  private func write(_ format: TermbaseFormat) throws -> String {
    String(decoding: try TermbaseFile.write(TermbaseSamples.full, as: format), as: UTF8.self)
  }

  @Test func utxHasAHeaderCRLFAndNoMark() throws {
    let text = try write(.utx)
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines[0].hasPrefix("#UTX 1.11; nb/en; 1970-01-01T00:00:00Z"))
    #expect(lines[1].hasPrefix("#src\ttgt\tsrc:pos"))
    #expect(lines[2].hasPrefix("regjering\tgovernment\tnoun\tnoun\tapproved"))
    #expect(text.components(separatedBy: "\n").dropLast().allSatisfy { $0.hasSuffix("\r") })
  }

  @Test func utxGroupsByConceptAndReadsStatus() throws {
    let text = """
      #UTX-S 1.11; nb/en; 2020-01-01
      #src\ttgt\tsrc:pos\tterm status\tconcept ID
      regjering\tgovernment\tnoun\tapproved\tg
      regjering\tregime\tnoun\tforbidden\tg
      avtale\tagreement\tnoun\t\t
      """
    let termbase = try read(text, .utx).termbase
    #expect(termbase.concepts.map(\.id) == ["g", "2"])
    #expect(termbase.concepts[0].terms(in: .en).map(\.status) == [.preferred, .forbidden])
    #expect(termbase.concepts[0].terms(in: .nb).map(\.term) == ["regjering"])
    #expect(termbase.concepts[0].terms(in: .nb).first?.partOfSpeech == .noun)
  }

  @Test(arguments: [
    ("#UTX 1.11; nb; x\n#src\ttgt\n", "no two languages"),
    ("#UTX 1.11; nb/en\n", "names the columns"),
    ("#UTX 1.11; nb/en\n#src\ttgt\nx\t\n", "expected a source term"), ("x\ty\n", "first line"),
  ])
  func utxMistakesAreNamed(text: String, part: String) {
    let error = #expect(throws: InputError.self) { try read(text, .utx) }
    #expect(error?.message.contains(part) == true)
  }

  @Test func omegatOffersNoForbiddenTerm() throws {
    let lines = try write(.omegat).components(separatedBy: "\n")
    #expect(lines[0] == "# nb\ten\tcomment")
    #expect(!lines.contains { $0.split(separator: "\t").dropFirst().first == "regime" })
    #expect(lines[1].hasSuffix("[also: kabinett] [deprecated: rule] [forbidden: regime]"))
  }

  @Test func omegatJoinsLinesOfOneConcept() throws {
    let input = try read("regjering\tgovernment\tpolitikk\nregjering\tcabinet\tpolitikk\n", .omegat)
    let concept = try #require(input.termbase.concepts.first)
    #expect(input.termbase.concepts.count == 1 && concept.note == "politikk")
    #expect(concept.terms(in: .en).map(\.status) == [.preferred, .admitted])
    #expect(input.diagnostics.contains { $0.message.contains("--source-lang") })
  }

  @Test func omegatLanguagesAreGiven() throws {
    let options = TermbaseFile.Options(format: .omegat, source: .en, target: .nn)
    let input = try TermbaseFile.read(Array("government\tregjering\n".utf8), file: "f", options)
    #expect(input.termbase.languages == [.en, .nn] && input.diagnostics.isEmpty)
  }

  @Test func languagesThatAreNotThereAreNamed() {
    let error = #expect(throws: InputError.self) {
      try TermbaseFile.write(TermbaseSamples.full, as: .utx, target: LanguageTag("de"))
    }
    #expect(error?.message.contains("no terms in de") == true)
  }
}

@Suite("Termbase tables with attributes")
struct TermbaseColumnTests {
  private func read(_ text: String) throws -> Termbase {
    try TermbaseTableReader.read(Array(text.utf8), file: "t.csv")
  }

  @Test func oneValueHoldsForAllTermsSeveralForEach() throws {
    let concept = try #require(
      try read(
        "nb,nb_admitted,nb_gender,part_of_speech,match,en\n"
          + "møte,samling; stevne,neuter; feminine,noun,not in compounds,meeting\n"
      ).concepts.first)
    #expect(concept.terms(in: .nb).map(\.gender) == [.neuter, .feminine, nil])
    #expect(concept.terms(in: .nb).allSatisfy { $0.partOfSpeech == .noun })
    #expect(concept.terms(in: .en).map(\.hints) == [.notInCompounds])
  }

  @Test(arguments: [
    ("nb,nb_gender\nx,neutral\n", "none of masculine"),
    ("nb,match\nx,nowhere\n", "not in compounds"),
    ("nb,nb_gender\nx,neuter;neuter\n", "2 values for 1 terms"),
    ("nb,nb_sort\nx,y\n", "unknown column"),
  ])
  func mistakesAreNamed(text: String, part: String) {
    let error = #expect(throws: InputError.self) { try read(text) }
    #expect(error?.message.contains(part) == true)
    #expect(error?.position.line != nil)
  }
}

@Suite("Termbases that are only read")
struct ForeignTermbaseTests {
  private func read(_ text: String, _ format: TermbaseFormat) throws -> TermbaseInput {
    try TermbaseFile.read(Array(text.utf8), file: "f", .init(format: format))
  }

  @Test func multitermSaysWhatItLeavesOut() throws {
    let text = """
      <mtf><conceptGrp><concept>7</concept><descripGrp><descrip type="Colour">red</descrip></descripGrp>
      <languageGrp><language type="English"/><termGrp><term>a</term></termGrp></languageGrp>
      </conceptGrp></mtf>
      """
    let input = try read(text, .multiterm)
    #expect(input.termbase.concepts.map(\.id) == ["7"])
    #expect(input.diagnostics.contains { $0.message.contains("\"Colour\"") })
  }

  @Test func multitermMayBeUTF16() throws {
    let text =
      "<?xml version=\"1.0\" encoding=\"UTF-16\"?>"
      + TermbaseSamples.readOnly[0].text
      .components(separatedBy: "?>").dropFirst().joined()
    let bytes = [0xFF, 0xFE] + Array(try #require(text.data(using: .utf16LittleEndian)))
    let input = try TermbaseFile.read(bytes, file: "f.xml")
    #expect(input.format == .multiterm && input.termbase.concepts.count == 1)
  }

  @Test func turtleReadsSkosXLAndDefinitionsInNodes() throws {
    let text = """
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      PREFIX xl: <http://www.w3.org/2008/05/skos-xl#>
      @prefix euvoc: <http://publications.europa.eu/ontology/euvoc#> .
      @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
      @prefix dct: <http://purl.org/dc/terms/> .
      # en merknad
      <https://example.org/1> a skos:Concept ; dct:identifier "id-1" ; dct:subject "skatt"@nb ;
        xl:prefLabel [ a xl:Label ; xl:literalForm "skattemelding"@nb ] , _:b ;
        skos:altLabel 'selv\\u0061ngivelse'@nb ; skos:notation 12 ;
        euvoc:xlDefinition [ rdf:value "opplysninger om skatt"@nb ] ;
        skos:scopeNote "merknad"@nb ; skos:broader (<https://example.org/2> ) .
      _:b xl:literalForm "tax return"@en .
      """
    let concept = try #require(try read(text, .turtle).termbase.concepts.first)
    #expect(concept.id == "id-1" && concept.subject == "skatt")
    #expect(concept.terms(in: .nb).map(\.term) == ["skattemelding", "selvangivelse"])
    #expect(concept.terms(in: .en).map(\.term) == ["tax return"])
    #expect(concept.languages.first?.definition == "opplysninger om skatt")
    #expect(concept.languages.first?.note == "merknad")
  }

  @Test(arguments: [
    ("ex:a ex:b ex:c .", "not declared"), ("<a> <b> \"x .", "not closed"), ("<a> <b> .", "a node"),
    ("<a> <b> <c>", "full stop"), ("<a <b>", "not closed"),
    (String(repeating: "<a> <b> [ ", count: 1) + String(repeating: "<b> [ ", count: 200), "deep"),
  ])
  func turtleMistakesAreNamed(text: String, part: String) {
    let error = #expect(throws: InputError.self) { try read(text, .turtle) }
    #expect(error?.message.contains(part) == true)
    #expect(error?.position.byte != nil)
  }

  @Test func jsonldReadsNestedNodesAndContextsLanguages() throws {
    let text = """
      {"@context": {"@language": "nb", "skos": "http://www.w3.org/2004/02/skos/core#",
       "xl": "http://www.w3.org/2008/05/skos-xl#", "term": "skos:prefLabel",
       "id": "@id", "type": "@type"},
       "id": "https://example.org/a", "type": "skos:Concept", "term": "m\\u00f8te",
       "xl:altLabel": {"xl:literalForm": {"@value": "samling", "@language": "nb"}}}
      """
    let concept = try #require(try read(text, .jsonld).termbase.concepts.first)
    #expect(concept.id == "a")
    #expect(concept.terms(in: .nb).map(\.term) == ["møte", "samling"])
  }

  @Test(arguments: [
    ("{\"@context\": \"https://example.org/c\"}", "not loaded"), ("{\"a\": tru}", "malformed"),
    ("{\"a\": \"\\ud800\"}", "malformed"), ("[1,]", "malformed"), ("{} x", "after the value"),
  ])
  func jsonldMistakesAreNamed(text: String, part: String) {
    let error = #expect(throws: InputError.self) { try read(text, .jsonld) }
    #expect(error?.message.contains(part) == true)
  }
}
