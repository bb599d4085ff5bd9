package import SamsvarModel

/// Which column of a table holds what, told from its header in English or Norwegian.
package struct BilingualHeader: Hashable, Sendable {
  /// The columns, counted from 0; nil for what the table has not.
  package var id: Int?
  package var source: Int
  package var target: Int
  package var state: Int?
  package var confidence: Int?
  package var notes: Int?
  /// The columns with texts in further languages.
  package var others: [Int] = []
  /// The languages that the header names.
  package var sourceLanguage: LanguageTag?
  package var targetLanguage: LanguageTag?

  /// The columns of a header row; nil where no two columns are a source and a target.
  ///
  /// `ID | Source (nb) | Target (en) | Status`, or `id | nb | en`, or `nr | Kilde | Mål | Merknad`. Where
  /// languages stand alone the first is the source, unless other languages are asked for.
  package init?(
    _ cells: [String], source wantedSource: LanguageTag? = nil,
    target wantedTarget: LanguageTag? = nil
  ) {
    let names = cells.map(Name.init)
    func first(_ role: Role) -> Int? { names.firstIndex { $0.role == role } }
    func column(_ wanted: LanguageTag?, not other: Int?) -> Int? {
      names.indices.first { index in
        guard let language = names[index].language, index != other else { return false }
        return wanted.map { $0.base == language.base } ?? true
      }
    }
    let target = first(.target) ?? wantedTarget.flatMap { column($0, not: first(.source)) }
    guard let source = first(.source) ?? column(wantedSource, not: target),
      let target = target ?? column(wantedTarget, not: source)
    else { return nil }
    self.source = source
    self.target = target
    sourceLanguage = names[source].language
    targetLanguage = names[target].language
    id = first(.id)
    state = first(.state)
    confidence = first(.confidence)
    notes = first(.notes)
    others = names.indices.filter {
      names[$0].role == nil && names[$0].language != nil && $0 != source && $0 != target
    }
  }

  /// The columns of a table without a header: two texts, or an id before them.
  package init?(columns: Int, firstIsID: Bool) {
    guard columns >= (firstIsID ? 3 : 2) else { return nil }
    id = firstIsID ? 0 : nil
    source = firstIsID ? 1 : 0
    target = source + 1
  }

  /// What a column is for.
  private enum Role: Hashable { case id, source, target, state, confidence, notes }

  /// A header cell, understood.
  private struct Name {
    var role: Role?
    var language: LanguageTag?

    init(_ cell: String) {
      let words = cell.lowercased().split {
        !($0.isLetter || $0.isNumber || $0 == "#" || $0 == "-")
      }
      .map(String.init)
      guard let first = words.first, words.count <= 4 else { return }
      role = BilingualHeader.roles[first]
      if role == .id { return }
      // A code stands at the end: `Source (nb)`, `Norsk bokmål [nb-NO]`.
      language = words.last.flatMap(BilingualHeader.language) ?? BilingualHeader.language(first)
    }
  }

  private static let roles: [String: Role] = [
    "id": .id, "#": .id, "nr": .id, "number": .id, "segment": .id, "unit": .id, "key": .id,
    "source": .source, "original": .source, "kilde": .source, "kildetekst": .source,
    "kjelde": .source, "kjeldetekst": .source,
    "target": .target, "translation": .target, "mål": .target, "måltekst": .target,
    "oversettelse": .target, "omsetjing": .target, "omsetting": .target,
    "status": .state, "state": .state, "tilstand": .state,
    "confidence": .confidence, "score": .confidence, "sikkerhet": .confidence,
    "comments": .notes, "comment": .notes, "note": .notes, "notes": .notes,
    "kommentar": .notes, "kommentarer": .notes, "kommentarar": .notes, "merknad": .notes,
    "merknader": .notes, "merknadar": .notes,
  ]

  /// What a plain table calls the column that people name so: `id` for `Nr`, `target` for `Mål`.
  static func column(_ name: String) -> String? {
    switch roles[name.lowercased()] {
    case .id: "id"
    case .source: "source"
    case .target: "target"
    case .state: "state"
    case .confidence: "confidence"
    case .notes: "note"
    case nil: nil
    }
  }

  private static let names: [String: LanguageTag] = [
    "norsk": .nb, "norwegian": .nb, "bokmål": .nb, "bokmal": .nb, "nynorsk": .nn, "english": .en,
    "engelsk": .en,
  ]

  /// The codes that a header may have alone; other words of two letters are words.
  private static let codes: Set<String> = [
    "nb", "nn", "no", "en", "da", "sv", "de", "fr", "se", "fi", "is", "es", "it", "nl", "pl",
  ]

  private static func language(_ word: String) -> LanguageTag? {
    if let named = names[word] { return named }
    guard let code = word.split(separator: "-").first, codes.contains(String(code)) else {
      return nil
    }
    return LanguageTag(word)
  }
}
