/// A segment on its way to an engine.
public struct EngineSegment: Hashable, Sendable {
  /// The text, with placeholders.
  public var text: String
  /// The termbase's terms for it, for engines that can follow them.
  public var terms: [(source: String, target: String)]
  /// Similar segments of the memory with their translations, for engines that learn from them.
  public var examples: [(source: String, target: String)]

  /// A segment with what an engine may use.
  public init(
    text: String, terms: [(source: String, target: String)] = [],
    examples: [(source: String, target: String)] = []
  ) {
    self.text = text
    self.terms = terms
    self.examples = examples
  }

  /// Whether two segments would get the same answer.
  public static func == (left: Self, right: Self) -> Bool {
    left.text == right.text && left.terms.elementsEqual(right.terms, by: ==)
      && left.examples.elementsEqual(right.examples, by: ==)
  }

  /// Hashes the text alone, which nearly always differs.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }

  /// All that decides the answer, for a cache.
  var cacheText: String {
    ([text] + (terms + examples).flatMap { [$0.source, $0.target] }).joined(separator: "\u{1F}")
  }
}

/// How placeholders are written for an engine.
public enum PlaceholderStyle: Sendable {
  /// `Xq1q`, which programs take for a name.
  case word
  /// `⟦1⟧`.
  case bracket
  /// `<x id="1"/>`, the rest escaped as XML.
  case xml
}

/// A program or service that translates segments.
///
/// Calls block, and may come from several threads at once.
public protocol TranslationEngine: Sendable {
  /// The name, as it stands in the origin of a draft: `deepl`.
  var name: String { get }
  /// All that decides the answer beside the input: address, model, options; never a key.
  var model: String { get }
  /// How placeholders are written.
  var placeholders: PlaceholderStyle { get }
  /// The most segments of one call.
  var batchSize: Int { get }
  /// The most calls at once.
  var concurrency: Int { get }

  /// Translates segments, in order.
  ///
  /// - Parameter deliver: Called with a segment's number and its translation, as soon as it is there.
  /// - Throws: `EngineError` when some have not been translated; those delivered count.
  func translate(
    _ segments: [EngineSegment], deliver: (Int, String) -> Void
  ) throws(EngineError)

  /// What would be sent for segments, without the key.
  func preview(_ segments: [EngineSegment]) -> String
}

/// Why an engine did not translate.
public struct EngineError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of failure it is.
  public enum Kind: Sendable {
    /// The key is missing or refused, the language unknown, the address wrong: no use to try again.
    case refused
    /// Too many requests, a server's failure, a slow or cut connection, after all tries.
    case unavailable
    /// An answer that is not what the interface describes.
    case malformed
    /// Another number of segments than was sent.
    case count
    /// A program that ended too early or could not be started.
    case program
  }

  /// What kind it is.
  public var kind: Kind
  /// What happened and what to do, in lower case without a full stop; never a key.
  public var description: String

  /// An error of a kind.
  public init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }
}
