import SamsvarModel
package import SamsvarText

/// A place that looks like a term and was not taken for it, and why.
package struct TermRejection: Hashable, Sendable {
  /// The segment.
  package var segment: Int
  /// UTF-8 offsets in the document's text.
  package var range: Range<Int>
  /// Why it is not the term.
  package var reason: String
}

extension TermMatcher {
  /// The places of a document that look like a concept's terms and are not taken for them.
  ///
  /// - Complexity: O(n) in the words of the document, times the terms of the concept
  package func rejections(of concept: Int, in document: AnalysedDocument) -> [TermRejection] {
    var scan = TermScan(index, document)
    return (0..<document.count).flatMap { scan.rejections(of: concept, segment: $0) }
  }
}

extension TermScan {
  mutating func rejections(of concept: Int, segment: Int) -> [TermRejection] {
    let found = occurrences(segment).filter { $0.concept == concept }
    let range = document.tokenRange(segment)
    var rejections: [TermRejection] = []
    for token in range where !found.contains(where: { $0.tokens.contains(token) }) {
      for pattern in index.patterns where pattern.concept == concept {
        guard let reason = reason(pattern, at: token, range) else { continue }
        rejections.append(
          TermRejection(segment: segment, range: document.tokens[token].range, reason: reason))
        break
      }
    }
    return rejections
  }

  /// Why a token that looks like a pattern is not taken for it; nil for one that does not look like it.
  private mutating func reason(
    _ pattern: TermPattern, at token: Int, _ range: Range<Int>
  ) -> String? {
    let word = Int(document.tokens[token].word)
    let form = document.forms.words[word]
    let wanted = pattern.words[0]
    guard let match = match(word, wanted) else {
      return looksLike(form, wanted) ? inside(form, pattern) : nil
    }
    if !fitsCase(pattern, wanted, token) { return "it is written in another case than the term" }
    if pattern.hints.contains(.exactForm), match.form != .exact {
      return "the termbase wants the listed form alone"
    }
    if pattern.words.count > 1 {
      return "the words after it are not those of \"\(pattern.term.term)\""
    }
    if isInPhrase(pattern.concept, token, range) {
      return "it is part of an expression that the dictionary gives another sense"
    }
    let rivals = rivals(word, match.parts, match.lemma)
    return sense(match, rivals, pattern, at: token, range) == .rival
      ? "it is used as another part of speech here" : "a longer term covers it"
  }

  private func looksLike(_ form: [UInt8], _ wanted: PatternWord) -> Bool {
    let stem = wanted.form.dropLast(wanted.form.count > 5 ? 1 : 0)
    guard stem.count >= 3, form.count >= stem.count else { return false }
    return (0...form.count - stem.count).contains {
      form[$0..<$0 + stem.count].elementsEqual(stem)
    }
  }

  private func inside(_ form: [UInt8], _ pattern: TermPattern) -> String {
    if let best = index.splitter.readings(of: form).first {
      let cut =
        "\(String(decoding: best.modifier, as: UTF8.self)) + \(String(decoding: best.head, as: UTF8.self))"
      return
        "the word is read as \(cut), which the dictionary does not give this sense, or which has "
        + "no \"\(pattern.term.term)\" in it"
    }
    return "the word is no form of \"\(pattern.term.term)\" and no compound with it"
  }
}
