import ArgumentParser
import Samsvar

/// `samsvar`: aligns, checks and publishes Norwegian and English text.
struct SamsvarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "samsvar",
    abstract: "Aligns Norwegian and English text, checks it, and publishes both side by side.",
    discussion: """
      Offline, deterministic, and with the reason for each decision.

        samsvar align article.nb.txt article.en.txt -o article.html
        samsvar check article.nb.txt article.en.txt --termbase Glossaries/news.csv

      Exit codes: 0 done, 1 findings, 2 usage, 3 unreadable input, 4 internal error.
      """,
    version: "samsvar \(SamsvarVersion.number)",
    subcommands: [
      AlignCommand.self, CheckCommand.self, GistCommand.self, ConvertCommand.self,
      TermsCommand.self, TextCommand.self, LexiconCommand.self, ScoreCommand.self,
      RulesCommand.self, ExplainCommand.self, WorkerCommand.self, DoctorCommand.self,
      RunCommand.self,
      MemoryCommand.self,
      ValidateCommand.self, StatsCommand.self,
      ReviewCommand.self,
      TranslateCommand.self,
    ])
}
