/// Someone who is told how far a search is, and may stop it.
package struct SearchWatch: Sendable {
  /// Takes the share that is done, 0 to 1; false stops the search.
  private let body: (@Sendable (Double) -> Bool)?
  private var start = 0.0
  private var share = 1.0

  /// Nobody.
  package static let none = SearchWatch(body: nil)

  private init(body: (@Sendable (Double) -> Bool)?) { self.body = body }

  /// Calls `body` now and then with the share that is done.
  package init(_ body: @escaping @Sendable (Double) -> Bool) { self.body = body }

  /// The same for one of several equal parts of the work.
  func part(_ number: Int, of count: Int) -> SearchWatch { part(number, to: number + 1, of: count) }

  /// The same for a part of the work.
  func part(_ first: Int, to last: Int, of count: Int) -> SearchWatch {
    var part = self
    part.start = start + share * Double(first) / Double(count)
    part.share = share * Double(last - first) / Double(count)
    return part
  }

  /// Whether to go on, asked after each of `count` steps.
  @inline(__always)
  func mayGoOn(_ step: Int, of count: Int) -> Bool {
    guard let body, step & 15 == 0 else { return true }
    return body(start + share * Double(step) / Double(count))
  }
}
