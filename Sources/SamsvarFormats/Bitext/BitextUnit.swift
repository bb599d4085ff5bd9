package import SamsvarModel

/// A source text and its translation: one segment pair of a bilingual file.
package struct BitextUnit: Hashable, Sendable {
  /// How far the translation is (the states of XLIFF 2).
  package enum State: String, Sendable, CaseIterable {
    case initial, translated, reviewed, final
  }

  /// The identifier, or an empty text.
  package var id = ""
  /// The unit of an XLIFF that the segment belongs to, where it has several; else an empty text.
  package var group = ""
  /// The document it comes from, or an empty text.
  package var document = ""
  /// What tells equal sources apart (`msgctxt`), or an empty text.
  package var context = ""
  /// The source.
  package var source = CodedText()
  /// The target.
  package var target = CodedText()
  /// The languages; nil where the file does not say.
  package var sourceLanguage: LanguageTag?
  package var targetLanguage: LanguageTag?
  /// How far the translation is; nil where the file does not say.
  package var state: State?
  /// Whether a person must look at it (`fuzzy`).
  package var needsReview = false
  /// Where the target stands in its group, from 1; nil for the place of its source.
  package var order: Int?
  /// Remarks.
  package var notes: [String] = []
  /// How good the match is that the target comes from, 0 to 100.
  package var matchQuality: Double?
  /// How sure the alignment is, 0 to 1.
  package var confidence: Double?
  /// The kind of bead.
  package var kind: BeadKind?
  /// The numbers of the segments that the bead joins; empty where unknown.
  package var sourceIndices: [Int] = []
  package var targetIndices: [Int] = []
  /// What stands in the file and has no place in a unit, so that no format can keep it.
  package var dropped: UnitFeatures = []
  /// What gettext keeps around the message that the unit was read from.
  package var message: POMessage?
  /// Where the texts stand in the file they were read from.
  package var sourcePlace: TextPlace?
  package var targetPlace: TextPlace?

  /// An empty unit.
  package init() {}

  /// Empties the unit and keeps the room of its texts.
  package mutating func clear() {
    var emptied = BitextUnit()
    swap(&emptied.source, &source)
    swap(&emptied.target, &target)
    emptied.source.clear()
    emptied.target.clear()
    self = emptied
  }

  /// The unit without where it was read and what one format alone keeps: what two formats can agree on.
  package var withoutPlace: BitextUnit {
    var unit = self
    unit.sourcePlace = nil
    unit.targetPlace = nil
    unit.message = nil
    unit.dropped = []
    return unit
  }

  /// The kind as said, or told from which sides have text.
  package var beadKind: BeadKind {
    kind ?? (source.isBlank ? .insertion : target.isBlank ? .deletion : .substitution)
  }
}

/// Where a text stands in a file.
package enum TextPlace: Hashable, Sendable {
  /// The content of the nth element that begins, counted from 1 (XML).
  case element(Int)
  /// Bytes that hold the text in the format's own spelling.
  case bytes(Range<Int>, line: Int, cell: String? = nil)
  /// A cell of a table in an office document: `C12`, `table 2, C12`.
  case cell(String)
}

extension BitextUnit {
  /// The unit as a record of the machine interface.
  package var record: BeadRecord {
    var record = BeadRecord(
      id: id.isEmpty ? nil : id, document: document.isEmpty ? nil : document,
      sourceLanguage: sourceLanguage?.description, targetLanguage: targetLanguage?.description,
      source: source.string, target: target.string)
    record.sourceIndices = sourceIndices.isEmpty ? nil : sourceIndices
    record.targetIndices = targetIndices.isEmpty ? nil : targetIndices
    record.kind = kind?.rawValue
    record.confidence = confidence
    return record
  }

  /// The unit of a record of the machine interface.
  package init(_ record: BeadRecord) {
    id = record.id ?? ""
    document = record.document ?? ""
    sourceLanguage = record.sourceLanguage.flatMap { LanguageTag($0) }
    targetLanguage = record.targetLanguage.flatMap { LanguageTag($0) }
    source = CodedText(record.source)
    target = CodedText(record.target)
    kind = record.kind.flatMap { BeadKind(rawValue: $0) }
    confidence = record.confidence
    sourceIndices = record.sourceIndices ?? []
    targetIndices = record.targetIndices ?? []
    state = record.state.flatMap { State(rawValue: $0) }
    notes = record.note.map { [$0] } ?? []
  }

  /// The units of a bitext: a bead each; equal numbers of segments on both sides become as many units
  /// of one group, so that formats with segments keep them apart.
  package static func units(of bitext: Bitext, document: String) -> [BitextUnit] {
    bitext.alignment.beads.indices.flatMap { index in
      segments(bitext, index, of: unit(ofBead: index, bitext, document))
    }
  }

  /// The beads of a bitext, a unit each.
  package static func beads(of bitext: Bitext, document: String) -> [BitextUnit] {
    bitext.alignment.beads.indices.map { unit(ofBead: $0, bitext, document) }
  }

  private static func unit(
    ofBead index: Int, _ bitext: Bitext, _ document: String
  ) -> BitextUnit {
    let bead = bitext.alignment.beads[index]
    var unit = BitextUnit()
    unit.id = bitext.id(ofBead: index)
    unit.document = document
    unit.sourceLanguage = bitext.source.language
    unit.targetLanguage = bitext.target.language
    unit.kind = bead.kind
    unit.confidence = bead.confidence
    unit.sourceIndices = Array(bead.source)
    unit.targetIndices = Array(bead.target)
    unit.source = CodedText(bitext.sourceText(ofBead: index))
    unit.target = CodedText(bitext.targetText(ofBead: index))
    if let note = bitext.note(ofBead: index) {
      unit.state = .initial
      unit.matchQuality = note.score.map(Double.init)
      unit.needsReview = true
      unit.notes = ["\(note.status), \(note.origin)"] + note.remarks
    }
    return unit
  }

  private static func segments(
    _ bitext: Bitext, _ index: Int, of unit: BitextUnit
  ) -> [BitextUnit] {
    let bead = bitext.alignment.beads[index]
    guard bead.source.count == bead.target.count, bead.source.count > 1 else { return [unit] }
    return zip(bead.source, bead.target).enumerated().map { number, pair in
      var part = unit
      part.group = unit.id
      part.id = "\(unit.id)/\(number + 1)"
      part.source = CodedText(bitext.source.string(pair.0))
      part.target = CodedText(bitext.target.string(pair.1))
      part.sourceIndices = [pair.0]
      part.targetIndices = [pair.1]
      return part
    }
  }
}
