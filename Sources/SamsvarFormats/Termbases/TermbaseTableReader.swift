public import SamsvarModel
import SamsvarText

/// Reads a termbase from a table (CSV, TSV, a sheet): a header, then one concept a row.
///
/// Columns: `id` (or `concept_id`), `subject`, `definition`, `note`, `case_sensitive`,
/// `do_not_translate`, `part_of_speech`, `match`, and for every language `LL` (same as `LL_preferred`),
/// `LL_admitted`, `LL_deprecated`, `LL_forbidden`; several terms in a cell are separated by `;`.
/// `LL_definition` and `LL_note` belong to the language; `LL_part_of_speech`, `LL_gender`, `LL_type`,
/// `LL_match` say something of each of its terms in the order of the columns, or of all at once;
/// `LL_term_note` and `LL_context` have ` | ` between those of different terms.
public enum TermbaseTableReader {
  /// The termbase of a table in a file.
  ///
  /// - Throws: `InputError` with the line that does not fit.
  public static func read(_ path: String) throws(InputError) -> Termbase {
    try read(try TextDecoder.decode(try FileBytes.read(path), file: path).text, file: path)
  }

  /// The termbase of a table's text.
  ///
  /// - Throws: `InputError` with the line that does not fit.
  public static func read(_ text: [UInt8], file: String) throws(InputError) -> Termbase {
    try input(text, file: file).termbase
  }

  /// The termbase of a table's text, with the lines of its concepts.
  ///
  /// - Throws: `InputError` with the line that does not fit.
  package static func input(_ text: [UInt8], file: String) throws(InputError) -> TermbaseInput {
    let table = try DelimitedText(text, file: file)
    var input = try read(rows: table.rows, file: file)
    input.format = table.delimiter == 0x09 ? .tsv : .csv
    return input
  }

  /// Whether a header names a language.
  static func namesLanguage(_ header: [String]) -> Bool {
    header.contains { cell in
      let column = try? TermbaseColumn(Trimming.trimmed(cell), file: "", line: 1)
      return if case .terms = column { true } else { false }
    }
  }

  /// The termbase of rows, the first of which names the columns.
  ///
  /// - Throws: `InputError` with the line that does not fit.
  package static func read(
    rows: [DelimitedText.Row], file: String
  ) throws(InputError) -> TermbaseInput {
    guard let header = rows.first else {
      throw InputError(
        "is empty; expected a header such as id,nb,en", at: SourcePosition(file: file))
    }
    let columns = try header.cells.map { cell throws(InputError) in
      try TermbaseColumn(Trimming.trimmed(cell), file: file, line: header.line)
    }
    guard columns.contains(where: { if case .terms = $0 { true } else { false } }) else {
      throw InputError(
        "the header names no language; expected columns such as nb,nn,en,en_forbidden",
        at: SourcePosition(file: file, line: header.line))
    }
    var input = TermbaseInput(termbase: Termbase(), format: .csv)
    var ids: Set<String> = []
    input.termbase.concepts.reserveCapacity(rows.count)
    for row in rows.dropFirst() {
      let position = SourcePosition(file: file, line: row.line)
      guard row.cells.dropFirst(columns.count).allSatisfy(\.isEmpty) else {
        throw InputError(
          "\(row.cells.count) cells where the header has \(columns.count); "
            + "put quotation marks around cells that hold the delimiter", at: position)
      }
      let concept = try TermbaseRow.concept(
        row.cells, columns, number: input.termbase.concepts.count + 1, at: position)
      guard ids.insert(concept.id).inserted else {
        throw InputError("the id \"\(concept.id)\" is used twice", at: position)
      }
      input.termbase.concepts.append(concept)
      input.lines.append(row.line)
    }
    return input
  }
}

/// What a column of a termbase table holds.
enum TermbaseColumn {
  case id, subject, definition, note, caseSensitive, doNotTranslate, other
  case terms(LanguageTag, TermStatus)
  case section(LanguageTag, SectionText)
  /// Something about every term of a language, or of all languages.
  case attribute(LanguageTag?, TermAttribute)

  /// What a column says of a language.
  enum SectionText: String { case definition, note }

