import Foundation
import SamsvarLexiconFile

// samsvar-lexc OUTPUT SOURCE.tsv…: compiles the text form of the core lexicon. Run by the build.
let arguments = CommandLine.arguments
guard arguments.count >= 2 else {
  FileHandle.standardError.write(Data("usage: samsvar-lexc OUTPUT SOURCE.tsv…\n".utf8))
  exit(2)
}
do {
  var source = LexiconSource(languages: ["nb", "nn", "en"])
  for path in arguments.dropFirst(2) {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try source.add(text, file: path)
  }
  try Data(LexiconWriter.bytes(source)).write(
    to: URL(fileURLWithPath: arguments[1]), options: .atomic)
} catch {
  FileHandle.standardError.write(Data("samsvar-lexc: \(error)\n".utf8))
  exit(3)
}
