import Foundation
import SamsvarFormats
import SamsvarModel
import SamsvarTestSupport
import Testing

private let hasDocx = Interop.isRequired || Interop.hasPython("docx")
private let hasOdf = Interop.isRequired || Interop.hasPython("odf")
private let hasOffice = Interop.isRequired || Interop.has("LibreOffice", "soffice", ["--version"])
private let hasPDF = Interop.isRequired || Interop.has("pdftotext", "pdftotext", ["-v"])

/// Files that other programs wrote are read as they meant them.
@Suite("Documents of other programs")
struct DocumentInteropTests {
  private let files: TemporaryFolder

  init() throws { files = try TemporaryFolder() }

  private func run(_ program: String, _ arguments: [String]) throws {
    let result = try Program.run(URL(fileURLWithPath: "/usr/bin/env"), [program] + arguments)
    #expect(result.status == 0, "\(program): \(result.error)")
  }

  private func lines(_ name: String) throws -> [String] {
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: files.path(name))))
    return try #require(try DocumentReader.read(bytes, name: name)).lines
  }

  private static let expected = [
    "heading: Ny avtale om blåkveite", "paragraph: Regjeringen la fram en avtale. Den er ny.",
    "listItem: Første punkt", "tableCell: Navn", "tableCell: Pris", "tableCell: Torsk",
    "tableCell: 20 kroner",
  ]

  @Test(.enabled(if: hasDocx))
  func pythonDocxIsRead() throws {
    let script = """
      import docx, sys
      d = docx.Document()
      d.add_heading('Ny avtale om blåkveite', 1)
      p = d.add_paragraph('Regjeringen la ')
      p.add_run('fram').bold = True
      p.add_run(' en avtale. Den er ny.')
      d.add_paragraph('Første punkt', style='List Bullet')
      t = d.add_table(rows=2, cols=2)
      for r, row in enumerate([['Navn', 'Pris'], ['Torsk', '20 kroner']]):
          for c, x in enumerate(row): t.cell(r, c).text = x
      d.save(sys.argv[1])
      """
    try run(Interop.python, ["-c", script, files.path("a.docx")])
    #expect(try lines("a.docx") == Self.expected)
  }

  @Test(.enabled(if: hasOdf))
  func odfpyIsRead() throws {
    let script = """
      import sys
      from odf.opendocument import OpenDocumentText
      from odf import text, table
      o = OpenDocumentText()
      o.text.addElement(text.H(outlinelevel=1, text='Ny avtale om blåkveite'))
      p = text.P(text='Regjeringen la'); p.addElement(text.S(c=2))
      p.addElement(text.Span(text='fram')); p.addText(' en avtale. Den er ny.')
      o.text.addElement(p)
      l = text.List(); i = text.ListItem(); i.addElement(text.P(text='Første punkt'))
      l.addElement(i); o.text.addElement(l)
      t = table.Table()
      for row in [['Navn', 'Pris'], ['Torsk', '20 kroner']]:
          r = table.TableRow()
          for x in row:
              c = table.TableCell(); c.addElement(text.P(text=x)); r.addElement(c)
          t.addElement(r)
      o.text.addElement(t)
      o.save(sys.argv[1])
      """
    try run(Interop.python, ["-c", script, files.path("a.odt")])
    #expect(try lines("a.odt") == Self.expected)
  }

  /// Word documents, OpenDocument texts, e-books and PDF from one page.
  @Test(.enabled(if: hasOffice && hasPDF))
  func libreOfficeIsRead() throws {
    let page = try files.write(
      """
      <html lang="nb"><body><h1>Ny avtale om blåkveite</h1><p>Regjeringen la <b>fram</b> en avtale. \
      Den er ny.</p><ul><li>Første punkt</li></ul><table border="1"><tr><td>Navn</td><td>Pris</td></tr>\
      <tr><td>Torsk</td><td>20 kroner</td></tr></table></body></html>
      """, to: "a.html")
    let profile = "-env:UserInstallation=file://\(files.path("profile"))"
    for (format, filter) in [("odt", "odt:writer8"), ("docx", "docx:MS Word 2007 XML")] {
      try run(
        "soffice",
        [profile, "--headless", "--infilter=HTML (StarWriter)", "--convert-to", filter, "--outdir",
          files.url.path, page])
      #expect(try lines("a.\(format)") == Self.expected, "\(format)")
    }
    for format in ["epub", "pdf"] {
      try run(
        "soffice",
        [profile, "--headless", "--convert-to", format, "--outdir", files.url.path,
          files.path("a.docx")])
      // LibreOffice's e-books know no headings or lists; a PDF knows neither.
      let texts = try lines("a.\(format)").map { $0.drop { $0 != ":" }.dropFirst(2) }
      #expect(
        texts == Self.expected.map { $0.drop { $0 != ":" }.dropFirst(2) }, "\(format)")
    }
  }
}
