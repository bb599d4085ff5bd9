/// The tags of a well-formed part in their order, counted as the events of a reader are.
///
/// A reader that counts start and end tags (an empty element is one) says with a number where a text
/// stands: in the gap after that many tags. Comments and CDATA sections are no tags.
struct XMLTags {
  /// What a tag does.
  enum Kind { case start, end, empty }

  /// A tag from `<` to `>`.
  struct Tag {
    var range: Range<Int>
    var kind: Kind
    /// Whether the element's name has a prefix.
    var hasPrefix: Bool
  }

  private var tags: [Tag] = []
  private let count: Int

  /// The tags of some bytes.
  ///
  /// - Complexity: O(n)
  init(_ bytes: [UInt8]) {
    count = bytes.count
    var scanner = XMLScanner(bytes, 0..<bytes.count)
    while let token = scanner.next() {
      switch token {
      case .start(let name, let isEmpty): add(scanner.range, isEmpty ? .empty : .start, name, 1)
      case .end(let name): add(scanner.range, .end, name, 2)
      case .text, .literal, .other: break
      }
    }
  }

  private mutating func add(_ range: Range<Int>, _ kind: Kind, _ name: Range<Int>, _ lead: Int) {
    tags.append(Tag(range: range, kind: kind, hasPrefix: name.lowerBound > range.lowerBound + lead))
  }

  /// The tag with a number, counted from 1.
  func tag(_ number: Int) -> Tag? {
    tags.indices.contains(number - 1) ? tags[number - 1] : nil
  }

  /// The bytes between two tags, the first of which has the number.
  func gap(after number: Int) -> Range<Int>? {
    guard (0...tags.count).contains(number) else { return nil }
    let start = number == 0 ? 0 : tags[number - 1].range.upperBound
    let end = number == tags.count ? count : tags[number].range.lowerBound
    return start..<end
  }

  /// The bytes of the element that a tag begins, with its tags and without; nil where it begins none.
  func element(_ number: Int) -> (whole: Range<Int>, content: Range<Int>)? {
    guard let first = tag(number), first.kind != .end else { return nil }
    var depth = 0
    for tag in tags[(number - 1)...] {
      depth += tag.kind == .start ? 1 : tag.kind == .end ? -1 : 0
      guard depth == 0 else { continue }
      let end = tag.kind == .end ? tag.range.lowerBound : first.range.upperBound
      return (first.range.lowerBound..<tag.range.upperBound, first.range.upperBound..<end)
    }
    return nil
  }
}
