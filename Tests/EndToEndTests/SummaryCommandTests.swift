import Foundation
import SamsvarTestSupport
import Testing

@Suite("Summaries and gists")
struct SummaryCommandTests {
  private let article = Paths.file("Examples/libya/article.nb.txt")
  private let summary = Paths.file("Examples/libya/summary.en.txt")
  private let wrong = Paths.file("Examples/libya/summary-errors.en.txt")

  private func objects(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test func everyPlantedErrorIsFoundAndNothingElse() throws {
    let clean = try Program.samsvar("check", "--summary", article, summary)
    #expect(clean.status == 0 && clean.output == "no findings\n")
    let result = try Program.samsvar("check", "--summary", article, wrong, "--to", "jsonl")
    #expect(result.status == 1)
    let found = try objects(result.output).map { finding in
      let target = finding["target"] as? [String: Any]
      return "\(finding["category"] ?? ""):\(target?["text"] ?? "")"
    }
    #expect(
      found == [
        "name:Benghazi", "date:14 April", "invented:airlines have cancelled all flights",
        "negation:confirms", "number:83", "unit:$22.5 million",
      ])
  }

  @Test func linksAsJSONSayWhyAndWhatIsLeftOut() throws {
    let result = try Program.samsvar("align", "--summary", article, wrong, "--to", "jsonl")
    let lines = try objects(result.output)
    let sentences = lines.filter { $0["kind"] as? String == "summary" }
    #expect(sentences.count == 6)
    #expect(sentences.allSatisfy { ($0["evidence"] as? [Any])?.isEmpty == false })
    #expect(sentences.reduce(0) { $0 + (($1["findings"] as? [Any])?.count ?? 0) } == 6)
    let unused = lines.filter { $0["kind"] as? String == "deletion" }
    let centralities = unused.compactMap { $0["centrality"] as? Double }
    #expect(centralities.count == unused.count && centralities == centralities.sorted(by: >))
  }

  /// Each sentence of the summary beside what it rests on, in the files other programs read.
  @Test(arguments: ["tsv", "tmx", "csv", "xliff", "po", "json", "markdown", "pairs"])
  func bilingualFilesOfASummaryHoldItsLinks(format: String) throws {
    let links = try Program.samsvar("align", "--summary", article, summary, "--to", "links")
    let first = links.output.split(separator: "\n").map { $0.split(separator: "\t") }.first {
      $0[1].contains(" ") || $0[1].contains(",")
    }
    let sources = try #require(first)[1].split { $0 == " " || $0 == "," }.compactMap { Int($0) }
    let cut = try Program.samsvar("text", "segment", article)
    let segments = cut.output.split(separator: "\n").map { $0.split(separator: "\t") }
    let written = try Program.samsvar("align", "--summary", article, summary, "--to", format).output
    for source in sources {
      let words = segments[source][1].split(separator: " ").prefix(4).joined(separator: " ")
      #expect(written.contains(words), "\(format)")
    }
  }

  @Test func alignNoticesASummaryAndATranslation() throws {
    let asTranslation = try Program.samsvar("align", article, summary, "--to", "beads")
    #expect(asTranslation.error.contains("looks like a summary"))
    #expect(asTranslation.error.contains("--summary"))
    let translation = Paths.file("Examples/libya/article.en.txt")
    let asSummary = try Program.samsvar("align", "--summary", article, translation, "--to", "links")
    #expect(asSummary.error.contains("looks like a translation"))
    #expect(try Program.samsvar("align", article, translation, "--to", "beads").error.isEmpty)
    #expect(
      try Program.samsvar("align", "--summary", article, summary, "--to", "links").error.isEmpty)
  }

  @Test(arguments: [
    ("en", "Dim what the summary leaves out", "where the source says"),
    ("nb", "Demp det sammendraget utelater", "der kilden har"),
    ("nn", "Demp det samandraget utelèt", "der kjelda har"),
  ])
  func pagesSpeakTheLanguage(language: String, button: String, message: String) throws {
    let folder = try TemporaryFolder()
    let page = folder.url.appending(path: "s.html").path
    _ = try Program.samsvar("check", "--summary", article, wrong, "--ui-lang", language, "-o", page)
    let html = try String(contentsOfFile: page, encoding: .utf8)
    #expect(html.contains("<html lang=\"\(language)\">"))
    #expect(html.contains(button) && html.contains(message))
    #expect(html.contains("aria-keyshortcuts=\"d\""))
    #expect(!html.contains("http://") && !html.contains("https://"))
  }

  @Test func gistHasTermsNamesAndValuesInEnglish() throws {
    let termbase = Paths.file("Glossaries/news.csv")
    let result = try Program.samsvar("gist", article, "--termbase", termbase, "--sentences", "0")
    #expect(result.status == 0)
    for part in ["not a translation", "UN envoy", "4 April", "$22.5 billion", "93%", "Greece"] {
      #expect(result.output.contains(part), "\(part)")
    }
    let lines = try objects(
      try Program.samsvar("gist", article, "--sentences", "3", "--to", "jsonl").output)
    #expect(lines.count == 3)
    let centralities = lines.compactMap { $0["centrality"] as? Double }
    #expect(centralities.first == 1 && centralities == centralities.sorted(by: >))
  }

  @Test func gistOfEnglishIsInBokmål() throws {
    let text = try Program.samsvar(
      "gist", Paths.file("Examples/libya/article.en.txt"), "--ui-lang", "nn")
    #expect(text.output.hasPrefix("Hovudpunkt"))
    #expect(text.output.contains("torsdag"))
  }

  @Test(arguments: [["gist", "--from", "jsonl", "x"], ["gist", "x", "--sentences", "-1"]])
  func gistRefusesWhatItCannotDo(arguments: [String]) throws {
    #expect(try Program.run(Paths.samsvar, arguments).status == 2)
  }
}
