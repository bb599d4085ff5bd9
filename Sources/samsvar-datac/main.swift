import Foundation
import SamsvarDataFiles
import SamsvarModel

// samsvar-datac lexicon OUTPUT [SOURCE] TABLE.tsv… | words OUTPUT LIST.txt | check TABLE.tsv…
// Compiles text data into the files that are memory-mapped at run time (run by the build), or checks
// the tables of a lexicon (run by `make lint`).
let arguments = Array(CommandLine.arguments.dropFirst())

func fail(_ message: String, _ status: Int32) -> Never {
  FileHandle.standardError.write(Data("samsvar-datac: \(message)\n".utf8))
  exit(status)
}

func read(_ paths: ArraySlice<String>) throws -> [(path: String, text: [UInt8])] {
  try paths.map { ($0, Array(try Data(contentsOf: URL(fileURLWithPath: $0)))) }
}

func write(_ bytes: [UInt8], to path: String) throws {
  try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
}

/// The languages the core list's columns begin with.
let languages = ["nb", "nn", "en"]

func check(_ files: [(path: String, text: [UInt8])]) throws {
  var check = LexiconCheck()
  for file in files where file.path.hasSuffix(".tsv") { check.add(file.text, file: file.path) }
  for problem in check.problems {
    print("\(problem.position.map { "\($0): " } ?? "")\(problem.message)")
  }
  if !check.problems.isEmpty { fail("\(check.problems.count) problems in the tables", 1) }
  let counts = LexiconStatistics(
    try LexiconFolder.read(files, name: "checked", languages: languages))
  print("\(counts.entryCount) entries")
  func share(_ count: Int) -> String {
    String(format: "%.1f %%", 100 * Double(count) / Double(max(1, counts.entryCount)))
  }
  for language in counts.languages {
    print(
      "  \(language.code): \(language.terms) terms, in \(share(language.entries)) of the entries, "
        + "\(String(format: "%.2f", language.meanTerms)) each; "
        + "other than \(counts.languages[0].code) in \(share(language.differing))")
  }
  print("  " + counts.partsOfSpeech.map { "\($0.name) \($0.count)" }.joined(separator: ", "))
}

guard arguments.count >= 2 else {
  fail("lexicon OUTPUT FILE… | words OUTPUT FILE | check FILE…", 2)
}
do {
  switch arguments[0] {
  case "lexicon":
    let source = try LexiconFolder.read(
      try read(arguments[2...]), name: "core", languages: languages)
    try write(LexiconWriter.bytes(source), to: arguments[1])
  case "words" where arguments.count >= 3:
    let text = try String(contentsOfFile: arguments[2], encoding: .utf8)
    try write(
      WordListWriter.bytes(try WordListSource.read(text, file: arguments[2])), to: arguments[1])
  case "check": try check(try read(arguments[1...]))
  default: fail("unknown kind \(arguments[0])", 2)
  }
} catch {
  fail("\(error)", 3)
}
