import Foundation
import SamsvarFormats
import SamsvarModel
import SamsvarTestSupport
import Testing

/// gettext's files are read form by form and written back without loss.
@Suite("PO")
struct POTests {
  static let file = """
    # Norsk oversettelse
    # Kari <kari@example.org>
    #, fuzzy
    msgid ""
    msgstr ""
    "Project-Id-Version: fjord 1\\n"
    "Language: nb\\n"
    "MIME-Version: 1.0\\n"
    "Content-Type: text/plain; charset=UTF-8\\n"
    "Content-Transfer-Encoding: 8bit\\n"
    "Plural-Forms: nplurals=2; plural=(n != 1);\\n"

    # fra oversetteren
    #. fra utvikleren
    #: fil.c:12 annen.c:3
    #: tredje.c:4
    #, fuzzy, c-format
    #| msgctxt "gammel"
    #| msgid "%d fishes"
    msgctxt "tall"
    msgid "%d fish"
    msgid_plural "%d fishes"
    msgstr[0] "%d fisk"
    msgstr[1] "%d fisker"

    #, no-wrap
    msgctxt ""
    msgid "Two\\n"
    "lines with a \\"mark\\"\\tand tab.\\n"
    msgstr ""
    "To\\n"
    "linjer med et «merke»\\tog tabulator.\\n"

    msgid "Untranslated"
    msgid_plural "Untranslated ones"
    msgstr[0] ""
    msgstr[1] ""

    msgid "Open"
    msgstr "Åpne"

    # borte
    #, fuzzy
    #~| msgid "Gamlere"
    #~ msgid "Gone"
    #~ msgstr "Borte"

    #~ msgctxt "x"
    #~ msgid "Away"
    #~ msgid_plural "Aways"
    #~ msgstr[0] "Vekk"
    #~ msgstr[1] "Vekke"

    """

  private func units(_ text: String = file) throws -> [BitextUnit] {
    try BitextFormat.po.units(Array(text.utf8), file: "a.po")
  }

  private func written(_ units: [BitextUnit]) -> String {
    String(decoding: BitextFormat.po.write(units, BitextOptions()), as: UTF8.self)
  }

  @Test func eachPluralFormIsAUnit() throws {
    let units = try units()
    #expect(units.map(\.id) == ["1[0]", "1[1]", "2", "3[0]", "3[1]", "4"])
    #expect(units.map(\.source.string).prefix(2) == ["%d fish", "%d fishes"])
    #expect(units.map(\.target.string).prefix(2) == ["%d fisk", "%d fisker"])
    #expect(units.map(\.context) == ["tall", "tall", "", "", "", ""])
    #expect(units[0].needsReview && !units[2].needsReview)
    #expect(units[0].notes == ["fra oversetteren", "fra utvikleren"])
  }

  @Test func whatWasReadIsWritten() throws {
    // Flags stand in the order that gettext itself writes.
    let text = Self.file.replacing("msgid \"Two\\n\"\n", with: "msgid \"\"\n\"Two\\n\"\n")
    #expect(written(try units()) == text)
    #expect(try units(written(try units())).map(\.withoutPlace) == units().map(\.withoutPlace))
  }

  @Test func changesOfAUnitAreWritten() throws {
    var units = try units()
    for index in 0...1 {
      units[index].needsReview = false
      units[index].notes = ["ny merknad"]
    }
    units[1].target = CodedText("%d fiskar")
    let text = written(units)
    #expect(text.contains("#. ny merknad\n#: fil.c:12 annen.c:3\n#: tredje.c:4\n#, c-format\n"))
    #expect(!text.contains("fra utvikleren") && text.contains("msgstr[1] \"%d fiskar\"\n"))
  }

  @Test func manyFormsComeInOrder() throws {
    let forms = (0..<12).map { "msgstr[\($0)] \"form \($0)\"\n" }.joined()
    let units = try units("msgid \"a\"\nmsgid_plural \"b\"\n" + forms)
    #expect(units.map(\.target.string) == (0..<12).map { "form \($0)" })
    #expect(units.map(\.source.string) == ["a"] + Array(repeating: "b", count: 11))
  }

  @Test func theLanguageIsMapped() throws {
    var options = BitextOptions()
    options.languageMap = try #require(LanguageMap("nb=nb-NO"))
    let text = String(decoding: BitextFormat.po.write(try units(), options), as: UTF8.self)
    #expect(text.contains("\"Language: nb_NO\\n\"\n"))
  }

  @Test func otherFormatsSayWhatTheyLose() throws {
    var loss = ConversionLoss()
    for unit in try units() { loss.add(unit, to: .tmx) }
    #expect(loss.lines.contains { $0.hasPrefix("plural forms of 4 units") })
    #expect(loss.lines.contains { $0.hasPrefix("gettext's flags") })
  }

  @Test(.enabled(if: Interop.isRequired || Interop.has("msgfmt", "msgfmt", ["--version"])))
  func gettextTakesThemAndFindsTheSame() throws {
    let folder = try TemporaryFolder()
    func gettext(_ program: String, _ arguments: String...) throws -> Program.Result {
      try Program.run(
        URL(fileURLWithPath: "/usr/bin/env"), [program] + arguments)
    }
    let before = try folder.write(Self.file, to: "before.po")
    let after = try folder.write(written(try units()), to: "after.po")
    let result = try gettext("msgfmt", "-c", "-o", folder.path("x.mo"), after)
    #expect(result.status == 0, "\(result.error)")
    let plain = try gettext("msgcat", "--sort-output", before).output
    #expect(!plain.isEmpty)
    #expect(try gettext("msgcat", "--sort-output", after).output == plain)
  }
}