  /// The column of a header cell.
  init(_ name: String, file: String, line: Int) throws(InputError) {
    switch name.lowercased() {
    case "id", "concept_id": self = .id
    case "subject": self = .subject
    case "definition": self = .definition
    case "note": self = .note
    case "case_sensitive": self = .caseSensitive
    case "do_not_translate": self = .doNotTranslate
    case "part_of_speech": self = .attribute(nil, .partOfSpeech)
    case "match": self = .attribute(nil, .match)
    default: self = try Self.language(name, file: file, line: line)
    }
  }

  private static func language(
    _ name: String, file: String, line: Int
  ) throws(InputError) -> TermbaseColumn {
    let parts = name.split(separator: "_", maxSplits: 1)
    guard let first = parts.first, let tag = LanguageTag(first), first.utf8.count <= 5 else {
      return .other
    }
    guard parts.count > 1 else { return .terms(tag, .preferred) }
    let kind = parts[1].lowercased()
    if let status = TermStatus(rawValue: kind) { return .terms(tag, status) }
    if let text = SectionText(rawValue: kind) { return .section(tag, text) }
    if let attribute = TermAttribute(rawValue: kind) { return .attribute(tag, attribute) }
    let names =
      TermStatus.allCases.map(\.rawValue) + ["definition", "note"]
      + TermAttribute.allCases.map(\.rawValue)
    throw InputError(
      "unknown column \"\(name)\"; a language has "
        + names.map { "_\($0)" }.joined(separator: ", "),
      at: SourcePosition(file: file, line: line))
  }
}

/// One row of a termbase table.
enum TermbaseRow {
  /// The concept of a row.
  ///
  /// - Throws: `InputError` for a value that its column does not have.
  static func concept(
    _ cells: [String], _ columns: [TermbaseColumn], number: Int, at position: SourcePosition
  ) throws(InputError) -> ConceptEntry {
    var concept = ConceptEntry(id: String(number))
    var attributes: [(LanguageTag?, TermAttribute, String)] = []
    for (cell, column) in zip(cells, columns) {
      let cell = Trimming.trimmed(cell)
      guard !cell.isEmpty else { continue }
      switch column {
      case .id: concept.id = cell
      case .subject: concept.subject = cell
      case .definition: concept.definition = cell
      case .note: concept.note = cell
      case .caseSensitive: concept.isCaseSensitive = isYes(cell)
      case .doNotTranslate: concept.isDoNotTranslate = isYes(cell)
      case .terms(let language, let status): concept.add(terms(cell, status), in: language)
      case .section(let language, .definition):
        concept.withSection(language) { $0.definition = cell }
      case .section(let language, .note): concept.withSection(language) { $0.note = cell }
      case .attribute(let language, let attribute): attributes.append((language, attribute, cell))
      case .other: break
      }
    }
    for (language, attribute, cell) in attributes {
      for index in concept.languages.indices
      where language == nil || concept.languages[index].language == language {
        try attribute.apply(cell, to: &concept.languages[index].terms, at: position)
      }
    }
    return concept
  }

  private static func terms(_ cell: String, _ status: TermStatus) -> [TermSection] {
    guard cell.utf8.contains(0x3B) else { return [TermSection(cell, status: status)] }
    return cell.split(separator: ";").map { Trimming.trimmed(String($0)) }
      .filter { !$0.isEmpty }.map { TermSection($0, status: status) }
  }

  private static func isYes(_ cell: String) -> Bool {
    ["yes", "true", "1"].contains(cell.lowercased())
  }
}

/// Cells without the blanks around them.
enum Trimming {
  /// The text without white space and byte order marks at its ends.
  ///
  /// - Complexity: O(1) where there is none
  static func trimmed(_ text: String) -> String {
    guard let first = text.utf8.first, let last = text.utf8.last else { return text }
    if (0x21..<0x7F).contains(first), (0x21..<0x7F).contains(last) { return text }
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isWhitespace || scalar == "\u{FEFF}"
    }
    let scalars = text.unicodeScalars
    guard let start = scalars.firstIndex(where: { !isBlank($0) }),
      let end = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[start...end])
  }
}
