import SamsvarFormats
package import SamsvarModel
import SamsvarTerms

extension Pipeline {
  /// What is highlighted in pairs.
  package func annotations(
    _ analysis: BitextAnalysis, _ termbase: Termbase
  ) throws(InputError) -> [Annotation] {
    AnnotationFinder(
      analysis: analysis, termbase: termbase,
      sourceTerms: try occurrences(of: termbase, in: analysis.source),
      targetTerms: try occurrences(of: termbase, in: analysis.target)
    ).annotations()
  }

  /// The page of an analysis.
  func page(
    _ analysis: BitextAnalysis, _ termbase: Termbase, _ findings: [Finding], _ phrases: Phrases,
    _ layout: PageLayout
  ) throws(InputError) -> String {
    AlignedPage(
      analysis.bitext, coverage: coverage(of: analysis),
      annotations: try annotations(analysis, termbase), findings: findings, layout: layout,
      glosses: layout == .interlinear ? try glosses(analysis, termbase: termbase) : [:],
      assets: try PageAssets.installed(), phrases: phrases,
      generator: "Samsvar \(SamsvarVersion.number)"
    ).html()
  }
}
