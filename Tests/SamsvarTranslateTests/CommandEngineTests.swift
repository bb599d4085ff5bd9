import Foundation
import SamsvarTestSupport
import SamsvarTranslate
import Testing

/// Programs that translate line by line, as they behave and misbehave.
@Suite("Command engine")
struct CommandEngineTests {
  private func segments(_ count: Int) -> [EngineSegment] {
    (0..<count).map { EngineSegment(text: "setning nummer \($0) om været i Bergen") }
  }

  private func run(
    _ engine: CommandEngine, _ segments: [EngineSegment]
  ) -> (answers: [Int: String], order: [Int], error: EngineError?) {
    var answers: [Int: String] = [:]
    var order: [Int] = []
    do throws(EngineError) {
      try engine.translate(segments) {
        answers[$0] = $1
        order.append($0)
      }
    } catch { return (answers, order, error) }
    return (answers, order, nil)
  }

  /// `cat` answers at once, `tac | tac` at the end: neither pipe may fill up.
  @Test(arguments: ["cat", "tac | tac", "sed -u s/setning/sentence/"])
  func tenThousandSentencesKeepTheirOrder(_ command: String) {
    let segments = segments(10_000)
    let result = run(CommandEngine(command, batchSize: 10_000), segments)
    #expect(result.error == nil && result.answers.count == 10_000)
    #expect(result.order == Array(0..<10_000))
    let isInOrder = segments.indices.allSatisfy {
      result.answers[$0]?.hasSuffix("nummer \($0) om været i Bergen") == true
    }
    #expect(isInOrder)
  }

  /// The first run of the program is killed after 300 lines; what it said stays.
  @Test func aKilledEngineLosesNothing() throws {
    let folder = try TemporaryFolder()
    let script = """
      echo run >> \(folder.path("runs")); n=0; while read -r line; do echo "$line"; n=$((n+1)); \
      if [ "$(wc -l < \(folder.path("runs")))" = 1 ] && [ $n = 300 ]; then kill -9 $$; fi; done
      """
    let result = run(CommandEngine(script, name: "sh"), segments(1000))
    #expect(result.error == nil && result.answers.count == 1000)
    #expect(result.order == Array(0..<1000))
    let runs = try String(contentsOfFile: folder.path("runs"), encoding: .utf8)
    #expect(runs == "run\nrun\n")
  }

  @Test func anEngineThatKeepsDyingIsNamed() {
    let result = run(CommandEngine("head -n 3; exit 7", name: "short"), segments(5))
    // Three lines, then two, then nothing more to ask for.
    #expect(result.error == nil && result.answers.count == 5)
    let dead = run(CommandEngine("exit 7", name: "dead"), segments(5))
    #expect(dead.answers.isEmpty && dead.error?.kind == .program)
    #expect(dead.error?.description.contains("ended with 7") == true)
    let missing = run(CommandEngine("no-such-program-here 2>/dev/null"), segments(2))
    #expect(missing.error?.description.contains("127") == true)
  }

  @Test func aHalfLineIsNoAnswer() {
    let result = run(CommandEngine("printf 'en\\nto\\nhal'; exit 0", name: "half"), segments(2))
    #expect(result.answers == [0: "en", 1: "to"])
    let cut = run(CommandEngine("printf 'hal'", name: "half"), segments(1))
    #expect(cut.answers.isEmpty && cut.error != nil)
  }

  @Test func aStuckEngineIsStopped() {
    let result = run(CommandEngine("sleep 60", timeout: 0.3), segments(1))
    #expect(result.error?.description.contains("gave no line") == true)
  }

  @Test func lineBreaksInsideASegmentAreBlanks() {
    let result = run(
      CommandEngine("cat"), [EngineSegment(text: "to\nlinjer"), EngineSegment(text: "")])
    #expect(result.answers == [0: "to linjer", 1: ""])
  }
}
