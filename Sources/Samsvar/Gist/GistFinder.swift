import SamsvarLexicon
import SamsvarModel
import SamsvarTerms
import SamsvarText

/// Finds what is certain of a sentence in another language.
struct GistFinder {
  let document: AnalysedDocument
  let language: LanguageTag
  let termbase: Termbase
  /// The termbase's terms in the document, by segment.
  let terms: [Int: [TermOccurrence]]
  let names: GistNames
  let words: GistWords
  let formatter: ValueFormatter

  /// The items of a segment, in order, without overlaps: terms before values, names and words.
  func items(_ segment: Int) -> [Gist.Item] {
    var found = GistItems(document: document, segment: segment)
    for occurrence in terms[segment] ?? []
    where occurrence.form != .compoundPart && !document.isInValue(occurrence) {
      if let text = preferred(occurrence) { found.add(.term, occurrence.tokens, text) }
    }
    for value in document.valueRange(segment).map({ document.values[$0] }) where !value.isWeak {
      found.add(.value, value.tokens, formatter.string(value.readings[0]))
    }
    for name in document.nameRange(segment).map({ document.names[$0] }) {
      let known = name.tokens.count == 1 ? words.name(name.tokens.lowerBound) : nil
      found.add(.name, name.tokens, known ?? names.text(name))
    }
    for token in document.tokenRange(segment) {
      if let (origin, text) = words.text(token) { found.add(origin, token..<token + 1, text) }
    }
    return found.inOrder
  }

  private func preferred(_ occurrence: TermOccurrence) -> String? {
    let concept = termbase.concepts[occurrence.concept]
    if concept.isDoNotTranslate { return occurrence.term.term }
    let allowed = concept.terms(in: language).filter(\.status.isAllowed)
    return (allowed.first { $0.status == .preferred } ?? allowed.first)?.term
  }
}

/// The items of one segment, kept free of overlaps.
private struct GistItems {
  let document: AnalysedDocument
  let segment: Int
  private var items: [(tokens: Range<Int>, item: Gist.Item)] = []

  init(document: AnalysedDocument, segment: Int) {
    self.document = document
    self.segment = segment
  }

  mutating func add(_ origin: Gist.Origin, _ tokens: Range<Int>, _ text: String) {
    guard !tokens.isEmpty, !text.isEmpty, !items.contains(where: { $0.tokens.overlaps(tokens) })
    else { return }
    let range =
      Int(
        document.tokens[tokens.lowerBound].start)..<Int(
        document.tokens[tokens.upperBound - 1].end)
    let span = document.span(segment, range)
    items.append(
      (
        tokens,
        Gist.Item(
          origin: origin, range: span.range, source: span.text, text: text, followsOn: false)
      ))
  }

  var inOrder: [Gist.Item] {
    let sorted = items.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    return sorted.enumerated().map { index, entry in
      var item = entry.item
      item.followsOn = index > 0 && sorted[index - 1].tokens.upperBound == entry.tokens.lowerBound
      return item
    }
  }
}
