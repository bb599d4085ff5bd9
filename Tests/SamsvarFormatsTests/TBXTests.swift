import Foundation
@testable import SamsvarFormats
import SamsvarModel
import Testing

/// What TBX wants beyond being read again: the constraints of the core schema and of the dialects'
/// Schematron rules, stated here by themselves.
@Suite("TBX")
struct TBXTests {
  private func tree(_ format: TermbaseFormat) throws -> MarkupElement {
    var root: MarkupElement?
    try MarkupStream.read(
      try TermbaseFile.write(TermbaseSamples.full, as: format), file: "f",
      wanted: ["tbx", "martif"], enter: { _ in }, take: { root = $0 })
    return try #require(root)
  }

  private func all(_ element: MarkupElement) -> [MarkupElement] {
    [element] + element.children.flatMap(all)
  }

  static let version3: [TermbaseFormat] = [.tbx, .tbxDCT, .tbxMin, .tbxMinDCT, .tbxCore]

  /// The order of a level's elements, by kind.
  private func isOrdered(_ element: MarkupElement, _ order: [Set<String>]) -> Bool {
    let ranks = element.children.map { child in
      order.firstIndex { $0.contains(child.name) } ?? -1
    }
    return !ranks.contains(-1) && ranks == ranks.sorted()
  }

