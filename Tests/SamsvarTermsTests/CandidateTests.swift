import SamsvarDataFiles
import SamsvarModel
import SamsvarTerms
import SamsvarText
import Testing

@Suite("Term candidates")
struct CandidateTests {
  private static let languages = Result { try Languages.installed() }

  /// What a small general lexicon has.
  private static let general: [String: PartsOfSpeech] = [
    "gjelde": [.verb], "ligge": [.verb], "pakke": [.noun, .verb], "lov": [.noun],
    "utleier": [.noun],
  ]

  private func candidates(_ text: String) throws -> [TermCandidate] {
    let data = try Self.languages.get().data(for: .nb)
    let vocabulary = Vocabulary { Self.general[String(decoding: $0, as: UTF8.self)] ?? [] }
    let document = Analyser(data, vocabulary: vocabulary)
      .analyse(Array(text.utf8), name: "test")
    return CandidateFinder(document, data, vocabulary).candidates(minimum: 2)
  }

  private func forms(_ text: String) throws -> [String] { try candidates(text).map(\.form) }

  @Test(arguments: [
    "Filene /etc/xyzlogg.conf og /var/xyzlogg/feil finnes.", "Skriv a=xyzlogg og b=xyzlogg nå.",
    "Loven gjelder her. Den gjelder alle.", "Huset ligger der. Det ligger her.",
    "Last ned pakken. Pakken er stor.",
  ])
  func areNoTerms(text: String) throws {
    #expect(try forms(text).isEmpty)
  }

  @Test func aNameKeepsItsCapital() throws {
    let found = try candidates("Vi bor i Qvedal. Qvedal er stort, og Qvedal har en fjord.")
    #expect(found.map(\.form) == ["Qvedal"])
    #expect(found.first?.kind == .name)
  }

  @Test func compoundsAndWhatTheTextIsAboutAre() throws {
    let text = """
      Utleier skal vise fram fritidsbåten. Utleieren svarer for fritidsbåten.
      Loven gjelder ikke for utleier uten avtale, og utleier kan klage.
      """
    let found = try forms(text)
    #expect(found.first == "fritidsbåt")
    #expect(found.contains("utleier"))
    #expect(!found.contains("lov"))
  }
}
