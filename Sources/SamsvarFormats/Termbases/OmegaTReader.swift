import SamsvarModel

/// Reads OmegaT's tab-separated glossary: source term, target term, comment; `#` begins a remark.
///
/// The file does not name its languages: they are given, or stand in a first remark `# nb⇥en` as
/// `OmegaTWriter` writes it. Lines with the same source term and comment are one concept; a comment ending in
/// `[forbidden: a; b]` says which target terms a text may not use.
enum OmegaTReader {
  /// The termbase of a glossary.
  ///
  /// - Throws: `InputError` for a line without a target term.
  static func read(
    _ text: [UInt8], file: String, source: LanguageTag?, target: LanguageTag?
  ) throws(InputError) -> TermbaseInput {
    var input = TermbaseInput(termbase: Termbase(), format: .omegat)
    let lines = TabbedLines.read(text)
    let named = lines.first.flatMap(languages)
    let pair = (source: source ?? named?.0 ?? .nb, target: target ?? named?.1 ?? .en)
    if named == nil, source == nil || target == nil {
      input.diagnostics.append(
        Diagnostic(
          .note,
          "the glossary does not name its languages; read as \(pair.source) to "
            + "\(pair.target), say --source-lang and --target-lang if that is wrong",
          at: SourcePosition(file: file)))
    }
    var numbers: [String: Int] = [:]
    for line in lines where line.cells[0].first != "#" {
      let cells = line.cells.map(Trimming.trimmed)
      guard cells.count >= 2, !cells[0].isEmpty, !cells[1].isEmpty else {
        throw InputError(
          "expected a source term, a tab and a target term",
          at: SourcePosition(file: file, line: line.number, byte: line.byte))
      }
      let comment = GlossaryComment(cells.count > 2 ? cells[2] : "")
      let key = cells[0] + "\t" + comment.key
      if let number = numbers[key] {
        input.termbase.concepts[number].addOnce(
          TermSection(cells[1], status: .admitted), in: pair.target)
        continue
      }
      numbers[key] = input.termbase.concepts.count
      input.lines.append(line.number)
      input.termbase.concepts.append(
        concept(cells, comment, pair, number: input.termbase.concepts.count + 1))
    }
    return input
  }

  private static func concept(
    _ cells: [String], _ comment: GlossaryComment,
    _ pair: (source: LanguageTag, target: LanguageTag), number: Int
  ) -> ConceptEntry {
    var concept = ConceptEntry(id: String(number), note: comment.note)
    concept.add(
      [TermSection(cells[0])]
        + comment.synonyms.map { TermSection($0, status: .admitted) }, in: pair.source)
    concept.add([TermSection(cells[1])], in: pair.target)
    for (status, terms) in comment.ruledOut {
      concept.add(terms.map { TermSection($0, status: status) }, in: pair.target)
    }
    return concept
  }

  private static func languages(_ line: TabbedLines.Line) -> (LanguageTag, LanguageTag)? {
    guard line.cells.count >= 2, line.cells[0].first == "#",
      let source = LanguageTag(Trimming.trimmed(String(line.cells[0].dropFirst()))),
      let target = LanguageTag(Trimming.trimmed(line.cells[1]))
    else { return nil }
    return (source, target)
  }
}

/// The comment of a glossary line, and what it says of terms that have no line.
///
/// A glossary has no status, and would offer a forbidden term like any other; so it stands in the comment:
/// `note [also: kabinett] [forbidden: regime]`.
struct GlossaryComment {
  var note: String
  /// Other source terms.
  var synonyms: [String] = []
  /// Target terms that a text may not use.
  var ruledOut: [(TermStatus, [String])] = []

  /// What tells concepts with the same source term apart.
  var key: String { note + "\t" + synonyms.joined(separator: ";") }

  /// Reads a comment.
  init(_ text: String) {
    note = text
    while let part = Self.last(note) {
      let terms = part.terms.split(separator: ";").map { Trimming.trimmed(String($0)) }
        .filter { !$0.isEmpty }
      switch part.name {
      case "also": synonyms = terms
      case "forbidden": ruledOut.insert((.forbidden, terms), at: 0)
      default: ruledOut.insert((.deprecated, terms), at: 0)
      }
      note = Trimming.trimmed(String(note[..<part.start]))
    }
  }

  /// The last bracket that says something of terms.
  private static func last(_ text: String) -> (start: String.Index, name: String, terms: String)? {
    guard text.hasSuffix("]"), let start = text.lastIndex(of: "[") else { return nil }
    let inside = text[text.index(after: start)...].dropLast()
    guard let colon = inside.firstIndex(of: ":") else { return nil }
    let name = String(inside[..<colon])
    guard ["also", "forbidden", "deprecated"].contains(name) else { return nil }
    return (start, name, String(inside[inside.index(after: colon)...]))
  }

  /// Writes a comment.
  static func text(_ concept: ConceptEntry, _ pair: TermPair) -> String {
    func bracket(_ name: String, _ terms: [TermSection]) -> [String] {
      terms.isEmpty ? [] : ["[\(name): \(terms.map(\.term).joined(separator: "; "))]"]
    }
    let sources = concept.section(pair.source)
    let targets = concept.section(pair.target)
    let parts =
      (concept.note.isEmpty ? [] : [concept.note])
      + bracket("also", sources.dropFirst().filter(\.status.isAllowed))
      + bracket("deprecated", targets.filter { $0.status == .deprecated })
      + bracket("forbidden", targets.filter { $0.status == .forbidden })
    return parts.joined(separator: " ")
  }
}
