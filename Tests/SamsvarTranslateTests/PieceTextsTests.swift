import Samsvar
import Testing

/// Translations dealt out to the pieces of formatted sentences.
@Suite("Texts of formatted pieces")
struct PieceTextsTests {
  @Test(arguments: [
    (
      ["Havna i ", "Bergen", " er stengt."], "The harbour in Bergen is closed.",
      ["The harbour in ", "Bergen", " is closed."]
    ),
    (["Les ", "NOU 2020: 4", "."], "Read NOU 2020: 4.", ["Read ", "NOU 2020: 4", "."]),
    (
      ["Equinor", " vil ikke svare."], "Equinor will not answer.", ["Equinor", " will not answer."]
    ),
    (
      ["Alle er enige, sier ", "Moen", "."], "Everyone agrees, says Moen.",
      [
        "Everyone agrees, says ", "Moen", ".",
      ]
    ),
    (["En setning."], "A sentence.", ["A sentence."]),
  ])
  func whatStandsInBothKeepsItsPlace(
    _ sources: [String], _ target: String, _ wanted: [String]
  ) {
    let dealt = PieceTexts(target, over: sources)
    #expect(dealt.texts == wanted && dealt.isWhole)
  }

  @Test(arguments: [
    // A word of which nobody knows the place.
    (["Havna er ", "stengt", " til i morgen."], "The harbour is closed until tomorrow."),
    // The same word twice.
    (["Oslo", " er større enn Oslo var."], "Oslo is larger than Oslo was."),
    // Another order.
    (["Bergen", " og så, litt senere, ", "Voss", "."], "First Voss and then Bergen."),
  ])
  func whatIsNotCertainGoesToTheLongest(_ sources: [String], _ target: String) {
    let dealt = PieceTexts(target, over: sources)
    #expect(dealt.texts.joined() == target && !dealt.isWhole)
  }

  /// Nothing is lost and nothing doubled, whatever stands where.
  @Test func allOfTheTranslationIsDealtOut() {
    var generator = SeededRandom(seed: 5)
    let words = ["Bergen", "havna", "er", "12", "stengt", "NRK", "og", ".", ","]
    for _ in 0..<500 {
      func text(_ count: Int) -> String {
        (0..<count).map { _ in generator.element(words) }.joined(separator: " ")
      }
      let sources = (0..<generator.int(1...5)).map { _ in text(generator.int(1...4)) + " " }
      let target = text(generator.int(1...9))
      let dealt = PieceTexts(target, over: sources)
      #expect(dealt.texts.count == sources.count && dealt.texts.joined() == target)
    }
  }
}
