import SamsvarFormats
public import SamsvarModel
import SamsvarText

extension Gist {
  private struct ItemRecord: Encodable {
    var start: Int
    var end: Int
    var source: String
    var text: String
    var origin: String
  }

  private struct SentenceRecord: Encodable {
    var segment: Int
    var centrality: Double
    var source: String
    var gist: String
    var items: [ItemRecord]
    var sourceLanguage: String
    var targetLanguage: String
  }

  /// The items of a sentence as one line: what stands together with a space, else a dot between.
  public func line(_ sentence: Sentence) -> String {
    sentence.items.enumerated().map { index, item in
      (index == 0 ? "" : item.followsOn ? " " : " · ") + item.text
    }.joined()
  }

  /// The gist as JSON Lines, one object a sentence.
  public func lines(offsets: OffsetUnit) -> String {
    sentences.map { sentence in
      let text = source.string(sentence.segment)
      let ranges = OffsetCounter(text.utf8, unit: offsets).ranges(sentence.items.map(\.range))
      return JSONLines.line(
        SentenceRecord(
          segment: sentence.segment, centrality: sentence.centrality, source: text,
          gist: line(sentence),
          items: zip(sentence.items, ranges).map { item, range in
            ItemRecord(
              start: range.lowerBound, end: range.upperBound, source: item.source,
              text: item.text, origin: item.origin.rawValue)
          }, sourceLanguage: source.language.description, targetLanguage: language.description))
    }.joined()
  }
}
