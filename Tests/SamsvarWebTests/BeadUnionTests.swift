import SamsvarMemory
import SamsvarModel
import Testing

@testable import SamsvarWeb

@Suite("Beads of three texts") struct BeadUnionTests {
  @Test func `beads that overlap in the source become one`() {
    let first = Alignment(beads: [
      Bead(source: 0..<1, target: 0..<1, confidence: 0.9),
      Bead(source: 1..<3, target: 1..<2, confidence: 0.5),
      Bead(source: 3..<3, target: 2..<3, confidence: 0.4),
      Bead(source: 3..<4, target: 3..<4, confidence: 0.8),
    ])
    let second = Alignment(beads: [
      Bead(source: 0..<1, target: 0..<2, confidence: 0.7),
      Bead(source: 1..<2, target: 2..<3, confidence: 0.6),
      Bead(source: 2..<3, target: 3..<3, confidence: 0.3),
      Bead(source: 3..<4, target: 3..<4, confidence: 1),
    ])
    let beads = BeadUnion([first, second], counts: [4, 4, 4], standing: []).beads
    #expect(
      beads.map(\.sides) == [
        [0..<1, 0..<1, 0..<2], [1..<3, 1..<2, 2..<3], [0..<0, 2..<3, 0..<0], [3..<4, 3..<4, 3..<4],
      ])
    #expect(beads.map(\.confidence) == [0.7, 0.3, 0.4, 0.8])
  }

  @Test func `a source segment that one alignment leaves out is a bead with the other`() {
    let first = Alignment(beads: [
      Bead(source: 0..<1, target: 0..<0), Bead(source: 1..<2, target: 0..<1),
    ])
    let second = Alignment(beads: [
      Bead(source: 0..<1, target: 0..<1), Bead(source: 1..<2, target: 1..<1),
    ])
    let beads = BeadUnion([first, second], counts: [2, 1, 1], standing: []).beads
    #expect(beads.map(\.sides) == [[0..<1, 0..<0, 0..<1], [1..<2, 0..<1, 0..<0]])
  }
}

@Suite("Termbases written back") struct TermbaseTableTests {
  @Test func `what the file holds stays, what was added is added`() throws {
    let old = Termbase(concepts: [
      ConceptEntry(
        id: "a", note: "se «b», og c",
        languages: [LanguageSection(language: .nb, terms: [TermSection("avtale")])])
    ])
    let own = Termbase(concepts: [
      ConceptEntry(
        id: "a",
        languages: [
          LanguageSection(language: .nb, terms: [TermSection("avtale")]),
          LanguageSection(language: .en, terms: [TermSection("deal", status: .admitted)]),
        ]),
      ConceptEntry(id: "b", languages: [LanguageSection(language: .en, terms: [TermSection("x")])]),
    ])
    let table = TermbaseTable(TermbaseMerge(old, with: own).termbase).text
    #expect(
      table == """
        id,nb,en,en_admitted,note
        a,avtale,,deal,"se «b», og c"
        b,,x,,

        """)
  }
}
