import SamsvarFormats
import SamsvarModel
import Testing

@Suite("Phrases")
struct PhrasesTests {
  @Test(arguments: [
    (LanguageTag.nb, "no findings", "ingen funn"),
    (.nn, "Summary", "Samandrag"),
    (.en, "Summary", "Summary"),
    (.nb, "\"83\" where the source says \"38\"", "«83» der kilden har «38»"),
    (
      .nn, "the source says 38, the summary 83", "kjelda seier 38, samandraget 83"
    ),
    (.nb, "a message nobody has translated", "a message nobody has translated"),
  ])
  func messagesInALanguage(language: LanguageTag, english: String, expected: String) throws {
    #expect(try Phrases.installed(language).message(english) == expected)
  }

  @Test func countsAreSaidInOneAndMany() throws {
    let phrases = try Phrases.installed(.nb)
    #expect(phrases.count(1, "finding") == "1 funn")
    #expect(phrases.count(3, "summary sentence") == "3 setninger i sammendraget")
    #expect(Phrases.english.count(2, "finding") == "2 findings")
  }

  /// A phrase with `{1}` in one language has it in the other too, and both files say the same things.
  @Test func bothLanguagesSayTheSame() throws {
    func rows(_ language: LanguageTag) throws -> [String: String] {
      try Phrases.installed(language).all
    }
    let nb = try rows(.nb)
    let nn = try rows(.nn)
    #expect(Set(nb.keys) == Set(nn.keys))
    for (english, text) in Array(nb) + Array(nn) {
      for mark in ["{1}", "{2}", "{3}"] {
        #expect(english.contains(mark) == text.contains(mark), "\(english): \(mark)")
      }
    }
  }
}
