package import SamsvarFormats
package import SamsvarModel
package import SamsvarText
import SamsvarTranslate

/// A bilingual file whose empty targets are to be drafted; what is translated stands as it is.
///
///     let bitext = try BitextDraft("web.po", as: .po, from: .nb, to: .en)
///     let draft = try pipeline.draft(bitext.source(pipeline), to: .en, options)
///     let bytes = bitext.bytes(with: draft, as: .po)
package struct BitextDraft: Sendable {
  /// The language of the sources.
  package let sourceLanguage: LanguageTag
  private let targetLanguage: LanguageTag
  private let file: String
  private var units: [BitextUnit]
  /// The units that have a source and no target, by their number in the file.
  private let open: [Int]

  /// The formats that `translate` fills; a Markdown file or a document is running text.
  package static let formats: Set<BitextFormat> = [
    .tmx, .xliff, .xliff12, .po, .csv, .tsv, .xlsx, .json, .jsonl,
  ]

  /// Reads a bilingual file.
  ///
  /// - Parameter source: The language of the sources; nil for what the file says.
  /// - Throws: `InputError` when it cannot be read, does not say its language, or is a translation into
  ///   another language than `target`.
  package init(
    _ path: String, as format: BitextFormat, from source: LanguageTag?, to target: LanguageTag
  ) throws(InputError) {
    // A memory or table may hold many languages; the others say which one they are in.
    let isChosen = ![.xliff, .xliff12, .xlsx].contains(format)
    let options = BitextOptions(source: source, target: isChosen ? target : nil)
    units = try format.units(try FileBytes.read(path), file: path, options)
    let place = SourcePosition(file: path)
    guard !units.isEmpty else { throw InputError("holds no units for \(target)", at: place) }
    if let other = units.lazy.compactMap(\.targetLanguage).first, other.base != target.base {
      throw InputError("holds translations into \(other), not \(target)", at: place)
    }
    guard let language = source ?? units.lazy.compactMap(\.sourceLanguage).first else {
      throw InputError("does not say the language of its sources; see --source-lang", at: place)
    }
    sourceLanguage = language
    targetLanguage = target
    file = path
    open = units.indices.filter { [units] in units[$0].target.isBlank && !units[$0].source.isBlank }
  }

  /// How many units have a translation already.
  package var translated: Int { units.count - open.count }

  /// The sources to draft, a segment each.
  ///
  /// - Throws: `InputError` when the language's data cannot be read.
  package func source(_ pipeline: Pipeline) throws(InputError) -> AnalysedDocument {
    try pipeline.analyser(sourceLanguage).analyse(
      segments: open.map { units[$0].source.bytes }, name: file)
  }

  /// The file in a bilingual format, with the drafts where nothing stood.
  package func bytes(with draft: Draft, as format: BitextFormat) -> [UInt8] {
    let options = BitextConversion(
      to: format, options: BitextOptions(source: sourceLanguage, target: targetLanguage)
    ).options
    var writer = format.writer(options)
    var bytes: [UInt8] = []
    for unit in filled(draft) { writer.write(unit, to: &bytes) }
    writer.finish(to: &bytes)
    return bytes
  }

  private func filled(_ draft: Draft) -> [BitextUnit] {
    var units = units
    for (number, segment) in zip(open, draft.segments) where !segment.target.isEmpty {
      units[number].target = CodedText(segment.target)
      units[number].targetLanguage = targetLanguage
      units[number].kind = nil
      units[number].state = .initial
      units[number].needsReview = true
      units[number].matchQuality = segment.origin.score.map(Double.init)
      units[number].notes += ["\(DraftSegment.status), \(segment.origin)"]
      units[number].notes += segment.marks.map { "\($0.kind.rawValue): \($0.text)" }
      if !units[number].source.codes.isEmpty {
        units[number].notes.append("inline codes are to be put in again")
      }
    }
    return units
  }
}
