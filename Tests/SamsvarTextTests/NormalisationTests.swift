import SamsvarModel
import SamsvarTestSupport
import SamsvarText
import Testing

@Suite("Normalisation")
struct NormalisationTests {
  private func normal(_ text: String, _ forms: Normaliser.Forms = .all) -> String {
    String(decoding: Normaliser.normalise(Array(text.utf8), forms).text, as: UTF8.self)
  }

  @Test(arguments: [
    ("a\u{30A}pent", "åpent"), ("«Ja»", "\"Ja\""), ("„Ja“", "\"Ja\""), ("Haftar’s", "Haftar's"),
    ("1939–45", "1939-45"), ("−5", "-5"), ("1\u{A0}000", "1 000"), ("syl\u{AD}tetøy", "syltetøy"),
    ("ﬁnne", "finne"), ("ja …", "ja ..."), ("\u{212B}se", "Åse"), ("æøå", "æøå"), ("", ""),
  ])
  func bringsToOneForm(text: String, expected: String) { #expect(normal(text) == expected) }

  @Test func onlyTheFormsAskedFor() {
    #expect(normal("«a–b»", .quotes) == "\"a–b\"")
    #expect(normal("«a–b»", .dashes) == "«a-b»")
  }

  @Test(arguments: 0..<40)
  func offsetsSurvive(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let text = Array(RandomText.mixed(120, using: &generator).utf8)
    let result = Normaliser.normalise(text)
    var changed = Set<Int>()
    for change in result.changes { changed.formUnion(change.range) }
    for index in result.text.indices {
      let original = result.origin.original(index)
      #expect(text.indices.contains(original))
      if !changed.contains(original) { #expect(text[original] == result.text[index]) }
    }
    #expect(Normaliser.normalise(result.text).changes.isEmpty)
  }
}
