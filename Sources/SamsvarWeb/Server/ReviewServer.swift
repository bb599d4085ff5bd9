import Foundation
import Hummingbird
import Logging
import NIOCore
package import SamsvarMemory

/// The review app: a server on this machine for one project.
package struct ReviewServer: Sendable {
  private let project: Project
  private let lexicons: [String]
  private let port: Int
  private let token: Token

  /// How long a connection may stay silent.
  private static let idle: TimeAmount = .seconds(30)

  /// A server for a project.
  ///
  /// - Parameters:
  ///   - port: The port; 0 for any free one.
  ///   - token: The secret; nil for a random one.
  package init(_ project: Project, port: Int = 0, token: String? = nil, lexicons: [String] = []) {
    self.project = project
    self.lexicons = lexicons
    self.port = port
    self.token = token.map(Token.init(text:)) ?? .random()
  }

  /// Answers until it is told to stop.
  ///
  /// - Parameter ready: Called with the address to open, once the server answers.
  /// - Throws: `InputError` when the page's assets are missing or the project's memory cannot be opened,
  ///   or the port is taken.
  package func run(ready: @escaping @Sendable (String) -> Void) async throws {
    let number = PortNumber()
    let desk = Desk(project: project, lexicons: lexicons)
    let flow = try project.setting("memory").map {
      MemoryFlow(desk: desk, memory: try TranslationMemory(path: $0))
    }
    await flow?.wake()
    let app = Application(
      router: ReviewRoutes(
        desk: desk, assets: try Assets.installed(), gate: Gate(token: token, port: number),
        flow: flow
      ).router,
      server: .http1(configuration: .init(idleTimeout: Self.idle)),
      configuration: .init(
        address: .hostname("127.0.0.1", port: port), backlog: 1024, reuseAddress: true),
      onServerRunning: { [token] channel in
        number.set(channel.localAddress?.port ?? 0)
        ready("http://127.0.0.1:\(number.value)/?token=\(token.text)")
      },
      logger: Self.logger)
    try await app.runService()
    await flow?.flow()
  }

  private static var logger: Logger {
    var logger = Logger(label: "samsvar-review")
    logger.logLevel = .error
    return logger
  }
}
