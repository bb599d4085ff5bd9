import SamsvarModel

/// Writes a termbase as a table that `TermbaseTableReader` reads.
///
/// Columns that nothing fills are left out, but for `id` and one preferred column for each language.
/// Terms stand in the order of their status; a semicolon in a term becomes a comma.
enum TermbaseTableWriter {
  /// The table, its lines ended by a line feed; cells are quoted as RFC 4180 says.
  static func write(_ termbase: Termbase, delimiter: Character) -> String {
    rows(termbase).map { row in
      row.map { cell($0, delimiter) }.joined(separator: String(delimiter)) + "\n"
    }.joined()
  }

  /// The header and the rows.
  static func rows(_ termbase: Termbase) -> [[String]] {
    let languages = termbase.languages.isEmpty ? [.nb, .en] : termbase.languages
    let columns = conceptColumns + languages.flatMap(languageColumns)
    let cells = columns.map { column in termbase.concepts.map(column.cell) }
    let kept = columns.indices.filter { index in
      columns[index].isKept || cells[index].contains { !$0.isEmpty }
    }
    let header = kept.map { columns[$0].name }
    return [header]
      + termbase.concepts.indices.map { row in kept.map { cells[$0][row] } }
  }

  private struct Column {
    var name: String
    var isKept = false
    var cell: (ConceptEntry) -> String
  }

  private static var conceptColumns: [Column] {
    [
      Column(name: "id", isKept: true, cell: \.id),
      Column(name: "subject", cell: \.subject),
      Column(name: "definition", cell: \.definition),
      Column(name: "note", cell: \.note),
      Column(name: "case_sensitive") { $0.isCaseSensitive ? "yes" : "" },
      Column(name: "do_not_translate") { $0.isDoNotTranslate ? "yes" : "" },
    ]
  }

  private static func languageColumns(_ language: LanguageTag) -> [Column] {
    func section(_ concept: ConceptEntry) -> LanguageSection? {
      concept.languages.first { $0.language == language }
    }
    let terms = TermStatus.allCases.map { status in
      Column(
        name: status == .preferred ? "\(language)" : "\(language)_\(status.rawValue)",
        isKept: status == .preferred
      ) { concept in
        (section(concept)?.terms ?? []).filter { $0.status == status }
          .map { $0.term.replacing(";", with: ",") }.joined(separator: "; ")
      }
    }
    let texts = [
      Column(name: "\(language)_definition") { section($0)?.definition ?? "" },
      Column(name: "\(language)_note") { section($0)?.note ?? "" },
    ]
    let attributes = TermAttribute.allCases.map { attribute in
      Column(name: "\(language)_\(attribute.rawValue)") { concept in
        let terms = section(concept)?.terms ?? []
        return attribute.cell(
          TermStatus.allCases.flatMap { status in terms.filter { $0.status == status } })
      }
    }
    return terms + texts + attributes
  }

  private static func cell(_ text: String, _ delimiter: Character) -> String {
    let needsQuotes =
      text.contains { $0 == delimiter || $0 == "\"" || $0.isNewline }
      || text.first?.isWhitespace == true || text.last?.isWhitespace == true
    return needsQuotes ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }
}
