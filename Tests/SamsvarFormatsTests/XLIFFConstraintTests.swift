import SamsvarFormats
import SamsvarModel
import Testing

/// A file that breaks one constraint, and the constraint's name.
struct ConstraintCase: Sendable, CustomTestStringConvertible {
  let rule: String
  let text: String
  /// Whether the file stays valid.
  var isWarning = false

  var testDescription: String { rule }

  /// A document with some attributes of the root and some content.
  static func document(
    _ content: String, root: String = "srcLang=\"nb\" trgLang=\"en\""
  ) -> String {
    """
    <?xml version="1.0"?>
    <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1"
     xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0"
     xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" xmlns:fs="urn:oasis:names:tc:xliff:fs:2.0"
     xmlns:its="http://www.w3.org/2005/11/its" xmlns:my="urn:my" its:version="2.0" \(root)>
    \(content)
    </xliff>
    """
  }

  /// A file with one unit.
  static func unit(_ rule: String, _ content: String, isWarning: Bool = false) -> ConstraintCase {
    ConstraintCase(
      rule: rule, text: document("<file id=\"f1\"><unit id=\"u1\">\(content)</unit></file>"),
      isWarning: isWarning)
  }

  /// A segment with source and target.
  static func segment(
    _ rule: String, _ source: String, _ target: String? = nil, isWarning: Bool = false
  ) -> ConstraintCase {
    let end = target.map { "<target>\($0)</target>" } ?? ""
    return unit(
      rule, "<segment id=\"s1\"><source>\(source)</source>\(end)</segment>", isWarning: isWarning)
  }

  /// A file element.
  static func file(_ rule: String, _ content: String, root: String? = nil) -> ConstraintCase {
    ConstraintCase(
      rule: rule,
      text: root.map { document(content, root: $0) } ?? document(content))
  }
}

private let simple = "<segment><source>Hei</source></segment>"
private let pair = "<segment><source>Hei</source><target>Hi</target></segment>"

