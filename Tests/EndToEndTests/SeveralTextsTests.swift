import Foundation
import SamsvarTestSupport
import Testing

@Suite("Several texts and layouts")
struct SeveralTextsTests {
  private let texts = ["nb", "nn", "en"].map { Paths.file("Examples/libya/article.\($0).txt") }

  private func align(_ arguments: String...) throws -> Program.Result {
    try Program.run(Paths.samsvar, ["align"] + texts + arguments)
  }

  @Test func everySegmentOfEachTextStandsOnceAndInOrder() throws {
    let output = try align("--to", "beads").output
    let rows = output.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    #expect(rows.allSatisfy { $0.count == 4 })
    for text in 0..<3 {
      let indices = rows.flatMap { $0[text].split(separator: ",").compactMap { Int($0) } }
      #expect(indices == Array(0..<22))
    }
  }

  /// What two of the texts say of each other is what their own alignment says, whatever the pivot.
  @Test(arguments: ["1", "nn", "en"])
  func agreesWithTheGold(pivot: String) throws {
    let output = try align("--to", "beads", "--pivot", pivot).output
    let gold = try String(
      contentsOfFile: Paths.file("Examples/libya/article.gold.tsv"), encoding: .utf8)
    func pairs(_ text: String, _ columns: [Int]) -> [String] {
      text.split(separator: "\n").map { line in
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        return columns.map { String(cells[$0]) }.joined(separator: "-")
      }.filter { $0 != "-" }
    }
    #expect(pairs(output, [0, 2]) == pairs(gold, [0, 1]))
  }

  @Test func formatsHoldAllTexts() throws {
    let tmx = try align("--to", "tmx").output
    #expect(tmx.components(separatedBy: "<tu ").count == 22)
    for language in ["nb", "nn", "en"] {
      #expect(tmx.components(separatedBy: "<tuv xml:lang=\"\(language)\">").count > 20)
    }
    let table = try align("--to", "tsv").output.split(separator: "\n")
    #expect(table.first == "id\tkind\tconfidence\tnb\tnn\ten")
    #expect(table.contains { $0.hasPrefix("2\t2-2-1\t") })
    struct Record: Decodable {
      struct Text: Decodable {
        var language: String
        var text: String
        var indices: [Int]
      }
      var texts: [Text]
    }
    let records = try align("--to", "jsonl").output.split(separator: "\n").map {
      try JSONDecoder().decode(Record.self, from: Data($0.utf8))
    }
    #expect(records.allSatisfy { $0.texts.map(\.language) == ["nb", "nn", "en"] })
    #expect(records.flatMap { $0.texts[1].indices } == Array(0..<22))
  }

  @Test func tablesHoldAllTexts() throws {
    let folder = try TemporaryFolder()
    let endings = ["xlsx", "csv", "json", "md", "tsv"]
    let outputs = endings.flatMap { ["-o", folder.path("x.\($0)")] }
    let result = try Program.run(
      Paths.samsvar, ["align"] + texts + outputs + ["--lang-map", "nb=nb-NO"])
    #expect(result.status == 0, "\(result.error)")
    func text(_ ending: String) throws -> String {
      try String(contentsOfFile: folder.path("x.\(ending)"), encoding: .utf8)
    }
    #expect(try text("csv").hasPrefix("id,kind,confidence,nb-NO,nn,en\n1,"))
    #expect(try text("md").hasPrefix("| id | kind | confidence | nb-NO | nn | en |\n|---|"))
    #expect(try text("json").hasPrefix("[\n{") && text("json").hasSuffix("}\n]\n"))
    // Each two of the texts can be read out of a table again.
    for (source, target) in [("nb-NO", "en"), ("nn", "en"), ("nb-NO", "nn")] {
      // Rows that have only the third text are no pairs.
      func pairs(_ ending: String) throws -> [Substring] {
        try Program.samsvar(
          "convert", folder.path("x.\(ending)"), "-", "--to", "pairs", "--source-lang", source,
          "--target-lang", target
        ).output.split(separator: "\n").filter { $0 != "\t" }
      }
      #expect(try pairs("tsv").count > 15)
      #expect(try pairs("xlsx") == pairs("tsv"))
      #expect(try pairs("csv") == pairs("tsv"))
    }
  }

