import SamsvarModel

/// One line of a glossary of two languages: a source term and a target term.
struct GlossaryPair: Hashable {
  var source: TermSection
  var target: TermSection
}

extension ConceptEntry {
  /// The terms of a language and its regions, in the order of the file.
  func section(_ language: LanguageTag) -> [TermSection] {
    let exact = languages.first { $0.language == language }
    return (exact ?? languages.first { $0.language.base == language.base })?.terms ?? []
  }

  /// The pairs by which a glossary of two languages says all terms: the first source term with every target
  /// term, then the other source terms with the first target term.
  ///
  /// None where a language has no term.
  func pairs(_ pair: TermPair) -> [GlossaryPair] {
    let sources = section(pair.source)
    let targets = section(pair.target)
    guard let first = sources.first, let firstTarget = targets.first else { return [] }
    return targets.map { GlossaryPair(source: first, target: $0) }
      + sources.dropFirst().map { GlossaryPair(source: $0, target: firstTarget) }
  }

  /// Adds a term unless the language has it.
  mutating func addOnce(_ term: TermSection, in language: LanguageTag) {
    withSection(language) { section in
      if !section.terms.contains(where: { $0.term == term.term }) { section.terms.append(term) }
    }
  }
}

/// Lines of tab-separated cells without quoting, with the places where they begin.
struct TabbedLines {
  struct Line {
    var number: Int
    var byte: Int
    var cells: [String]
  }

  /// The lines of a text that are not blank; CR before the line feed is no part of them.
  static func read(_ text: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = 0
    var number = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      number += 1
      var line = text[start..<end]
      if line.last == 0x0D { line = line.dropLast() }
      if line.contains(where: { $0 > 0x20 }) {
        let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
          .map { String(decoding: $0, as: UTF8.self) }
        lines.append(Line(number: number, byte: start, cells: cells))
      }
      start = end + 1
    }
    return lines
  }

  /// A text that fits in a cell: tabs and line breaks become blanks.
  static func cell(_ text: String) -> String {
    String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }
}