/// One case for each constraint of the core.
private let core: [ConstraintCase] = [
  .file(
    "xliff.version", "<file id=\"a\"><unit id=\"1\">\(simple)</unit></file>", root: "srcLang=\"nb\""
  ),
  .file(
    "xliff.file-id-unique",
    "<file id=\"a\"><unit id=\"1\">\(simple)</unit></file><file id=\"a\"><unit id=\"1\">\(simple)</unit></file>"
  ),
  .file(
    "xliff.group-id-unique",
    "<file id=\"a\"><group id=\"g\"><group id=\"g\"/></group></file>"),
  .file(
    "xliff.unit-id-unique",
    "<file id=\"a\"><group id=\"g\"><unit id=\"1\">\(simple)</unit></group><unit id=\"1\">\(simple)</unit></file>"
  ),
  .unit(
    "xliff.note-id-unique", "<notes><note id=\"n\">a</note><note id=\"n\">b</note></notes>\(simple)"
  ),
  .unit(
    "xliff.data-id-unique",
    "<originalData><data id=\"d\">a</data><data id=\"d\">b</data></originalData>\(simple)"),
  .unit(
    "xliff.inline-id-unique",
    "<segment id=\"x\"><source>a</source></segment><segment><source><ph id=\"x\"/></source></segment>"
  ),
  .segment("xliff.target-id", "<ph id=\"1\"/>", "<pc id=\"1\">a</pc>"),
  .file(
    "xliff.trglang-required", "<file id=\"a\"><unit id=\"1\">\(pair)</unit></file>",
    root: "srcLang=\"nb\""),
  .file("xliff.skeleton-href", "<file id=\"a\"><skeleton/><unit id=\"1\">\(simple)</unit></file>"),
  .unit("xliff.unit-segment", "<ignorable><source> </source></ignorable>"),
  .unit("xliff.source-lang", "<segment><source xml:lang=\"da\">Hej</source></segment>"),
  .unit(
    "xliff.target-lang",
    "<segment><source>Hei</source><target xml:lang=\"de\">Hallo</target></segment>"),
  .unit("xliff.state-target", "<segment state=\"final\"><source>Hei</source></segment>"),
  .unit("xliff.substate-state", "<segment subState=\"my:x\"><source>Hei</source></segment>"),
  .unit(
    "xliff.order-unique",
    "<segment><source>a</source><target order=\"1\">a</target></segment>"
      + "<segment><source>b</source><target order=\"1\">b</target></segment>"),
  .unit("xliff.order-range", "<segment><source>a</source><target order=\"2\">a</target></segment>"),
  .unit(
    "xliff.order-complete",
    "<segment><source>a</source><target order=\"2\">a</target></segment>"
      + "<segment><source>b</source><target>b</target></segment>"),
  .segment("xliff.sc-isolated", "<sc id=\"1\" isolated=\"yes\"/>a<ec startRef=\"1\"/>"),
  .segment("xliff.sc-end", "<sc id=\"1\"/>a"),
  .segment("xliff.sc-ec-hints", "<sc id=\"1\" canCopy=\"no\"/>a<ec startRef=\"1\"/>"),
  .segment("xliff.ec-id", "<sc id=\"1\"/>a<ec id=\"2\" startRef=\"1\"/>"),
  .segment("xliff.ec-dir", "<sc id=\"1\"/>a<ec startRef=\"1\" dir=\"ltr\"/>"),
  .segment("xliff.ec-start", "a<ec startRef=\"1\"/><sc id=\"1\" isolated=\"yes\"/>"),
  .segment("xliff.sm-end", "<sm id=\"1\" translate=\"no\"/>a"),
  .segment("xliff.em-start", "a<em startRef=\"1\"/>"),
  .segment("xliff.cp-hex", "<cp hex=\"0041\"/>"),
  .unit(
    "xliff.dataref-pair",
    "<originalData><data id=\"d\">x</data></originalData>"
      + "<segment><source><pc id=\"1\" dataRefStart=\"d\">a</pc></source></segment>"),
  .segment("xliff.equiv-pair", "<pc id=\"1\" equivStart=\"a\">a</pc>"),
  .segment("xliff.subflows-pair", "<pc id=\"1\" subFlowsStart=\"u1\">a</pc>"),
  .segment("xliff.subflows", "<ph id=\"1\" subFlows=\"u9\"/>"),
  .segment("xliff.reorder-hints", "<ph id=\"1\" canReorder=\"firstNo\" canCopy=\"no\"/>"),
  .segment("xliff.subtype-type", "<ph id=\"1\" subType=\"my:x\"/>"),
  .segment("xliff.subtype-value", "<ph id=\"1\" type=\"ui\" subType=\"xlf:b\"/>"),
  .segment("xliff.mrk-translate", "<mrk id=\"1\">a</mrk>", isWarning: true),
  .segment("xliff.mrk-comment", "<mrk id=\"1\" type=\"comment\">a</mrk>"),
  .segment("xliff.mrk-match", "<mrk id=\"1\" type=\"mtc:match\" ref=\"#s1\">a</mrk>"),
  .segment("xliff.comment-note", "<mrk id=\"1\" type=\"comment\" ref=\"#n=9\">a</mrk>"),
  .segment("xliff.dataref", "<ph id=\"1\" dataRef=\"d9\"/>"),
  .unit(
    "xliff.copyof-data",
    "<originalData><data id=\"d\">x</data></originalData>"
      + "<segment><source><ph id=\"1\"/><ph id=\"2\" copyOf=\"1\" dataRef=\"d\"/></source></segment>"
  ),
  .segment("xliff.copyof-base", "<ph id=\"2\" copyOf=\"9\"/>"),
  .unit(
    "xliff.copyof-base-data",
    "<originalData><data id=\"d\">x</data></originalData>"
      + "<segment><source><ph id=\"1\" dataRef=\"d\"/><ph id=\"2\" copyOf=\"1\"/></source></segment>"
  ),
  .segment("xliff.copyof-cancopy", "<ph id=\"1\" canCopy=\"no\"/><ph id=\"2\" copyOf=\"1\"/>"),
  .unit(
    "xliff.candelete",
    "<segment state=\"final\"><source><ph id=\"1\" canDelete=\"no\"/>a</source><target>a</target></segment>"
  ),
  .segment(
    "xliff.reorder-first", "<ph id=\"1\" canReorder=\"no\" canCopy=\"no\" canDelete=\"no\"/>"),
  .segment(
    "xliff.reorder-target",
    "<ph id=\"1\" canReorder=\"firstNo\" canCopy=\"no\" canDelete=\"no\"/>"
      + "<ph id=\"2\" canReorder=\"no\" canCopy=\"no\" canDelete=\"no\"/>",
    "<ph id=\"2\" canReorder=\"firstNo\" canCopy=\"no\" canDelete=\"no\"/>"
      + "<ph id=\"1\" canReorder=\"no\" canCopy=\"no\" canDelete=\"no\"/>"),
  .segment("xliff.fragment-form", "<mrk id=\"1\" type=\"term\" ref=\"#u=u1/f=f1\">a</mrk>"),
  .segment("xliff.fragment-target", "<mrk id=\"1\" type=\"term\" ref=\"#f=f1/u=u7\">a</mrk>"),
]

