import ArgumentParser
import Samsvar

/// `samsvar doctor`: versions and data found.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Shows versions, and which data were found where.",
    discussion: "  samsvar doctor")

  func run() throws {
    Streams.output("samsvar      \(SamsvarVersion.number)\n")
    Streams.output("ICU          \(ICUVersion.icu), CLDR \(ICUVersion.cldr)\n")
    var isComplete = true
    do throws(InputError) {
      let languages = try Languages.installed()
      Streams.output("languages    \(languages.path)\n")
      for tag in [LanguageTag.nb, .nn, .en] {
        let data = try languages.data(for: tag)
        Streams.output("  \(tag)         \(data.overview)\n")
      }
    } catch {
      isComplete = false
      Streams.output("languages    missing: \(error)\n")
    }
    if let path = DataLocation.find("core.lexicon", room: "SamsvarLexicon") {
      let lexicon = try Lexicon(path: path)
      let tags = lexicon.languages.map(\.description).joined(separator: ", ")
      Streams.output("lexicon      \(lexicon.entryCount) entries (\(tags)), \(path)\n")
    } else {
      isComplete = false
      Streams.output("lexicon      missing; set SAMSVAR_DATA to the folder with core.lexicon\n")
    }
    // What follows is for drafts only.
    Streams.output("Apertium     \(Apertium.missing ?? "nb and nn both ways")\n")
    Streams.output(
      "libcurl      \(HTTPExchange.version ?? "missing; install libcurl4 for engines of the web")\n"
    )
    if !isComplete { throw ExitCode(3) }
  }
}
