public import SamsvarAlign
import SamsvarCheck
import SamsvarFormats
import SamsvarLexicon
public import SamsvarModel
import SamsvarTerms
public import SamsvarText

extension Pipeline {
  /// Aligns a translation and keeps the reasons.
  ///
  /// - Parameter fixed: Beads a person has accepted; the rest is aligned around them.
  /// - Throws: `InputError` when a language's data cannot be read.
  public func analyseTranslation(
    _ source: AnalysedDocument, _ target: AnalysedDocument, keeping fixed: FixedBeads = .none
  ) throws(InputError) -> BitextAnalysis {
    let comparison = try aligner.compare(source, target)
    return BitextAnalysis(
      source: source, target: target, alignment: comparison.alignment(keeping: fixed),
      evidence: comparison.evidence)
  }

  /// Links a summary and keeps the reasons.
  ///
  /// - Throws: `InputError` when a language's data cannot be read.
  public func analyseSummary(
    _ source: AnalysedDocument, summary: AnalysedDocument
  ) throws(InputError) -> BitextAnalysis {
    let comparison = try aligner.compare(source, summary)
    let beads = (0..<summary.count).map { Bead(source: 0..<0, target: $0..<$0 + 1) }
    return BitextAnalysis(
      source: source, target: summary, alignment: Alignment(beads: beads),
      links: comparison.links(), evidence: comparison.evidence)
  }

  /// The documents of a bilingual file, in order of first appearance.
  ///
  /// - Throws: `InputError` with the line that cannot be read.
  public func readBitexts(
    _ path: String, source: LanguageTag?, target: LanguageTag?
  ) throws(InputError) -> [(name: String, analysis: BitextAnalysis)] {
    try readBitexts(path, as: nil, source: source, target: target)
  }

  /// The documents of a bilingual file of a format; nil to tell it from ending and content, as JSON Lines
  /// where neither says anything.
  ///
  /// - Throws: `InputError` with the line that cannot be read.
  package func readBitexts(
    _ path: String, as format: BitextFormat?, source: LanguageTag?, target: LanguageTag?
  ) throws(InputError) -> [(name: String, analysis: BitextAnalysis)] {
    if format == nil, VerticalReader.isVertical(path) {
      let units = try VerticalReader.read(path, BitextOptions(source: source, target: target))
      let name = units.first?.document ?? ""
      return [(name, try analyse(units, name: name, source: source, target: target))]
    }
    let bytes = try FileBytes.read(path)
    var options = BitextOptions(source: source, target: target)
    // Who names the format knows that the tables are bilingual.
    options.acceptsPlainTables = format != nil
    let format = format ?? BitextFormat(path: path, head: bytes) ?? .jsonl
    let units = try format.units(bytes, file: path, options)
    var order: [String] = []
    var groups: [String: [BitextUnit]] = [:]
    for unit in units {
      if groups[unit.document] == nil { order.append(unit.document) }
      groups[unit.document, default: []].append(unit)
    }
    var result: [(String, BitextAnalysis)] = []
    for name in order {
      var analysis = try analyse(groups[name] ?? [], name: name, source: source, target: target)
      analysis.places = UnitPlaces(
        groups[name] ?? [], file: path, bytes: bytes, format: format, options: options)
      result.append((name, analysis))
    }
    return result
  }

  private func analyse(
    _ beads: [BitextUnit], name: String, source: LanguageTag?, target: LanguageTag?
  ) throws(InputError) -> BitextAnalysis {
    let sources = beads.map(\.source.bytes)
    let targets = beads.map(\.target.bytes)
    let sourceLanguage = beads.lazy.compactMap(\.sourceLanguage).first ?? source ?? .nb
    let targetLanguage = beads.lazy.compactMap(\.targetLanguage).first ?? target ?? .en
    let left = try analyser(sourceLanguage).analyse(
      segments: sources, name: name)
    let right = try analyser(targetLanguage).analyse(
      segments: targets, name: name)
    let comparison = try aligner.compare(left, right)
    return BitextAnalysis(
      source: left, target: right,
      alignment: Alignment(beads: Self.beads(sources, targets)),
      ids: beads.map(\.id), evidence: comparison.evidence)
  }

  /// One bead a record; a side of nothing but white space is empty.
  private static func beads(_ sources: [[UInt8]], _ targets: [[UInt8]]) -> [Bead] {
    var source = 0
    var target = 0
    return zip(sources, targets).map { left, right in
      let hasLeft = !String(decoding: left, as: UTF8.self).allSatisfy(\.isWhitespace)
      let hasRight = !String(decoding: right, as: UTF8.self).allSatisfy(\.isWhitespace)
      let bead = Bead(
        source: source..<source + (hasLeft ? 1 : 0), target: target..<target + (hasRight ? 1 : 0))
      source = bead.source.upperBound
      target = bead.target.upperBound
      return bead
    }
  }

  /// The findings of a bitext.
  ///
  /// - Parameters:
  ///   - termbase: The concepts to be followed; empty for none.
  ///   - categories: What to check; everything but taste where empty.
  ///   - settings: What a project wants; rules of taste run where it gives them a level.
  /// - Throws: `InputError` when a language's data cannot be read.
  public func check(
    _ analysis: BitextAnalysis, termbase: Termbase, categories: Set<FindingCategory> = [],
    settings: CheckSettings = CheckSettings()
  ) throws(InputError) -> [Finding] {
    let sourceTerms = try matches(of: termbase, in: analysis.source)
    let targetTerms = try matches(of: termbase, in: analysis.target)
    let context = CheckContext(
      source: analysis.source, target: analysis.target, pairings: analysis.pairings,
      isSummary: analysis.links != nil, hasGivenBeads: !analysis.ids.isEmpty,
      evidence: analysis.evidence, termbase: termbase,
      sourceTerms: sourceTerms.own, targetTerms: targetTerms.own,
      nestedTargetTerms: targetTerms.nested, lexicon: lexicon,
      sourceData: try languages.data(for: analysis.source.language),
      targetData: try languages.data(for: analysis.target.language))
    return analysis.accepted(
      Checker(categories: categories, settings: settings).findings(in: context))
  }

  /// Where the terms of a termbase stand in a document.
  ///
  /// - Throws: `InputError` when a language's data cannot be read.
  package func occurrences(
    of termbase: Termbase, in document: AnalysedDocument
  ) throws(InputError) -> [TermOccurrence] {
    try matches(of: termbase, in: document).own
  }

  /// The occurrences, and those with the terms inside longer ones.
  private func matches(
    of termbase: Termbase, in document: AnalysedDocument
  ) throws(InputError) -> (own: [TermOccurrence], nested: [TermOccurrence]) {
    guard !termbase.concepts.isEmpty else { return ([], []) }
    let index = try termIndex(termbase, document.language.base)
    return TermMatcher(index).both(in: document)
  }
}