/// One case for each constraint of the modules.
private let modules: [ConstraintCase] = [
  .segment("fs.subfs-fs", "<pc id=\"1\" fs:subFs=\"a,b\">a</pc>"),
  .unit("matches.id-unique", matches("id=\"m\" ref=\"#s1\"", "id=\"m\" ref=\"#s1\"")),
  .unit("matches.subtype-type", matches("ref=\"#s1\" subType=\"my:x\"")),
  .unit("matches.ref", matches("ref=\"#s9\"")),
  .unit(
    "matches.content",
    "<mtc:matches><mtc:match ref=\"#s1\"><source>a</source></mtc:match></mtc:matches>\(named)"),
  .unit(
    "matches.data-id-unique",
    match("<ph id=\"1\"/>", data: "<data id=\"d\">x</data><data id=\"d\">y</data>")),
  .unit("matches.inline-id-unique", match("<ph id=\"1\"/><ph id=\"1\"/>")),
  .unit("matches.target-id", match("<ph id=\"1\"/>", target: "<pc id=\"1\">a</pc>")),
  .unit("matches.dataref", match("<ph id=\"1\" dataRef=\"d\"/>")),
  .unit(
    "matches.dataref-pair",
    match("<pc id=\"1\" dataRefStart=\"d\">a</pc>", data: "<data id=\"d\">x</data>")),
  .unit("matches.sc-end", match("<sc id=\"1\"/>a")),
  .unit("matches.sm-end", match("<sm id=\"1\"/>a")),
  .unit(
    "glossary.entry",
    "<gls:glossary><gls:glossEntry><gls:term>hei</gls:term></gls:glossEntry></gls:glossary>\(simple)"
  ),
  .unit(
    "glossary.id-unique",
    "<gls:glossary><gls:glossEntry id=\"g\"><gls:term>hei</gls:term>"
      + "<gls:translation id=\"g\">hi</gls:translation></gls:glossEntry></gls:glossary>\(simple)"),
  .unit(
    "glossary.ref",
    "<gls:glossary><gls:glossEntry ref=\"#m9\"><gls:term>hei</gls:term>"
      + "<gls:translation>hi</gls:translation></gls:glossEntry></gls:glossary>\(simple)"),
  .unit(
    "metadata.id-unique",
    "<mda:metadata id=\"m\"><mda:metaGroup id=\"m\"><mda:meta type=\"t\">x</mda:meta></mda:metaGroup>"
      + "</mda:metadata>\(simple)"),
  .segment("its.mark-type", "<mrk id=\"1\" type=\"term\" its:taClassRef=\"http://x\">a</mrk>"),
  .unit(
    "its.issue-ref",
    "<its:locQualityIssues xml:id=\"q\"><its:locQualityIssue locQualityIssueType=\"style\"/></its:locQualityIssues>"
      + "<segment><source><mrk id=\"1\" its:locQualityIssuesRef=\"#its=q\" its:locQualityIssueType=\"style\">a</mrk>"
      + "</source></segment>"),
  .segment(
    "its.rating",
    "<mrk id=\"1\" its:locQualityRatingScore=\"1\" its:locQualityRatingVote=\"1\">a</mrk>"),
  .segment(
    "its.rating-threshold", "<mrk id=\"1\" its:locQualityRatingScoreThreshold=\"9\">a</mrk>"),
  .segment(
    "its.ta-ident",
    "<mrk id=\"1\" its:taIdentRef=\"x\" its:taSource=\"s\" its:taIdent=\"i\">a</mrk>"),
  .segment("its.ta-pair", "<mrk id=\"1\" its:taSource=\"s\">a</mrk>"),
  .segment(
    "its.provenance-ref", "<mrk id=\"1\" its:provenanceRecordsRef=\"#its=p\" its:org=\"o\">a</mrk>"),
  .segment("its.issue-target", "<mrk id=\"1\" its:locQualityIssuesRef=\"#its=q\">a</mrk>"),
  .segment("its.annotators-form", "<mrk id=\"1\" its:annotatorsRef=\"terminology\">a</mrk>"),
  .segment("its.annotators-category", "<mrk id=\"1\" its:annotatorsRef=\"colour|x\">a</mrk>"),
  .segment(
    "its.annotators-once", "<mrk id=\"1\" its:annotatorsRef=\"terminology|x terminology|y\">a</mrk>"
  ),
  .unit(
    "its.issue-content",
    "<its:locQualityIssues xml:id=\"q\"><its:locQualityIssue/></its:locQualityIssues>\(simple)"),
  .unit(
    "its.provenance-content",
    "<its:provenanceRecords xml:id=\"p\"><its:provenanceRecord/></its:provenanceRecords>\(simple)"),
  .unit(
    "its.record-id-unique",
    "<its:locQualityIssues xml:id=\"q\"/><its:provenanceRecords xml:id=\"q\"/>\(simple)"),
]

