import Samsvar
import SamsvarModel
import SamsvarTestSupport
import Testing

@Suite("Summary links")
struct SummaryLinkTests {
  private let article = """
    Regjeringen vil bygge en ny jernbane mellom Bergen og Oslo.
    Prosjektet koster 32 milliarder kroner.
    Ordføreren i Bergen er glad for planene.
    Naturvernere frykter for villreinen på vidda.
    Byggingen starter i mai neste år.
    """

  private func coverage(_ summary: String) throws -> SummaryCoverage {
    let pipeline = try Pipeline.installed()
    let folder = try TemporaryFolder()
    let left = try pipeline.read(try folder.write(article, to: "a.nb.txt"), as: .nb, layout: .lines)
    let right = try pipeline.read(
      try folder.write(summary, to: "a.en.txt"), as: .en, layout: .lines)
    let found = pipeline.coverage(of: try pipeline.analyseSummary(left, summary: right))
    return try #require(found)
  }

  @Test func eachSentenceRestsOnWhatSaysIt() throws {
    let links = try coverage(
      """
      Construction starts in May next year.
      The project to build a railway between Bergen and Oslo costs the government NOK 32 billion.
      """
    ).links
    #expect(links.map(\.sources) == [[4], [0, 1]])
    #expect(links.allSatisfy { (0...1).contains($0.confidence) && $0.confidence > 0.3 })
  }

  @Test func aSentenceThatSharesNothingHasNoLink() throws {
    #expect(try coverage("Wolves howled.").links.map(\.sources) == [[]])
  }

  /// Every source sentence is used by some sentence or is left out, never both.
  @Test func usedOrLeftOut() throws {
    let coverage = try coverage("The project costs NOK 32 billion.\nThe mayor of Bergen is glad.")
    let used = Set(coverage.links.flatMap(\.sources))
    let unused = coverage.unused.map(\.segment)
    #expect(used.union(unused) == Set(0..<5))
    #expect(used.isDisjoint(with: unused))
    #expect(coverage.unused.map(\.centrality) == coverage.unused.map(\.centrality).sorted(by: >))
    for link in coverage.links {
      for source in link.sources { #expect(coverage.users(of: source).contains(link.summary)) }
    }
  }
}
