import SamsvarModel

/// Reads UTX (AAMT, 1.00 to 1.20 with two languages): a header line, a line of column names, one pair of
/// terms a line.
enum UTXReader {
  /// The termbase of a glossary; pairs with the same `concept ID` are one concept.
  ///
  /// - Throws: `InputError` for a header without languages or columns, or a line without a term.
  static func read(_ text: [UInt8], file: String) throws(InputError) -> TermbaseInput {
    let lines = TabbedLines.read(text)
    guard let first = lines.first, first.cells[0].hasPrefix("#UTX") else {
      throw InputError(
        "expected a first line such as \"#UTX 1.11; nb/en\"",
        at: SourcePosition(file: file, line: 1, byte: 0))
    }
    let position = SourcePosition(file: file, line: first.number, byte: first.byte)
    let pair = try languages(first.cells.joined(separator: " "), at: position)
    let columns = try columns(lines, at: position)
    var input = TermbaseInput(termbase: Termbase(), format: .utx)
    var numbers: [String: Int] = [:]
    for line in lines where line.cells[0].first != "#" {
      let cells = line.cells.map(Trimming.trimmed)
      func value(_ name: String) -> String {
        columns.firstIndex(of: name).flatMap { $0 < cells.count ? cells[$0] : nil } ?? ""
      }
      guard !value("src").isEmpty, !value("tgt").isEmpty else {
        throw InputError(
          "expected a source term and a target term",
          at: SourcePosition(file: file, line: line.number, byte: line.byte))
      }
      let id = value("concept id")
      let known = id.isEmpty ? nil : numbers[id]
      let number = known ?? input.termbase.concepts.count
      if known == nil {
        input.termbase.concepts.append(
          ConceptEntry(id: id.isEmpty ? String(number + 1) : id, note: value("comment")))
        input.lines.append(line.number)
        if !id.isEmpty { numbers[id] = number }
      }
      add(value, pair, to: &input.termbase.concepts[number])
    }
    return input
  }

  private static func add(
    _ value: (String) -> String, _ pair: (LanguageTag, LanguageTag),
    to concept: inout ConceptEntry
  ) {
    for (side, language) in [("src", pair.0), ("tgt", pair.1)] {
      var term = TermSection(value(side))
      term.partOfSpeech = TermPartOfSpeech(rawValue: value("\(side):pos").lowercased())
      let status = value(side == "tgt" ? "term status" : "x-src:term status")
      let isFirst = concept.section(language).isEmpty
      term.status = self.status(status) ?? (isFirst ? .preferred : .admitted)
      concept.addOnce(term, in: language)
    }
  }

  private static func languages(
    _ header: String, at position: SourcePosition
  ) throws(InputError) -> (LanguageTag, LanguageTag) {
    let parts = header.split(separator: ";").map { Trimming.trimmed(String($0)) }
    let codes = parts.dropFirst().first?.split(separator: "/").map(String.init) ?? []
    guard codes.count == 2, let source = LanguageTag(codes[0]), let target = LanguageTag(codes[1])
    else {
      throw InputError(
        "the header names no two languages; expected such as \"#UTX 1.11; nb/en\"", at: position)
    }
    return (source, target)
  }

  /// The names of the columns, in lower case: the last header line.
  private static func columns(
    _ lines: [TabbedLines.Line], at position: SourcePosition
  ) throws(InputError) -> [String] {
    let header = lines.prefix { $0.cells[0].first == "#" }.last { $0.cells.count >= 2 }
    var names = header?.cells.map { Trimming.trimmed($0).lowercased() } ?? []
    if !names.isEmpty { names[0] = String(names[0].drop { $0 == "#" || $0 == " " }) }
    guard names.contains("src"), names.contains("tgt") else {
      throw InputError("no line names the columns, such as \"#src⇥tgt⇥src:pos\"", at: position)
    }
    return names
  }

  /// The status of a value; UTX has approved, non-standard, forbidden and provisional.
  static func status(_ value: String) -> TermStatus? {
    switch value.lowercased() {
    case "approved": .preferred
    case "non-standard", "provisional": .admitted
    case "obsolete", "deprecated", "rejected": .deprecated
    case "forbidden": .forbidden
    default: nil
    }
  }
}
