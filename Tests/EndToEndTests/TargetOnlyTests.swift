import Foundation
import SamsvarTestSupport
import Testing

private let hasDocx = Interop.isRequired || Interop.hasPython("docx")
private let hasOdf = Interop.isRequired || Interop.hasPython("odf")
private let hasOffice = Interop.isRequired || Interop.has("LibreOffice", "soffice", ["--version"])
private let hasEPUBCheck =
  Interop.isRequired
  || Interop.has("epubcheck", "java", ["-jar", "/usr/bin/epubcheck", "--version"])

/// `translate --target-only` and `check --fix` into documents: the same file with other sentences.
@Suite("Documents with their text replaced")
struct TargetOnlyTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let pairs = [
    ("Ny avtale om havna", "New harbour agreement"),
    ("Havna i Bergen er stengt.", "The harbour in Bergen is closed."),
    ("Den åpner 4. april & senere.", "It opens on 4 April & later."),
    ("Første punkt", "First item"),
    ("Torsk", "Cod"),
    ("20 kroner", "NOK 20"),
    ("En note om < tegn.", "A note on < signs."),
  ]

  private func run(_ program: String, _ arguments: [String]) throws -> Program.Result {
    try Program.run(URL(fileURLWithPath: "/usr/bin/env"), [program] + arguments)
  }

  /// A memory of the pairs.
  private func memory() throws -> String {
    let lines = try Self.pairs.map { pair in
      let bead = [
        "sourceLanguage": "nb", "targetLanguage": "en", "source": pair.0, "target": pair.1,
      ]
      return String(
        decoding: try JSONSerialization.data(withJSONObject: bead, options: .sortedKeys),
        as: UTF8.self)
    }
    let beads = try folder.write(lines.joined(separator: "\n") + "\n", to: "pairs.jsonl")
    let memory = folder.path("m.memory")
    let result = try Program.samsvar("memory", "import", memory, beads)
    try #require(result.status == 0, "\(result.error)")
    return memory
  }

  private func translate(_ file: String, to output: String) throws -> Program.Result {
    try Program.samsvar(
      "translate", file, "--source-lang", "nb", "--target-lang", "en", "--memory", try memory(),
      "--target-only", "-o", output)
  }

  private func unzipped(_ file: String) throws -> [String: Data] {
    let script = """
      import sys, zipfile, base64
      z = zipfile.ZipFile(sys.argv[1])
      assert z.testzip() is None
      for i in z.infolist(): print(i.filename + '\\t' + base64.b64encode(z.read(i)).decode())
      """
    let result = try run(Interop.python, ["-c", script, file])
    try #require(result.status == 0, "\(result.error)")
    var parts: [String: Data] = [:]
    for line in result.output.split(separator: "\n") {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      parts[columns[0]] = Data(base64Encoded: columns[1])
    }
    return parts
  }

  private func makeDocx(_ path: String) throws {
    let script = """
      import docx, sys
      d = docx.Document()
      d.add_heading('Ny avtale om havna', 1)
      p = d.add_paragraph('Havna i ')
      p.add_run('Bergen').bold = True
      p.add_run(' er stengt. Den åpner 4. april & senere.')
      d.add_paragraph('Første punkt', style='List Bullet')
      t = d.add_table(rows=1, cols=2)
      t.cell(0, 0).text = 'Torsk'
      t.cell(0, 1).text = '20 kroner'
      d.save(sys.argv[1])
      """
    let result = try run(Interop.python, ["-c", script, path])
    try #require(result.status == 0, "\(result.error)")
  }

  @Test(.enabled(if: hasDocx)) func aWordDocumentKeepsItsForm() throws {
    let (input, output) = (folder.path("a.docx"), folder.path("a.en.docx"))
    try makeDocx(input)
    let result = try translate(input, to: output)
    #expect(result.status == 0, "\(result.error)")
    let script = """
      import docx, sys
      d = docx.Document(sys.argv[1])
      for p in d.paragraphs:
          print(p.style.name, '|'.join(('*' if r.bold else '') + r.text for r in p.runs), sep=': ')
      for c in d.tables[0].row_cells(0): print(c.text)
      """
    let read = try run(Interop.python, ["-c", script, output])
    #expect(
      read.output.split(separator: "\n") == [
        "Heading 1: New harbour agreement",
        "Normal: The harbour in |*Bergen| is closed. It opens on 4 April & later.",
        "List Bullet: First item", "Cod", "NOK 20",
      ], "\(read.output) \(read.error)")
    let (before, after) = (try unzipped(input), try unzipped(output))
    #expect(before.keys.sorted() == after.keys.sorted())
    for (name, data) in before where name != "word/document.xml" { #expect(after[name] == data) }
    // What the program wrote is read as what it wrote.
    let again = try Program.samsvar("text", "segment", output, "--lang", "en")
    for pair in Self.pairs.prefix(6) { #expect(again.output.contains(pair.1)) }
  }

  @Test(.enabled(if: hasOdf)) func anOpenDocumentKeepsItsForm() throws {
    let (input, output) = (folder.path("a.odt"), folder.path("a.en.odt"))
    let script = """
      import sys
      from odf.opendocument import OpenDocumentText
      from odf import text, style
      o = OpenDocumentText()
      b = style.Style(name='B', family='text')
      b.addElement(style.TextProperties(fontweight='bold'))
      o.automaticstyles.addElement(b)
      o.text.addElement(text.H(outlinelevel=1, text='Ny avtale om havna'))
      p = text.P(text='Havna i '); p.addElement(text.Span(stylename=b, text='Bergen'))
      p.addText(' er stengt. Den åpner 4. april & senere.')
      n = text.Note(noteclass='footnote', id='n1')
      n.addElement(text.NoteCitation(text='1'))
      m = text.NoteBody(); m.addElement(text.P(text='En note om < tegn.')); n.addElement(m)
      p.addElement(n); o.text.addElement(p)
      l = text.List(); i = text.ListItem(); i.addElement(text.P(text='Første punkt'))
      l.addElement(i); o.text.addElement(l)
      o.save(sys.argv[1])
      """
    #expect(try run(Interop.python, ["-c", script, input]).status == 0)
    let result = try translate(input, to: output)
    #expect(result.status == 0, "\(result.error)")
    let reading = """
      import sys
      from odf.opendocument import load
      from odf import text, teletype
      o = load(sys.argv[1])
      print('|'.join(teletype.extractText(e) for e in o.getElementsByType(text.Span)))
      for kind in (text.H, text.P):
          for e in o.getElementsByType(kind): print(teletype.extractText(e))
      """
    let read = try run(Interop.python, ["-c", reading, output])
    let lines = read.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "Bergen" && lines.contains("New harbour agreement"), "\(read.output)")
    #expect(
      lines.contains { $0.hasPrefix("The harbour in Bergen is closed. It opens on 4 April & l") })
    #expect(lines.contains("A note on < signs.") && lines.contains("First item"))
    let (before, after) = (try unzipped(input), try unzipped(output))
    for (name, data) in before where name != "content.xml" { #expect(after[name] == data) }
  }

  @Test(.enabled(if: hasEPUBCheck)) func aBookKeepsItsForm() throws {
    let source = try folder.write(
      Self.pairs.dropLast().map(\.0).joined(separator: "\n\n") + "\n", to: "a.nb.txt")
    let other = try folder.write("En.\n\nTo.\n", to: "b.nn.txt")
    let (input, output) = (folder.path("a.epub"), folder.path("a.en.epub"))
    let made = try Program.samsvar("align", source, other, "-o", input)
    try #require(made.status == 0, "\(made.error)")
    let result = try translate(input, to: output)
    #expect(result.status == 0, "\(result.error)")
    let checked = try run("java", ["-jar", "/usr/bin/epubcheck", output])
    #expect(checked.status == 0, "\(checked.output) \(checked.error)")
    let again = try Program.samsvar("text", "segment", output, "--lang", "en")
    #expect(again.output.contains("The harbour in Bergen is closed."))
    let parts = try unzipped(input).keys.sorted()
    #expect(try unzipped(output).keys.sorted() == parts)
  }

  @Test(.enabled(if: hasOffice && hasDocx)) func anOfficeProgramOpensIt() throws {
    let (input, output) = (folder.path("a.docx"), folder.path("b.docx"))
    try makeDocx(input)
    #expect(try translate(input, to: output).status == 0)
    let result = try run(
      "soffice",
      [
        "-env:UserInstallation=file://\(folder.path("profile"))", "--headless", "--convert-to",
        "pdf", "--outdir", folder.path(""), output,
      ])
    #expect(result.status == 0, "\(result.error)")
    let data = try Data(contentsOf: URL(fileURLWithPath: folder.path("b.pdf")))
    #expect(data.starts(with: Data("%PDF-".utf8)))
  }

  @Test(.enabled(if: hasDocx)) func fixesAreWrittenIntoAWordDocument() throws {
    let source = try folder.write("Det koster «ingenting» og mer.\n", to: "a.nb.txt")
    let target = folder.path("a.en.docx")
    let script = """
      import docx, sys
      d = docx.Document()
      p = d.add_paragraph('It costs ')
      p.add_run('«nothing»').bold = True
      p.add_run(' & more.')
      d.save(sys.argv[1])
      """
    #expect(try run(Interop.python, ["-c", script, target]).status == 0)
    let before = try Data(contentsOf: URL(fileURLWithPath: target))
    let diff = try Program.samsvar("check", source, target, "--diff")
    #expect(try Data(contentsOf: URL(fileURLWithPath: target)) == before)
    let fixed = try Program.samsvar("check", source, target, "--fix")
    #expect(fixed.error.contains("2 fixes written"), "\(fixed.error) \(diff.output)")
    #expect(diff.output.contains("+It costs “nothing” & more."), "\(diff.output)")
    let reading =
      "import docx, sys; print([r.text for r in docx.Document(sys.argv[1]).paragraphs[0].runs])"
    let read = try run(Interop.python, ["-c", reading, target])
    #expect(read.output == "['It costs ', '“nothing”', ' & more.']\n")
  }

  @Test func aPageKeepsItsTags() throws {
    let page = """
      <!DOCTYPE html><html lang="nb"><body><h1>Ny avtale om havna</h1>
      <p>Havna i <b>Bergen</b> er stengt. <a href="x?a=1&amp;b=2">Den åpner 4. april &amp; senere.</a></p>
      <p>Torsk</p></body></html>

      """
    let input = try folder.write(page, to: "a.nb.html")
    let output = folder.path("a.en.html")
    #expect(try translate(input, to: output).status == 0)
    let wanted = """
      <!DOCTYPE html><html lang="nb"><body><h1>New harbour agreement</h1>
      <p>The harbour in <b>Bergen</b> is closed. <a href="x?a=1&amp;b=2">It opens on 4 April &amp; later.</a></p>
      <p>Cod</p></body></html>

      """
    #expect(try String(contentsOfFile: output, encoding: .utf8) == wanted)
  }

  /// A character reference at the end of a paragraph ends there.
  @Test func aReferenceAtTheEndTakesNothingWithIt() throws {
    let page = "<p>Han sa &laquo;nei&raquo;</p>\n<p>Torsk</p>\n"
    let input = try folder.write(page, to: "a.nb.html")
    let result = try Program.samsvar(
      "translate", input, "--target-lang", "en", "--engine", "command", "--engine-command", "cat",
      "--no-cache", "--target-only")
    #expect(result.output == "<p>Han sa «nei»</p>\n<p>Torsk</p>\n", "\(result.output)")
  }

  @Test func subtitlesKeepTheirTimes() throws {
    let cues = """
      1
      00:00:01,000 --> 00:00:02,000
      Havna i Bergen

      2
      00:00:03,000 --> 00:00:04,000
      er stengt.

      """
    let input = try folder.write(cues, to: "a.nb.srt")
    let output = folder.path("a.en.srt")
    #expect(try translate(input, to: output).status == 0)
    let text = try String(contentsOfFile: output, encoding: .utf8)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.filter { $0.contains("-->") }.count == 2, "\(text)")
    #expect(lines.count == 6 && lines[2].hasPrefix("The harbour") && lines[5].hasSuffix("closed."))
  }

  @Test func markdownKeepsItsMarks() throws {
    let input = try folder.write(
      "# Ny avtale om havna\n\n- Første punkt\n\nHavna i **Bergen** er stengt.\n", to: "a.nb.md")
    let output = folder.path("a.en.md")
    #expect(try translate(input, to: output).status == 0)
    #expect(
      try String(contentsOfFile: output, encoding: .utf8)
        == "# New harbour agreement\n\n- First item\n\nThe harbour in **Bergen** is closed.\n")
  }

  @Test func anotherCharsetIsRefused() throws {
    let input = try folder.write(Data([0x54, 0xF8, 0x72, 0x73, 0x6B, 0x0A]), to: "a.nb.txt")
    let result = try translate(input, to: folder.path("a.en.txt"))
    #expect(result.status == 3 && result.error.contains("UTF-8"), "\(result.error)")
  }

  @Test func aPDFIsRefusedWithAdvice() throws {
    let objects = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    let input = try folder.write(objects, to: "a.nb.pdf")
    let result = try translate(input, to: folder.path("a.en.pdf"))
    #expect(result.status == 3 && result.error.contains("PDF"))
  }
}
