import Foundation
import Samsvar
import SamsvarModel
import SamsvarTestSupport
import SamsvarTranslate
import Testing

/// A hundred ways in which an engine misses the termbase: each is mended or reported.
@Suite("Terms in drafts")
struct TermDraftTests {
  /// A concept with the words an engine may choose.
  private struct Concept {
    var nb: String
    var definite: String
    var plural: String
    var wanted: String
    var wantedPlural: String
    var forbidden: String
    var forbiddenPlural: String
    var unlisted: String
  }

  private static let concepts = """
    avtale avtalen avtaler agreement agreements pact pacts arrangement
    regjering regjeringen regjeringer government governments regime regimes leadership
    lov loven lover act acts statute statutes rulebook
    kommune kommunen kommuner municipality municipalities commune communes borough
    søknad søknaden søknader application applications petition petitions form
    vedtak vedtaket vedtak decision decisions ruling rulings step
    tilskudd tilskuddet tilskudd grant grants handout handouts money
    departement departementet departementer ministry ministries department departments office
    forskrift forskriften forskrifter regulation regulations bylaw bylaws text
    høring høringen høringer consultation consultations hearing hearings meeting
    """.split(separator: "\n").map { line in
      let words = line.split(separator: " ").map(String.init)
      return Concept(
        nb: words[0], definite: words[1], plural: words[2], wanted: words[3],
        wantedPlural: words[4],
        forbidden: words[5], forbiddenPlural: words[6], unlisted: words[7])
    }

  /// What the source says and what the engine made of it.
  private static func cases(_ c: Concept) -> [(source: String, answer: String)] {
    let definite = c.definite.prefix(1).uppercased() + c.definite.dropFirst()
    let capital = c.forbidden.prefix(1).uppercased() + c.forbidden.dropFirst()
    let capitals = c.forbiddenPlural.prefix(1).uppercased() + c.forbiddenPlural.dropFirst()
    let plural = c.plural.prefix(1).uppercased() + c.plural.dropFirst()
    return [
      ("Partiet støtter \(c.definite).", "The party supports the \(c.forbidden)."),
      ("\(definite) er omtalt i avisen.", "The \(c.forbidden) is mentioned in the paper."),
      ("\(plural) er omtalt i avisen.", "\(capitals) are mentioned in the paper."),
      ("Partiet vil ha flere \(c.plural).", "The party wants more \(c.forbiddenPlural)."),
      ("Dette er en ny \(c.nb).", "This is a \(c.forbidden)."),
      ("Partiet støtter \(c.definite).", "The party supports the \(c.unlisted)."),
      ("Partiet støtter \(c.definite).", "The party supports it."),
      ("\(definite) er omtalt i avisen.", "\(capital) is mentioned in the paper."),
      (
        "\(definite) i går var en annen \(c.nb) enn i dag.",
        "Yesterday’s \(c.forbidden) was another \(c.forbidden) than today’s."
      ),
      ("Partiet støtter \(c.definite).", "The party supports the \(c.forbidden.uppercased())."),
    ]
  }

  @Test func everyViolationIsMendedOrReported() throws {
    let pipeline = try Pipeline.installed()
    let folder = try TemporaryFolder()
    let table =
      "id,nb,en,en_forbidden\n"
      + Self.concepts.map { "\($0.wanted),\($0.nb),\($0.wanted),\($0.forbidden)\n" }.joined()
    let termbase = try TermbaseFile.read(try folder.write(table, to: "terms.csv")).termbase
    var count = 0
    var mended = 0
    for concept in Self.concepts {
      for (source, answer) in Self.cases(concept) {
        count += 1
        var options = DraftOptions()
        options.termbase = termbase
        options.engine = FixedEngine { _ in answer }
        let document = try pipeline.read(
          try folder.write(source + "\n", to: "a.nb.txt"), as: .nb, layout: .lines)
        let draft = try pipeline.draft(document, to: .en, options)
        let text = draft.segments[0].target
        let words = text.lowercased().split { !$0.isLetter }.map(String.init)
        let isMended =
          !words.contains(concept.forbidden) && !words.contains(concept.forbiddenPlural)
          && (words.contains(concept.wanted) || words.contains(concept.wantedPlural))
        if isMended {
          mended += 1
          continue
        }
        let findings = try pipeline.check(
          try pipeline.analysis(of: draft), termbase: termbase, categories: [.term])
        #expect(!findings.isEmpty, "\(source) | \(answer) | \(text)")
      }
    }
    #expect(count == 100)
    #expect(mended >= 60, "\(mended)")
  }

  @Test(arguments: [
    ("Treaties", "treaty", "agreement", "Agreements"), ("treaty", "treaty", "pact", "pact"),
    ("treaty’s", "treaty", "accord", "accord’s"), ("cities", "city", "box", "boxes"),
  ])
  func englishFormsAreCarriedOver(
    _ written: String, _ old: String, _ new: String, _ wanted: String
  ) throws {
    let data = try Languages.installed().data(for: .en)
    #expect(TermInflection(data).transferred(written, of: old, to: new) == wanted)
  }

  @Test(arguments: [
    ("wives", "wife", "friend"), ("men", "man", "person"), ("treaties", "treaty", "man"),
    ("treaties", "treaty", "basis"), ("treatying", "treaty", "pact"),
  ])
  func doubtfulFormsAreNot(_ written: String, _ old: String, _ new: String) throws {
    let data = try Languages.installed().data(for: .en)
    #expect(TermInflection(data).transferred(written, of: old, to: new) == nil)
  }

  @Test(arguments: [
    ("fredsavtalen", "fredsavtale", "klimaavtale", "klimaavtalen"),
    ("søknadene", "søknad", "bevilling", "bevillingene"),
  ])
  func bokmålFormsAreCarriedOver(
    _ written: String, _ old: String, _ new: String, _ wanted: String
  ) throws {
    let data = try Languages.installed().data(for: .nb)
    #expect(TermInflection(data).transferred(written, of: old, to: new) == wanted)
  }

  @Test func genderThatIsNotKnownIsNotGuessed() throws {
    let data = try Languages.installed().data(for: .nb)
    #expect(TermInflection(data).transferred("avtalen", of: "avtale", to: "dokument") == nil)
  }
}
