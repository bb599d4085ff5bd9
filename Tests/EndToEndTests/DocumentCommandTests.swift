import Foundation
import SamsvarTestSupport
import Testing

/// The commands on files with structure.
@Suite("Documents on the command line")
struct DocumentCommandTests {
  private let files: TemporaryFolder
  private let source: String
  private let target: String

  init() throws {
    files = try TemporaryFolder()
    source = try files.write(
      """
      # Ny avtale om fiske

      Regjeringen la **fram** en avtale om fiske i dag[^1].
      Den gjelder fra 1. mai 2024.

      ```
      kode
      ```

      [^1]: Se side 12.
      """, to: "a.nb.md")
    target = try files.write(
      """
      <html lang="en"><body><h1>New agreement on fishing</h1><p>The government presented an <em>agreement
      on fishing</em> today. It applies from 2 May 2024.</p><p hidden>Hidden.</p><aside role="doc-footnote">
      See page 12.</aside></body></html>
      """, to: "a.en.html")
  }

  private func sources(_ output: String) throws -> [(String, String)] {
    try output.split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
      let record = try #require(object as? [String: Any])
      return (record["source"] as? String ?? "", record["target"] as? String ?? "")
    }
  }

  @Test func alignReadsMarkdownAndHTML() throws {
    let result = try Program.samsvar("align", source, target, "--to", "jsonl")
    #expect(result.status == 0)
    let pairs = try sources(result.output)
    #expect(
      pairs.map(\.0) == [
        "Ny avtale om fiske", "Regjeringen la fram en avtale om fiske i dag.",
        "Den gjelder fra 1. mai 2024.", "Se side 12.",
      ])
    #expect(
      pairs.map(\.1) == [
        "New agreement on fishing", "The government presented an agreement on fishing today.",
        "It applies from 2 May 2024.", "See page 12.",
      ])
  }

  @Test func removalsAreListed() throws {
    let log = files.path("removed.tsv")
    let result = try Program.samsvar("align", source, target, "--to", "beads", "--removal-log", log)
    #expect(result.status == 0)
    let lines = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
    #expect(
      lines == [
        "\(source)\tnote-mark\tline 3\t1", "\(source)\tcode\tline 7\tkode",
        "\(target)\thidden\tline 2\tHidden.",
      ])
  }

  @Test func checkSaysLineAndColumnOfTheFile() throws {
    let result = try Program.samsvar("check", source, target)
    #expect(result.status == 1)
    #expect(result.output.contains("a.en.html:2:"))
    let json = try Program.samsvar("check", source, target, "--to", "jsonl")
    let line = try #require(json.output.split(separator: "\n").first { $0.contains("2 May 2024") })
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    let location = try #require(object?["location"] as? [String: Any])
    let start = try #require(location["start"] as? Int)
    let end = try #require(location["end"] as? Int)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: target))
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    #expect("2 May 2024".contains(text) && text.contains("2"))
  }

  @Test func textCommandsAndGistReadThemToo() throws {
    let segments = try Program.samsvar("text", "segment", source)
    #expect(segments.output.hasPrefix("heading\tNy avtale om fiske\n"))
    #expect(segments.output.hasSuffix("footnote\tSe side 12.\n"))
    let tokens = try Program.samsvar("text", "tokens", "--count", target)
    #expect(tokens.output.hasPrefix("4\t"))
    let gist = try Program.samsvar("gist", source)
    #expect(gist.status == 0 && !gist.output.contains("kode"))
  }

  @Test func fromOverridesTheEnding() throws {
    let plain = try Program.samsvar("text", "segment", "--from", "text", source)
    #expect(plain.output.contains("```"))
    let text = try files.write("*Hei* du.", to: "b.nb.txt")
    #expect(
      try Program.samsvar("text", "segment", "--from", "markdown", text).output == "sentence\tHei du.\n")
  }

  @Test func standardInputIsToldByItsContent() throws {
    let page = Data("<!DOCTYPE html><p lang=nb>Hei på <b>deg</b>.</p>".utf8)
    let result = try Program.samsvar("gist", "--from", "html", "-", input: page)
    #expect(result.status == 0)
    let align = try Program.samsvar("align", "-", target, "--to", "jsonl", input: page)
    #expect(align.output.contains("Hei på deg."))
  }

  @Test func aTranslationIsWrittenByTheCuesOfItsSource() throws {
    let film = try files.write(
      """
      1
      00:00:01,000 --> 00:00:03,000
      Regjeringen la fram en avtale

      2
      00:00:03,100 --> 00:00:05,000
      om fiske i Nordsjøen i dag.

      3
      00:00:06,000 --> 00:00:07,000
      Den gjelder fra mai.
      """, to: "film.nb.srt")
    let english = try files.write(
      "The government presented an agreement on fishing in the North Sea today.\n\nIt applies from May.\n",
      to: "film.en.txt")
    let output = files.path("film.en.srt")
    let result = try Program.samsvar("align", film, english, "-o", output, "-o", files.path("f.vtt"))
    #expect(result.status == 0)
    let text = try String(contentsOfFile: output, encoding: .utf8)
    let cues = text.split(separator: "\n\n").map { $0.split(separator: "\n").dropFirst() }
    #expect(cues.map(\.first) == [
      "00:00:01,000 --> 00:00:03,000", "00:00:03,100 --> 00:00:05,000", "00:00:06,000 --> 00:00:07,000",
    ])
    #expect(
      cues.map { $0.dropFirst().joined(separator: " ") }.joined(separator: " ")
        == "The government presented an agreement on fishing in the North Sea today. It applies from May.")
    #expect(cues[0].count > 1 && cues[1].count > 1)
    #expect(cues[2].last == "It applies from May.")
    let vtt = try String(contentsOfFile: files.path("f.vtt"), encoding: .utf8)
    #expect(vtt.hasPrefix("WEBVTT\n\n1\n00:00:01.000 --> 00:00:03.000\n"))
    let none = try Program.samsvar("align", english, film, "-o", output)
    #expect(none.status == 3)
    #expect(none.error.contains("no cues"))
  }

  @Test func fixesGoIntoTheFileAndNotThroughMarkup() throws {
    let nb = try files.write("Det koster 2,5 kroner.\n\nDet koster 3,5 kroner.\n", to: "n.nb.md")
    let en = try files.write("It costs *2,5* kroner.\n\nIt costs 3,*5* kroner.\n", to: "n.en.md")
    let result = try Program.samsvar("check", nb, en, "--fix", "--fail-on", "never")
    #expect(result.status == 0)
    let text = try String(contentsOfFile: en, encoding: .utf8)
    #expect(text == "It costs *2.5* kroner.\n\nIt costs 3,*5* kroner.\n")
  }

  @Test(arguments: [
    ("a.docx", "Hei", "is named .docx"), ("a.rtf", "{\\rtf1 Hei}", "RTF"),
    ("a.vtt", "Hei", "WEBVTT"), ("a.srt", "Hei\n", "no cue"),
  ])
  func badFilesAreNamedWithAdvice(name: String, text: String, part: String) throws {
    let path = try files.write(text, to: name)
    let result = try Program.samsvar("align", path, target)
    #expect(result.status == 3)
    #expect(result.error.contains(path) && result.error.contains(part))
  }

  @Test func aMissingPdftotextIsNamed() throws {
    let path = try files.write("%PDF-1.4\n", to: "a.nb.pdf")
    let result = try Program.run(
      Paths.samsvar, ["text", "segment", path], environment: ["PATH": files.url.path])
    #expect(result.status == 3)
    #expect(result.error.contains("poppler-utils"))
  }
}
