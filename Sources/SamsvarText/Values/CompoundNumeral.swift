/// Number words written as one word: `tjuefem`, `femogtyve`, `tohundreogfemti`, `totusenogfjorten`.
enum CompoundNumeral {
  /// The value of a word made of number words and `og` alone, or nil.
  ///
  /// - Complexity: O(n²) in the length of the word, and only for words that begin like a number.
  static func value(_ word: [UInt8], _ numbers: NumberWords) -> Double? {
    guard let parts = parts(word[...], numbers), parts.count > 1 else { return nil }
    return value(of: parts)
  }

  private enum Part {
    case cardinal(Int)
    case hundred
    case scale(Double)
    case and
  }

  /// The longest parts first; nil where the word cannot be cut without a rest.
  private static func parts(_ word: ArraySlice<UInt8>, _ numbers: NumberWords) -> [Part]? {
    if word.isEmpty { return [] }
    var length = min(word.count, 10)
    while length >= 2 {
      if let part = part(Array(word.prefix(length)), numbers),
        let rest = parts(word.dropFirst(length), numbers)
      {
        return [part] + rest
      }
      length -= 1
    }
    return nil
  }

  private static func part(_ word: [UInt8], _ numbers: NumberWords) -> Part? {
    for meaning in numbers.meanings(of: word) {
      switch meaning {
      case .cardinal(let value): return .cardinal(value)
      case .hundred: return .hundred
      case .scale(let value) where value == 1000: return .scale(value)
      case .and: return .and
      default: continue
      }
    }
    return nil
  }

  private static func value(of parts: [Part]) -> Double? {
    guard case .and? = parts.last else { return sum(parts) }
    return nil
  }

  private static func sum(_ parts: [Part]) -> Double? {
    var total = 0.0
    var current = 0.0
    for part in parts {
      switch part {
      case .cardinal(let value): current += Double(value)
      case .hundred: current = max(1, current) * 100
      case .scale(let value):
        total += max(1, current) * value
        current = 0
      case .and: continue
      }
    }
    return total + current
  }
}