private let named = "<segment id=\"s1\"><source>a</source></segment>"

private func matches(_ attributes: String...) -> String {
  let all = attributes.map {
    "<mtc:match \($0)><source>a</source><target>b</target></mtc:match>"
  }
  return "<mtc:matches>\(all.joined())</mtc:matches>\(named)"
}

private func match(_ source: String, target: String = "b", data: String = "") -> String {
  let original = data.isEmpty ? "" : "<originalData>\(data)</originalData>"
  return "<mtc:matches><mtc:match ref=\"#s1\">\(original)<source>\(source)</source>"
    + "<target>\(target)</target></mtc:match></mtc:matches>\(named)"
}

@Suite("XLIFF 2.1 constraints")
struct XLIFFConstraintTests {
  private func violations(_ text: String) throws -> [Violation] {
    try Validator.violations(Array(text.utf8), file: "t.xlf", kind: .xliff)
  }

  @Test(arguments: core + modules)
  func isFound(_ item: ConstraintCase) throws {
    var text = item.text
    if item.rule == "xliff.version" {
      text = text.replacing("version=\"2.1\"", with: "version=\"1.0\"")
    }
    let found = try violations(text)
    #expect(found.map(\.rule) == [item.rule], "\(found)")
    #expect(found.first?.severity == (item.isWarning ? .warning : .error))
    #expect(found.first?.line ?? 0 > 1)
  }

