import Foundation
import SamsvarLexicon
import SamsvarDataFiles
import SamsvarModel
import SamsvarTestSupport
import Testing

@Suite("Compiled lexicon")
struct LexiconTests {
  private func source() throws -> LexiconSource {
    var source = LexiconSource(languages: ["nb", "nn", "en"])
    try source.add(
      "nb\tnn\tpos\ten\n# comment\navtale\tavtale\tnoun\tagreement; deal\nsju; syv\tsju\tnum\tseven\n",
      file: "a.tsv")
    return source
  }

  private func lexicon(_ bytes: [UInt8], _ folder: TemporaryFolder) throws -> Lexicon {
    try Lexicon(path: try folder.write(Data(bytes), to: "l.lexicon"))
  }

  @Test func answersInEveryDirection() throws {
    let folder = try TemporaryFolder()
    let lexicon = try lexicon(LexiconWriter.bytes(try source()), folder)
    #expect(lexicon.entryCount == 2)
    #expect(lexicon.translations(of: "Avtale", from: .nb, to: .en) == ["agreement", "deal"])
    #expect(lexicon.translations(of: "deal", from: .en, to: .nn) == ["avtale"])
    #expect(lexicon.translations(of: "syv", from: .nb, to: .en) == ["seven"])
    #expect(lexicon.translations(of: "åtte", from: .nb, to: .en) == [])
    #expect(lexicon.languages == [.nb, .nn, .en])
  }

  @Test func sameSourceGivesSameBytes() throws {
    #expect(LexiconWriter.bytes(try source()) == LexiconWriter.bytes(try source()))
  }

  @Test func damagedFilesAreRefusedNotRead() throws {
    let bytes = LexiconWriter.bytes(try source())
    let folder = try TemporaryFolder()
    #expect(throws: InputError.self) { try lexicon([], folder) }
    #expect(throws: InputError.self) { try lexicon(Array("no lexicon".utf8), folder) }
    for length in stride(from: 8, to: bytes.count, by: 7) {
      // Cut off anywhere: refused, or opened and answered without a crash.
      if let lexicon = try? lexicon(Array(bytes[..<length]), folder) {
        _ = lexicon.translations(of: "avtale", from: .nb, to: .en)
      }
    }
  }

  @Test func wrongColumnsAreNamedByLine() throws {
    var source = LexiconSource(languages: ["nb", "en"])
    let error = #expect(throws: LexiconSourceError.self) {
      try source.add("nb\ten\navtale\tagreement\nord\n", file: "x.tsv")
    }
    #expect(error?.line == 3)
  }
}

@Suite("The core list")
struct CoreListTests {
  private static let partsOfSpeech: Set<String> = [
    "noun", "verb", "adj", "adv", "prep", "conj", "pron", "det", "num", "interj", "name",
  ]

  private func rows() throws -> [(place: String, cells: [String])] {
    let folder = Paths.root.appending(path: "Sources/SamsvarLexicon/Core")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try files.flatMap { file in
      try String(contentsOf: folder.appending(path: file), encoding: .utf8).split(separator: "\n")
        .enumerated().dropFirst().map { number, line in
          (
            "\(file):\(number + 1)",
            line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
          )
        }
    }
  }

  @Test func columnsAreValidAndNoEntryStandsTwice() throws {
    var seen: [String: String] = [:]
    var problems: [String] = []
    for (place, cells) in try rows() {
      guard cells.count == 4, Self.partsOfSpeech.contains(cells[2]) else {
        problems.append("\(place): columns")
        continue
      }
      for column in [0, 1, 3] {
        let terms = cells[column].split(separator: ";", omittingEmptySubsequences: false)
        if terms.contains(where: { $0.allSatisfy(\.isWhitespace) }) {
          problems.append("\(place): empty term")
        }
      }
      for term in cells[0].components(separatedBy: "; ") {
        if let other = seen.updateValue(place, forKey: "\(term)\t\(cells[2])"), other != place {
          problems.append("\(place): \(term) (\(cells[2])) stands at \(other) too")
        }
      }
    }
    #expect(problems == [])
  }

  @Test func hasTenThousandEntries() throws { #expect(try rows().count >= 10_000) }
}
