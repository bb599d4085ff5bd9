import Foundation
import SamsvarTestSupport
import Testing

@Suite("The app in a real browser") struct BrowserTests {
  private static var hasBrowser: Bool {
    let programs =
      Interop.has("Chromium", "chromium", ["--version"])
      && Interop.has("ChromeDriver", "chromedriver", ["--version"])
    return programs && Interop.hasPython("selenium")
  }

  @Test(.enabled(if: Interop.isRequired || hasBrowser))
  func `keys, undo, kill and restart, realignment, export, refusals`() throws {
    let program = Paths.samsvar.deletingLastPathComponent().appending(path: "samsvar-review").path
    let result = try Program.run(
      URL(fileURLWithPath: "/usr/bin/env"),
      [Interop.python, Paths.file("Tests/Browser/review_test.py"), program, Paths.file("Examples")])
    #expect(result.status == 0, "\(result.output)\n\(result.error)")
  }
}
