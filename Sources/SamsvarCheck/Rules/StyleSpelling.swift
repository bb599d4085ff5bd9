package import SamsvarModel
import SamsvarText

/// A word that an English text spells in two ways: organise and organize.
package struct StyleSpelling: Rule {
  package static let id = "style.spelling"
  package static let category = FindingCategory.style
  package static let severity = Severity.note
  package static let summary = "An English text spells a word in two ways."
  package static let mqm = "style/inconsistent style"

  package init() {}

  package func findings(in context: CheckContext) -> [Finding] {
    guard !context.isSummary, context.target.language.language == "en" else { return [] }
    var spellings: [[UInt8]: [[UInt8]: Int]] = [:]
    for token in context.target.tokens where token.kind == .word {
      let word = context.target.forms.words[Int(token.word)]
      spellings[Self.key(word), default: [:]][word, default: 0] += 1
    }
    spellings = spellings.filter { $0.value.count > 1 }
    guard !spellings.isEmpty else { return [] }
    return context.targetSegments.flatMap { segment in
      segment.tokens.compactMap { finding(segment, $0, spellings) }
    }
  }

  private func finding(
    _ segment: TargetSegment, _ token: Int, _ spellings: [[UInt8]: [[UInt8]: Int]]
  ) -> Finding? {
    let word = segment.word(token)
    guard segment.token(token).kind == .word, let counts = spellings[Self.key(word)],
      let usual = counts.max(by: { ($0.value, $1.key.count) < ($1.value, $0.key.count) })?.key,
      usual != word
    else { return nil }
    let spelling = String(decoding: usual, as: UTF8.self)
    let isCapitalised = segment.token(token).shape.contains(.capitalised)
    return segment.finding(
      Self.self, at: segment.token(token).range,
      message: "\"\(segment.string(token))\" is \"\(spelling)\" elsewhere",
      reason: "the text has both spellings",
      replacement: segment.token(token).shape.contains(.allCapitals)
        ? nil : isCapitalised ? spelling.prefix(1).uppercased() + spelling.dropFirst() : spelling)
  }

  /// A word with the British spelling of its ending turned into the American one.
  static func key(_ word: [UInt8]) -> [UInt8] {
    guard word.count >= 5 else { return word }
    var key = word
    for index in 2..<key.count - 1 where key[index] == 0x73 {
      // organise, organising, organisation; analyse.
      let isVerb = key[index - 1] == 0x69 || key[index - 1] == 0x79
      if isVerb, [0x65, 0x69, 0x61].contains(key[index + 1]) { key[index] = 0x7A }
    }
    if key.count >= 6,
      let place = key.indices.dropLast(2).first(where: {
        $0 >= 2 && key[$0] == 0x6F && key[$0 + 1] == 0x75 && key[$0 + 2] == 0x72
      })
    {
      key.remove(at: place + 1)
    }
    let endings = [("tre", "ter"), ("tres", "ters"), ("ence", "ense"), ("ences", "enses")]
    for (british, american) in endings
    where key.suffix(british.utf8.count).elementsEqual(british.utf8) {
      key = key.dropLast(british.utf8.count) + Array(american.utf8)
    }
    return key
  }
}

extension StyleSpelling {
  package static let documentation = RuleDocumentation(
    """
    British and American spellings (-ise and -ize, colour and color, centre and center, defence and
    defense) of one word in one text: the rarer one is reported.
    """,
    examples: [
      .finds(
        "organized", "De er organisert.\nDe ble organisert.\nDe var organisert.",
        "They are organised.\nThey were organised.\nThey had been organized."),
      .leaves("De er organisert.\nDe ble organisert.", "They are organised.\nThey were organised."),
    ], hasFix: true)
}
