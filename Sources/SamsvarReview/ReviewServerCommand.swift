import ArgumentParser
import Foundation
import Samsvar
import SamsvarMemory
import SamsvarWeb

/// `samsvar-review`: the local web app of `samsvar review`.
@main
struct ReviewServerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "samsvar-review",
    abstract: "Opens a local web app in which a person corrects an alignment by keyboard.",
    discussion: """
      The project, one SQLite file, is made beside the first file and opened again by the same command;
      every edit is in it at once. The app answers on this machine only, at an address with a secret
      that changes with each start.

        samsvar review article.nb.txt article.en.txt
        samsvar review --summary article.nb.txt summary.en.txt --termbase news.csv
        samsvar review article.nb.txt article.nn.txt article.en.txt
        samsvar review article.samsvar
        samsvar review article.samsvar --export article.jsonl
        samsvar review article.tmx
      """,
    version: SamsvarVersion.number)

  @Argument(help: "A project, a bilingual file, or a source and its translations or summary.")
  var files: [String]

  @Option(help: "The project file; default: beside the first file.")
  var project: String?

  @Flag(help: "The second text is a summary of the first.")
  var summary = false

  @Option(help: "Language of the source: nb, nn, en, …; default: told from name and text.")
  var sourceLang: String?

  @Option(help: "Language of the target.")
  var targetLang: String?

  @Option(help: "A termbase to check and to add to.")
  var termbase: String?

  @Option(help: "A translation memory that accepted pairs flow into; kept with the project.")
  var memory: String?

  @Option(help: "A further lexicon; may be given several times.")
  var lexicon: [String] = []

  @Option(help: "The port; 0 is any free one.")
  var port = 0

  @Flag(inversion: .prefixedNo, help: "Open the browser.")
  var open = true

  @Option(help: "Write the project as JSON Lines to a file and end; - is standard output.")
  var export: String?

  @Flag(help: "With --export: the history as well.")
  var history = false

  @Option(name: .customLong("import"), help: "Make the project of an export, then go on.")
  var importFile: String?

  func validate() throws {
    if !(0...65_535).contains(port) { throw ValidationError("--port is a number up to 65535") }
    if files.count > 3 { throw ValidationError("give at most three texts") }
    if summary, files.count != 2 {
      throw ValidationError("--summary wants an article and its summary")
    }
    for code in [sourceLang, targetLang].compactMap({ $0 }) where LanguageTag(code) == nil {
      throw ValidationError("there is no language \"\(code)\"")
    }
  }

  func run() async throws {
    let project = try ReviewServerCommand.orEnd { try opened() }
    if let export { return try ReviewServerCommand.orEnd { try write(project, to: export) } }
    let opens = open
    do {
      try await ReviewServer(
        project, port: port, token: ProcessInfo.processInfo.environment["SAMSVAR_REVIEW_TOKEN"],
        lexicons: lexicon
      ).run { address in
        print(address)
        fflush(nil)
        if opens { Browser.open(address) }
      }
    } catch {
      throw ReviewServerCommand.end(error)
    }
  }

  private func opened() throws -> Project {
    if let importFile {
      let project = try Project(path: files[0])
      try project.importLines(
        String(decoding: try FileBytes.read(importFile), as: UTF8.self), file: importFile)
      return project
    }
    var opening = Opening(files: files, project: project)
    opening.isSummary = summary
    opening.languages = [sourceLang, targetLang].map { $0.flatMap { LanguageTag($0) } }
    opening.termbase = termbase
    opening.memory = memory
    opening.lexicons = lexicon
    return try opening.open()
  }

  private func write(_ project: Project, to path: String) throws {
    let text = try project.export(hasHistory: history)
    guard path != "-" else { return print(text, terminator: "") }
    try WholeFile.write(Array(text.utf8), to: path)
  }

  /// Runs the command; usage errors end with 2, as in `samsvar`.
  static func main() async {
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let code as ExitCode {
      Foundation.exit(code.rawValue)
    } catch {
      let text = fullMessage(for: error)
      let isDone = exitCode(for: error) == .success
      let stream = isDone ? FileHandle.standardOutput : FileHandle.standardError
      stream.write(Data((text + "\n").utf8))
      Foundation.exit(isDone ? 0 : 2)
    }
  }

  /// Says what went wrong, and gives the exit code for input that cannot be read.
  private static func end(_ error: any Error) -> ExitCode {
    FileHandle.standardError.write(Data("samsvar-review: \(error)\n".utf8))
    return ExitCode(3)
  }

  private static func orEnd<Value>(_ body: () throws -> Value) throws -> Value {
    do { return try body() } catch { throw end(error) }
  }
}
