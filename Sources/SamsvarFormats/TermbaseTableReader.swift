public import SamsvarModel
import SamsvarText

/// Reads a termbase from a table (CSV or TSV): a header, then one concept a row.
///
/// Columns: `id` (or `concept_id`), `subject`, `definition`, `note`, `case_sensitive`,
/// `do_not_translate`, and for every language `LL` (same as `LL_preferred`), `LL_admitted`,
/// `LL_deprecated`, `LL_forbidden`; several terms in a cell are separated by `;`.
public enum TermbaseTableReader {
  /// The termbase of a file.
  ///
  /// - Throws: `InputError` with the line that does not fit.
  public static func read(_ path: String) throws(InputError) -> Termbase {
    try read(try TextDecoder.decode(try FileBytes.read(path), file: path).text, file: path)
  }

  /// The termbase of a table's text.
  ///
  /// - Throws: `InputError` with the line that does not fit.
  public static func read(_ text: [UInt8], file: String) throws(InputError) -> Termbase {
    let table = try DelimitedText(text, file: file)
    guard let header = table.rows.first else {
      throw InputError(
        "is empty; expected a header such as id,nb,en", at: SourcePosition(file: file))
    }
    let columns = try header.cells.map { cell throws(InputError) in
      try column(cell, file: file, line: header.line)
    }
    guard columns.contains(where: { if case .terms = $0 { true } else { false } }) else {
      throw InputError(
        "the header names no language; expected columns such as nb,nn,en,en_forbidden",
        at: SourcePosition(file: file, line: header.line))
    }
    var concepts: [ConceptEntry] = []
    var ids: Set<String> = []
    for row in table.rows.dropFirst() {
      guard row.cells.count <= columns.count else {
        throw InputError(
          "\(row.cells.count) cells where the header has \(columns.count); "
            + "put quotation marks around cells that hold the delimiter",
          at: SourcePosition(file: file, line: row.line))
      }
      let concept = concept(row.cells, columns, number: concepts.count + 1)
      guard ids.insert(concept.id).inserted else {
        throw InputError(
          "the id \"\(concept.id)\" is used twice", at: SourcePosition(file: file, line: row.line))
      }
      concepts.append(concept)
    }
    return Termbase(concepts: concepts)
  }

  private enum Column {
    case id, subject, definition, note, caseSensitive, doNotTranslate, other
    case terms(LanguageTag, TermStatus)
  }

  private static func column(
    _ name: String, file: String, line: Int
  ) throws(InputError) -> Column {
    switch trimmed(name).lowercased() {
    case "id", "concept_id": return .id
    case "subject": return .subject
    case "definition": return .definition
    case "note": return .note
    case "case_sensitive": return .caseSensitive
    case "do_not_translate": return .doNotTranslate
    default: break
    }
    let parts = trimmed(name).split(separator: "_", maxSplits: 1)
    guard let first = parts.first, let tag = LanguageTag(first), first.utf8.count <= 5 else {
      return .other
    }
    guard parts.count > 1 else { return .terms(tag, .preferred) }
    guard let status = TermStatus(rawValue: parts[1].lowercased()) else {
      throw InputError(
        "unknown column \"\(name)\"; a language has _preferred, _admitted, _deprecated, _forbidden",
        at: SourcePosition(file: file, line: line))
    }
    return .terms(tag, status)
  }

  private static func concept(
    _ cells: [String], _ columns: [Column], number: Int
  ) -> ConceptEntry {
    var concept = ConceptEntry(id: String(number))
    for (cell, column) in zip(cells.map(trimmed), columns) where !cell.isEmpty {
      switch column {
      case .id: concept.id = cell
      case .subject: concept.subject = cell
      case .definition: concept.definition = cell
      case .note: concept.note = cell
      case .caseSensitive: concept.isCaseSensitive = isYes(cell)
      case .doNotTranslate: concept.isDoNotTranslate = isYes(cell)
      case .terms(let language, let status): add(cell, language, status, to: &concept)
      case .other: break
      }
    }
    return concept
  }

  private static func add(
    _ cell: String, _ language: LanguageTag, _ status: TermStatus, to concept: inout ConceptEntry
  ) {
    let terms = cell.split(separator: ";").map { trimmed(String($0)) }.filter { !$0.isEmpty }
      .map { TermSection($0, status: status) }
    if let index = concept.languages.firstIndex(where: { $0.language == language }) {
      concept.languages[index].terms += terms
    } else {
      concept.languages.append(LanguageSection(language: language, terms: terms))
    }
  }

  private static func isYes(_ cell: String) -> Bool {
    ["yes", "true", "1"].contains(cell.lowercased())
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
