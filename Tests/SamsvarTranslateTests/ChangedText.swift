import Foundation
import SamsvarModel
import SamsvarTestSupport

/// A sentence in three languages with places for values and names.
struct SentenceTemplate {
  /// The places, by letter, with the kind of what they hold.
  var slots: [(name: Character, kind: String)]
  private var texts: [LanguageTag: String]

  /// The templates of a file: what varies, Bokmål, Nynorsk, English.
  static func all(_ path: String) throws -> [SentenceTemplate] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { line in
        let columns = line.split(separator: "\t").map(String.init)
        let slots = columns[0].split(separator: ";").map { part in
          (part.first ?? "a", String(part.dropFirst(2)))
        }
        return SentenceTemplate(
          slots: slots, texts: [.nb: columns[1], .nn: columns[2], .en: columns[3]])
      }
  }

  /// The sentence in a language with values in its places; `{A}` is the English article.
  func text(_ language: LanguageTag, _ values: [SlotValue]) -> String {
    var result = ""
    var rest = (texts[language] ?? "")[...]
    var openArticle: String.Index?
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let parts = rest[rest.index(after: open)..<close].split(separator: ":").map(String.init)
      rest = rest[rest.index(after: close)...]
      if parts[0] == "A" {
        openArticle = result.endIndex
        continue
      }
      let value = values[slots.firstIndex { $0.name == parts[0].first } ?? 0]
      let text = value.text(language, parts.count > 1 ? parts[1] : "")
      if let place = openArticle {
        let isVowel = text.hasPrefix("8") || text == "11" || text == "18"
        result.insert(contentsOf: isVowel ? "an" : "a", at: place)
        openArticle = nil
      }
      result += text
    }
    return result + rest
  }

  /// Values for all places, no two the same.
  func values(using generator: inout SeededRandom) -> [SlotValue] {
    slots.reduce(into: []) { values, slot in
      values.append(other(slot.kind, than: values, using: &generator))
    }
  }

  /// The values with those of some places changed.
  func changed(
    _ values: [SlotValue], _ places: [Int], using generator: inout SeededRandom
  ) -> [SlotValue] {
    var result = values
    for place in places {
      result[place] = other(slots[place].kind, than: values + result, using: &generator)
    }
    return result
  }

  private func other(
    _ kind: String, than taken: [SlotValue], using generator: inout SeededRandom
  ) -> SlotValue {
    while true {
      let value = SlotValue.random(kind, taken, using: &generator)
      if !taken.contains(where: { $0.clashes(with: value) }) { return value }
    }
  }
}

extension SlotValue {
  /// Whether two values share something that a sentence could not tell apart.
  func clashes(with other: SlotValue) -> Bool {
    switch (self, other) {
    case (.person(let first, let last), .person(let otherFirst, let otherLast)):
      first == otherFirst || last == otherLast
    default: self == other
    }
  }
}
