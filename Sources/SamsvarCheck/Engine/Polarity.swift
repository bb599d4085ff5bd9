import SamsvarModel
import SamsvarText

/// Whether the words of a document negate.
struct Polarity {
  let document: AnalysedDocument
  let data: LanguageData
  let lexicon: LexiconWords?

  /// The forms and lemmas of a token; none beyond the segment.
  private func forms(_ token: Int, within range: Range<Int>) -> [[UInt8]] {
    range.contains(token) ? document.forms.candidates(Int(document.tokens[token].word)) : []
  }

  /// The words that negate in a segment: `ikke`, but not that of `ikke bare`.
  func negations(in segment: Int) -> [Int] {
    let range = document.tokenRange(segment)
    return range.filter { token in
      let word = document.words.bytes(of: Int(document.tokens[token].word))
      guard data.claims.negations.contains(word) else { return false }
      let isEmpty = [token, token - 1].contains { first in
        data.claims.emptyNegations.match({ forms(first + $0, within: range) })
          .map { first + $0 > token } ?? false
      }
      return !isEmpty
    }
  }

  /// Whether a segment says something negative in any way: `ikke`, `mangle`, `ukjent`, `arbeidsløs`.
  func isNegative(segment: Int) -> Bool {
    document.tokenRange(segment).contains { isNegative(token: $0) }
  }

  /// Whether a token is negative in itself.
  func isNegative(token: Int) -> Bool {
    let forms = document.forms.candidates(Int(document.tokens[token].word))
    let claims = data.claims
    return forms.contains { form in
      claims.negations.contains(form) || claims.negatives.contains(form)
        || data.denials.contains(form) || hasNegativeAffix(form)
    }
  }

  /// `u-`, `un-`, `-less` and the like where the rest is a word.
  private func hasNegativeAffix(_ form: [UInt8]) -> Bool {
    let affixes = Self.affixes(document.language)
    let isPrefixed = affixes.prefixes.contains { prefix in
      form.count >= prefix.count + 3 && form.starts(with: prefix)
        && isWord(Array(form.dropFirst(prefix.count)))
    }
    return isPrefixed
      || affixes.suffixes.contains {
        form.count >= $0.count + 3 && form.suffix($0.count) == $0[...]
      }
  }

  private func isWord(_ word: [UInt8]) -> Bool {
    lexicon?.contains(word, in: document.language) ?? true
  }

  private static func affixes(
    _ language: LanguageTag
  ) -> (prefixes: [[UInt8]], suffixes: [[UInt8]]) {
    func bytes(_ words: [String]) -> [[UInt8]] { words.map { Array($0.utf8) } }
    return language.isNorwegian
      ? (bytes(["u", "mis", "ikke-", "ikkje-"]), bytes(["løs", "løse", "laus", "lause", "fri"]))
      : (
        bytes(["un", "in", "im", "il", "ir", "dis", "non-", "non", "mis"]), bytes(["less", "free"])
      )
  }
}
