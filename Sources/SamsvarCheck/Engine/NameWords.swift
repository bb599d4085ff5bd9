import SamsvarModel
import SamsvarText

/// The words of the names in an article, to compare spellings with.
struct NameWords {
  private var keys: Set<[UInt8]> = []
  private var counts: [[UInt8]: Int] = [:]

  /// The words of the names in some segments.
  ///
  /// - Complexity: O(n) in the names
  init(_ document: AnalysedDocument, in segments: some Sequence<Int>) {
    for name in segments.flatMap({ document.nameRange($0) }).map({ document.names[$0] }) {
      for token in name.tokens where document.tokens[token].shape.contains(.capitalised) {
        for part in Self.parts(document, token) {
          keys.insert(NameKey.key(part))
          // `Floridas` may be a genitive.
          if part.last == 0x73 { keys.insert(NameKey.key(part.dropLast())) }
          counts[part, default: 0] += 1
        }
      }
    }
  }

  /// Whether every part of a name's word is spelt alike in the article, give or take what newsrooms
  /// spell in their own way.
  func contains(_ document: AnalysedDocument, _ token: Int) -> Bool {
    let parts = Self.parts(document, token)
    return !parts.isEmpty && parts.allSatisfy { keys.contains(NameKey.key($0)) }
  }

  /// A word of the article's names that a word is a slip for, and how often it stands there.
  func slip(_ document: AnalysedDocument, _ token: Int) -> (word: String, count: Int)? {
    for part in Self.parts(document, token) where counts[part] == nil {
      let found = counts.filter { Spelling.isSlip($0.key, part) }
        .max { ($0.value, $1.key.count) < ($1.value, $0.key.count) }
      if let found { return (String(decoding: found.key, as: UTF8.self), found.value) }
    }
    return nil
  }

  /// A word in lower case without a genitive, cut at hyphens.
  static func parts(_ document: AnalysedDocument, _ token: Int) -> [[UInt8]] {
    let word = document.words.bytes(of: Int(document.tokens[token].word))
    let written = document.document.text[document.tokens[token].range].split(separator: 0x2D)
    var parts = word.split(separator: 0x2D).map(Array.init)
    if parts.count > 1, parts.count == written.count {
      // `Bremen-class`: what stands in lower case is no name.
      parts = zip(parts, written).filter { $1.first.map { $0 &- 0x61 >= 26 } ?? false }.map(\.0)
    }
    return parts.filter { $0.count >= 2 }.map { part in
      if part.suffix(2).elementsEqual("'s".utf8) { return Array(part.dropLast(2)) }
      let isGenitive =
        document.language.isNorwegian && part.last == 0x73 && part.count > 3
        && document.words.find(part.dropLast()) != nil
      return isGenitive ? Array(part.dropLast()) : part
    }
  }
}
