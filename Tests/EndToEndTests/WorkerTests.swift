import Foundation
import SamsvarTestSupport
import Testing

@Suite("samsvar worker")
struct WorkerTests {
  private func answers(_ jobs: [String]) throws -> [[String: Any]] {
    let input = Data((jobs.joined(separator: "\n") + "\n").utf8)
    let result = try Program.samsvar("worker", input: input)
    #expect(result.status == 0)
    return try result.output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test func answersInOrderAndGoesOnAfterBadJobs() throws {
    let answers = try answers([
      #"{"id": "a", "command": "align", "source": "Hunden sover. Katten spiser.", "target": ["The dog sleeps.", "", "The cat eats."], "sourceLanguage": "nb", "targetLanguage": "en"}"#,
      "not a job",
      #"{"id": 7, "command": "fly"}"#,
      #"{"id": "b", "command": "align", "source": "a", "target": "b", "options": {"no-such": true}}"#,
      #"{"id": "c", "command": "check", "source": "Prisen er 40 kroner.", "target": "The price is 50 kroner.", "sourceLanguage": "nb", "targetLanguage": "en"}"#,
      #"{"id": "d", "command": "segment", "source": "Hei. Ha det bl.a. der.", "sourceLanguage": "nb"}"#,
    ])
    #expect(answers.map { $0["id"] as? String } == ["a", nil, nil, "b", "c", "d"])
    #expect(answers[2]["id"] as? Int == 7)
    #expect((answers[0]["target"] as? [String])?.count == 3)
    let beads = try #require(answers[0]["beads"] as? [[Any]])
    #expect(beads.map { $0[1] as? [Int] } == [[0], [1], [2]])
    for index in [1, 2, 3] {
      let error = try #require(answers[index]["error"] as? [String: String])
      #expect(error["code"] != nil && error["message"]?.isEmpty == false)
    }
    #expect((answers[4]["findings"] as? [Any])?.count == 1)
    #expect((answers[5]["sentences"] as? [[Int]]) == [[0, 4], [5, 22]])
  }

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: "/usr/bin/parallel"),
      "GNU parallel is not installed"))
  func runsUnderGNUParallel() throws {
    let folder = try TemporaryFolder()
    let jobs = (0..<300).map {
      #"{"id": \#($0), "command": "segment", "source": "Setning nr. \#($0) her. Og en til.", "sourceLanguage": "nb"}"#
    }
    let file = try folder.write(jobs.joined(separator: "\n") + "\n", to: "jobs.jsonl")
    let command =
      "parallel --will-cite --pipe --keep-order --block 4k -j 2 '\(Paths.samsvar.path)' worker <'\(file)'"
    let result = try Program.run(URL(fileURLWithPath: "/bin/sh"), ["-c", command])
    let ids = try result.output.split(separator: "\n").map {
      (try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])?["id"] as? Int
    }
    #expect(ids == Array(0..<300))
  }
}

@Suite("samsvar align --pairs")
struct PairsTests {
  private func manifest(_ folder: TemporaryFolder) throws -> String {
    let example = Paths.file("Examples/libya")
    let good = (0..<6).map {
      "p\($0)\t\(example)/article.\($0 % 2 == 0 ? "nb" : "nn").txt\t\(example)/article.en.txt\n"
    }
    return try folder.write(
      good.joined() + "bad\t\(example)/none.txt\t\(example)/article.en.txt\n", to: "pairs")
  }

  private func run(
    _ folder: TemporaryFolder, _ options: String...
  ) throws -> Program.Result {
    try Program.run(
      Paths.samsvar,
      ["align", "--pairs", try manifest(folder), "--output-dir", folder.url.path] + options)
  }

  private func contents(_ folder: TemporaryFolder, _ name: String) throws -> String {
    try String(contentsOfFile: folder.path(name), encoding: .utf8)
  }

  @Test func jobsGiveTheSameFilesAndABadPairDoesNotStopTheRest() throws {
    let one = try TemporaryFolder()
    let four = try TemporaryFolder()
    #expect(try run(one).status == 3)
    let result = try run(four, "--jobs", "4")
    #expect(result.status == 3 && result.error.contains("bad: "))
    for number in 0..<6 {
      #expect(try contents(one, "p\(number).tsv") == contents(four, "p\(number).tsv"))
    }
  }

  @Test func resumeLeavesFinishedPairsAlone() throws {
    let folder = try TemporaryFolder()
    _ = try run(folder)
    _ = try folder.write("kept\n", to: "p0.tsv")
    try FileManager.default.removeItem(atPath: folder.path("p1.tsv"))
    _ = try run(folder, "--resume", "--jobs", "2")
    #expect(try contents(folder, "p0.tsv") == "kept\n")
    #expect(try contents(folder, "p1.tsv").isEmpty == false)
  }
}

@Suite("samsvar align, beads")
struct AlignOptionTests {
  private let article = [
    Paths.file("Examples/libya/article.nb.txt"), Paths.file("Examples/libya/article.en.txt"),
  ]

  private func align(_ options: String...) throws -> Program.Result {
    try Program.run(Paths.samsvar, ["align"] + article + options)
  }

  @Test func anchorsStand() throws {
    let folder = try TemporaryFolder()
    let anchors = try folder.write("# accepted\n5\t2\n", to: "accepted.tsv")
    let result = try align("--to", "beads", "--anchors", anchors)
    #expect(result.output.contains("\n5\t2\t1.000\n"))
  }

  @Test func anchorsThatCrossAreRefused() throws {
    let folder = try TemporaryFolder()
    let anchors = try folder.write("5\t2\n4\t3\n", to: "accepted.tsv")
    let result = try align("--to", "beads", "--anchors", anchors)
    #expect(result.status == 3 && result.error.contains("accepted.tsv") && result.output.isEmpty)
  }

  @Test func reviewBeginsWithTheLeastSure() throws {
    let shares = try align("--review").output.split(separator: "\n")
      .filter { !$0.hasPrefix(" ") && $0.hasSuffix("%") }
      .compactMap { Int($0.split(separator: " ").dropLast().last ?? "") }
    #expect(shares.count > 10 && shares == shares.sorted())
  }

  @Test func corpusOptionsLeaveBeadsOut() throws {
    let all = try align("--to", "jsonl").output.split(separator: "\n").count
    let sure = try align("--to", "jsonl", "--min-confidence", "0.97").output.split(separator: "\n")
    #expect(sure.count < all && !sure.isEmpty)
    #expect(try align("--to", "beads", "--dedup").status == 2)
  }
}
