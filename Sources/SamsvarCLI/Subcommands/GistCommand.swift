import ArgumentParser
import Samsvar

/// `samsvar gist`: what is certain of a text in the other language.
struct GistCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gist",
    abstract:
      "Gives the gist of a text: its terms, names, numbers and words in the other language.",
    discussion: """
      The most central sentences come first, with their number in the text. What termbase, CLDR and
      lexicon are not certain of is left out; this is no translation.

        samsvar gist article.nb.txt
        samsvar gist article.nb.txt --termbase news.csv --sentences 3
        samsvar gist article.en.txt --target-lang nb --to jsonl
      """)

  @Argument(help: "The text; - is standard input.")
  var file: String

  @OptionGroup var languages: LanguageOptions
  @OptionGroup var termbase: TermbaseOptions
  @OptionGroup var lexicons: LexiconOptions
  @OptionGroup var interface: InterfaceOptions

  @Option(
    help: """
      Input: text, lines (one segment a line), markdown, html, docx, odt, epub, pdf, srt or vtt; told \
      from content and ending where absent.
      """)
  var from: InputFormat?

  @Option(help: "Output: text or jsonl.")
  var to = TextOrLines.text

  @Option(help: "How many sentences; 0 for all.")
  var sentences = 7

  @Option(help: "What offsets count: utf8, utf16 or codepoints.")
  var offsets = OffsetUnit.utf8

  func validate() throws {
    if from?.isBitext == true { throw ValidationError("gist reads a text, not a bitext") }
    if sentences < 0 { throw ValidationError("--sentences is 0 or more") }
  }

  func run() throws {
    let pipeline = try Pipeline.installed(lexicons: lexicons.lexicon)
    let document = try pipeline.read(
      file, as: languages.sourceLang, layout: from?.layout ?? .text, format: from?.document)
    Streams.report(document.document.diagnostics)
    let gist = try pipeline.gist(
      document, in: languages.targetLang ?? (document.language.isNorwegian ? .en : .nb),
      termbase: try termbase.load(), limit: sentences == 0 ? nil : sentences)
    switch to {
    case .jsonl: Streams.output(gist.lines(offsets: offsets))
    case .text:
      Streams.output(
        GistText(terminal: .standardOutput, phrases: try interface.phrases()).text(gist))
    }
  }
}
