import Foundation
import HTTPTypes
import Hummingbird
import SamsvarMemory
import SamsvarModel

/// Why a request is not done, as the API says it:
/// `{"error": {"code": "token", "message": "…"}}`.
struct Refusal: Error {
  var status: HTTPResponse.Status
  /// A word for programs.
  var code: String
  /// What was found and what to do.
  var message: String

  init(_ status: HTTPResponse.Status, _ code: String, _ message: String) {
    self.status = status
    self.code = code
    self.message = message
  }

  /// What an error means to the one who asked.
  init(_ error: any Error) {
    switch error {
    case let refusal as Refusal: self = refusal
    case let error as ProjectError:
      switch error {
      case .notFound: self.init(.notFound, "missing", error.description)
      case .refused: self.init(.conflict, "refused", error.description)
      case .malformed: self.init(.badRequest, "malformed", error.description)
      case .storage: self.init(.internalServerError, "storage", error.description)
      }
    case let error as InputError: self.init(.unprocessableContent, "input", error.description)
    case let error as DecodingError:
      self.init(.badRequest, "malformed", Self.reason(error))
    case let error as any HTTPResponseError:
      let what = error.status == .notFound ? "there is no such page" : error.status.reasonPhrase
      self.init(error.status, error.status == .notFound ? "missing" : "request", what)
    case is CancellationError: self.init(.requestTimeout, "timeout", "the request took too long")
    default: self.init(.internalServerError, "internal", "\(error)")
    }
  }

  private static func reason(_ error: DecodingError) -> String {
    func path(_ context: DecodingError.Context) -> String {
      context.codingPath.map(\.stringValue).joined(separator: ".")
    }
    switch error {
    case .keyNotFound(let key, _): return "\"\(key.stringValue)\" is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "\"\(path(context))\" has another type"
    case .dataCorrupted(let context) where !context.codingPath.isEmpty:
      return "\"\(path(context))\": \(context.debugDescription)"
    default: return "the body is no JSON object"
    }
  }

  private struct Body: Encodable {
    struct Reason: Encodable {
      var code: String
      var message: String
    }
    var error: Reason
  }

  /// The answer.
  var response: Response {
    var response = Answer.json(
      Body(error: .init(code: code, message: message)), status: status)
    if status == .contentTooLarge || status == .requestTimeout {
      response.headers[.connection] = "close"
    }
    return response
  }
}
