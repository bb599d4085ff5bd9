import ArgumentParser
import Foundation
import Samsvar

/// Which engine drafts what the memory does not know, and how.
struct EngineOptions: ParsableArguments {
  @Option(
    help: """
      Engine: command, apertium, libretranslate, deepl, openai or gloss (a word-for-word reading aid). \
      Nothing leaves the machine unless one is named.
      """)
  var engine: Name?

  @Option(help: "With --engine command: the program, which translates line by line.")
  var engineCommand: String?

  @Option(help: "The address of the engine, where it is not the usual one.")
  var engineUrl: String?

  @Option(help: "With --engine openai: the name of the model.")
  var engineModel: String?

  @Option(help: "With --engine command: the segments of one run of the program; 0 for all.")
  var engineBatch = 500

  @Option(help: "The seconds for one request, or without a line from a program.")
  var engineTimeout = 60.0

  @Option(help: "The tries of a request.")
  var engineTries = 5

  @Option(help: "The first pause before another try, in seconds; later ones are twice as long.")
  var enginePause = 0.5

  @Option(help: "The most requests a second; 0 for no limit.")
  var engineRate = 0.0

  @Option(help: "The most requests at once.")
  var engineJobs = 2

  @Option(help: "Where answers are kept, so that no segment is sent twice.")
  var cache: String?

  @Flag(help: "Keep no answers.")
  var noCache = false

  /// The engines there are.
  enum Name: String, ExpressibleByArgument, CaseIterable {
    case command, apertium, libretranslate, deepl, openai, gloss
  }

  /// What is wrong with the options, or nil.
  var complaint: String? {
    if engine == .command, engineCommand == nil {
      return "--engine command needs --engine-command \"PROGRAM ARGUMENTS\""
    }
    if engine == .openai, engineModel == nil {
      return "--engine openai needs --engine-model NAME"
    }
    if engineTimeout <= 0 || engineTries < 1 || enginePause < 0 || engineRate < 0 || engineJobs < 1
      || engineBatch < 0
    {
      return "--engine-timeout, -tries, -pause, -rate, -jobs and -batch take no such number"
    }
    return nil
  }

  /// The engine for a pair of languages, or nil for the memory alone.
  ///
  /// Keys are read from the environment and from nowhere else.
  func make(
    from source: LanguageTag, to target: LanguageTag,
    terms: [(source: String, target: String)], isDryRun: Bool
  ) throws -> (any TranslationEngine)? {
    var http = HTTPExchange()
    http.timeout = engineTimeout
    http.tries = engineTries
    http.pause = enginePause
    http.rate = engineRate
    switch engine {
    case .command: return command(engineCommand ?? "")
    case .apertium: return command(try apertium(source, target))
    case .libretranslate:
      return LibreTranslateEngine(
        key: key(LibreTranslateEngine.variables), url: engineUrl, from: source, to: target,
        http: http, concurrency: engineJobs)
    case .deepl:
      let known = key(DeepLEngine.variables)
      guard let key = known ?? (isDryRun ? Self.noKey : nil) else {
        throw UsageError(message: "--engine deepl needs the key in the variable DEEPL_API_KEY")
      }
      do throws(EngineError) {
        return try DeepLEngine(
          key: key, url: engineUrl, from: source, to: target, terms: terms, http: http,
          concurrency: engineJobs)
      } catch { throw UsageError(message: error.description) }
    case .openai:
      return OpenAIEngine(
        key: key(OpenAIEngine.variables), url: engineUrl, model: engineModel ?? "", from: source,
        to: target, http: http, concurrency: engineJobs)
    case .gloss, nil: return nil
    }
  }

  private static let noKey = EngineKey(environment: ["none"], in: ["none": "none"])

  private func key(_ names: [String]) -> EngineKey? {
    EngineKey(environment: names, in: ProcessInfo.processInfo.environment)
  }

  private func command(_ text: String) -> CommandEngine {
    CommandEngine(
      text, batchSize: engineBatch == 0 ? Int.max / 4 : engineBatch, timeout: engineTimeout)
  }

  private func apertium(_ source: LanguageTag, _ target: LanguageTag) throws -> String {
    let codes = ["nb": "nob", "nn": "nno"]
    guard let from = codes[source.language], let to = codes[target.language], from != to else {
      throw UsageError(
        message: "--engine apertium translates between nb and nn; name others with --engine command"
      )
    }
    guard Apertium.hasMode("\(from)-\(to)") else {
      throw UsageError(message: "Apertium lacks \(from)-\(to); install apertium-nno-nob")
    }
    return "apertium -u \(from)-\(to)"
  }

  /// The cache of answers; nil where none is wanted.
  func answers() throws(InputError) -> AnswerCache? {
    guard engine != nil, engine != .gloss, !noCache else { return nil }
    let variables = ProcessInfo.processInfo.environment
    let home = variables["XDG_CACHE_HOME"] ?? variables["HOME"].map { "\($0)/.cache" } ?? "."
    return try AnswerCache(path: cache ?? "\(home)/samsvar/answers.cache")
  }
}
