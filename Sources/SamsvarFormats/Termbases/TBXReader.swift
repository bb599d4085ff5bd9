import SamsvarModel

/// Reads TBX v3 (any dialect, DCA and DCT) and v2 (`martif`, with `tig` or `ntig`).
///
/// What the model does not hold (sources, transactions, cross-references, pictures) is left out and said.
enum TBXReader {
  /// The termbase of a file.
  ///
  /// - Throws: `InputError` with line and byte where the XML or the structure is broken.
  static func read(_ bytes: [UInt8], file: String) throws(InputError) -> TermbaseInput {
    var parser = TBXConcepts(file: file)
    try MarkupStream.read(
      bytes, file: file, wanted: ["conceptEntry", "termEntry"],
      enter: { element throws(InputError) in try parser.enter(element) },
      take: { element throws(InputError) in try parser.take(element) })
    guard let format = parser.format else {
      throw InputError(
        "holds no TBX: neither <tbx> nor <martif> is there", at: SourcePosition(file: file))
    }
    var input = TermbaseInput(termbase: Termbase(concepts: parser.concepts), format: format)
    input.lines = parser.lines
    input.diagnostics = parser.diagnostics
    return input
  }
}

/// The concepts of a TBX file, one after the other.
struct TBXConcepts {
  private let file: String
  private(set) var format: TermbaseFormat?
  private(set) var concepts: [ConceptEntry] = []
  private(set) var lines: [Int] = []
  private var ids: Set<String> = []
  private var leftOut: [String: Int] = [:]

  init(file: String) { self.file = file }

  /// What was left out, by name.
  var diagnostics: [Diagnostic] {
    leftOut.sorted { $0.key < $1.key }.map { name, count in
      Diagnostic(
        .note, "\(count) \(name) left out, for which a termbase has no place here",
        at: SourcePosition(file: file))
    }
  }

  /// Notes the root, and refuses terms outside concepts.
  mutating func enter(_ element: MarkupElement) throws(InputError) {
    switch element.name {
    case "martif": format = .tbx2
    case "tbx":
      let isDCT = element.attributes["style"]?.lowercased() == "dct"
      switch element.attributes["type"] {
      case "TBX-Min": format = isDCT ? .tbxMinDCT : .tbxMin
      case "TBX-Core": format = .tbxCore
      default: format = isDCT ? .tbxDCT : .tbx
      }
    case "langSec", "langSet", "termSec", "tig", "ntig", "term":
      throw InputError(
        "<\(element.name)> stands outside a concept (<conceptEntry>, in v2 <termEntry>)",
        at: SourcePosition(file: file, line: element.line))
    default: break
    }
  }

  /// Reads a concept.
  mutating func take(_ element: MarkupElement) throws(InputError) {
    var concept = ConceptEntry(id: element.attributes["id"] ?? String(concepts.count + 1))
    for child in element.children {
      switch child.name {
      case "langSec", "langSet": try section(child, in: &concept)
      case "note": add(note: child.text, to: &concept)
      default:
        for (category, value) in categories(child) {
          switch category {
          case "subjectField": concept.subject = value
          case "definition": concept.definition = value
          case "note": add(note: value, to: &concept)
          default: leftOut[category, default: 0] += 1
          }
        }
      }
    }
    guard ids.insert(concept.id).inserted else {
      throw InputError(
        "the id \"\(concept.id)\" is used twice",
        at: SourcePosition(file: file, line: element.line))
    }
    concepts.append(concept)
    lines.append(element.line)
  }

  private func add(note: String, to concept: inout ConceptEntry) {
    switch note {
    case TBXVocabulary.doNotTranslate: concept.isDoNotTranslate = true
    case TBXVocabulary.caseSensitive: concept.isCaseSensitive = true
    default: concept.note = joined(concept.note, note)
    }
  }

  private mutating func section(
    _ element: MarkupElement, in concept: inout ConceptEntry
  ) throws(InputError) {
    guard let language = element.language.flatMap({ LanguageTag($0) }) else {
      throw InputError(
        "<\(element.name)> needs a language, such as xml:lang=\"nb\"",
        at: SourcePosition(file: file, line: element.line))
    }
    var read = LanguageSection(language: language, terms: [])
    let isFirst = !concept.languages.contains { $0.language == language }
    for child in element.children {
      switch child.name {
      case "termSec", "tig", "ntig":
        read.terms.append(try term(child, isFirst: isFirst && read.terms.isEmpty))
      case "note": read.note = joined(read.note, child.text)
      default:
        for (category, value) in categories(child) {
          switch category {
          case "definition": read.definition = value
          case "note": read.note = joined(read.note, value)
          case "subjectField" where concept.subject.isEmpty: concept.subject = value
          default: leftOut[category, default: 0] += 1
          }
        }
      }
    }
    concept.withSection(language) {
      $0.terms += read.terms
      $0.definition = joined($0.definition, read.definition)
      $0.note = joined($0.note, read.note)
    }
  }

  /// A term; where the file says no status, the first of a language is preferred, the others admitted.
  private mutating func term(
    _ element: MarkupElement, isFirst: Bool
  ) throws(InputError) -> TermSection {
    let parts = element.children.flatMap { $0.name == "termGrp" ? $0.children : [$0] }
    guard let text = parts.first(where: { $0.name == "term" })?.text else {
      throw InputError(
        "<\(element.name)> has no <term>", at: SourcePosition(file: file, line: element.line))
    }
    var term = TermSection(text, status: isFirst ? .preferred : .admitted)
    for (category, value) in parts.filter({ $0.name != "term" }).flatMap(categories) {
      switch category {
      case "administrativeStatus", "normativeAuthorization", "usageStatus":
        if let status = TBXVocabulary.status(value) {
          term.status = status
        } else {
          leftOut["\(category) \"\(value)\"", default: 0] += 1
        }
      case "partOfSpeech" where TermPartOfSpeech(rawValue: value) != nil:
        term.partOfSpeech = TermPartOfSpeech(rawValue: value)
      case "grammaticalGender" where GrammaticalGender(rawValue: value) != nil:
        term.gender = GrammaticalGender(rawValue: value)
      case "termType" where TermType(rawValue: value) != nil: term.type = TermType(rawValue: value)
      case "context": term.context = value
      case "note":
        if let hints = TBXVocabulary.hints(value) {
          term.hints = hints
        } else {
          term.note = joined(term.note, value)
        }
      default: leftOut[category, default: 0] += 1
      }
    }
    return term
  }

  /// The data categories of an element: its own, or those of a group.
  private func categories(_ element: MarkupElement) -> [(String, String)] {
    switch element.name {
    case "descripGrp", "termNoteGrp", "adminGrp", "transacGrp":
      return element.children.flatMap(categories)
    case "descrip", "termNote", "admin", "adminNote", "transac", "transacNote", "ref", "xref",
      "descripNote":
      return [(element.attributes["type"] ?? element.name, element.text)]
    default: return [(element.name, element.text)]
    }
  }

  private func joined(_ first: String, _ second: String) -> String {
    first.isEmpty || second.isEmpty ? first + second : first + "\n" + second
  }
}
