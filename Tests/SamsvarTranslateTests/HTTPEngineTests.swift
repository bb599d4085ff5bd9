import Foundation
import SamsvarTestSupport
import Testing

/// The engines of the web against a local server with each interface's documented shapes.
@Suite("Engines of the web", .serialized)
struct HTTPEngineTests {
  static let key = "hemmelig-7f3a9c"
  static let engines = ["deepl", "libretranslate", "openai"]
  static let text = "Havna er stengt til 4. april.\nHavna er stengt.\nHavna er stengt i 2026.\n"

  private func run(
    _ engine: String, _ server: EngineServer, _ more: [String] = [], text: String = text
  ) throws -> Program.Result {
    let file = try server.folder.write(text, to: "text.nb.txt")
    let url = engine == "openai" ? "\(server.address)/v1" : server.address
    return try Program.run(
      Paths.samsvar,
      [
        "translate", file, "--from", "lines", "--target-lang", "en", "--engine", engine,
        "--engine-url", url, "--engine-timeout", "1", "--engine-pause", "0.01", "--engine-jobs",
        "1",
        "--cache", server.folder.path("answers.cache"), "--to", "jsonl",
      ] + (engine == "openai" ? ["--engine-model", "lokal"] : []) + more,
      environment: [
        "DEEPL_API_KEY": Self.key, "LIBRETRANSLATE_API_KEY": Self.key, "OPENAI_API_KEY": Self.key,
      ])
  }

  private func targets(_ result: Program.Result) throws -> [String] {
    try result.output.split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return object?["target"] as? String ?? ""
    }
  }

  private static let wanted = [
    "The harbour is closed til 4 April.", "The harbour is closed.",
    "The harbour is closed i 2026.",
  ]

  @Test(arguments: engines) func answersAreTakenInOrder(_ engine: String) throws {
    let server = try EngineServer()
    let result = try run(engine, server)
    #expect(result.status == 0, "\(result.error)")
    #expect(try targets(result) == Self.wanted)
    #expect(result.output.contains("\"origin\":\"engine \(engine)"))
    #expect(result.output.contains("\"status\":\"draft\""))
    #expect(server.log.first?.contains(engine == "libretranslate" ? "api_key" : Self.key) == true)
  }

  @Test(
    arguments: engines,
    [["429", "429"], ["500"], ["slow"], ["cut"], ["broken"], ["429", "500", "cut", "broken"]])
  func passingFailuresAreSurvived(_ engine: String, _ failures: [String]) throws {
    let server = try EngineServer(failures: failures)
    let result = try run(engine, server)
    #expect(result.status == 0, "\(result.error)")
    #expect(try targets(result) == Self.wanted)
    #expect(server.log.count == failures.count + 1)
    #expect(!(result.output + result.error).contains(Self.key))
  }

  /// A batch with a segment too few is sent again one by one.
  @Test(arguments: engines) func aWrongNumberOfSegmentsIsMended(_ engine: String) throws {
    let server = try EngineServer(failures: ["count"])
    let result = try run(engine, server)
    #expect(result.status == 0, "\(result.error)")
    #expect(try targets(result) == Self.wanted)
    #expect(server.log.count == 4)
  }

  @Test(arguments: engines) func lastingFailuresEndWithAMessage(_ engine: String) throws {
    for failure in ["500", "broken", "cut"] {
      let server = try EngineServer(failures: Array(repeating: failure, count: 20))
      let result = try run(engine, server, ["--engine-tries", "2"])
      #expect(result.status == 3)
      #expect(result.error.contains("have no draft; run again"))
      #expect(try targets(result) == ["", "", ""])
      #expect(!(result.output + result.error).contains(Self.key))
    }
  }

  /// The server writes the key into its refusal; no message of ours may hold it.
  @Test(arguments: engines) func noOutputHoldsTheKey(_ engine: String) throws {
    let server = try EngineServer(failures: ["refused"])
    var outputs = [try run(engine, server), try run(engine, server, ["--dry-run"])]
    #expect(outputs[0].status == 3 && outputs[0].error.contains("refuses the request"))
    outputs.append(try run(engine, server, ["-o", server.folder.path("draft.tmx")]))
    outputs.append(try run(engine, server, ["-o", server.folder.path("draft.html")]))
    for output in outputs { #expect(!(output.output + output.error).contains(Self.key)) }
    // Neither may the cache, nor a file that was written.
    for name in try FileManager.default.contentsOfDirectory(atPath: server.folder.url.path)
    where name != "log" {
      let bytes = try Data(contentsOf: server.folder.url.appending(path: name))
      #expect(bytes.range(of: Data(Self.key.utf8)) == nil, "\(name)")
    }
  }

  @Test(arguments: engines) func nothingIsSentTwice(_ engine: String) throws {
    let server = try EngineServer()
    _ = try run(engine, server)
    let before = server.log.count
    let again = try run(engine, server)
    #expect(server.log.count == before)
    #expect(try targets(again) == Self.wanted)
  }

  @Test(arguments: engines) func dryRunSendsNothingAndShowsAll(_ engine: String) throws {
    let server = try EngineServer()
    let result = try run(engine, server, ["--dry-run"])
    #expect(result.status == 0 && server.log.isEmpty)
    #expect(result.output.contains("POST ") && result.output.contains("Havna er stengt"))
  }

  @Test func termsReachTheEngines() throws {
    for engine in ["deepl", "openai"] {
      let server = try EngineServer()
      let terms = try server.folder.write("id,nb,en\nport,havn,port\n", to: "terms.csv")
      let result = try run(engine, server, ["--termbase", terms])
      #expect(result.status == 0, "\(result.error)")
      #expect(server.log.contains { $0.contains("havn\\tport") || $0.contains("havn = port") })
    }
  }

  @Test func aMissingKeyIsNamed() throws {
    let file = try TemporaryFolder().write("Hei.", to: "a.nb.txt")
    let result = try Program.samsvar(
      "translate", file, "--target-lang", "en", "--engine", "deepl",
      environment: ["DEEPL_API_KEY": "", "DEEPL_AUTH_KEY": ""])
    #expect(result.status != 0 && !result.error.isEmpty)
  }
}
