package import SamsvarModel

/// A bitext to be put into a project.
package struct NewBitext: Sendable {
  /// A segment of a text.
  package struct Piece: Sendable {
    package var start: Int
    package var end: Int
    package var kind: SegmentKind
    package var text: String

    /// A segment at UTF-8 offsets.
    package init(start: Int, end: Int, kind: SegmentKind, text: String) {
      self.start = start
      self.end = end
      self.kind = kind
      self.text = text
    }
  }

  /// One of the texts.
  package struct Text: Sendable {
    package var name: String
    package var language: LanguageTag
    /// The bytes of the file as it was.
    package var content: [UInt8]
    package var segments: [Piece]

    /// A segmented document and the bytes of its file.
    package init(_ document: Document, content: [UInt8]? = nil) {
      name = document.name
      language = document.language
      self.content = content ?? document.text
      segments = document.segments.map {
        Piece(
          start: $0.range.lowerBound, end: $0.range.upperBound, kind: $0.kind,
          text: document.string(in: $0.range))
      }
    }
  }

  /// A bead: on each side indices of segments.
  package struct Bead: Sendable {
    package var sides: [Range<Int>]
    package var confidence: Double

    /// A bead of segments side by side.
    package init(sides: [Range<Int>], confidence: Double) {
      self.sides = sides
      self.confidence = confidence
    }
  }

  package var kind: BitextKind
  package var name: String
  package var texts: [Text]
  package var beads: [Bead]
  package var links: [SummaryLink]

  /// Texts and the beads between them; they are in order and cover each text once.
  package init(
    kind: BitextKind, name: String, texts: [Text], beads: [Bead], links: [SummaryLink] = []
  ) {
    self.kind = kind
    self.name = name
    self.texts = texts
    self.beads = beads
    self.links = links
  }

  /// A bitext as an alignment gives it.
  ///
  /// - Parameters:
  ///   - links: The links of a summary; nil for a translation.
  ///   - contents: The bytes of both files; the texts where they are missing.
  package init(
    _ bitext: Bitext, name: String, links: [SummaryLink]? = nil, contents: [[UInt8]] = []
  ) {
    self.init(
      kind: links == nil ? .translation : .summary, name: name,
      texts: [
        Text(bitext.source, content: contents.first),
        Text(bitext.target, content: contents.dropFirst().first),
      ],
      beads: bitext.alignment.beads.map {
        Bead(sides: [$0.source, $0.target], confidence: $0.confidence)
      }, links: links ?? [])
  }
}
