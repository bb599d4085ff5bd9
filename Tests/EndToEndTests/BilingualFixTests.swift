import Foundation
import Samsvar
import SamsvarModel
import SamsvarTestSupport
import Testing

/// `check FILE --fix` writes every bilingual format back: the file as it was but for the fixed number.
@Suite("Fixes in every bilingual format")
struct BilingualFixTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A file with a decimal comma in its English text, which has one safe fix.
  struct Sample: CustomTestStringConvertible, Sendable {
    var name: String
    var text: String
    var wrong = "12,5"
    var right = "12.5"
    var testDescription: String { name }
  }

  private static let tmx = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE tmx SYSTEM "tmx14.dtd">
    <!-- <seg>12,5</seg> -->
    <tmx version="1.4"><header creationtool="x" creationtoolversion='1' segtype="sentence"
      o-tmf="x" adminlang="en" srclang="nb" datatype="plaintext"><note>minne</note></header><body>
    <tu tuid="a&amp;b" changedate="20190101T000000Z" creationid='kari'><note>Sjekk &lt;tallet&gt;</note>
      <prop type="x-eget">verdi</prop><prop type="x-context">meny</prop>
      <tuv xml:lang="nb"><seg>Fjorden er <bpt i="1" x="1">&lt;b&gt;</bpt>12,5<ept i="1">&lt;/b&gt;</ept> kilometer &amp; dyp.</seg></tuv>
      <tuv xml:lang="en" usagecount="2"><prop type="p">q</prop><seg>The fjord is <bpt i="1" x="1">&lt;b&gt;</bpt>§<ept i="1">&lt;/b&gt;</ept> kilometres &amp; deep.</seg></tuv>
      <tuv xml:lang="de"><seg>Der Fjord ist 12,5 Kilometer lang.</seg></tuv></tu>
    <tu><tuv xml:lang="nb"><seg/></tuv><tuv xml:lang="en"><seg></seg></tuv></tu>
    </body></tmx>

    """

  private static let xliff = """
    <?xml version="1.0" encoding="UTF-8"?>
    <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="nb" trgLang="en"
      xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" xmlns:my="urn:eget"><file id='f1' original="a.html">
      <!-- 12,5 --><unit id="u1" my:farge="rød"><mda:metadata><mda:metaGroup><mda:meta type="t">v</mda:meta></mda:metaGroup></mda:metadata>
        <notes><note category="q" priority="2">Sjekk</note></notes>
        <originalData><data id="d1">&lt;b&gt;</data><data id="d2">&lt;/b&gt;</data></originalData>
        <segment id="s1" state="reviewed" subState="my:ok"><source>Fjorden er <pc id="1" dataRefStart="d1" dataRefEnd="d2">12,5</pc> kilometer lang<ph id="2" disp="x"/>.</source>
          <target xml:space="preserve">The fjord is <pc id="1" dataRefStart="d1" dataRefEnd="d2">§</pc> kilometres long<ph id="2" disp="x"/>.</target></segment>
        <ignorable><source> </source></ignorable>
        <segment id="s2"><source>Uten tall.</source></segment></unit></file></xliff>

    """

  private static let xliff12 = """
    <?xml version="1.0"?>
    <xliff version='1.2' xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a.txt" source-language="nb"
      target-language="en" datatype="plaintext"><header><note>12,5</note></header><body><group id="g">
      <trans-unit id="1" approved="no" resname="meny"><source>Fjorden er <g id="1" ctype="bold">12,5</g> kilometer lang.</source>
      <target state="needs-review-translation">The fjord is <g id="1" ctype="bold">§</g> kilometres long.</target>
      <note from="kari" annotates="target">Sjekk</note>
      <alt-trans match-quality="80"><source>x</source><target>12,5 kilometres</target></alt-trans></trans-unit>
      </group></body></file></xliff>

    """

  private static let po = """
    # Oversettelse av fjorden
    msgid ""
    msgstr ""
    "Language: en\\n"
    "X-Source-Language: nb\\n"
    "Content-Type: text/plain; charset=UTF-8\\n"

    #. utdrag
    #: a.c:12 b.c:3
    #, c-format, fuzzy
    #| msgid "Fjorden er 12,4 kilometer."
    msgctxt "meny"
    msgid "Fjorden er 12,5 kilometer lang,\\n"
    "og \\"dyp\\"."
    msgstr ""
    "The fjord is § kilometres "
    "long,\\n"
    "and \\"deep\\"."

    #~ msgid "gammel"
    #~ msgstr "12,5"

    """

  static let samples = [
    Sample(name: "a.tmx", text: tmx), Sample(name: "a.xlf", text: xliff),
    Sample(name: "b.xlf", text: xliff12), Sample(name: "a.po", text: po),
    Sample(
      name: "a.csv",
      text: #"""
        nr;note;nb;en;eget
        1;"Sjekk; ""12,5""";Fjorden er 12,5 kilometer lang.;"The ""fjord"" is § kilometres; long.";x
        2;;Hei;Hello;

        """#),
    Sample(
      name: "b.csv",
      text: "id,nb,en\r\n1,\"Fjorden er 12,5 kilometer lang.\",\"The fjord is § kilometres.\"\r\n"),
    Sample(
      name: "c.csv", text: "id,nb,en\n1,Prisen var 1 250 kroner.,§\n",
      wrong: "The price \"now\" was 1 250 kroner.",
      right: "\"The price \"\"now\"\" was 1,250 kroner.\""),
    Sample(
      name: "a.tsv",
      text: "id\tnb\ten\tnote\n1\tFjorden er 12,5 km.\tThe \"fjord\" is § km.\t12,5\n"),
    Sample(
      name: "a.jsonl",
      text: """
        {"id":"1", "egen": 12.50, "notes":["12,5"],  "sourceLanguage":"nb","targetLanguage":"en", "source":"Fjorden er 12,5 km.","target":"The \\u0066jord is § km \\/ \\"long\\"."}

        """),
    Sample(
      name: "a.json",
      text: """
        [ {"source": "Fjorden er 12,5 km.", "target": "The fjord is § km.", "sourceLanguage":"nb",
            "targetLanguage": "en", "egen": [1, {"a": null}]}
        ]

        """),
    Sample(
      name: "a.md",
      text: """
        Fjorden 12,5
        ============

        | id | nb | en | note |
        |---|:-:|---|---|
        | 1 | Fjorden er **12,5** km. | The fjord is § km \\| *long*. | 12,5 |

        Slutt: 12,5.

        """),
  ]

  @Test(arguments: samples)
  func aTextFileIsWrittenBackAsItWas(sample: Sample) throws {
    let path = try folder.write(
      sample.text.replacingOccurrences(of: "§", with: sample.wrong), to: sample.name)
    let type = sample.name.hasSuffix("md") ? ["--from", "markdown-table"] : []
    let result = try Program.run(
      Paths.samsvar, ["check", path, "--fix", "--only", "format"] + type)
    #expect(result.status == 0 && result.error.contains("1 fix written"), "\(result.error)")
    let expected = sample.text.replacingOccurrences(of: "§", with: sample.right)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == expected)
  }
}
