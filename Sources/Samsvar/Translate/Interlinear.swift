import SamsvarAlign
import SamsvarFormats
public import SamsvarModel
public import SamsvarText
import SamsvarTranslate

/// A word-for-word reading aid, where there is no engine: no translation, and marked as such.
public struct Interlinear: Sendable {
  /// A word, or words that are glossed together.
  public struct Word: Hashable, Sendable {
    /// As it stands in the text.
    public var text: String
    /// Its dictionary form; empty for names, values and marks.
    public var lemma: String
    /// What it says; empty where nothing is known.
    public var gloss: String
    /// What the gloss comes from; nil where there is none.
    public var origin: WordGloss.Origin?
  }

  /// The words of each segment, in order.
  public let segments: [[Word]]
  let analysis: BitextAnalysis
  let glosses: [[WordGloss]]

  /// What every form of it says first.
  public static let warning = "word-for-word reading aid, not a translation"
}

extension Pipeline {
  /// A word-for-word reading aid of a text.
  ///
  ///     Havna     er     stengt
  ///     havn      være   stenge
  ///     harbour   is     close
  ///
  /// - Throws: `InputError` when a language's data cannot be read.
  public func interlinear(
    _ source: AnalysedDocument, to language: LanguageTag, termbase: Termbase
  ) throws(InputError) -> Interlinear {
    let target = try analyser(language.base).analyse(segments: [], name: source.document.name)
    let analysis = BitextAnalysis(
      source: source, target: target,
      alignment: Alignment(
        beads: (0..<source.count).map { Bead(source: $0..<$0 + 1, target: 0..<0, confidence: 0) }),
      evidence: try aligner.compare(source, target).evidence)
    let glosses = try glosses(of: .source, in: analysis, termbase: termbase)
    let words = (0..<source.count).map { Self.words(source, $0, glosses[$0]) }
    return Interlinear(segments: words, analysis: analysis, glosses: glosses)
  }

  private static func words(
    _ document: AnalysedDocument, _ segment: Int, _ glosses: [WordGloss]
  ) -> [Interlinear.Word] {
    let start = document.document.segments[segment].range.lowerBound
    var result: [Interlinear.Word] = []
    var end = start
    for token in document.tokenRange(segment) {
      let range = document.tokens[token].range
      guard range.lowerBound >= end else { continue }
      let local = range.lowerBound - start..<range.upperBound - start
      if let gloss = glosses.first(where: { $0.range.overlaps(local) }) {
        let whole = start + gloss.range.lowerBound..<start + gloss.range.upperBound
        result.append(
          Interlinear.Word(
            text: document.document.string(in: whole), lemma: lemma(document, token, gloss.origin),
            gloss: gloss.text, origin: gloss.origin))
        end = max(end, whole.upperBound)
      } else {
        result.append(
          Interlinear.Word(text: document.string(token: token), lemma: "", gloss: "", origin: nil))
        end = range.upperBound
      }
    }
    return result
  }

  private static func lemma(
    _ document: AnalysedDocument, _ token: Int, _ origin: WordGloss.Origin
  ) -> String {
    guard origin != .name, origin != .value else { return "" }
    let lemmas = document.forms.lemmas[Int(document.tokens[token].word)]
    return lemmas.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// The reading aid as a page, with the glosses under the words.
  ///
  /// - Throws: `InputError` when the page assets are missing.
  public func page(
    of interlinear: Interlinear, termbase: Termbase, phrases: Phrases = .english
  ) throws(InputError) -> [UInt8] {
    try render(
      interlinear.analysis, as: .html, termbase: termbase,
      document: interlinear.analysis.source.document.name, phrases: phrases, layout: .interlinear)
  }
}

extension Interlinear {
  /// Three lines a segment (words, dictionary forms, glosses), in columns.
  ///
  /// - Parameter width: The columns of a line, after which a new row begins.
  public func text(width: Int) -> String {
    var result = "(\(Self.warning))\n"
    for words in segments {
      result += "\n"
      var row: [Word] = []
      var used = 0
      for word in words {
        let columns = Self.columns(word) + 2
        if used + columns > width, !row.isEmpty {
          result += Self.rows(row)
          row = []
          used = 0
        }
        row.append(word)
        used += columns
      }
      result += Self.rows(row)
    }
    return result
  }

  private static func columns(_ word: Word) -> Int {
    max(word.text.count, word.lemma.count, word.gloss.count)
  }

  private static func rows(_ words: [Word]) -> String {
    [\Word.text, \Word.lemma, \Word.gloss].map { part in
      let cells = words.map { word in
        word[keyPath: part]
          + String(repeating: " ", count: columns(word) + 2 - word[keyPath: part].count)
      }
      return String(cells.joined().reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }

  /// One word a line: segment, word, dictionary form, gloss, origin.
  public var table: String {
    var result = "# \(Self.warning)\nsegment\tword\tlemma\tgloss\torigin\n"
    for (index, words) in segments.enumerated() {
      for word in words {
        let cells = [
          String(index), word.text, word.lemma, word.gloss, word.origin?.rawValue ?? "",
        ]
        result += cells.map { $0.replacing("\t", with: " ") }.joined(separator: "\t") + "\n"
      }
    }
    return result
  }

  /// The glosses as the draft of a bilingual file, with origin `gloss`.
  public func draft(to language: LanguageTag) -> Draft {
    let source = analysis.source
    return Draft(
      source: source, language: language,
      segments: segments.enumerated().map { index, words in
        DraftSegment(
          source: source.document.string(index),
          target: words.map { $0.gloss.isEmpty ? $0.text : $0.gloss }.joined(separator: " "),
          origin: .gloss, marks: [DraftMark(.suspicious, Self.warning)])
      })
  }
}
