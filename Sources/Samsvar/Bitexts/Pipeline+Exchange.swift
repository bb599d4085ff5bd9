import SamsvarFormats
import SamsvarModel

/// How bilingual files are written.
package struct ExchangeSettings: Sendable {
  /// Language codes as the tool at the other end wants them.
  package var languageMap = LanguageMap()
  /// Whether XLIFF is written as 1.2.
  package var usesXLIFF12 = false

  /// XLIFF 2.1 and plain codes.
  package init() {}
}

extension OutputFormat {
  /// The bilingual format; nil for formats that hold something else.
  package var bitextFormat: BitextFormat? {
    switch self {
    case .tmx: .tmx
    case .tsv: .tsv
    case .jsonl: .jsonl
    case .xliff: .xliff
    case .po: .po
    case .csv: .csv
    case .json: .json
    case .markdown: .markdown
    case .ladder: .ladder
    case .pairs: .pairs
    case .docx: .docx
    case .odt: .odt
    case .xlsx: .xlsx
    default: nil
    }
  }
}

extension Pipeline {
  /// An alignment in a bilingual format; XLIFF gets findings, terms and match quality with it.
  func exchanged(
    _ analysis: BitextAnalysis, as format: OutputFormat, _ termbase: Termbase,
    _ findings: [Finding], _ document: String
  ) -> String {
    guard var format = format.bitextFormat else { return "" }
    if format == .xliff, exchange.usesXLIFF12 { format = .xliff12 }
    let bitext = analysis.bitext
    var options = BitextOptions(
      source: bitext.source.language, target: bitext.target.language)
    options.tool = ("samsvar", SamsvarVersion.number)
    options.date = SourceDate.tmx()
    options.document = document
    options.termbase = termbase
    options.languageMap = exchange.languageMap
    var units = Self.units(analysis, as: format, document)
    if format == .xliff {
      options.issues = QualityIssues(bitext, units).issues(of: findings)
    }
    if format.keeps.contains(.quality) {
      for index in units.indices {
        units[index].matchQuality = units[index].confidence.map { ($0 * 1000).rounded() / 10 }
      }
    }
    return String(decoding: format.write(units, options), as: UTF8.self)
  }
}

extension Pipeline {
  /// The units of a translation; of a summary its sentences, each with the source sentences behind it.
  private static func units(
    _ analysis: BitextAnalysis, as format: BitextFormat, _ document: String
  ) -> [BitextUnit] {
    let bitext = analysis.bitext
    guard let links = analysis.links else {
      return format.keeps.contains(.groups)
        ? BitextUnit.units(of: bitext, document: document)
        : BitextUnit.beads(of: bitext, document: document)
    }
    let units = BitextUnit.beads(of: bitext, document: document).map { unit in
      guard let target = unit.targetIndices.first, links.indices.contains(target) else {
        return unit
      }
      var unit = unit
      let link = links[target]
      unit.sourceIndices = link.sources
      unit.source = CodedText(
        link.sources.map { bitext.source.string($0) }.joined(separator: " "))
      unit.kind =
        link.sources.isEmpty ? .insertion : link.sources.count > 1 ? .contraction : .substitution
      unit.confidence = link.confidence
      return unit
    }
    return format == .tmx ? units.filter { !$0.source.bytes.isEmpty } : units
  }
}

/// Finds the unit, and the bytes in its target, that a finding is about.
private struct QualityIssues {
  private let bitext: Bitext
  /// The number of the unit that a target segment stands in.
  private var unitOfSegment: [Int: Int] = [:]
  /// Where in its unit's target a segment begins.
  private var start: [Int: Int] = [:]
  private var unitOfBead: [String: Int] = [:]

  init(_ bitext: Bitext, _ units: [BitextUnit]) {
    self.bitext = bitext
    for (number, unit) in units.enumerated() {
      var offset = 0
      for segment in unit.targetIndices {
        unitOfSegment[segment] = number
        start[segment] = offset
        offset += bitext.target.segments[segment].range.count + 1
      }
      let bead = unit.group.isEmpty ? unit.id : unit.group
      if unitOfBead[bead] == nil { unitOfBead[bead] = number }
    }
  }

  func issues(of findings: [Finding]) -> [Int: [QualityIssue]] {
    var issues: [Int: [QualityIssue]] = [:]
    for finding in findings where finding.acceptance == nil {
      if let span = finding.target, let unit = unitOfSegment[span.segment] {
        let offset = start[span.segment] ?? 0
        let range = span.range.lowerBound + offset..<span.range.upperBound + offset
        issues[unit, default: []].append(QualityIssue(finding, range: range))
      } else if let unit = unitOfBead[bitext.id(ofBead: finding.bead)] {
        issues[unit, default: []].append(QualityIssue(finding, range: nil))
      }
    }
    return issues
  }
}
