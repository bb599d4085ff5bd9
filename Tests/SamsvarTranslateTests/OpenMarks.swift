import SamsvarTranslate

extension DraftSegment {
  /// Whether a person has to look at something.
  var hasOpenMarks: Bool { marks.contains { $0.isOpen } }
}
