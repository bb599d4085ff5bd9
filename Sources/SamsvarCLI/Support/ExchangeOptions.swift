import ArgumentParser
import Samsvar

extension BitextFormat: ExpressibleByArgument {}

/// How bilingual files are written.
struct ExchangeOptions: ParsableArguments {
  @Option(help: "Language codes as the tool at the other end wants them: nb=nb-NO,en=en-GB.")
  var langMap: String?

  @Option(help: "Version of XLIFF to write: 2.1 or 1.2.")
  var xliffVersion = XLIFFVersion.v21

  /// The versions of XLIFF written.
  enum XLIFFVersion: String, ExpressibleByArgument, CaseIterable {
    case v21 = "2.1"
    case v12 = "1.2"
  }

  func validate() throws {
    if let langMap, LanguageMap(langMap) == nil {
      throw ValidationError("--lang-map wants pairs such as nb=nb-NO,en=en-GB")
    }
  }

  /// The codes of `--lang-map`.
  var languageMap: LanguageMap { langMap.flatMap { LanguageMap($0) } ?? LanguageMap() }

  /// The options as settings of the pipeline.
  var settings: ExchangeSettings {
    var settings = ExchangeSettings()
    settings.languageMap = languageMap
    settings.usesXLIFF12 = xliffVersion == .v12
    return settings
  }

  /// The bilingual format that an output format stands for; nil for other formats.
  func format(_ format: OutputFormat) -> BitextFormat? {
    guard let bitext = format.bitextFormat else { return nil }
    return bitext == .xliff && xliffVersion == .v12 ? .xliff12 : bitext
  }
}
