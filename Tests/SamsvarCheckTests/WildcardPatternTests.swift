import SamsvarModel
import Testing

@testable import Samsvar

@Suite("Patterns of pairs")
struct WildcardPatternTests {
  @Test(arguments: [
    ("docs/**/*.nb.md", "docs/**/*.en.md", "docs/a/b/x.nb.md", "docs/a/b/x.en.md"),
    ("docs/**/*.nb.md", "docs/**/*.en.md", "docs/x.nb.md", "docs/x.en.md"),
    ("docs/**/*.nb.md", "*.en.md", "docs/a/x.nb.md", "x.en.md"),
    ("nb/**", "en/**", "nb/a/x.md", "en/a/x.md"),
    ("{year}/{name}.nb.txt", "{name}-{year}.en.txt", "2024/x.nb.txt", "x-2024.en.txt"),
    ("a?.nb.txt", "b?.en.txt", "a1.nb.txt", "b1.en.txt"),
    ("x.nb.txt", "x.en.txt", "x.nb.txt", "x.en.txt"),
  ])
  func targetsFollowSources(source: String, target: String, path: String, expected: String) throws {
    let match = try #require(WildcardPattern(source).match(path))
    #expect(WildcardPattern(target).path(match) == expected)
  }

  @Test(arguments: [
    ("*.md", "a/b.md"), ("docs/**/*.md", "other/a.md"), ("a?.md", "a/.md"), ("*.md", ".md"),
    ("{x}-{x}.md", "a-b.md"),
  ])
  func whatDoesNotFit(pattern: String, path: String) {
    #expect(WildcardPattern(pattern).match(path) == nil)
  }

  @Test func tooManyWildcardsGiveNoTarget() throws {
    let match = try #require(WildcardPattern("*.nb.md").match("a.nb.md"))
    #expect(WildcardPattern("*/*.en.md").path(match) == nil)
    #expect(WildcardPattern("{name}.en.md").path(match) == nil)
  }

  @Test(arguments: [
    ("docs/**/*.md", "docs/"), ("*.md", ""), ("a/b/c.md", "a/b/"), ("a/b*.md", "a/"),
  ])
  func theFolderBeforeTheWildcards(pattern: String, folder: String) {
    #expect(WildcardPattern(pattern).fixedFolder == folder)
  }

  @Test func hashesTellPartsApart() {
    func hash(_ parts: [String]) -> String {
      var hash = ContentHash()
      for part in parts { hash.add(part) }
      return hash.digits
    }
    #expect(hash(["ab", "c"]) != hash(["a", "bc"]))
    #expect(hash([]) != hash([""]))
    #expect(hash(["a"]) == hash(["a"]) && hash(["a"]).count == 32)
  }

  @Test func outputsAreNamedAfterTheSource() {
    let pair = ProjectPair(source: "docs/guide/intro.nb.md", target: "x", entry: 0)
    #expect(pair.output("out/{path}.html") == "out/docs/guide/intro.html")
    #expect(pair.output("{dir}/{name}.tmx") == "docs/guide/intro.tmx")
    #expect(ProjectPair(source: "a.nb.md", target: "x", entry: 0).output("{path}.tmx") == "a.tmx")
  }
}
