public import SamsvarModel

/// Gives the cues of subtitles the text of a translation: each sentence is spread over the cues that its
/// source stands in.
public struct CueTexts {
  /// The text of each cue, in the order of `Document.cues`.
  public private(set) var texts: [String]

  private struct Share {
    var cue: Int
    var length: Int
  }

  /// The texts of the cues of a translation's source.
  ///
  /// A sentence that spans several cues is cut between words, in proportion to the source, and
  /// rather after a comma. What has no source is left out, what has no translation leaves its cue empty.
  ///
  /// - Complexity: O(n)
  public init(_ bitext: Bitext) {
    texts = [String](repeating: "", count: bitext.source.cues.count)
    let shares = Self.shares(bitext.source)
    for (number, bead) in bitext.alignment.beads.enumerated()
    where !bead.source.isEmpty && !bead.target.isEmpty {
      var parts: [Share] = []
      for share in bead.source.flatMap({ shares[$0] }) {
        if parts.last?.cue == share.cue {
          parts[parts.count - 1].length += share.length
        } else {
          parts.append(share)
        }
      }
      let pieces = Self.pieces(bitext.targetText(ofBead: number), parts.map(\.length))
      for (part, piece) in zip(parts, pieces) where !piece.isEmpty {
        let isTurn = Self.beginsTurn(piece)
        texts[part.cue] += (texts[part.cue].isEmpty ? "" : isTurn ? "\n" : " ") + piece
      }
    }
    texts = texts.map(Self.wrapped)
  }

  /// For each segment the cues it stands in, with the bytes it has there.
  private static func shares(_ document: Document) -> [[Share]] {
    var shares = [[Share]](repeating: [], count: document.segments.count)
    for (cue, segments) in document.segmentsOfCues().enumerated() {
      for segment in segments {
        let common = document.segments[segment].range.clamped(to: document.cues[cue].range)
        if !common.isEmpty { shares[segment].append(Share(cue: cue, length: common.count)) }
      }
    }
    return shares
  }

  /// A text cut between words into as many pieces as there are lengths, in their proportion.
  package static func pieces(_ text: String, _ lengths: [Int]) -> [String] {
    guard lengths.count > 1 else { return lengths.isEmpty ? [] : [text] }
    let words = text.split(whereSeparator: \.isWhitespace)
    let whole = Double(words.reduce(0) { $0 + $1.utf8.count + 1 })
    let total = Double(max(1, lengths.reduce(0, +)))
    var pieces: [String] = []
    var first = 0
    var position = 0.0
    var goal = 0.0
    for length in lengths.dropLast() {
      goal += Double(length) / total * whole
      var best = (cut: first, cost: Double.infinity, position: position)
      var end = position
      for cut in first...words.count {
        let comma = cut > first && ",;:–".contains(words[cut - 1].last ?? " ") ? 0.08 * whole : 0
        let cost = abs(end - goal) - comma
        if cost < best.cost { best = (cut, cost, end) }
        if end > goal + 0.2 * whole || cut == words.count { break }
        end += Double(words[cut].utf8.count + 1)
      }
      pieces.append(words[first..<best.cut].joined(separator: " "))
      (first, position) = (best.cut, best.position)
    }
    pieces.append(words[first...].joined(separator: " "))
    return pieces
  }

  private static func beginsTurn(_ text: String) -> Bool {
    text.hasPrefix("–") || text.hasPrefix("- ") || text.hasPrefix("—")
  }

  /// A text in two lines where one would be too long for a screen.
  private static func wrapped(_ text: String) -> String {
    guard text.count > 42, !text.contains("\n") else { return text }
    let words = text.split(separator: " ")
    var best = (cut: 0, difference: Int.max)
    var length = -1
    for (index, word) in words.enumerated() {
      let difference = abs(text.count - 2 * max(0, length))
      if index > 0, difference < best.difference { best = (index, difference) }
      length += word.count + 1
    }
    guard best.cut > 0 else { return text }
    return words[..<best.cut].joined(separator: " ") + "\n"
      + words[best.cut...].joined(separator: " ")
  }
}
