/// How a page of aligned texts is laid out.
///
/// The page holds the alignment once; where scripts run, a reader can change the layout.
public enum PageLayout: String, Sendable, CaseIterable {
  /// The texts in columns, bead by bead.
  case sideBySide = "side-by-side"
  /// Each bead's translation below its source.
  case interleaved
  /// Running text on pages that face each other, as in a printed edition.
  case facing
  /// The source, with each bead's translation a tap or key away.
  case tap
  /// What each word says, under the word, and the translation below.
  case interlinear
}
