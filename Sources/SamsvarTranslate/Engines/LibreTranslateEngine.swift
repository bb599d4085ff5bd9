import Foundation
public import SamsvarModel

/// LibreTranslate's API (`/translate`), on this machine or elsewhere.
public struct LibreTranslateEngine: TranslationEngine {
  /// The name in the origin of drafts.
  public let name = "libretranslate"
  /// What decides the answers beside the input.
  public let model: String
  /// How placeholders are written.
  public let placeholders = PlaceholderStyle.word
  /// The most segments of one call.
  public let batchSize = 20
  /// The most calls at once.
  public let concurrency: Int
  private let key: EngineKey?
  private let base: String
  private let languages: (source: LanguageTag, target: LanguageTag)
  private let http: HTTPExchange

  /// The variable that holds the key, which a server of one's own does not need.
  public static let variables = ["LIBRETRANSLATE_API_KEY"]

  /// An engine for a pair of languages; without an address that of a server on this machine.
  public init(
    key: EngineKey?, url: String?, from source: LanguageTag, to target: LanguageTag,
    http: HTTPExchange = HTTPExchange(), concurrency: Int = 2
  ) {
    self.key = key
    self.http = http
    self.concurrency = concurrency
    base = url ?? "http://127.0.0.1:5000"
    model = base
    languages = (source.base, target.base)
  }

  private struct Body: Encodable {
    var q: [String]
    var source: String
    var target: String
    var format = "text"
    var api_key: String?
  }

  private struct Answer: Decodable { var translatedText: [String] }

  /// Translates segments, in order.
  public func translate(
    _ segments: [EngineSegment], deliver: (Int, String) -> Void
  ) throws(EngineError) {
    let request = HTTPExchange.Request(
      url: "\(base)/translate", headers: ["Content-Type: application/json", "User-Agent: samsvar"],
      body: EngineJSON.data(body(segments, key?.value)), secrets: [key?.value ?? ""])
    let answer = try http.send(request) { data in
      try? JSONDecoder().decode(Answer.self, from: data)
    }
    guard answer.translatedText.count == segments.count else {
      throw EngineError(
        .count,
        "libretranslate answered \(answer.translatedText.count) segments for \(segments.count)")
    }
    for (index, text) in answer.translatedText.enumerated() { deliver(index, text) }
  }

  /// What would be sent, without the key.
  public func preview(_ segments: [EngineSegment]) -> String {
    "POST \(base)/translate\n" + EngineJSON.shown(body(segments, key.map { _ in "[key]" })) + "\n"
  }

  private func body(_ segments: [EngineSegment], _ key: String?) -> Body {
    Body(
      q: segments.map(\.text), source: languages.source.description,
      target: languages.target.description, api_key: key)
  }
}
