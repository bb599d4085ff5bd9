import Foundation
import Samsvar
import SamsvarMemory
import SamsvarModel
import SamsvarTestSupport
import SamsvarTranslate
import Testing

/// Text that was translated before, with changes.
@Suite("Repaired matches")
struct RepairTests {
  static let pipeline = Result { try Pipeline.installed() }

  /// The draft of one segment by a memory of one pair.
  static func draft(
    _ old: String, _ translation: String, _ new: String, from source: LanguageTag = .nb,
    to target: LanguageTag = .en, glossary: String = "", minimum: Int = 50
  ) throws -> DraftSegment {
    let pipeline = try pipeline.get()
    let folder = try TemporaryFolder()
    let memory = try TranslationMemory(path: folder.path("one.memory"))
    var lemmas = MemoryLemmas.none
    try memory.add(
      [MemoryUnit(source: old, target: translation, from: source, to: target)], lemmas: &lemmas)
    var options = DraftOptions()
    options.memory = memory
    options.minimumScore = minimum
    if !glossary.isEmpty {
      options.termbase = try TermbaseFile.read(try folder.write(glossary, to: "terms.csv")).termbase
    }
    let path = try folder.write(new + "\n", to: "new.txt")
    let document = try pipeline.read(path, as: source, layout: .lines)
    return try #require(pipeline.draft(document, to: target, options).segments.first)
  }

  @Test(arguments: [
    (
      "Havna er stengt til 4. april.", "The harbour is closed until 4 April.",
      "Havna er stengt til 17. mai.", "The harbour is closed until 17 May."
    ),
    (
      "Kommunen bruker 2,5 mill. kroner på veien.",
      "The council spends NOK 2.5 million on the road.",
      "Kommunen bruker 3,1 mill. kroner på veien.",
      "The council spends NOK 3.1 million on the road."
    ),
    (
      "I alt 1.200 personer deltok i møtet.", "A total of 1,200 people attended the meeting.",
      "I alt 12.400 personer deltok i møtet.", "A total of 12,400 people attended the meeting."
    ),
    (
      "Møtet begynner kl. 18.30 i kantina.", "The meeting starts at 18:30 in the canteen.",
      "Møtet begynner kl. 19.15 i kantina.", "The meeting starts at 19:15 in the canteen."
    ),
    (
      "Prisen steg med 14 prosent i fjor.", "Prices rose by 14 per cent last year.",
      "Prisen steg med 9 prosent i fjor.", "Prices rose by 9 per cent last year."
    ),
    (
      "Det var en økning på 7 prosent i fjor.", "There was a 7 per cent increase last year.",
      "Det var en økning på 8 prosent i fjor.", "There was an 8 per cent increase last year."
    ),
    // The same length of time in another unit.
    (
      "De to båtene lå ved kaia i 14 dager.", "Both boats lay at the quay for a fortnight.",
      "De to båtene lå ved kaia i 21 dager.", "Both boats lay at the quay for 21\u{A0}days."
    ),
    (
      "Loven trer i kraft i 2024.", "The act enters into force in 2024.",
      "Loven trer i kraft i 2026.", "The act enters into force in 2026."
    ),
    (
      "Fire båter lå ved kaia.", "Four boats lay at the quay.",
      "Seks båter lå ved kaia.", "Six boats lay at the quay."
    ),
    (
      "Havna i Bergen er stengt.", "The harbour in Bergen is closed.",
      "Havna i Tromsø er stengt.", "The harbour in Tromsø is closed."
    ),
    (
      "Avtalen gjelder for Norge og Kypros.", "The agreement applies to Norway and Cyprus.",
      "Avtalen gjelder for Norge og Hellas.", "The agreement applies to Norway and Greece."
    ),
    (
      "Rektor Anne Bakke åpnet skolen 4. april.",
      "Head teacher Anne Bakke opened the school on 4 April.",
      "Rektor Ole Vik åpnet skolen 9. juni.", "Head teacher Ole Vik opened the school on 9 June."
    ),
    (
      "Veien er 20 km lang.", "The road is 20 km long.",
      "Veien er 35 km lang.", "The road is 35 km long."
    ),
    ("Er havna stengt.", "Is the harbour closed.", "Er havna stengt?", "Is the harbour closed?"),
  ])
  func valuesAndNamesArePutIn(_ old: String, _ translation: String, _ new: String, _ wanted: String)
    throws
  {
    let draft = try Self.draft(old, translation, new)
    #expect(draft.target == wanted)
    guard case .fuzzy(let score) = draft.origin else {
      Issue.record("not called fuzzy: \(draft.origin)")
      return
    }
    #expect(score < 100 && !draft.hasOpenMarks && draft.isRepaired)
  }

  @Test(arguments: [
    // Something else than a value, name or term.
    (
      "Havna er stengt til 4. april.", "The harbour is closed until 4 April.",
      "Havna er åpen til 4. april."
    ),
    // One and many are different words too.
    ("Det tok 3 dager.", "It took 3 days.", "Det tok 1 dag."),
    // The translation does not say the number, so nothing can be put in.
    (
      "De to båtene lå ved kaia i 14 dager.", "Both boats lay at the quay for some time.",
      "De to båtene lå ved kaia i 21 dager."
    ),
    // The same number twice, of which one has changed.
    ("Av 40 seter står 40 tomme.", "Of 40 seats, 40 are empty.", "Av 40 seter står 30 tomme."),
    // A clause more.
    ("Havna er stengt.", "The harbour is closed.", "Havna er stengt, sier politiet."),
  ])
  func whatIsNotCertainIsLeftAndMarked(_ old: String, _ translation: String, _ new: String) throws {
    let draft = try Self.draft(old, translation, new, minimum: 30)
    #expect(draft.target == translation)
    #expect(draft.marks.contains { $0.kind == .differs }, "\(draft)")
  }

