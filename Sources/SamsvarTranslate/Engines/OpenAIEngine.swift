import Foundation
public import SamsvarModel

/// Any server with the chat interface of OpenAI (`/v1/chat/completions`), local ones too.
///
/// The termbase's terms and close memory matches go into the prompt. The answer is asked for as a JSON
/// array with one text a segment.
public struct OpenAIEngine: TranslationEngine {
  /// The name in the origin of drafts.
  public let name: String
  /// What decides the answers beside the input.
  public let model: String
  /// How placeholders are written.
  public let placeholders = PlaceholderStyle.bracket
  /// The most segments of one call.
  public let batchSize = 10
  /// The most calls at once.
  public let concurrency: Int
  private let key: EngineKey?
  private let base: String
  private let served: String
  private let languages: (source: LanguageTag, target: LanguageTag)
  private let http: HTTPExchange

  /// The variable that holds the key, which a local server does not need.
  public static let variables = ["OPENAI_API_KEY"]

  /// An engine for a pair of languages.
  ///
  /// - Parameters:
  ///   - url: The address up to `/v1`; that of a server on this machine where absent.
  ///   - model: The name of the model, as the server knows it.
  public init(
    key: EngineKey?, url: String?, model: String, from source: LanguageTag,
    to target: LanguageTag, http: HTTPExchange = HTTPExchange(), concurrency: Int = 2
  ) {
    self.key = key
    self.http = http
    self.concurrency = concurrency
    base = url ?? "http://127.0.0.1:8080/v1"
    served = model
    self.model = "\(base) \(model)"
    name = "openai \(model)"
    languages = (source, target)
  }

  private struct Message: Codable {
    var role: String
    var content: String
  }

  private struct Body: Encodable {
    var model: String
    var messages: [Message]
    var temperature = 0
  }

  private struct Answer: Decodable {
    struct Choice: Decodable { var message: Message }
    var choices: [Choice]
  }

  /// Translates segments, in order.
  public func translate(
    _ segments: [EngineSegment], deliver: (Int, String) -> Void
  ) throws(EngineError) {
    var headers = ["Content-Type: application/json", "User-Agent: samsvar"]
    if let key { headers.append("Authorization: Bearer \(key.value)") }
    let request = HTTPExchange.Request(
      url: "\(base)/chat/completions", headers: headers, body: EngineJSON.data(body(segments)),
      secrets: [key?.value ?? ""])
    let texts = try http.send(request) { data in
      let answer = try? JSONDecoder().decode(Answer.self, from: data)
      return answer?.choices.first.flatMap { Self.texts($0.message.content) }
    }
    guard texts.count == segments.count else {
      throw EngineError(
        .count, "\(name) answered \(texts.count) segments for \(segments.count)")
    }
    for (index, text) in texts.enumerated() { deliver(index, text) }
  }

  /// The array of texts in an answer, which models like to wrap in a code block.
  private static func texts(_ content: String) -> [String]? {
    guard let start = content.firstIndex(of: "["), let end = content.lastIndex(of: "]"),
      start < end
    else { return nil }
    return try? JSONDecoder().decode([String].self, from: Data(content[start...end].utf8))
  }

  /// What would be sent, without the key.
  public func preview(_ segments: [EngineSegment]) -> String {
    let header = key == nil ? "" : "Authorization: Bearer [key]\n"
    return "POST \(base)/chat/completions\n\(header)\(EngineJSON.shown(body(segments)))\n"
  }

  private func body(_ segments: [EngineSegment]) -> Body {
    Body(
      model: served,
      messages: [
        Message(role: "system", content: instructions(segments)),
        Message(role: "user", content: EngineJSON.shown(segments.map(\.text))),
      ])
  }

  private func instructions(_ segments: [EngineSegment]) -> String {
    var text = """
      Translate each text of the JSON array from \(Self.name(languages.source)) to \
      \(Self.name(languages.target)). Answer with a JSON array of as many texts, in the same order, \
      and nothing else. Keep marks such as ⟦1⟧ as they are, each once.
      """
    let terms = Self.distinct(segments.flatMap(\.terms))
    if !terms.isEmpty {
      text += "\nUse these terms, inflected as needed:\n"
      text += terms.map { "\($0.source) = \($0.target)" }.joined(separator: "\n")
    }
    let examples = Self.distinct(segments.flatMap(\.examples))
    if !examples.isEmpty {
      text += "\nSimilar texts were translated so:\n"
      text += examples.map { "\($0.source) = \($0.target)" }.joined(separator: "\n")
    }
    return text
  }

  private static func distinct(
    _ pairs: [(source: String, target: String)]
  ) -> [(source: String, target: String)] {
    pairs.reduce(into: []) { result, pair in
      if !result.contains(where: { $0 == pair }) { result.append(pair) }
    }
  }

  private static func name(_ language: LanguageTag) -> String {
    switch language.description {
    case "nb": "Norwegian Bokmål"
    case "nn": "Norwegian Nynorsk"
    case "en", "en-GB": "British English"
    case "en-US": "American English"
    default: language.description
    }
  }
}
