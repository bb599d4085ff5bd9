/// One entry of a bilingual (or multilingual) lexicon.
package struct LexiconEntry: Hashable, Sendable {
  /// Part of speech: `noun`, `verb`, `adj` …; empty where unknown.
  package var partOfSpeech: String
  /// The terms of each language, in the order of the lexicon's languages, most usual first.
  package var terms: [[String]]

  package init(partOfSpeech: String, terms: [[String]]) {
    self.partOfSpeech = partOfSpeech
    self.terms = terms
  }
}

/// The entries of a lexicon and the languages of their columns.
package struct LexiconSource: Sendable {
  /// Language codes: `["nb", "nn", "en"]`.
  package var languages: [String]
  package var entries: [LexiconEntry]

  package init(languages: [String], entries: [LexiconEntry] = []) {
    self.languages = languages
    self.entries = entries
  }
}

/// A line of a lexicon's text form that cannot be used.
package struct LexiconSourceError: Error, Hashable, CustomStringConvertible {
  package var file: String
  package var line: Int
  package var message: String

  package var description: String { "\(file):\(line): \(message)" }
}

extension LexiconSource {
  /// Adds the rows of a text file: tab-separated, a header with language codes and `pos`, terms of
  /// a cell divided by `; `.
  ///
  /// Comments begin with `#`.
  ///
  ///     nb	nn	pos	en
  ///     avtale	avtale	noun	agreement; deal
  ///
  /// - Throws: `LexiconSourceError` at the first line that does not fit.
  package mutating func add(_ text: String, file: String) throws(LexiconSourceError) {
    var columns: [Column]?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard let known = columns else {
        columns = try header(cells, file: file, line: index + 1)
        continue
      }
      guard cells.count == known.count else {
        throw LexiconSourceError(
          file: file, line: index + 1,
          message: "\(cells.count) columns where the header has \(known.count)")
      }
      entries.append(entry(cells, known))
    }
  }

  private enum Column { case language(Int), partOfSpeech, other }

  private func header(
    _ cells: [String], file: String, line: Int
  ) throws(LexiconSourceError) -> [Column] {
    let columns = cells.map { name -> Column in
      if name == "pos" { return .partOfSpeech }
      return languages.firstIndex(of: name).map { .language($0) } ?? .other
    }
    let found = columns.count { if case .language = $0 { true } else { false } }
    guard found >= 2 else {
      throw LexiconSourceError(
        file: file, line: line,
        message: "the header must name two of the languages \(languages.joined(separator: ", "))")
    }
    return columns
  }

  private func entry(_ cells: [String], _ columns: [Column]) -> LexiconEntry {
    var entry = LexiconEntry(
      partOfSpeech: "", terms: [[String]](repeating: [], count: languages.count))
    for (cell, column) in zip(cells, columns) {
      switch column {
      case .language(let index):
        entry.terms[index] = cell.split(separator: ";").map {
          String($0.drop { $0 == " " })
        }
      case .partOfSpeech: entry.partOfSpeech = cell
      case .other: break
      }
    }
    return entry
  }
}
