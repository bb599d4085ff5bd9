import HTTPTypes
import Hummingbird

/// Lets only this machine's browser, and only with the token of this start, through to the app.
///
/// The order matters: a wrong `Host` (DNS rebinding) and another origin are refused before anything is
/// said about the token; a body that is too large is refused before it is read.
struct Gate: RouterMiddleware {
  let token: Token
  let port: PortNumber

  /// The largest body taken, in bytes.
  static let largestBody = 8 << 20

  func handle(
    _ request: Request, context: ReviewContext,
    next: @concurrent (Request, ReviewContext) async throws -> Response
  ) async throws -> Response {
    var response: Response
    do throws(Refusal) {
      if let answer = try admit(request) { return answer }
      response = try await Self.answer(request, context, next)
    } catch {
      response = error.response
    }
    for (name, value) in Self.fields { response.headers[name] = value }
    return response
  }

  private static func answer(
    _ request: Request, _ context: ReviewContext,
    _ next: @concurrent (Request, ReviewContext) async throws -> Response
  ) async throws(Refusal) -> Response {
    do {
      return try await next(request, context)
    } catch {
      throw Refusal(error)
    }
  }

  /// Refuses a request, or answers it where it only brings the token.
  private func admit(_ request: Request) throws(Refusal) -> Response? {
    let hosts = ["127.0.0.1:\(port.value)", "localhost:\(port.value)"]
    guard let host = request.head.authority, hosts.contains(host) else {
      throw Refusal(.misdirectedRequest, "host", "this app answers at 127.0.0.1 only")
    }
    if let origin = request.headers[.origin], origin != "http://\(host)" {
      throw Refusal(.forbidden, "origin", "another origin may not use this app")
    }
    if let site = request.headers[Self.fetchSite], site != "same-origin", site != "none" {
      throw Refusal(.forbidden, "origin", "another origin may not use this app")
    }
    if let answer = try token.admit(request, port: port.value) { return answer }
    try admitBody(request)
    return nil
  }

  private func admitBody(_ request: Request) throws(Refusal) {
    if let length = request.headers[.contentLength].flatMap(Int.init), length > Self.largestBody {
      throw Refusal(
        .contentTooLarge, "size", "the body is larger than \(Self.largestBody >> 20) MB")
    }
    let isSafe = request.method == .get || request.method == .head
    let type = request.headers[.contentType] ?? ""
    if !isSafe, request.method != .delete, !type.hasPrefix("application/json") {
      throw Refusal(.unsupportedMediaType, "type", "send application/json")
    }
  }

  private static let fetchSite = HTTPField.Name("Sec-Fetch-Site") ?? .origin

  /// What every answer carries.
  private static let fields: [(HTTPField.Name, String)] = [
    (
      .contentSecurityPolicy,
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    (.xContentTypeOptions, "nosniff"),
    (HTTPField.Name("Referrer-Policy") ?? .referer, "no-referrer"),
    (HTTPField.Name("X-Frame-Options") ?? .origin, "DENY"),
    (HTTPField.Name("Cross-Origin-Opener-Policy") ?? .origin, "same-origin"),
    (HTTPField.Name("Cross-Origin-Resource-Policy") ?? .origin, "same-origin"),
    (.cacheControl, "no-store"),
  ]
}
