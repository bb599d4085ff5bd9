import Glibc

/// Any program that translates line by line: `apertium -u nob-nno`, a wrapper around a local model.
///
/// The program reads segments from standard input, one a line, and writes as many lines. It may answer
/// each line at once or all at the end; input and output are moved as the program takes and gives them,
/// so that neither pipe fills up. A call starts the program anew where it has ended.
public struct CommandEngine: TranslationEngine {
  /// The name in the origin of drafts.
  public let name: String
  /// What decides the answers beside the input.
  public let model: String
  /// How placeholders are written.
  public let placeholders = PlaceholderStyle.word
  /// The most segments of one call.
  public let batchSize: Int
  /// The most calls at once.
  public let concurrency = 1
  private let command: String
  /// Whether a blank line goes after each segment: Apertium ends a sentence there.
  private let isSpaced: Bool
  private let timeout: Double

  /// An engine that runs a command of the shell.
  ///
  /// - Parameters:
  ///   - name: The name in the origin of drafts.
  ///   - batchSize: The segments of one run; the program is started anew for each.
  ///   - timeout: The seconds without a line after which the program counts as stuck.
  public init(
    _ command: String, name: String? = nil, batchSize: Int = 500, isSpaced: Bool? = nil,
    timeout: Double = 120
  ) {
    self.command = command
    let program = command.split(separator: " ").first.map(String.init) ?? command
    self.name = name ?? program.split(separator: "/").last.map(String.init) ?? program
    model = command
    self.batchSize = max(batchSize, 1)
    self.isSpaced = isSpaced ?? (self.name == "apertium")
    self.timeout = timeout
  }

  /// Translates segments, in order.
  public func translate(
    _ segments: [EngineSegment], deliver: (Int, String) -> Void
  ) throws(EngineError) {
    var done = 0
    var failures = 0
    while done < segments.count {
      let rest = segments[done...].map { Self.line($0.text) }
      var count = 0
      let run = LineProcess(command: command, timeout: timeout)
      let input = rest.map { isSpaced ? "\($0)\n\n" : "\($0)\n" }.joined()
      let expected = isSpaced ? rest.count * 2 : rest.count
      let outcome = run.exchange(Array(input.utf8), lines: expected) { number, line in
        guard !isSpaced || number % 2 == 0 else { return }
        deliver(done + count, line)
        count += 1
      }
      done += count
      guard done < segments.count else { return }
      failures = count == 0 ? failures + 1 : 0
      // A program that was killed may do better the second time; one that says nothing will not.
      if failures >= 2 || outcome.isFatal {
        throw EngineError(.program, "\(name): \(outcome.text)")
      }
    }
  }

  /// A segment is one line, whatever white space it holds.
  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// What would be sent, without the key.
  public func preview(_ segments: [EngineSegment]) -> String {
    "\(command) <<'END'\n" + segments.map { Self.line($0.text) + "\n" }.joined() + "END\n"
  }
}