  @Test func itsNeedsItsVersion() throws {
    let text = ConstraintCase.segment("", "<mrk id=\"1\" its:taClassRef=\"http://x\">a</mrk>").text
    #expect(
      try violations(text.replacing("its:version=\"2.0\"", with: "")).map(\.rule) == ["its.version"]
    )
    #expect(try violations(text).isEmpty)
  }

  @Test(arguments: [
    ("<file id=\"f1\"/>", "lacks <group> or <unit>"),
    ("<file id=\"f1\"><unit>\(simple)</unit></file>", "lacks the attribute id"),
    ("<file id=\"f 1\"><unit id=\"1\">\(simple)</unit></file>", "is not a name token"),
    (
      "<file id=\"f1\"><unit id=\"1\">\(simple)<notes><note>a</note></notes></unit></file>",
      "may not stand"
    ),
    (
      "<file id=\"f1\"><unit id=\"1\"><segment state=\"ok\"><source/></segment></unit></file>",
      "is not final or"
    ),
    ("<file id=\"f1\"><unit id=\"1\"><segment><target/></segment></unit></file>", "lacks <source>"),
    (
      "<file id=\"f1\"><unit id=\"1\"><segment><source><b>a</b></source></segment></unit></file>",
      "no element <b>"
    ),
    (
      "<file id=\"f1\"><unit id=\"1\" colour=\"red\">\(simple)</unit></file>", "no attribute colour"
    ),
    (
      "<file id=\"f1\"><unit id=\"1\"><segment my:x=\"1\"><source/></segment></unit></file>",
      "another namespace"
    ),
    (
      "<file id=\"f1\"><unit id=\"1\"><segment><source><pc id=\"1\" my:x=\"1\"/></source></segment></unit></file>",
      "another namespace"
    ),
    (
      "<file id=\"f1\"><unit id=\"1\"><segment><source xml:lang=\"nb_NO\"/></segment></unit></file>",
      "language tag"
    ),
    ("<file id=\"f1\"><unit id=\"1\" type=\"x\">\(simple)</unit></file>", "prefix:value"),
    ("<file id=\"f1\">tekst<unit id=\"1\">\(simple)</unit></file>", "text of its own"),
  ])
  func schemaIsFollowed(content: String, part: String) throws {
    let found = try violations(ConstraintCase.document(content))
    #expect(found.contains { $0.rule == "xliff.schema" && $0.message.contains(part) }, "\(found)")
  }

  @Test(arguments: ["srcLang=\"norsk bokmål\"", "srcLang=\"nb\" trgLang=\"e\""])
  func languagesAreWellFormed(root: String) throws {
    let text = ConstraintCase.document(
      "<file id=\"f\"><unit id=\"1\">\(simple)</unit></file>", root: root)
    #expect(try violations(text).map(\.rule) == ["xliff.schema"])
  }

  @Test func inheritedLanguageCounts() throws {
    let text = ConstraintCase.document(
      "<file id=\"f\"><unit id=\"1\" xml:lang=\"de\">\(simple)</unit></file>")
    #expect(try violations(text).map(\.rule) == ["xliff.source-lang"])
  }

  @Test func aFileThatUsesEverythingIsValid() throws {
    let text = ConstraintCase.document(
      """
      <file id="f1" original="a.txt"><skeleton href="a.skl"/><notes><note id="n1">Merk</note></notes>
      <group id="g1"><unit id="u1" name="x">
      <mtc:matches><mtc:match id="m1" ref="#s1" matchQuality="93.5" type="tm"><source>a</source><target>b</target></mtc:match></mtc:matches>
      <gls:glossary><gls:glossEntry ref="#m1"><gls:term>avtale</gls:term><gls:translation>agreement</gls:translation></gls:glossEntry></gls:glossary>
      <mda:metadata id="x"><mda:metaGroup category="c"><mda:meta type="t">v</mda:meta></mda:metaGroup></mda:metadata>
      <notes><note id="n1" appliesTo="source" priority="2">a</note></notes>
      <originalData><data id="d1">&lt;b&gt;</data><data id="d2">&lt;/b&gt;</data></originalData>
      <segment id="s1" state="reviewed" subState="my:x"><source>En <pc id="1" dataRefStart="d1" dataRefEnd="d2">stor</pc>
      <mrk id="m1" type="term" ref="#f=f1/u=u1/n=n1">avtale</mrk><mrk id="c1" type="comment" ref="#n=n1">.</mrk></source>
      <target order="3">A <pc id="1" dataRefStart="d1" dataRefEnd="d2">big</pc> deal.</target></segment>
      <ignorable><source> </source></ignorable>
      <segment><source><sc id="2" type="fmt" subType="xlf:b"/>a<ec startRef="2"/><ph id="3" canReorder="firstNo" canCopy="no" canDelete="no"/><ph id="4" canReorder="no" canCopy="no" canDelete="no"/></source>
      <target order="1"><sc id="2" type="fmt" subType="xlf:b"/>a<ec startRef="2"/><ph id="3" canReorder="firstNo" canCopy="no" canDelete="no"/><ph id="4" canReorder="no" canCopy="no" canDelete="no"/></target></segment>
      </unit></group></file>
      """)
    #expect(try violations(text) == [])
  }

  @Test func whatWeWriteIsValid() throws {
    let bytes = BitextFormat.xliff.write(BitextSamples.all, BitextOptions())
    #expect(try Validator.violations(bytes, file: "t", kind: .xliff) == [])
    let old = BitextFormat.xliff12.write(BitextSamples.all, BitextOptions())
    #expect(try Validator.violations(old, file: "t", kind: .xliff12) == [])
    let memory = BitextFormat.tmx.write(BitextSamples.all, BitextOptions())
    #expect(try Validator.violations(memory, file: "t", kind: .tmx) == [])
    let messages = BitextFormat.po.write(BitextSamples.all, BitextOptions())
    #expect(try Validator.violations(messages, file: "t", kind: .po) == [])
  }
}

@Suite("Language tags")
struct LanguageCodeTests {
  @Test(arguments: [
    "nb", "nn-NO", "en-GB", "sr-Latn-RS", "de-CH-1996", "zh-cmn-Hans", "x-own", "es-419",
    "en-a-bbb-x-a", "i-klingon", "sl-rozaj-biske",
  ])
  func wellFormed(tag: String) { #expect(LanguageCode.isWellFormed(tag)) }

  @Test(arguments: [
    "", "n", "nb_NO", "nb-", "-nb", "norsk bokmål", "en-a", "en-x", "a-DE", "de-419-DE",
    "en-a-bbb-a-ccc", "sl-rozaj-rozaj", "toolonglanguage",
  ])
  func malformed(tag: String) { #expect(!LanguageCode.isWellFormed(tag)) }
}
