import SamsvarText

/// The countries that the words of a document point to: `Kina`, `kinesiske`, `Beijing` are all CN.
struct PlaceNames {
  private let document: AnalysedDocument
  private let data: LanguageData
  private let tail: [Int: [String]]

  /// - Complexity: O(n) in the words of the document
  init(_ document: AnalysedDocument, _ data: LanguageData) {
    self.document = document
    self.data = data
    var tail: [Int: [String]] = [:]
    for name in document.names {
      guard let code = name.code, code.hasPrefix("country:") else { continue }
      for token in name.tokens { tail[token] = [String(code.dropFirst("country:".count))] }
    }
    self.tail = tail
  }

  /// The countries a token points to, alone or with the one after it (`South Korean`).
  func countries(_ token: Int) -> [String] {
    guard document.tokens.indices.contains(token) else { return [] }
    var codes = tail[token] ?? []
    let forms = document.forms.candidates(Int(document.tokens[token].word))
    for form in forms { codes += data.places.countries(form) }
    if token + 1 < document.tokens.count {
      let first = forms[0] + [0x20]
      for next in document.forms.candidates(Int(document.tokens[token + 1].word)) {
        codes += data.places.countries(first + next)
      }
    }
    return codes
  }

  /// Whether some tokens name a capital.
  func isCapital(_ tokens: [Int]) -> Bool {
    let words = tokens.map { document.forms.candidates(Int(document.tokens[$0].word)) }
    guard let first = words.first else { return false }
    let name = words.dropFirst().reduce(first[0]) { $0 + [0x20] + $1[0] }
    return (first + [name]).contains { data.places.isCapital($0) }
  }

  /// The countries that some tokens point to.
  func countries(_ tokens: some Sequence<Int>) -> Set<String> {
    Set(tokens.flatMap { countries($0) })
  }
}
