import SamsvarCheck
public import SamsvarFormats
public import SamsvarModel
import SamsvarText

extension Pipeline {
  /// Several aligned texts in a format of `OutputFormat.forSeveralTexts`; `table` is written as `tsv`.
  ///
  /// - Throws: `InputError` when the page assets or a language's data are missing, or the format holds
  ///   two texts alone.
  public func render(
    _ analysis: MultitextAnalysis, as format: OutputFormat, termbase: Termbase = Termbase(),
    document: String, phrases: Phrases = .english, layout: PageLayout = .sideBySide
  ) throws(InputError) -> [UInt8] {
    if format == .xlsx {
      return try MultitextTable(analysis.multitext, languages: exchange.languageMap)
        .workbook(date: ArchiveDate(seconds: SourceDate.seconds))
    }
    if format == .html { return Array(try page(analysis, termbase, phrases, layout).utf8) }
    guard let text = text(analysis, as: format, document: document) else {
      throw InputError(format.refusalOfSeveralTexts, at: SourcePosition(file: document))
    }
    return Array(text.utf8)
  }

  /// A format that is text and needs nothing but the texts; nil for another.
  private func text(
    _ analysis: MultitextAnalysis, as format: OutputFormat, document: String
  ) -> String? {
    let multitext = analysis.multitext
    let map = exchange.languageMap
    return switch format {
    case .tmx:
      TMXWriter.write(
        multitext, tool: ("samsvar", SamsvarVersion.number), date: SourceDate.tmx(),
        languages: map)
    case .tsv, .table: MultitextTable(multitext, languages: map).tsv
    case .csv: MultitextTable(multitext, languages: map).csv
    case .markdown: MultitextTable(multitext, languages: map).markdown
    case .json: JSONLines.array(multitext, document: document, languages: map)
    case .jsonl: JSONLines.write(multitext, document: document, languages: map)
    case .beads: BeadsFormat.write(analysis.alignment)
    default: nil
    }
  }

  private func page(
    _ analysis: MultitextAnalysis, _ termbase: Termbase, _ phrases: Phrases, _ layout: PageLayout
  ) throws(InputError) -> String {
    let marks = try annotations(analysis, termbase)
    let (glosses, language) =
      layout == .interlinear ? try self.glosses(analysis, termbase) : ([], .en)
    return AlignedPage(
      analysis.multitext, annotations: marks, findings: try findings(analysis, termbase),
      layout: layout, glosses: glosses, glossLanguage: language,
      assets: try PageAssets.installed(), phrases: phrases,
      generator: "Samsvar \(SamsvarVersion.number)"
    ).html()
  }

  /// What is highlighted in each text: pairs of the pivot and another; words of the pivot may stand in
  /// a pair with each.
  private func annotations(
    _ analysis: MultitextAnalysis, _ termbase: Termbase
  ) throws(InputError) -> [[Annotation]] {
    var result: [[Annotation]] = analysis.texts.map { _ in [] }
    var first = 0
    for pair in analysis.pairs where pair.source == analysis.pivot || pair.target == analysis.pivot
    {
      let found = try annotations(pair.analysis, termbase)
      for var annotation in found {
        annotation.pair += first
        result[annotation.side == .source ? pair.source : pair.target].append(annotation)
      }
      first += (found.map(\.pair).max() ?? -1) + 1
    }
    return result
  }

  /// Findings between the pivot and each text in another language; two forms of Norwegian are not
  /// checked against one another.
  private func findings(
    _ analysis: MultitextAnalysis, _ termbase: Termbase
  ) throws(InputError) -> [PageFinding] {
    var result: [PageFinding] = []
    for pair in analysis.pairs where pair.source == analysis.pivot || pair.target == analysis.pivot
    {
      let languages = (pair.analysis.source.language, pair.analysis.target.language)
      guard !(languages.0.isNorwegian && languages.1.isNorwegian), languages.0 != languages.1
      else { continue }
      for var finding in try check(pair.analysis, termbase: termbase) {
        let bead = pair.analysis.alignment.beads[finding.bead]
        finding.bead =
          bead.source.isEmpty
          ? analysis.bead(of: bead.target.lowerBound, inText: pair.target)
          : analysis.bead(of: bead.source.lowerBound, inText: pair.source)
        result.append(PageFinding(finding, source: pair.source, target: pair.target))
      }
    }
    return result
  }

  /// Glosses of each Norwegian text in the language of the first text that is not Norwegian; where
  /// there is none, of the first text in that of the second.
  private func glosses(
    _ analysis: MultitextAnalysis, _ termbase: Termbase
  ) throws(InputError) -> ([[[WordGloss]]], LanguageTag) {
    let texts = analysis.texts
    let foreign = texts.firstIndex { !$0.language.isNorwegian }
    let other = foreign ?? 1
    let own = foreign == nil ? [0] : texts.indices.filter { texts[$0].language.isNorwegian }
    var result: [[[WordGloss]]] = texts.map { _ in [] }
    for text in own.isEmpty ? [0] : own where text != other {
      for pair in analysis.pairs where Set([pair.source, pair.target]) == [text, other] {
        result[text] = try glosses(
          of: pair.source == text ? .source : .target, in: pair.analysis, termbase: termbase)
      }
    }
    return (result, texts[other].language)
  }
}