  @Test(arguments: ["docx", "odt", "epub", "xlf", "po", "ladder", "pairs", "vert", "srt"])
  func whatHoldsTwoTextsSaysWhatHoldsMore(ending: String) throws {
    let folder = try TemporaryFolder()
    let result = try align("-o", folder.path("x.\(ending)"))
    #expect(result.status == 2)
    #expect(
      result.error.contains(
        "holds two texts; more of them can be written as html, tmx, xlsx, csv, tsv, json, jsonl, "
          + "markdown or beads"), "\(result.error)")
    #expect(!FileManager.default.fileExists(atPath: folder.path("x.\(ending)")))
  }

  @Test(arguments: ["side-by-side", "interleaved", "facing", "tap", "interlinear"])
  func convertAndCheckLayPagesOutAsAlignDoes(layout: String) throws {
    let folder = try TemporaryFolder()
    let beads = try folder.write(
      """
      {"id":"1","sourceLanguage":"nb","targetLanguage":"en","source":"Huset er rødt.","target":"The house is red."}

      """, to: "b.jsonl")
    let source = try folder.write("Huset er rødt.\n", to: "a.nb.txt")
    let target = try folder.write("The house is red.\n", to: "a.en.txt")
    _ = try Program.samsvar(
      "align", source, target, "-o", folder.path("align.html"), "--layout", layout)
    _ = try Program.samsvar(
      "convert", beads, folder.path("convert.html"), "--layout", layout)
    _ = try Program.samsvar(
      "check", beads, "-o", folder.path("check.html"), "--layout", layout)
    for name in ["align", "convert", "check"] {
      let page = try String(contentsOfFile: folder.path("\(name).html"), encoding: .utf8)
      #expect(page.contains("<html lang=\"en\" data-layout=\"\(layout)\">"), "\(name)")
    }
    let refused = try Program.samsvar(
      "convert", beads, folder.path("x.tmx"), "--layout", layout)
    #expect(refused.status == 2 && refused.error.contains("html and epub"))
  }

  /// What is written as vertical text comes back with its beads; white space has become single blanks.
  @Test func verticalTextIsReadBack() throws {
    let folder = try TemporaryFolder()
    let tsv = try Program.samsvar("align", texts[0], texts[2], "--to", "tsv").output
    let written = try Program.samsvar(
      "align", texts[0], texts[2], "-o", folder.path("corpus.vert"))
    #expect(written.status == 0)
    let back = try Program.samsvar(
      "convert", folder.path("corpus.nb.vert"), "-", "--to", "tsv")
    #expect(back.status == 0, "\(back.error)")
    func rows(_ text: String) -> [[String]] {
      text.split(separator: "\n").dropFirst().map { line in
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        return [1, 3, 4].map {
          cells[$0].split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
      }
    }
    #expect(rows(back.output) == rows(tsv))
    let page = try Program.samsvar(
      "convert", folder.path("corpus.nb.vert"), folder.path("page.html"))
    #expect(page.status == 0, "\(page.error)")
    let nameless = try Program.samsvar(
      "convert", folder.path("corpus.vert"), folder.path("x.tmx"))
    #expect(nameless.status == 3 && nameless.error.contains("corpus.nb.vert"))
    try FileManager.default.removeItem(atPath: folder.path("corpus.map"))
    let mapless = try Program.samsvar(
      "convert", folder.path("corpus.nb.vert"), folder.path("x.tmx"))
    #expect(mapless.status == 3 && mapless.error.contains("corpus.map"))
  }

  @Test func languagesMayBeGiven() throws {
    let folder = try TemporaryFolder()
    let paths = try ["Huset er rødt.\n", "Huset er raudt.\n", "The house is red.\n"].enumerated()
      .map { try folder.write($1, to: "\($0).txt") }
    let result = try Program.run(
      Paths.samsvar,
      ["align"] + paths + ["--lang", "nb", "--lang", "nn", "--lang", "en", "--to", "tsv"])
    #expect(result.output.hasPrefix("id\tkind\tconfidence\tnb\tnn\ten\n1\t1-1-1\t"))
  }

  @Test(arguments: [
    (["--pivot", "4"], "none of the texts"), (["--pivot", "sv"], "none of the texts"),
    (["--to", "links"], "holds two texts"), (["--summary"], "for two texts"),
    (["--layout", "columns"], "columns"),
  ])
  func mistakesAreNamed(arguments: [String], part: String) throws {
    let result = try Program.run(Paths.samsvar, ["align"] + texts + arguments)
    #expect(result.status == 2 || result.status == 3)
    #expect(result.error.contains(part), "\(result.error)")
  }

  @Test func pivotIsForThreeTexts() throws {
    let result = try Program.samsvar("align", texts[0], texts[2], "--pivot", "nb")
    #expect(result.status == 2 && result.error.contains("three texts or more"))
  }

  /// Words under the words of the example: terms, compounds, values, names, function words, phrases,
  /// and the forms that the translation has.
  @Test(arguments: [
    ("militæravtalen", "military agreement"), ("ulltepper", "wool·blankets"), ("og", "and"),
    ("Tyrkia", "Turkey"), ("12. desember", "12 December"), ("22,5 mrd. dollar", "$22.5 billion"),
    ("Over åtte måneder", "more than eight months"), ("i år", "this year"), ("men", "but"),
    ("LNA-styrkene", "LNA forces"), ("Egypts", "Egypt’s"), ("vedtok", "decided"),
    ("bor", "lives"), ("Røde Halvmåne", "Red Crescent"),
  ])
  func glosses(word: String, gloss: String) throws {
    let outline = try Self.interlinear.get()
    let found = outline.contains { $0.word == word && $0.gloss == gloss }
    #expect(found, "\(outline.filter { $0.word == word })")
  }

  @Test func nearlyEveryWordIsGlossed() throws {
    let page = HTMLOutline(try Self.page())
    let texts = page.texts.filter { $0.language == "nb" && $0.path.contains("td") }
    let bare = texts.filter { !$0.path.contains("ruby") && $0.text.contains(where: \.isLetter) }
    let words = texts.filter { $0.path.contains("ruby") }
    #expect(words.count > 200)
    #expect(bare.count * 50 < words.count, "\(bare.map(\.text))")
  }

  private static func page() throws -> String {
    try Program.samsvar(
      "align", Paths.file("Examples/libya/article.nb.txt"),
      Paths.file("Examples/libya/article.en.txt"), "--termbase",
      Paths.file("Glossaries/news.csv"), "--layout", "interlinear", "--to", "html"
    ).output
  }

  /// The glossed words of the example.
  private static let interlinear = Result { () throws -> [(word: String, gloss: String)] in
    var result: [(word: String, gloss: String)] = []
    var word = ""
    for text in HTMLOutline(try page()).texts where text.path.contains("ruby") {
      if text.path.contains("rt") {
        result.append((word.trimmingCharacters(in: CharacterSet(charactersIn: ",.:»")), text.text))
        word = ""
      } else {
        word += text.text
      }
    }
    return result
  }
}
