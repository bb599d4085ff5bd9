/// How a bilingual book shows its two texts.
package enum BookLayout: String, Sendable, CaseIterable {
  /// The texts in two columns, bead by bead.
  case sideBySide = "side-by-side"
  /// Each bead's translation below its source.
  case interleaved
  /// One text after the other, chapter by chapter, with links between their paragraphs: pages of a
  /// book that flows cannot face each other.
  case facing
  /// The source as running text, each bead's translation in a note that readers show as a popup.
  case tap
}
