import SamsvarModel

/// What a bilingual file holds, counted unit by unit.
package struct BitextStatistics: Sendable {
  /// The counts of one side.
  package struct Side: Hashable, Sendable {
    /// Runs of letters and digits; an apostrophe or hyphen inside does not end one.
    package var words = 0
    /// Characters as a reader counts them, white space included.
    package var characters = 0
    /// Units without text on this side.
    package var empty = 0
  }

  package private(set) var units = 0
  package private(set) var documents: Set<String> = []
  package private(set) var source = Side()
  package private(set) var target = Side()
  /// Units whose source stood before with the same target.
  package private(set) var repeated = 0
  /// Units whose source stood before with another target.
  package private(set) var variants = 0
  package private(set) var withCodes = 0
  package private(set) var withNotes = 0
  package private(set) var needReview = 0
  package private(set) var languages: [String: Int] = [:]
  package private(set) var kinds: [String: Int] = [:]
  package private(set) var states: [String: Int] = [:]
  private var known: [UInt64: UInt64] = [:]

  /// Nothing counted yet.
  package init() {}

  /// Counts a unit.
  package mutating func add(_ unit: BitextUnit) {
    units += 1
    documents.insert(unit.document)
    count(unit.source, &source)
    count(unit.target, &target)
    let left = unit.sourceLanguage?.description ?? "?"
    let right = unit.targetLanguage?.description ?? "?"
    languages["\(left) > \(right)", default: 0] += 1
    kinds[unit.beadKind.rawValue, default: 0] += 1
    states[unit.state?.rawValue ?? "none", default: 0] += 1
    if unit.needsReview { needReview += 1 }
    if !unit.notes.isEmpty { withNotes += 1 }
    if !unit.source.codes.isEmpty || !unit.target.codes.isEmpty { withCodes += 1 }
    guard !unit.source.bytes.isEmpty else { return }
    let (key, value) = (Self.hash(unit.source.bytes), Self.hash(unit.target.bytes))
    if let before = known[key] {
      if before == value { repeated += 1 } else { variants += 1 }
    } else {
      known[key] = value
    }
  }

  private func count(_ text: CodedText, _ side: inout Side) {
    guard !text.isBlank else {
      side.empty += 1
      return
    }
    let string = text.string
    side.characters += string.count
    var isInside = false
    for character in string {
      let isWord = character.isLetter || character.isNumber
      if isWord, !isInside { side.words += 1 }
      isInside = isWord || isInside && (character == "-" || character == "'" || character == "’")
    }
  }

  /// FNV-1a over 64 bits: the same on every run.
  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// Names and values in order, for a table.
  package var rows: [(name: String, value: String)] {
    func list(_ counts: [String: Int]) -> String {
      counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
        .joined(separator: ", ")
    }
    return [
      ("units", String(units)), ("documents", String(documents.count)),
      ("languages", list(languages)), ("source words", String(source.words)),
      ("target words", String(target.words)), ("source characters", String(source.characters)),
      ("target characters", String(target.characters)), ("source empty", String(source.empty)),
      ("target empty", String(target.empty)), ("repeated", String(repeated)),
      ("same source, other target", String(variants)), ("with inline codes", String(withCodes)),
      ("with notes", String(withNotes)), ("need review", String(needReview)),
      ("kinds", list(kinds)), ("states", list(states)),
    ]
  }
}
