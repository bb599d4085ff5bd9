import Foundation
import SamsvarTestSupport
import Testing

/// What runs the programs in tests.
@Suite("Programs in tests")
struct ProgramTests {
  private static let shell = URL(fileURLWithPath: "/bin/sh")

  @Test func whatDoesNotEndIsKilledAndNamed() throws {
    let error = #expect(throws: ProgramTimeout.self) {
      try Program.run(Self.shell, ["-c", "echo began >&2; exec sleep 1000"], within: 1)
    }
    #expect(error?.description.contains("sleep 1000") == true)
    #expect(error?.error == "began\n")
  }

  @Test func whatEndsGivesItsStatus() throws {
    let result = try Program.run(Self.shell, ["-c", "echo a; echo b >&2; exit 3"], within: 60)
    #expect(result.status == 3 && result.output == "a\n" && result.error == "b\n")
  }
}
