public import ArgumentParser
public import Samsvar

extension LanguageTag: ExpressibleByArgument {
  /// Reads `nb`, `nn-NO`, `en_GB`.
  public init?(argument: String) { self.init(argument) }
}

extension OffsetUnit: ExpressibleByArgument {}

/// The languages of both sides.
struct LanguageOptions: ParsableArguments {
  @Option(help: "Language of the source (nb, nn, en, …); told from the text where absent.")
  var sourceLang: LanguageTag?

  @Option(help: "Language of the target.")
  var targetLang: LanguageTag?
}

/// How a text input is to be read.
enum InputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, lines, jsonl

  var layout: TextLayout { self == .lines ? .lines : .text }
}
