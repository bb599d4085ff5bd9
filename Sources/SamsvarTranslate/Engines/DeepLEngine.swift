import Foundation
public import SamsvarModel
import Synchronization

/// DeepL's API, version 2 (`/v2/translate`, `/v2/glossaries`).
///
/// Segments go as XML, placeholders as `<x id="1"/>`. The termbase's terms become a glossary, made at
/// the first request of a run.
public final class DeepLEngine: TranslationEngine {
  /// The name in the origin of drafts.
  public let name = "deepl"
  /// What decides the answers beside the input.
  public let model: String
  /// How placeholders are written.
  public let placeholders = PlaceholderStyle.xml
  /// The most segments of one call.
  public let batchSize = 50
  /// The most calls at once.
  public let concurrency: Int
  private let key: EngineKey
  private let base: String
  private let languages: (source: String, target: String)
  private let http: HTTPExchange
  private let entries: [(source: String, target: String)]
  private let glossary = Mutex<String?>(nil)

  /// The variable that holds the key.
  public static let variables = ["DEEPL_API_KEY", "DEEPL_AUTH_KEY"]

  /// An engine for a pair of languages.
  ///
  /// - Parameters:
  ///   - url: Another address than DeepL's own; that of free keys (ending in `:fx`) is told by the key.
  ///   - terms: The glossary's entries.
  /// - Throws: `EngineError` for a language that DeepL lacks.
  public init(
    key: EngineKey, url: String?, from source: LanguageTag, to target: LanguageTag,
    terms: [(source: String, target: String)] = [], http: HTTPExchange = HTTPExchange(),
    concurrency: Int = 2
  ) throws(EngineError) {
    guard let from = Self.code(source.base), let to = Self.target(target) else {
      throw EngineError(
        .refused,
        "DeepL has no \(Self.code(source.base) == nil ? source : target); use another engine")
    }
    self.key = key
    self.http = http
    self.concurrency = concurrency
    languages = (from, to)
    entries = terms
    base =
      url ?? (key.value.hasSuffix(":fx") ? "https://api-free.deepl.com" : "https://api.deepl.com")
    model = "v2"
  }

  private static func code(_ language: LanguageTag) -> String? {
    language.language == "nn" ? nil : language.language.uppercased()
  }

  private static func target(_ language: LanguageTag) -> String? {
    guard language.language == "en" else { return code(language.base) }
    return language.region == "US" ? "EN-US" : "EN-GB"
  }

  private struct Body: Encodable {
    var text: [String]
    var source_lang: String
    var target_lang: String
    var tag_handling = "xml"
    var ignore_tags = ["x"]
    var glossary_id: String?
  }

  private struct Answer: Decodable {
    struct Item: Decodable { var text: String }
    var translations: [Item]
  }

  private struct Glossary: Codable {
    var name: String?
    var source_lang: String?
    var target_lang: String?
    var entries: String?
    var entries_format: String?
    var glossary_id: String?
  }

  /// Translates segments, in order.
  public func translate(
    _ segments: [EngineSegment], deliver: (Int, String) -> Void
  ) throws(EngineError) {
    var body = body(segments)
    body.glossary_id = try glossaryID()
    let answer = try http.send(request("/v2/translate", body)) { data in
      try? JSONDecoder().decode(Answer.self, from: data)
    }
    guard answer.translations.count == segments.count else {
      throw EngineError(
        .count, "deepl answered \(answer.translations.count) segments for \(segments.count)")
    }
    for (index, item) in answer.translations.enumerated() { deliver(index, item.text) }
  }

  /// What would be sent, without the key.
  public func preview(_ segments: [EngineSegment]) -> String {
    "POST \(base)/v2/translate\nAuthorization: DeepL-Auth-Key [key]\n"
      + EngineJSON.shown(body(segments)) + "\n"
  }

  private func body(_ segments: [EngineSegment]) -> Body {
    Body(
      text: segments.map(\.text), source_lang: languages.source, target_lang: languages.target)
  }

  /// The glossary of the run, made once.
  private func glossaryID() throws(EngineError) -> String? {
    guard !entries.isEmpty else { return nil }
    if let known = glossary.withLock({ $0 }) { return known }
    let list = entries.map { "\($0.source)\t\($0.target)" }.joined(separator: "\n")
    let body = Glossary(
      name: "samsvar", source_lang: String(languages.source.prefix(2)),
      target_lang: String(languages.target.prefix(2)), entries: list, entries_format: "tsv")
    let answer = try http.send(request("/v2/glossaries", body)) { data in
      (try? JSONDecoder().decode(Glossary.self, from: data))?.glossary_id
    }
    return glossary.withLock { known in
      if known == nil { known = answer }
      return known
    }
  }

  private func request(_ path: String, _ body: some Encodable) -> HTTPExchange.Request {
    HTTPExchange.Request(
      url: base + path,
      headers: [
        "Authorization: DeepL-Auth-Key \(key.value)", "Content-Type: application/json",
        "User-Agent: samsvar",
      ], body: EngineJSON.data(body), secrets: [key.value])
  }
}