  private static let glossary = """
    id,nb,nn,en
    agreement,avtale,avtale,agreement
    contract,kontrakt,kontrakt,contract
    policy,strategi,strategi,strategy

    """

  @Test(arguments: [
    (
      "Partene undertegnet en avtale i går.", "The parties signed an agreement yesterday.",
      "Partene undertegnet en kontrakt i går.", "The parties signed a contract yesterday."
    ),
    (
      "Avtaler skal følges.", "Agreements are to be followed.",
      "Strategier skal følges.", "Strategies are to be followed."
    ),
  ])
  func termsArePutInByTheTermbase(
    _ old: String, _ translation: String, _ new: String, _ wanted: String
  ) throws {
    let draft = try Self.draft(old, translation, new, glossary: Self.glossary)
    #expect(draft.target == wanted)
    #expect(!draft.hasOpenMarks)
  }

  @Test func termsInAnotherFormAreLeft() throws {
    let draft = try Self.draft(
      "Avtalen gjelder nå.", "The agreement applies now.", "Kontraktene gjelder nå.",
      glossary: Self.glossary)
    #expect(draft.target == "The agreement applies now.")
    #expect(draft.marks.contains { $0.kind == .differs })
  }

  @Test(arguments: [
    ("Bergens havn er stengt.", "Bergen’s harbour is closed.", "Tromsøs", "Tromsø’s"),
    ("Moss’ havn er stengt.", "Moss’s harbour is closed.", "Bergens", "Bergen’s"),
    ("Bergens havn er stengt.", "Bergen’s harbour is closed.", "Moss’", "Moss’"),
    ("Lars Bakkes bok er solgt.", "Lars Bakke’s book is sold.", "Kari Moens", "Kari Moen’s"),
    // What ends in s need not be a genitive.
    ("Lars fikk brevet i går.", "Lars got the letter yesterday.", "Jonas", "Jonas"),
    ("Norges svar kom i går.", "Norway’s answer came yesterday.", "Hellas’", "Greece’s"),
  ])
  func genitivesArePutIn(
    _ old: String, _ translation: String, _ name: String, _ wanted: String
  ) throws {
    let first = old.split(separator: " ").prefix { $0.first?.isUppercase == true }
      .joined(separator: " ")
    let draft = try Self.draft(old, translation, name + old.dropFirst(first.count))
    let place = translation.split(separator: " ").prefix { $0.first?.isUppercase == true }
      .joined(separator: " ")
    #expect(draft.target == wanted + translation.dropFirst(place.count))
    #expect(!draft.hasOpenMarks && draft.isRepaired, "\(draft)")
  }

  /// A word of the language at the beginning of a sentence is no name, though it has a capital.
  @Test(arguments: ["Selskapet", "Kraftselskapet", "Politiet", "Hun"])
  func wordsAreNotPutInForNames(_ word: String) throws {
    let draft = try Self.draft(
      "Equinor vil ikke svare.", "Equinor will not answer.", "\(word) vil ikke svare.")
    #expect(draft.target == "Equinor will not answer." && draft.hasOpenMarks, "\(draft)")
  }

  @Test(arguments: [
    (
      "Avtalen ble hilst velkommen av EU.", "The agreement was welcomed by the EU.", "EU", "Norge",
      "The agreement was welcomed by Norway."
    ),
    (
      "Avtalen ble hilst velkommen av Norge.", "The agreement was welcomed by Norway.", "Norge",
      "FN",
      "The agreement was welcomed by the UN."
    ),
    (
      "Avtalen ble hilst velkommen av EU.", "The agreement was welcomed by the EU.", "EU", "FN",
      "The agreement was welcomed by the UN."
    ),
  ])
  func articlesFollowTheName(
    _ old: String, _ translation: String, _ before: String, _ after: String, _ wanted: String
  ) throws {
    let draft = try Self.draft(old, translation, old.replacing(before, with: after))
    #expect(draft.target == wanted)
  }

  @Test func theSameTextIsExact() throws {
    let draft = try Self.draft("Hei der.", "Hi there.", "Hei der.")
    #expect(draft.origin == .exact && draft.target == "Hi there." && draft.marks.isEmpty)
  }

  @Test func englishToBokmålAndNynorsk() throws {
    let draft = try Self.draft(
      "The port is closed until 4 April.", "Havna er stengt til 4. april.",
      "The port is closed until 17 May.", from: .en, to: .nb)
    #expect(draft.target == "Havna er stengt til 17. mai.")
    let near = try Self.draft(
      "Møtet i Bergen varer i 3 timer.", "Møtet i Bergen varer i 3 timar.",
      "Møtet i Voss varer i 5 timer.", from: .nb, to: .nn)
    #expect(near.target == "Møtet i Voss varer i 5 timar.")
  }
}
