import Glibc
import SamsvarModel
import SamsvarText

/// A document as runs of weighted units: its content words and its values.
///
/// A unit is a number: words keep their number in the document's word table, values follow. The
/// weight of a unit is its inverse document frequency, `ln(1 + (n + 5) / df)` over the document's
/// segments; stop words count 0.15 of that.
struct UnitDocument: Sendable {
  /// The units of all segments, one after the other.
  let units: [Int32]
  /// For each segment where its units begin, and once more for the end.
  let starts: [Int32]
  /// The weight of each unit.
  let weights: [Float]
  /// The distinct values, by unit number minus `wordCount`.
  let values: [ValueMention]
  /// The number of words in the word table.
  let wordCount: Int
  /// The length of each segment in bytes.
  let lengths: [Float]
  private let stopWords: [Bool]

  /// The number of segments.
  var count: Int { starts.count - 1 }

  /// Reduces a document to units.
  ///
  /// - Complexity: O(n)
  init(_ document: AnalysedDocument) {
    wordCount = document.words.count
    var units: [Int32] = []
    var starts: [Int32] = [0]
    var values: [ValueMention] = []
    var numbers: [[Reading]: Int32] = [:]
    for segment in 0..<document.count {
      var next = document.tokenRange(segment).lowerBound
      for index in document.valueRange(segment) {
        let value = document.values[index]
        Self.addWords(document, from: next, upTo: value.tokens.lowerBound, to: &units)
        next = max(next, value.tokens.upperBound)
        let number = numbers[value.readings] ?? Int32(wordCount + values.count)
        if numbers[value.readings] == nil {
          numbers[value.readings] = number
          values.append(value)
        }
        units.append(number)
      }
      Self.addWords(
        document, from: next, upTo: document.tokenRange(segment).upperBound, to: &units)
      starts.append(Int32(units.count))
    }
    self.units = units
    self.starts = starts
    self.values = values
    stopWords = document.isStopWord
    lengths = document.document.segments.map { Float($0.range.count) }
    weights = Self.weights(
      units: units, starts: starts, unitCount: wordCount + values.count,
      isStopWord: document.isStopWord)
  }

  /// The length of a run of segments in bytes.

  /// Whether a unit is a stop word.
  func isStopWord(_ unit: Int) -> Bool { unit < stopWords.count && stopWords[unit] }

  /// The units of a run of segments.
  func range(_ segments: Range<Int>) -> Range<Int> {
    Int(starts[segments.lowerBound])..<Int(starts[segments.upperBound])
  }

  private static func addWords(
    _ document: AnalysedDocument, from start: Int, upTo end: Int, to units: inout [Int32]
  ) {
    // Two values may share a token (`2001-15`), so that there is nothing between them.
    guard start < end else { return }
    for index in start..<end where !document.tokens[index].kind.isMark {
      units.append(document.tokens[index].word)
    }
  }

  private static func weights(
    units: [Int32], starts: [Int32], unitCount: Int, isStopWord: [Bool]
  ) -> [Float] {
    var frequency = [Int32](repeating: 0, count: unitCount)
    var lastSegment = [Int32](repeating: -1, count: unitCount)
    for segment in 0..<starts.count - 1 {
      for index in Int(starts[segment])..<Int(starts[segment + 1]) {
        let unit = Int(units[index])
        if lastSegment[unit] != Int32(segment) {
          lastSegment[unit] = Int32(segment)
          frequency[unit] += 1
        }
      }
    }
    let segments = Float(starts.count - 1)
    return frequency.enumerated().map { unit, frequency in
      let weight = logf(1 + (segments + 5) / Float(max(1, frequency)))
      return unit < isStopWord.count && isStopWord[unit] ? weight * 0.15 : weight
    }
  }
}
