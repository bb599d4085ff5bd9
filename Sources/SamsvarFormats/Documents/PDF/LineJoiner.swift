import SamsvarModel

/// Joins the lines of a paragraph, and words that were divided at line ends.
struct LineJoiner {
  /// The words that stand within a line somewhere, as they are compared.
  private var known: Set<String> = []
  /// The hyphens taken out.
  private(set) var removals: [Removal] = []

  /// A joiner that knows the words of the pages.
  init(_ pages: [PDFPage]) {
    for line in pages.lazy.flatMap(\.lines) {
      for word in line.words.dropLast() { known.insert(Self.key(word)) }
    }
  }

  private static func key(_ word: String) -> String {
    word.lowercased().trimmingPrefix { !$0.isLetter }.split { !$0.isLetter && $0 != "-" }.first
      .map(String.init) ?? ""
  }

  /// The text of a paragraph.
  mutating func text(_ paragraph: PDFParagraph) -> [UInt8] {
    var words: [String] = []
    for line in paragraph.lines {
      var rest = line.words[...]
      if let last = words.last, let next = rest.first, let joined = joined(last, next) {
        words[words.count - 1] = joined
        rest = rest.dropFirst()
        if joined.count < last.count + next.count {
          removals.append(
            Removal(.hyphen, "\(last) \(next) → \(joined)", at: "page \(paragraph.page)"))
        }
      }
      words += rest
    }
    return Array(words.joined(separator: " ").utf8)
  }

  /// The word of which a line ends in one part and the next begins with the other; nil for two words.
  ///
  /// `fiskeri-` `avtale` is one word; `helse-` `og` are two, and the hyphen of `EU-` `landene` stays.
  private func joined(_ first: String, _ next: String) -> String? {
    guard let mark = first.last, "-\u{AD}\u{2010}".contains(mark), first.count > 1,
      let start = next.first, start.isLetter
    else { return nil }
    let stem = String(first.dropLast())
    if mark == "\u{AD}" { return stem + next }
    guard stem.last?.isLetter == true else { return stem.last?.isNumber == true ? first + next : nil }
    if ["og", "eller", "and", "or", "samt", "til", "to"].contains(next.lowercased()) { return nil }
    let isName = start.isUppercase
    let isAcronym = stem.count > 1 && stem.allSatisfy { $0.isUppercase || !$0.isLetter }
    if isName || isAcronym || stem.contains("-") { return first + next }
    let isKnownWhole = known.contains(Self.key(stem + next))
    return known.contains(Self.key(first + next)) && !isKnownWhole ? first + next : stem + next
  }
}
