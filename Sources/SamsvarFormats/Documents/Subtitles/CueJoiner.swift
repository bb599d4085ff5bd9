import SamsvarModel
import SamsvarText

/// Joins the cues of subtitles to blocks that end where a sentence or a speaker's turn ends.
///
/// Which sentences stand in which cue follows from the offsets: `Document.segmentsOfCues`.
struct CueJoiner {
  /// A pause that no sentence goes on over, in milliseconds.
  private static let pause = 3000
  /// The length at which a block ends with a cue, whatever stands there: some subtitles have no stops.
  private static let longest = 1000

  private let text: [UInt8]
  private let flavour: CueMarkup.Flavour
  private var out = BlockText(isMapped: true)
  private var cues: [Cue] = []
  private var voice = ""
  private var kind = BlockKind.paragraph
  private var blockStart = 0
  private var lastEnd = Int.min

  init(_ text: [UInt8], flavour: CueMarkup.Flavour) {
    self.text = text
    self.flavour = flavour
  }

  /// Adds cues in the order of the file.
  mutating func add(_ sources: [CueSource]) {
    for source in sources { add(source) }
  }

  /// The text with its cues.
  consuming func finish(_ diagnostics: [Diagnostic]) -> StructuredText {
    endBlock()
    let cues = cues
    var result = out.finish()
    result.cues = cues
    result.diagnostics = diagnostics
    return result
  }

  private mutating func add(_ source: CueSource) {
    var cue = Cue(
      id: source.id, start: source.timing.start, end: source.timing.end,
      settings: source.timing.settings)
    let lines = source.lines.map {
      CueMarkup.pieces(text, MarkdownLine.trimmed(text, $0), flavour)
    }
    if !out.isEmpty, !goesOn(into: first(lines), from: source.timing.start) { endBlock() }
    var start: Int?
    for line in lines { write(line, from: &start) }
    cue.range = start.map { $0..<out.text.count } ?? out.text.count..<out.text.count
    lastEnd = source.timing.end
    cues.append(cue)
  }

  /// Writes a line; a dash at its beginning or another voice begins a new turn.
  private mutating func write(_ pieces: [CueMarkup.Piece], from start: inout Int?) {
    if let character = first([pieces]), Characters.isDash(character) {
      endBlock()
      kind = .quote
    }
    if !out.isEmpty, let place = place(of: pieces) { out.white(at: place) }
    for piece in pieces {
      switch piece {
      case .voice(let name):
        if name != voice { endBlock() }
        voice = name
      case .text(let range):
        if start == nil, text[range].contains(where: { !BlockText.isSpace($0) }) {
          start = begin()
        }
        out.collapse(text[range], from: range.lowerBound)
      case .reference(let range, let bytes):
        if start == nil { start = begin() }
        out.put(bytes, insteadOf: range)
      }
    }
  }

  /// Where the text of a cue is going to begin.
  private mutating func begin() -> Int {
    if out.isEmpty { blockStart = out.text.count }
    return out.end
  }

  private func place(of pieces: [CueMarkup.Piece]) -> Int? {
    for piece in pieces {
      switch piece {
      case .text(let range), .reference(let range, _): return range.lowerBound
      case .voice: continue
      }
    }
    return nil
  }

  private mutating func endBlock() {
    out.endBlock(kind)
    kind = .paragraph
  }

  // MARK: - Where sentences end

  /// Whether the open block goes on into a cue that begins with a character.
  private func goesOn(into next: UInt32?, from start: Int) -> Bool {
    guard let next, start - lastEnd <= Self.pause, out.text.count - blockStart < Self.longest,
      !Self.standsAlone(next)
    else { return false }
    let (last, isMusic) = lastMark()
    if isMusic { return false }
    let isLower = Characters.isLower(next) || next == 0x2026 || next == 0x2E
    switch last {
    case 0x2E, 0x21, 0x3F, 0x2026: return isLower
    default: return true
    }
  }

  /// Notes for the deaf and songs are no part of what is said.
  private static func standsAlone(_ character: UInt32) -> Bool {
    character == 0x5B || character == 0x28 || character == 0x266A || character == 0x266B
  }

  /// The last character that closes no quotation or bracket, and whether a song or a note ends here.
  private func lastMark() -> (UInt32, isAlone: Bool) {
    out.text.withUnsafeBufferPointer { buffer in
      var end = buffer.count
      while end > 0 {
        let (character, length) = UTF8Scalar.decode(buffer, before: end)
        if character == 0x266A || character == 0x266B || character == 0x5D { return (0, true) }
        guard Characters.isQuote(character) || character == 0x29 || character == 0x20 else {
          return (character, false)
        }
        end -= length
      }
      return (0, false)
    }
  }

  private func first(_ lines: [[CueMarkup.Piece]]) -> UInt32? {
    for piece in lines.joined() {
      switch piece {
      case .voice: continue
      case .reference(_, let bytes): return scalar(bytes[...])
      case .text(let range):
        let rest = text[range].drop { BlockText.isSpace($0) || $0 == 0x22 }
        if !rest.isEmpty { return scalar(rest) }
      }
    }
    return nil
  }

  private func scalar(_ bytes: ArraySlice<UInt8>) -> UInt32? {
    String(decoding: bytes.prefix(4), as: UTF8.self).unicodeScalars.first?.value
  }
}
