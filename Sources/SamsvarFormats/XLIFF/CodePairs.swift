/// The codes of a text with their partners found: the order of ends and beginnings does not depend on the
/// format they come from.
struct CodePairs {
  /// A code that stands alone, or one end of a pair.
  struct Item: Hashable {
    /// The code; one without its other end is isolated.
    var code: InlineCode
    /// What is the same for both ends and for the same code in the other text.
    var key: Key
  }

  /// A pair or a single code: the how-manieth of its identifier.
  struct Key: Hashable {
    var id: String
    var isPair: Bool
    var isAnnotation: Bool
    var occurrence: Int
  }

  private(set) var items: [Item] = []
  /// Pairs that overlap another without lying in it.
  private(set) var crossing: Set<Key> = []
  /// The original data of the ends of pairs.
  private(set) var endData: [Key: String] = [:]

  /// Pairs up the codes of a text: each end with the latest open code of its identifier.
  init(_ codes: [InlineCode]) {
    let partner = Self.partners(codes)
    var counts: [String: Int] = [:]
    var keys: [Int: Key] = [:]
    for (index, code) in codes.enumerated() {
      if let opening = partner[index], opening < index, let key = keys[opening] {
        items.append(Item(code: code, key: key))
        endData[key] = code.data
        continue
      }
      var code = code
      let isPair = partner[index] != nil
      if !isPair, code.kind == .open { code.kind = .isolatedOpen }
      if !isPair, code.kind == .close { code.kind = .isolatedClose }
      let count = counts["\(isPair)\(code.isAnnotation)\(code.id)", default: 0]
      counts["\(isPair)\(code.isAnnotation)\(code.id)"] = count + 1
      let key = Key(
        id: code.id, isPair: isPair, isAnnotation: code.isAnnotation, occurrence: count)
      keys[index] = key
      items.append(Item(code: code, key: key))
    }
    findCrossing(partner, keys)
  }

  /// For both ends of each pair the index of the other.
  private static func partners(_ codes: [InlineCode]) -> [Int: Int] {
    var open: [Int] = []
    var partner: [Int: Int] = [:]
    for (index, code) in codes.enumerated() {
      if code.kind == .open {
        open.append(index)
      } else if code.kind == .close,
        let place = open.lastIndex(where: {
          codes[$0].id == code.id && codes[$0].isAnnotation == code.isAnnotation
        })
      {
        partner[index] = open[place]
        partner[open[place]] = index
        open.remove(at: place)
      }
    }
    return partner
  }

  private mutating func findCrossing(_ partner: [Int: Int], _ keys: [Int: Key]) {
    let pairs = partner.filter { $0.key < $0.value }.sorted { $0.key < $1.key }
    for (index, pair) in pairs.enumerated() {
      for other in pairs[(index + 1)...].prefix(while: { $0.key < pair.value })
      where other.value > pair.value {
        if let key = keys[pair.key] { crossing.insert(key) }
        if let key = keys[other.key] { crossing.insert(key) }
      }
    }
  }
}
