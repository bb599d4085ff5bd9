import Foundation
import SamsvarFormats
import SamsvarModel
import SamsvarTestSupport
import Testing

/// Other programs read what we write, and we read what they write.
@Suite("Bilingual files and other programs")
struct ExchangeInteropTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Whether a test can run; in CI a missing program is a failure.
  private func isThere(_ found: Bool, _ location: SourceLocation = #_sourceLocation) -> Bool {
    if !found, Interop.isRequired {
      Issue.record("a program that CI installs is missing", sourceLocation: location)
    }
    return found
  }

  private func write(_ units: [BitextUnit], _ format: BitextFormat, _ name: String) throws -> String
  {
    try folder.write(Data(format.write(units, BitextOptions())), to: name)
  }

  /// Runs a Python script; its output.
  private func python(_ script: String, _ arguments: String...) throws -> String {
    let result = try Program.run(
      URL(fileURLWithPath: "/usr/bin/env"), [Interop.python, "-c", script] + arguments)
    #expect(result.status == 0, "\(result.error)")
    return result.output
  }

  private var texts: [BitextUnit] { BitextSamples.plain.filter { !$0.target.isEmpty } }

  /// What a reader should say: source and target of each unit, a line each.
  private func listed(_ units: [BitextUnit]) -> String {
    units.map { "\($0.source.string)\t\($0.target.string)\n" }.joined()
  }

  private let printing = """
    import sys
    def show(units):
        for unit in units:
            sys.stdout.write("%s\\t%s\\n" % (unit.source, unit.target))

    """

  @Test(arguments: [
    (BitextFormat.tmx, "tmx.tmxfile(file, 'nb', 'en')", "tmx"),
    (.xliff12, "xliff.xlifffile(file)", "xliff"), (.xliff, "xliff2.Xliff2File(file)", "xliff2"),
    (.po, "pypo.pofile(file)", "pypo"),
  ])
  func translateToolkitReadsOurs(format: BitextFormat, call: String, module: String) throws {
    guard isThere(Interop.hasPython("translate.storage.\(module)")) else { return }
    let path = try write(texts, format, "ours")
    let script =
      printing + """
        from translate.storage import \(module)
        with open(sys.argv[1], "rb") as file:
            show([u for u in \(call).units if u.source and not u.isheader()])

        """
    #expect(try python(script, path) == listed(texts))
  }

  @Test(arguments: [
    (BitextFormat.tmx, "tmx", "store = tmx.tmxfile()", "store.addtranslation(s, 'nb', t, 'en')"),
    (
      .xliff12, "xliff",
      "store = xliff.xlifffile(); store.setsourcelanguage('nb'); "
        + "store.settargetlanguage('en')",
      "u = store.addsourceunit(s); u.target = t"
    ),
    (
      .xliff, "xliff2",
      "store = xliff2.Xliff2File(sourcelanguage='nb', targetlanguage='en')",
      "u = store.addsourceunit(s); u.target = t"
    ),
    (.po, "pypo", "store = pypo.pofile()", "u = store.addsourceunit(s); u.target = t"),
  ])
  func weReadWhatTranslateToolkitWrites(
    format: BitextFormat, module: String, store: String, add: String
  ) throws {
    guard isThere(Interop.hasPython("translate.storage.\(module)")) else { return }
    let path = folder.path("theirs")
    let pairs = texts.prefix(4)
    let script = """
      import sys
      from translate.storage import \(module)
      \(store)
      for line in open(sys.argv[2], encoding="utf-8"):
          s, t = line.rstrip("\\n").split("\\t")
          \(add)
      with open(sys.argv[1], "wb") as file:
          store.serialize(file)
      """
    _ = try python(script, path, try folder.write(listed(Array(pairs)), to: "pairs"))
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let options = BitextOptions(source: .nb, target: .en)
    let units = try format.units(bytes, file: path, options).filter { !$0.source.isEmpty }
    #expect(listed(units) == listed(Array(pairs)))
    #expect(units.allSatisfy { $0.sourceLanguage?.base == .nb || format == .po })
    let kind = try #require(
      Validator.Kind(path: "theirs.\(format == .po ? "po" : "xml")", head: bytes))
    #expect(kind.rawValue == format.rawValue)
  }

  @Test func gettextTakesOurPO() throws {
    guard isThere(Interop.has("msgfmt", "msgfmt", ["--version"])) else { return }
    let path = try write(BitextSamples.all, .po, "ours.po")
    let result = try Program.run(
      URL(fileURLWithPath: "/usr/bin/env"),
      ["msgfmt", "-c", "-o", "/dev/null", path])
    #expect(result.status == 0, "\(result.error)")
    #expect(result.error == "")
  }

  @Test func polibReadsOurs() throws {
    guard isThere(Interop.hasPython("polib")) else { return }
    let path = try write(texts, .po, "ours.po")
    let script = """
      import sys, polib
      for e in polib.pofile(sys.argv[1]):
          sys.stdout.write("%s\\t%s\\n" % (e.msgid, e.msgstr))
      """
    #expect(try python(script, path) == listed(texts))
  }

  /// The DTD's content models for what we write, so that no copy of it is needed.
  private static let tmx = """
    <!ELEMENT tmx (header, body)><!ATTLIST tmx version CDATA #FIXED "1.4">
    <!ELEMENT header (note|prop)*>
    <!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED
     segtype (block|paragraph|sentence|phrase) #REQUIRED o-tmf CDATA #REQUIRED adminlang CDATA #REQUIRED
     srclang CDATA #REQUIRED datatype CDATA #REQUIRED creationdate CDATA #IMPLIED>
    <!ELEMENT body (tu*)><!ELEMENT tu ((note|prop)*, tuv+)><!ATTLIST tu tuid CDATA #IMPLIED>
    <!ELEMENT note (#PCDATA)><!ELEMENT prop (#PCDATA)><!ATTLIST prop type CDATA #REQUIRED>
    <!ELEMENT tuv ((note|prop)*, seg)><!ATTLIST tuv xml:lang CDATA #REQUIRED>
    <!ELEMENT seg (#PCDATA|bpt|ept|ph|it|hi)*>
    <!ELEMENT bpt (#PCDATA)><!ATTLIST bpt i CDATA #REQUIRED>
    <!ELEMENT ept (#PCDATA)><!ATTLIST ept i CDATA #REQUIRED>
    <!ELEMENT ph (#PCDATA)><!ATTLIST ph x CDATA #IMPLIED>
    <!ELEMENT it (#PCDATA)><!ATTLIST it pos (begin|end) #REQUIRED x CDATA #IMPLIED>
    <!ELEMENT hi (#PCDATA|bpt|ept|ph|it|hi)*><!ATTLIST hi x CDATA #IMPLIED>
    """

  @Test func xmllintFindsOurTMXValid() throws {
    guard isThere(Interop.has("xmllint", "xmllint", ["--version"])) else { return }
    let path = try write(BitextSamples.all, .tmx, "ours.tmx")
    let dtd = try folder.write(Self.tmx, to: "own.dtd")
    let result = try Program.run(
      URL(fileURLWithPath: "/usr/bin/env"),
      ["xmllint", "--nonet", "--noout", "--dtdvalid", dtd, path])
    #expect(result.status == 0, "\(result.error)")
  }

  @Test(arguments: [BitextFormat.tmx, .xliff, .xliff12])
  func xmllintFindsOursWellFormed(format: BitextFormat) throws {
    guard isThere(Interop.has("xmllint", "xmllint", ["--version"])) else { return }
    let path = try write(BitextSamples.all, format, "ours.xml")
    let result = try Program.run(
      URL(fileURLWithPath: "/usr/bin/env"), ["xmllint", "--nonet", "--noout", path])
    #expect(result.status == 0, "\(result.error)")
  }
}
