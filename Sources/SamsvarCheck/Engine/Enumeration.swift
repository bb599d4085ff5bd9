import SamsvarModel
import SamsvarText

/// How many things a sentence lists: three in `Bergen, Oslo og Molde`.
enum Enumeration {
  /// The most tokens between two separators of one list.
  private static let longestItem = 6

  /// The lengths of the lists in a segment, besides those of two.
  ///
  /// Items are told by commas and by words such as `og`, `samt`, `and`; a list within a list makes
  /// several lengths possible, all of which are given.
  static func lengths(_ document: AnalysedDocument, _ segment: Int, _ data: LanguageData) -> Set<
    Int
  > {
    var lengths: Set<Int> = []
    var separators: [Int] = []
    for token in document.tokenRange(segment) where isSeparator(document, token, data) {
      if let last = separators.last, token - last > longestItem + 1 { separators = [] }
      separators.append(token)
      // Each run of separators up to here may be the list.
      for count in 1...separators.count { lengths.insert(count + 1) }
    }
    return lengths
  }

  private static func isSeparator(
    _ document: AnalysedDocument, _ token: Int, _ data: LanguageData
  ) -> Bool {
    let range = document.tokens[token].range
    if range.count == 1, document.document.text[range.lowerBound] == 0x2C { return true }
    return data.conjunctions.contains(document.words.bytes(of: Int(document.tokens[token].word)))
  }
}
