package import SamsvarModel

/// The text form of a lexicon: tab-separated, a header with language codes, `pos` and `probability`;
/// the terms of a cell divided by `; `, most usual first.
///
/// Comments begin with `#`; those that give a `name`, a `licence` or an `origin` say where the rows
/// after them come from.
///
///     # name: Our house list
///     # licence: CC0-1.0
///     nb	nn	pos	en
///     avtale	avtale	noun	agreement; deal
package enum LexiconTable {
  /// Adds the rows of a file to a lexicon.
  ///
  /// - Parameters:
  ///   - languages: The languages of a table without a header; nil where there must be one.
  ///   - provenance: Where the rows come from, unless the file says otherwise.
  /// - Throws: `InputError` at the first line that does not fit.
  package static func read(
    _ text: [UInt8], file: String, languages: [String]? = nil, provenance: Provenance,
    into lexicon: inout LexiconSource
  ) throws(InputError) {
    var reader = RowReader(file: file, provenance: provenance)
    for (index, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      let line = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
      try reader.read(line, number: index + 1, languages: languages, into: &lexicon)
    }
    if reader.columns == nil {
      throw InputError(
        "holds no header; the first line must name languages, such as nb<TAB>en",
        at: SourcePosition(file: file, line: 1))
    }
  }

  /// A lexicon as text; the rows of one provenance stand together.
  package static func write(_ lexicon: LexiconSource) -> String {
    let hasProbability = lexicon.entries.contains { $0.probability != nil }
    var result = ""
    for (number, provenance) in lexicon.provenances.enumerated() {
      result += "# name: \(line(provenance.name))\n"
      result += "# licence: \(line(provenance.licence))\n# origin: \(line(provenance.origin))\n"
      if number == 0 {
        let header = lexicon.languages + ["pos"] + (hasProbability ? ["probability"] : [])
        result += header.joined(separator: "\t") + "\n"
      }
      for entry in lexicon.entries where entry.provenance == number {
        var cells = lexicon.languages.indices.map { column in
          lexicon.terms(entry, column: column).joined(separator: "; ")
        }
        cells.append(entry.partOfSpeech)
        if hasProbability { cells.append(entry.probability.map(decimal) ?? "") }
        result += cells.map(line).joined(separator: "\t") + "\n"
      }
    }
    return result
  }

  private static func line(_ text: String) -> String {
    String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }

  private static func decimal(_ value: Double) -> String {
    let digits = String(Int((value * 10_000).rounded()) + 10_000)
    return "\(value >= 0.99995 ? 1 : 0).\(digits.dropFirst())"
  }
}

/// Reads rows after the header's columns.
private struct RowReader {
  let file: String
  var provenance: Provenance
  var columns: [Column]?

  enum Column { case language(String), partOfSpeech, probability, other }

  init(file: String, provenance: Provenance) {
    self.file = file
    self.provenance = provenance
  }

  mutating func read(
    _ line: String, number: Int, languages: [String]?, into lexicon: inout LexiconSource
  ) throws(InputError) {
    guard !line.allSatisfy(\.isWhitespace) else { return }
    if line.first == "#" { return provenance.set(line.dropFirst()) }
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard let columns else {
      let header = cells.map(Self.column)
      let named = Self.languages(header)
      // Where the languages are given, `av` and `of` are words and no header.
      if named.count >= 2,
        languages?.allSatisfy(named.contains) ?? true || named.allSatisfy(Self.common.contains)
      {
        self.columns = header
        return
      }
      guard let languages else {
        throw error(
          number,
          "the header must name two languages, such as nb<TAB>en; found \"\(line.prefix(60))\"")
      }
      self.columns = languages.map { .language($0) }
      return try add(cells, self.columns ?? [], number, into: &lexicon)
    }
    try add(cells, columns, number, into: &lexicon)
  }

  private static let common: Set<String> = ["nb", "nn", "en", "da", "sv", "de", "fr"]

  private static func languages(_ columns: [Column]) -> [String] {
    columns.compactMap { if case .language(let code) = $0 { code } else { nil } }
  }

  private static func column(_ name: String) -> Column {
    switch name {
    case "pos": .partOfSpeech
    case "probability": .probability
    default:
      if name.utf8.count == 2, let tag = LanguageTag(name) {
        .language(tag.language)
      } else {
        .other
      }
    }
  }

  private func add(
    _ cells: [String], _ columns: [Column], _ number: Int, into lexicon: inout LexiconSource
  ) throws(InputError) {
    guard cells.count == columns.count else {
      throw error(
        number,
        "\(cells.count) columns where the header has \(columns.count); tabs divide columns")
    }
    var terms: [(language: String, terms: [String])] = []
    var partOfSpeech = ""
    var probability: Double?
    for (cell, column) in zip(cells, columns) {
      switch column {
      case .language(let code): terms.append((code, Self.terms(cell)))
      case .partOfSpeech: partOfSpeech = cell
      case .probability where !cell.isEmpty:
        guard let value = Double(cell), (0...1).contains(value) else {
          throw error(number, "the probability \"\(cell)\" is no number from 0 to 1")
        }
        probability = value
      case .probability, .other: break
      }
    }
    lexicon.add(terms, partOfSpeech: partOfSpeech, probability: probability, from: provenance)
  }

  private static func terms(_ cell: String) -> [String] {
    cell.split(separator: ";").compactMap { part in
      let start = part.drop { $0 == " " }
      let term = String(start.reversed().drop { $0 == " " }.reversed())
      return term.isEmpty ? nil : term
    }
  }

  private func error(_ line: Int, _ message: String) -> InputError {
    InputError(message, at: SourcePosition(file: file, line: line))
  }
}
