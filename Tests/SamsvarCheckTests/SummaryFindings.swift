import Samsvar
import SamsvarModel
import SamsvarTestSupport

/// What the rules find in an English summary of a Norwegian article, a sentence a line.
func summaryFindings(_ article: String, _ summary: String) throws -> [Finding] {
  let pipeline = try Pipeline.installed()
  let folder = try TemporaryFolder()
  let left = try pipeline.read(try folder.write(article, to: "a.nb.txt"), as: .nb, layout: .lines)
  let right = try pipeline.read(
    try folder.write(summary, to: "a.en.txt"), as: .en, layout: .lines)
  return try pipeline.check(
    try pipeline.analyseSummary(left, summary: right), termbase: Termbase())
}
