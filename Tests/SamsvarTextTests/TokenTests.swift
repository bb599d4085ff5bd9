import SamsvarModel
import SamsvarText
import Testing

@Suite("Tokens")
struct TokenTests {
  @Test(arguments: [
    "Prisen|er|f.eks.|1.000|kroner|.",
    "LNA-milits|og|helse-|og|sosialsektoren|.",
    "Den|17.|mai|kl.|18.30|.",
    "Se|§§|3|og|4|.",
    "Cirka|22/7|av|det|.",
    "Send|til|post@example.no|eller|https://www.example.no/a?b=c|.",
    "Ja|…|nei|...",
    "og|/|eller",
    "Renten|er|3,5|%|.",
    "L.A.|er|en|by|.",
    "FNs|EØS-avtalen|1990-åra",
  ])
  func norwegian(marked: String) throws {
    let text = marked.replacing("|.", with: ".").replacing("|/|", with: "/").replacing(
      "|", with: " ")
    #expect(try Norsk.tokens(text).joined(separator: "|") == marked)
  }

  @Test func clitics() throws {
    #expect(try Norsk.tokens("don't Haftar’s R&D", .en) == ["don't", "Haftar’s", "R&D"])
  }

  @Test func ordinalOnlyInsideASentence() throws {
    #expect(try Norsk.tokens("Den 3. juni.") == ["Den", "3.", "juni", "."])
    #expect(try Norsk.tokens("Det var nr. 3.") == ["Det", "var", "nr.", "3", "."])
  }
}
