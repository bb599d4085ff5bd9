import Samsvar
import SamsvarModel
import Testing

@Suite("Settings and marks")
struct AcceptanceTests {
  @Test(arguments: [
    ("docs/**", "docs/legal/a.nb.md", true), ("*.nb.md", "docs/a.nb.md", true),
    ("docs/*.md", "docs/legal/a.md", false), ("a?.md", "ab.md", true), ("a?.md", "a/.md", false),
    ("**/a.md", "x/y/a.md", true), ("legal/**", "docs/legal/b.md", true),
  ])
  func patterns(pattern: String, path: String, expected: Bool) {
    #expect(PathPattern(pattern).matches(path) == expected)
  }

  private func finding(_ rule: String, _ text: String, _ severity: Severity = .error) -> Finding {
    Finding(
      rule: rule, category: .name, severity: severity,
      target: FindingSpan(segment: 0, range: 0..<1, text: text), message: "", reason: "")
  }

  @Test func levelsAndWords() throws {
    let yaml = """
      rules:
        name.mismatch: warning
        quote.unbalanced: off
      words: [Storting]
      paths:
        - paths: ["legal/**"]
          rules: {name.mismatch: "off"}
      """
    let settings = try ProjectReader.read(Array(yaml.utf8), file: "samsvar.yml").checks
    let findings = [
      finding("name.mismatch", "Oslo"), finding("quote.unbalanced", "x"),
      finding("term.missing", "storting"),
    ]
    let applied = settings.applied(to: findings, document: "a.md")
    #expect(applied.map(\.rule) == ["name.mismatch", "term.missing"])
    #expect(applied.map(\.severity) == [.warning, .error])
    #expect(applied.map { $0.acceptance?.place } == [nil, .settings])
    #expect(settings.applied(to: findings, document: "legal/a.md").map(\.rule) == ["term.missing"])
  }

  @Test func unknownLevelIsNamed() {
    #expect(throws: InputError.self) {
      try ProjectReader.read(Array("rules: {a.b: loud}".utf8), file: "samsvar.yml")
    }
  }

  @Test func marksLeaveTheOffsetsAlone() {
    let original = "A\n<!-- samsvar:accept name.mismatch, quote because it is so -->\nB\nC"
    var text = Array(original.utf8)
    let marks = AcceptMark.take(from: &text)
    #expect(text.count == original.utf8.count)
    #expect(!text.contains(0x3C))
    #expect(marks.map(\.rules) == [["name.mismatch", "quote"]])
    #expect(marks.map(\.reason) == ["it is so"])
    #expect(marks.first?.range.contains(text.count - 3) == true)
    #expect(marks.first?.range.contains(text.count - 1) == false)
  }
}
