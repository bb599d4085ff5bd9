import SamsvarModel

/// A text on a page, with what is marked in it, segment by segment.
struct PageText: Sendable {
  let document: Document
  /// For each segment whether it begins a block.
  let isStart: [Bool]
  private var annotations: [Int: [Annotation]] = [:]
  private var places: [Int: [SegmentMarkup.Place]] = [:]
  private let glosses: [[WordGloss]]
  private let glossLanguage: LanguageTag

  /// A text of a page.
  ///
  /// - Parameters:
  ///   - glosses: For each segment what its words say; empty for none.
  ///   - glossLanguage: The language of the glosses.
  init(_ document: Document, glosses: [[WordGloss]] = [], in glossLanguage: LanguageTag = .en) {
    self.document = document
    self.glosses = glosses
    self.glossLanguage = glossLanguage
    var isStart = document.segments.map { _ in false }
    for block in document.blocks where !block.segments.isEmpty {
      isStart[block.segments.lowerBound] = true
    }
    if document.blocks.isEmpty { isStart = isStart.map { _ in true } }
    self.isStart = isStart
  }

  /// Marks a stretch that corresponds to one in another text.
  mutating func add(_ annotation: Annotation) {
    annotations[annotation.segment, default: []].append(annotation)
  }

  /// Marks the place of a finding.
  mutating func add(_ span: FindingSpan, note: Int, severity: Severity) {
    places[span.segment, default: []].append(
      SegmentMarkup.Place(note: note, severity: severity, range: span.range))
  }

  /// What a segment is.
  func kind(_ segment: Int) -> SegmentKind { document.segments[segment].kind }

  /// The glosses of a segment in the order of its words.
  func glosses(_ segment: Int) -> [WordGloss] {
    glosses.indices.contains(segment) ? glosses[segment] : []
  }

  /// Whether words of the text are glossed.
  var hasGlosses: Bool { glosses.contains { !$0.isEmpty } }

  /// The text of a segment with its marks as HTML.
  func markup(_ segment: Int, marks: MarkDensity) -> String {
    SegmentMarkup(
      text: Array(document.text[document.segments[segment].range]),
      annotations: (annotations[segment] ?? []).filter { marks.shows($0.kind) },
      findings: places[segment] ?? [], hasFocus: marks.haveFocus, glosses: glosses(segment),
      glossLanguage: glossLanguage
    ).html()
  }

  /// A segment's glosses as one line, for those who do not see them under the words.
  func glossLine(_ segment: Int, _ phrases: Phrases) -> String {
    let words = glosses(segment).map(\.text).filter { !$0.isEmpty }
    guard !words.isEmpty else { return "" }
    return """
      <span class="unseen glossed" lang="\(phrases.language)"> \(phrases("Word for word"))\
      <span lang="\(glossLanguage)">: \(HTMLText.content(words.joined(separator: " "))).</span></span>
      """
  }

  /// What the language calls itself.
  var languageName: String {
    switch document.language.language {
    case "nb": "Norsk bokmål"
    case "nn": "Norsk nynorsk"
    case "en": "English"
    case "da": "Dansk"
    case "sv": "Svenska"
    case "de": "Deutsch"
    case "fr": "Français"
    default: document.language.description
    }
  }

  /// The last part of the path the text was read from.
  var name: String {
    document.name.split(separator: "/").last.map(String.init) ?? document.name
  }
}

/// How much is marked in the texts of a page.
enum MarkDensity {
  /// Everything; terms, values and names can be reached by key.
  case all
  /// Everything, with the mouse and by the sentence.
  case withoutFocus
  /// Terms, values and names alone: a page of a book must open fast and have no tab stop a word.
  case few

  func shows(_ kind: AnnotationKind) -> Bool { self != .few || kind != .word }
  var haveFocus: Bool { self == .all }
}
