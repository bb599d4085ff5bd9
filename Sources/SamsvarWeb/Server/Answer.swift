import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Makes answers of values and texts.
enum Answer {
  /// JSON of a value.
  static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) -> Response {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else {
      return Response(status: .internalServerError)
    }
    return bytes(Array(data), type: "application/json", status: status)
  }

  /// Bytes of a media type.
  static func bytes(
    _ bytes: [UInt8], type: String, status: HTTPResponse.Status = .ok
  ) -> Response {
    Response(
      status: status, headers: [.contentType: type],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// A file to be saved under a name.
  static func file(_ text: String, name: String, type: String) -> Response {
    var response = bytes(Array(text.utf8), type: type)
    let safe = name.map {
      $0.isLetter && $0.isASCII || $0.isNumber || ".-_".contains($0) ? $0 : "-"
    }
    response.headers[.contentDisposition] = "attachment; filename=\"\(String(safe))\""
    return response
  }
}

extension Request {
  /// How long a client may take to send a body.
  private static var patience: Duration { .seconds(20) }

  /// The body as a value.
  ///
  /// - Throws: `Refusal` for a body that is too large or comes too slowly, `DecodingError`.
  func value<Value: Decodable & Sendable>(_ type: Value.Type) async throws -> Value {
    let bytes = try await bytes()
    return try JSONDecoder().decode(type, from: Data(bytes))
  }

  /// The body, within the limits of size and time.
  func bytes() async throws -> [UInt8] {
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      group.addTask {
        do {
          return Array(buffer: try await body.collect(upTo: Gate.largestBody))
        } catch is NIOTooManyBytesError {
          throw Refusal(
            .contentTooLarge, "size", "the body is larger than \(Gate.largestBody >> 20) MB")
        }
      }
      group.addTask {
        try await Task.sleep(for: Self.patience)
        throw Refusal(.requestTimeout, "timeout", "the body came too slowly")
      }
      defer { group.cancelAll() }
      return try await group.next() ?? []
    }
  }

  /// A number of the query.
  func number(_ name: Substring, or fallback: Int, in range: ClosedRange<Int>) throws(Refusal)
    -> Int
  {
    guard let text = uri.queryParameters[name] else { return fallback }
    guard let number = Int(text), range.contains(number) else {
      throw Refusal(
        .badRequest, "query",
        "\"\(name)\" is a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// A text of the query.
  func text(_ name: Substring) -> String? { uri.queryParameters[name].map(String.init) }

  /// Whether a word of the query is set.
  func flag(_ name: Substring) -> Bool { text(name) == "true" }
}

/// What travels with a request.
struct ReviewContext: RequestContext {
  var coreContext: CoreRequestContextStorage

  init(source: Source) { coreContext = CoreRequestContextStorage(source: source) }

  var maxUploadSize: Int { Gate.largestBody }

  /// A key in the path.
  func key(_ name: String) throws(Refusal) -> Int64 {
    guard let key = parameters.get(name).flatMap({ Int64($0) }) else {
      throw Refusal(.notFound, "missing", "there is no such page")
    }
    return key
  }
}
