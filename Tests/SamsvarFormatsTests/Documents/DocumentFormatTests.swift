import SamsvarFormats
import SamsvarModel
import Testing

@Suite("Formats of documents")
struct DocumentFormatTests {
  @Test(arguments: [
    ("a.nb.md", "# A", DocumentFormat.markdown), ("A.HTML", "x", .html), ("a.srt", "", .srt),
    ("a.vtt", "", .vtt), ("a.txt", "<html>", .text), ("a", "Hei", .text),
    ("-", "<!DOCTYPE html><p>", .html), ("-", "\u{FEFF}WEBVTT\n", .vtt),
    ("-", "1\r\n00:00:01,000 --> 00:00:02,000\r\nHei", .srt), ("x.bin", "%PDF-1.4", .pdf),
    ("notat", "# Overskrift", .text),
  ])
  func endingAndContentTell(name: String, text: String, expected: DocumentFormat) throws {
    #expect(try DocumentFormat.detect(Array(text.utf8), name: name) == expected)
  }

  @Test func archivesAreToldByWhatTheyHold() throws {
    #expect(try DocumentFormat.detect(try TestDocument.docx(""), name: "-") == .docx)
    #expect(try DocumentFormat.detect(try TestDocument.odt(""), name: "-") == .odt)
    #expect(try DocumentFormat.detect(try TestDocument.epub([""]), name: "x.zip") == .epub)
    let other = try archive([("a.txt", "x")])
    #expect(throws: InputError.self) { try DocumentFormat.detect(other, name: "a.zip") }
  }

  @Test(arguments: [
    ([0xD0, 0xCF, 0x11, 0xE0] as [UInt8], "a.doc", "save it as .docx"),
    (Array("{\\rtf1".utf8), "a.rtf", "RTF"), (Array("Hei".utf8), "a.docx", "named .docx"),
    ([], "a.pdf", "named .pdf"),
  ])
  func whatIsNotReadGetsAdvice(bytes: [UInt8], name: String, advice: String) {
    let error = #expect(throws: InputError.self) { try DocumentFormat.detect(bytes, name: name) }
    #expect(error?.message.contains(advice) == true)
  }
}

@Suite("Ways back")
struct DocumentLocationTests {
  @Test func aRangeOfTheTextIsFoundByLineAndColumn() throws {
    let text = try read("# A\n\nEn **to** tre.", as: .markdown)
    let document = Document(name: "a.md", language: .nb, text: text)
    let start = text.blocks[1].range.lowerBound + 3
    let place = document.location(of: start..<start + 2)
    #expect(place.description == "a.md:3:6")
    #expect(place.bytes == 10..<12)
  }

  @Test func aRangeOfAnArchiveIsFoundByPartAndParagraph() throws {
    let text = try read(try TestDocument.docx("<w:p/>" + TestDocument.p("En to.")), as: .docx)
    var document = Document(name: "a.docx", language: .nb, text: text)
    document.segments = [Segment(range: text.blocks[0].range)]
    document.blocks = [Block(kind: .paragraph, segments: 0..<1, place: text.blocks[0].place)]
    let place = document.location(of: 3..<5)
    #expect(place.description == "a.docx, word/document.xml, paragraph 2")
    #expect(place.bytes == 3..<5)
    #expect(place.line == nil)
  }
}