  @Test(arguments: version3)
  func elementsStandInTheOrderOfTheCoreSchema(format: TermbaseFormat) throws {
    let root = try tree(format)
    #expect(root.namespace == "urn:iso:std:iso:30042:ed-2")
    #expect(
      root.attributes["xml:lang"] == "en" && root.attributes["type"]?.hasPrefix("TBX-") == true)
    #expect(root.children.map(\.name) == ["tbxHeader", "text"])
    let texts: Set<String> = ["descrip", "note", "admin", "subjectField", "definition", "context"]
    let terms: Set<String> = [
      "termNote", "administrativeStatus", "partOfSpeech", "grammaticalGender", "termType",
    ]
    for element in all(root) {
      switch element.name {
      case "conceptEntry": #expect(isOrdered(element, [texts, ["langSec"]]))
      case "langSec":
        #expect(isOrdered(element, [texts, ["termSec"]]))
        #expect(element.language != nil && element.first("termSec") != nil)
      case "termSec": #expect(isOrdered(element, [["term"], terms, texts]))
      default: break
      }
    }
  }

  @Test func eachLanguageHasOneSection() throws {
    for concept in all(try tree(.tbx)) where concept.name == "conceptEntry" {
      let languages = concept.children.compactMap(\.language)
      #expect(Set(languages).count == languages.count)
    }
  }

  @Test(arguments: [
    (TermbaseFormat.tbx, ["subjectField", "definition", "context"]),
    (.tbxMin, ["subjectField"]), (.tbxCore, []),
  ])
  func dataCategoriesAreThoseOfTheDialect(format: TermbaseFormat, texts: [String]) throws {
    let notes =
      format == .tbxCore
      ? []
      : ["administrativeStatus", "partOfSpeech"]
        + (format == .tbx ? ["grammaticalGender", "termType"] : [])
    for element in all(try tree(format)) {
      #expect(element.namespace == "urn:iso:std:iso:30042:ed-2")
      if element.name == "descrip" { #expect(texts.contains(element.attributes["type"] ?? "")) }
      if element.name == "termNote" { #expect(notes.contains(element.attributes["type"] ?? "")) }
    }
  }

  @Test(arguments: [TermbaseFormat.tbxDCT, .tbxMinDCT])
  func inDCTNoTypeStandsInTheBody(format: TermbaseFormat) throws {
    let root = try tree(format)
    #expect(root.attributes["style"] == "dct")
    for element in all(root).dropFirst() {
      #expect(element.attributes["type"] == nil)
      if element.namespace != root.namespace {
        let module = TBXVocabulary.prefix(element.name) == "min" ? "min" : "basic"
        #expect(element.namespace == "http://www.tbxinfo.net/ns/\(module)")
      }
    }
  }

  @Test func pickListsAreExact() throws {
    let values: [String: Set<String>] = [
      "administrativeStatus": [
        "preferredTerm-admn-sts", "admittedTerm-admn-sts", "deprecatedTerm-admn-sts",
        "supersededTerm-admn-sts",
      ],
      "partOfSpeech": ["noun", "verb", "adjective", "adverb", "other"],
      "grammaticalGender": ["masculine", "feminine", "neuter", "other"],
      "termType": ["fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase"],
    ]
    var seen: Set<String> = []
    for element in all(try tree(.tbx)) where element.name == "termNote" {
      let type = try #require(element.attributes["type"])
      #expect(values[type]?.contains(element.text) == true)
      seen.insert(element.text)
    }
    #expect(seen.isSuperset(of: try #require(values["administrativeStatus"])))
  }

  @Test func forbiddenIsDeprecatedAndDeprecatedIsSuperseded() {
    #expect(TBXVocabulary.text(.forbidden) == "deprecatedTerm-admn-sts")
    #expect(TBXVocabulary.text(.deprecated) == "supersededTerm-admn-sts")
    for status in TermStatus.allCases {
      #expect(TBXVocabulary.status(TBXVocabulary.text(status)) == status)
    }
  }

  @Test(arguments: [("1", "c1"), ("a b", "a_b"), ("æ-1", "æ-1"), ("", "c"), ("a:b", "a_b")])
  func idsAreWhatXMLAllows(id: String, written: String) {
    var identifiers = MarkupIdentifiers()
    #expect(identifiers.identifier(id) == written)
    #expect(identifiers.identifier(id) == written + "-2")
  }

  @Test(arguments: [false, true])
  func version2StandsInTigOrNtig(isNested: Bool) throws {
    let root = try tree(isNested ? .tbx2Ntig : .tbx2)
    #expect(root.name == "martif" && root.attributes["type"] == "TBX-Basic")
    for section in all(root) where section.name == "langSet" {
      let terms = section.children.filter { $0.name == (isNested ? "ntig" : "tig") }
      #expect(!terms.isEmpty)
      for term in terms {
        #expect(term.children.first?.name == (isNested ? "termGrp" : "term"))
      }
    }
  }

  @Test func aDoctypeIsIgnoredAndEntitiesAreRefused() throws {
    func file(_ subset: String, _ term: String) -> [UInt8] {
      Array(
        """
        <?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd" [\(subset)]>
        <martif type="TBX" xml:lang="en"><text><body><termEntry id="c1"><langSet xml:lang="no">
        <tig><term>\(term)</term></tig></langSet></termEntry></body></text></martif>
        """.utf8)
    }
    let termbase = try TermbaseFile.read(file("", "avtale"), file: "f").termbase
    #expect(termbase.concepts.first?.terms(in: .nb).map(\.term) == ["avtale"])
    let entities = "<!ENTITY x SYSTEM \"file:///etc/passwd\">"
    #expect(throws: InputError.self) { try TermbaseFile.read(file(entities, "&x;"), file: "f") }
  }

  @Test(arguments: [
    (
      "<tbx><text><body><conceptEntry id=\"a\"><langSec><termSec><term>x</term></termSec></langSec></conceptEntry></body></text></tbx>",
      "needs a language"
    ),
    (
      "<tbx><text><body><conceptEntry id=\"a\"><langSec xml:lang=\"nb\"><termSec/></langSec></conceptEntry></body></text></tbx>",
      "has no <term>"
    ),
    ("<tbx><text><body><langSec xml:lang=\"nb\"/></body></text></tbx>", "outside a concept"),
    ("<html/>", "holds no TBX"),
  ])
  func mistakesAreNamed(text: String, part: String) {
    let error = #expect(throws: InputError.self) {
      try TermbaseFile.read(Array(text.utf8), file: "f", .init(format: .tbx))
    }
    #expect(error?.message.contains(part) == true)
  }
}
