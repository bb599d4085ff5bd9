extension Edit: Codable {
  private enum Key: String, CodingKey {
    case edit, bead, status, segment, utf16, side, direction, other, otherSide, dropped, text
    case bookmarked, note, bitext, pattern, template, isRegex, isCaseSensitive, summary, source
    case finding, reason, rule, concept, language, term, terms
  }

  /// The name an edit has in JSON.
  package var name: String {
    switch self {
    case .status: "status"
    case .acceptAbove: "acceptAbove"
    case .merge: "merge"
    case .split: "split"
    case .move: "move"
    case .unlink: "unlink"
    case .link: "link"
    case .drop: "drop"
    case .text: "text"
    case .bookmark: "bookmark"
    case .note: "note"
    case .replace: "replace"
    case .realign: "realign"
    case .addLink: "addLink"
    case .removeLink: "removeLink"
    case .check: "check"
    case .acceptFinding: "acceptFinding"
    case .reopenFinding: "reopenFinding"
    case .applyFix: "applyFix"
    case .applyFixes: "applyFixes"
    case .admitTerm: "admitTerm"
    case .addTerm: "addTerm"
    }
  }

  /// Reads an edit; `realign` and `check` are no edits of their own, since jobs make them.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    func bead() throws -> Int64 { try values.decode(Int64.self, forKey: .bead) }
    func cell() throws -> Cell {
      Cell(bead: try bead(), side: try values.decode(Int.self, forKey: .side))
    }
    func text(_ key: Key) throws -> String { try values.decode(String.self, forKey: key) }
    func number(_ key: Key) throws -> Int64 { try values.decode(Int64.self, forKey: key) }
    let name = try text(.edit)
    switch name {
    case "status":
      self = .status(bead: try bead(), try values.decode(BeadStatus.self, forKey: .status))
    case "acceptAbove": self = .acceptAbove(bead: try bead())
    case "merge": self = .merge(bead: try bead())
    case "split":
      self = .split(
        segment: try number(.segment), utf16: try values.decode(Int.self, forKey: .utf16))
    case "move": self = .move(try cell(), try values.decode(Direction.self, forKey: .direction))
    case "unlink": self = .unlink(bead: try bead())
    case "link":
      self = .link(
        try cell(),
        Cell(bead: try number(.other), side: try values.decode(Int.self, forKey: .otherSide)))
    case "drop": self = .drop(bead: try bead(), try values.decode(Bool.self, forKey: .dropped))
    case "text": self = .text(segment: try number(.segment), try text(.text))
    case "bookmark":
      self = .bookmark(bead: try bead(), try values.decode(Bool.self, forKey: .bookmarked))
    case "note": self = .note(bead: try bead(), try text(.note))
    case "replace": self = .replace(try Replacement(from: decoder))
    case "addLink": self = .addLink(summary: try number(.summary), source: try number(.source))
    case "removeLink":
      self = .removeLink(summary: try number(.summary), source: try number(.source))
    case "acceptFinding":
      self = .acceptFinding(try number(.finding), reason: try text(.reason))
    case "reopenFinding": self = .reopenFinding(try number(.finding))
    case "applyFix": self = .applyFix(try number(.finding))
    case "applyFixes": self = .applyFixes(rule: try text(.rule))
    case "admitTerm":
      self = .admitTerm(
        concept: try text(.concept), language: try text(.language), term: try text(.term))
    case "addTerm":
      self = .addTerm(terms: try values.decode([String: String].self, forKey: .terms))
    case "realign": self = .realign(bitext: try number(.bitext))
    case "check": self = .check(bitext: try number(.bitext))
    default:
      throw DecodingError.dataCorruptedError(
        forKey: .edit, in: values, debugDescription: "there is no edit \"\(name)\"")
    }
  }

  /// Writes the edit as it is read.
  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(name, forKey: .edit)
    switch self {
    case .status(let bead, let status):
      try values.encode(bead, forKey: .bead)
      try values.encode(status, forKey: .status)
    case .acceptAbove(let bead), .merge(let bead), .unlink(let bead):
      try values.encode(bead, forKey: .bead)
    case .split(let segment, let utf16):
      try values.encode(segment, forKey: .segment)
      try values.encode(utf16, forKey: .utf16)
    case .move(let cell, let direction):
      try values.encode(cell.bead, forKey: .bead)
      try values.encode(cell.side, forKey: .side)
      try values.encode(direction, forKey: .direction)
    case .link(let cell, let other):
      try values.encode(cell.bead, forKey: .bead)
      try values.encode(cell.side, forKey: .side)
      try values.encode(other.bead, forKey: .other)
      try values.encode(other.side, forKey: .otherSide)
    case .drop(let bead, let isDropped):
      try values.encode(bead, forKey: .bead)
      try values.encode(isDropped, forKey: .dropped)
    case .text(let segment, let text):
      try values.encode(segment, forKey: .segment)
      try values.encode(text, forKey: .text)
    case .bookmark(let bead, let isBookmarked):
      try values.encode(bead, forKey: .bead)
      try values.encode(isBookmarked, forKey: .bookmarked)
    case .note(let bead, let note):
      try values.encode(bead, forKey: .bead)
      try values.encode(note, forKey: .note)
    case .replace(let replacement): try replacement.encode(to: encoder)
    case .realign(let bitext), .check(let bitext): try values.encode(bitext, forKey: .bitext)
    case .addLink(let summary, let source), .removeLink(let summary, let source):
      try values.encode(summary, forKey: .summary)
      try values.encode(source, forKey: .source)
    case .acceptFinding(let finding, let reason):
      try values.encode(finding, forKey: .finding)
      try values.encode(reason, forKey: .reason)
    case .reopenFinding(let finding), .applyFix(let finding):
      try values.encode(finding, forKey: .finding)
    case .applyFixes(let rule): try values.encode(rule, forKey: .rule)
    case .admitTerm(let concept, let language, let term):
      try values.encode(concept, forKey: .concept)
      try values.encode(language, forKey: .language)
      try values.encode(term, forKey: .term)
    case .addTerm(let terms): try values.encode(terms, forKey: .terms)
    }
  }
}
