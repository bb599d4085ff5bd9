import HTTPTypes
import Hummingbird
import Synchronization

/// The secret of this start: whoever has it may use the app.
///
/// The browser gets it in the opened address, once, and keeps it as a cookie that no script and no
/// other site can use; scripts send it as `Authorization: Bearer`.
struct Token: Sendable {
  let text: String

  /// A new secret of 192 random bits.
  static func random() -> Token {
    var generator = SystemRandomNumberGenerator()
    let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_".utf8)
    let text = (0..<32).map { _ in letters[Int.random(in: 0..<64, using: &generator)] }
    return Token(text: String(decoding: text, as: UTF8.self))
  }

  /// Refuses a request without the token; answers one that brings it in the address by setting the
  /// cookie.
  func admit(_ request: Request, port: Int) throws(Refusal) -> Response? {
    let name = "samsvar-\(port)"
    if request.method == .get, request.uri.path == "/",
      let given = request.uri.queryParameters["token"]
    {
      guard isSame(String(given)) else { throw Self.refusal }
      var response = Response(status: .seeOther)
      response.headers[.location] = "/"
      response.headers[.setCookie] = "\(name)=\(text); HttpOnly; SameSite=Strict; Path=/"
      response.headers[.cacheControl] = "no-store"
      return response
    }
    if let field = request.headers[.authorization], field.hasPrefix("Bearer "),
      isSame(String(field.dropFirst(7)))
    {
      return nil
    }
    for cookie in (request.headers[.cookie] ?? "").split(separator: ";") {
      let parts = cookie.drop(while: { $0 == " " }).split(separator: "=", maxSplits: 1)
      if parts.count == 2, parts[0] == name, isSame(String(parts[1])) { return nil }
    }
    throw Self.refusal
  }

  private static let refusal = Refusal(
    .unauthorized, "token", "open the address that samsvar-review has printed")

  /// Compares in a time that does not tell how much is right.
  private func isSame(_ given: String) -> Bool {
    let (own, other) = (Array(text.utf8), Array(given.utf8))
    guard own.count == other.count else { return false }
    return zip(own, other).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

/// The port the server has got, known once it runs.
final class PortNumber: Sendable {
  private let number = Mutex(0)

  /// The port.
  var value: Int { number.withLock { $0 } }

  func set(_ port: Int) { number.withLock { $0 = port } }
}
