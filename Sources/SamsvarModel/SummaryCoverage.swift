/// What a summary rests on, and what it leaves out.
public struct SummaryCoverage: Hashable, Sendable {
  /// A source segment that no summary segment rests on.
  public struct Unused: Hashable, Sendable {
    /// The segment's index.
    public var segment: Int
    /// How much it has in common with the whole article, 0 to 1.
    public var centrality: Double

    /// A segment with its centrality.
    public init(segment: Int, centrality: Double) {
      self.segment = segment
      self.centrality = centrality
    }
  }

  /// The links, one for each summary segment, in order.
  public let links: [SummaryLink]
  /// What no link holds, the most central first.
  public let unused: [Unused]
  private let usersBySource: [Int: [Int]]

  /// The coverage by some links.
  ///
  /// - Parameter centrality: The centrality of each source segment.
  /// - Complexity: O(n log n) in the source segments
  public init(links: [SummaryLink], centrality: [Double]) {
    self.links = links
    var users: [Int: [Int]] = [:]
    for link in links {
      for source in link.sources { users[source, default: []].append(link.summary) }
    }
    usersBySource = users
    unused = centrality.indices.filter { users[$0] == nil }
      .sorted { (centrality[$1], $0) < (centrality[$0], $1) }
      .map { Unused(segment: $0, centrality: centrality[$0]) }
  }

  /// The summary segments that rest on a source segment, ascending.
  public func users(of source: Int) -> [Int] { usersBySource[source] ?? [] }
}
