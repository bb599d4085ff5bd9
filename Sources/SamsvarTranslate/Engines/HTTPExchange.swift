import CCurl
import Foundation
import Glibc
import Synchronization

/// Requests to a translation service: timeouts, tries with growing pauses, a rate, no key in any message.
public struct HTTPExchange: Sendable {
  /// The seconds for one request.
  public var timeout = 60.0
  /// The tries of a request.
  public var tries = 5
  /// The first pause, in seconds; each later one is twice as long, with up to half of it at random.
  public var pause = 0.5
  /// The longest pause, also where the server asks for a longer one.
  public var longestPause = 60.0
  /// The most requests a second; 0 for no limit.
  public var rate = 0.0
  private let clock = RequestClock()
  private static let largest = 64 << 20

  /// Requests with the usual limits.
  public init() {}

  /// The version of libcurl found; nil where there is none.
  public static var version: String? { ccurl_version().map { String(cString: $0) } }

  /// What is sent.
  struct Request {
    var url: String
    var headers: [String]
    /// The body of a POST request.
    var body: Data
    /// What must not stand in any message.
    var secrets: [String]
  }

  /// Sends a request and reads the answer with `read`, again where another try may help.
  ///
  /// - Throws: `EngineError` when no try succeeded.
  func send<Answer>(
    _ request: Request, read: (Data) -> Answer?
  ) throws(EngineError) -> Answer {
    var last = Outcome(error: EngineError(.unavailable, "no try was made"))
    for attempt in 0..<max(tries, 1) {
      if attempt > 0 { wait(attempt, asked: last.retryAfter) }
      clock.wait(rate: rate)
      switch attemptOnce(request, read) {
      case .success(let answer): return answer
      case .failure(let outcome): last = outcome
      }
      if last.error.kind == .refused { break }
    }
    throw last.error
  }

  private struct Outcome: Error {
    var error: EngineError
    var retryAfter: Int?
  }

  private func attemptOnce<Answer>(
    _ request: Request, _ read: (Data) -> Answer?
  ) -> Result<Answer, Outcome> {
    var answer = Self.perform(request, milliseconds: Int(timeout * 1000), limit: Self.largest)
    defer { ccurl_free(&answer) }
    let host = Self.host(request.url)
    func failed(_ kind: EngineError.Kind, _ text: String) -> Result<Answer, Outcome> {
      let asked = answer.retry_after >= 0 ? Int(answer.retry_after) : nil
      let clean = Redaction.clean(text, request.secrets)
      return .failure(Outcome(error: EngineError(kind, clean), retryAfter: asked))
    }
    switch answer.outcome {
    case ccurl_missing:
      return failed(.refused, "libcurl is not installed; install libcurl4")
    case ccurl_timeout:
      return failed(.unavailable, "\(host) did not answer within \(Int(timeout)) s")
    case ccurl_broken:
      let reason = withUnsafeBytes(of: answer.message) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      return failed(.unavailable, "the connection to \(host) failed: \(reason)")
    case ccurl_large: return failed(.malformed, "the answer of \(host) is too large")
    default: break
    }
    let body = answer.body.map { Data(bytes: $0, count: answer.length) } ?? Data()
    switch answer.status {
    case 200..<300:
      if let result = read(body) { return .success(result) }
      return failed(.malformed, "\(host) answered with something else than its interface says")
    case 429: return failed(.unavailable, "\(host) asks for fewer requests (429)")
    case 500...: return failed(.unavailable, "\(host) failed (\(answer.status))")
    case 401, 403: return failed(.refused, "\(host) refuses the key (\(answer.status))")
    default:
      return failed(
        .refused, "\(host) refuses the request (\(answer.status)): \(Self.reason(body))")
    }
  }

  private static func perform(
    _ request: Request, milliseconds: Int, limit: Int
  ) -> ccurl_answer {
    let lines = request.headers.map { strdup($0) }
    defer { for line in lines { free(line) } }
    var pointers: [UnsafePointer<CChar>?] = lines.map { $0.map { UnsafePointer($0) } }
    pointers.append(nil)
    return request.body.withUnsafeBytes { body in
      ccurl_send(
        request.url, pointers, body.bindMemory(to: UInt8.self).baseAddress, body.count,
        milliseconds, limit)
    }
  }

  private func wait(_ attempt: Int, asked: Int?) {
    let own = pause * Double(1 << min(attempt - 1, 10))
    let seconds = min(max(Double(asked ?? 0), own * Double.random(in: 1...1.5)), longestPause)
    usleep(UInt32(seconds * 1_000_000))
  }

  /// The host of an address, for messages: an address may hold a key.
  static func host(_ url: String) -> String {
    URLComponents(string: url)?.host ?? "the engine"
  }

  /// The words of an error answer: its `message`, `error` or `detail`.
  private static func reason(_ body: Data) -> String {
    guard let object = try? JSONSerialization.jsonObject(with: body) as? [String: Any] else {
      return "no reason given"
    }
    let nested = (object["error"] as? [String: Any])?["message"] as? String
    let text =
      nested ?? ["message", "error", "detail"].lazy.compactMap { object[$0] as? String }.first
    return String((text ?? "no reason given").prefix(200))
  }
}

/// Takes keys out of what is shown.
enum Redaction {
  /// The text with each secret as `[key]`.
  static func clean(_ text: String, _ secrets: [String]) -> String {
    secrets.reduce(text) { $1.isEmpty ? $0 : $0.replacingOccurrences(of: $1, with: "[key]") }
  }
}

/// Spaces requests out in time.
private final class RequestClock: Sendable {
  private let next = Mutex<UInt64>(0)

  func wait(rate: Double) {
    guard rate > 0 else { return }
    let step = UInt64(1_000_000_000 / rate)
    let now = DispatchTime.now().uptimeNanoseconds
    let turn = next.withLock { next in
      let turn = max(next, now)
      next = turn + step
      return turn
    }
    if turn > now { usleep(UInt32(min((turn - now) / 1000, UInt64(UInt32.max)))) }
  }
}
