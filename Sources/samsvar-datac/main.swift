import Foundation
import SamsvarDataFiles

// samsvar-datac lexicon OUTPUT SOURCE.tsv… | words OUTPUT SOURCE.txt
// Compiles text data into the files that are memory-mapped at run time. Run by the build.
let arguments = Array(CommandLine.arguments.dropFirst())

func fail(_ message: String, _ status: Int32) -> Never {
  FileHandle.standardError.write(Data("samsvar-datac: \(message)\n".utf8))
  exit(status)
}

guard arguments.count >= 3 else { fail("lexicon|words OUTPUT SOURCE…", 2) }
do {
  let texts = try arguments[2...].map { try String(contentsOfFile: $0, encoding: .utf8) }
  var bytes: [UInt8]
  switch arguments[0] {
  case "lexicon":
    var source = LexiconSource(languages: ["nb", "nn", "en"])
    for (path, text) in zip(arguments[2...], texts) { try source.add(text, file: path) }
    bytes = LexiconWriter.bytes(source)
  case "words":
    bytes = WordListWriter.bytes(try WordListSource.read(texts[0], file: arguments[2]))
  default: fail("unknown kind \(arguments[0])", 2)
  }
  try Data(bytes).write(to: URL(fileURLWithPath: arguments[1]), options: .atomic)
} catch {
  fail("\(error)", 3)
}
