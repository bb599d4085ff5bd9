import SamsvarModel

/// Reads MultiTerm's XML export (`mtf`): `conceptGrp`, `languageGrp`, `termGrp`, with fields named by the owner of
/// the termbase.
///
/// Fields are known by their usual names in English and Norwegian; others are left out and said.
enum MultiTermReader {
  /// The termbase of a file.
  ///
  /// - Throws: `InputError` with line and byte where the XML or the structure is broken.
  static func read(_ bytes: [UInt8], file: String) throws(InputError) -> TermbaseInput {
    var input = TermbaseInput(termbase: Termbase(), format: .multiterm)
    var leftOut: [String: Int] = [:]
    var ids: Set<String> = []
    var isRoot = false
    try MarkupStream.read(
      bytes, file: file, wanted: ["conceptGrp"],
      enter: { element in if element.name == "mtf" { isRoot = true } },
      take: { element throws(InputError) in
        let position = SourcePosition(file: file, line: element.line)
        let concept = try concept(
          element, number: input.termbase.concepts.count + 1, &leftOut, at: position)
        guard ids.insert(concept.id).inserted else {
          throw InputError("the concept number \(concept.id) is used twice", at: position)
        }
        input.termbase.concepts.append(concept)
        input.lines.append(element.line)
      })
    guard isRoot else {
      throw InputError("holds no MultiTerm export: no <mtf>", at: SourcePosition(file: file))
    }
    input.diagnostics = leftOut.sorted { $0.key < $1.key }.map { name, count in
      Diagnostic(
        .note, "\(count) fields \"\(name)\" left out, whose meaning is not known",
        at: SourcePosition(file: file))
    }
    return input
  }

  private static func concept(
    _ element: MarkupElement, number: Int, _ leftOut: inout [String: Int],
    at position: SourcePosition
  ) throws(InputError) -> ConceptEntry {
    var concept = ConceptEntry(id: element.first("concept")?.text ?? "")
    if concept.id.isEmpty { concept.id = String(number) }
    for (name, value) in fields(element) {
      switch MultiTermField(name) {
      case .subject: concept.subject = value
      case .definition: concept.definition = value
      case .note: concept.note = concept.note.isEmpty ? value : concept.note + "\n" + value
      default: leftOut[name, default: 0] += 1
      }
    }
    for group in element.children where group.name == "languageGrp" {
      guard let language = MultiTermField.language(group.first("language")) else {
        throw InputError(
          "<languageGrp> has no language that is known; give <language> a lang such as \"NB\"",
          at: SourcePosition(file: position.file, line: group.line))
      }
      concept.withSection(language) { section in
        for (name, value) in fields(group) {
          switch MultiTermField(name) {
          case .definition: section.definition = value
          case .note: section.note = value
          default: leftOut[name, default: 0] += 1
          }
        }
        for child in group.children where child.name == "termGrp" {
          if let term = term(child, isFirst: section.terms.isEmpty, &leftOut) {
            section.terms.append(term)
          }
        }
      }
    }
    return concept
  }

  private static func term(
    _ element: MarkupElement, isFirst: Bool, _ leftOut: inout [String: Int]
  ) -> TermSection? {
    guard let text = element.first("term")?.text, !text.isEmpty else { return nil }
    var term = TermSection(text, status: isFirst ? .preferred : .admitted)
    for (name, value) in fields(element) {
      switch MultiTermField(name) {
      case .status: term.status = MultiTermField.status(value) ?? term.status
      case .partOfSpeech: term.partOfSpeech = MultiTermField.partOfSpeech(value)
      case .gender: term.gender = MultiTermField.gender(value)
      case .context: term.context = value
      case .note: term.note = value
      default: leftOut[name, default: 0] += 1
      }
    }
    return term
  }

  /// The named fields of a level, those in groups too.
  private static func fields(_ element: MarkupElement) -> [(String, String)] {
    element.children.flatMap { child -> [(String, String)] in
      switch child.name {
      case "descripGrp": fields(child)
      case "descrip": [(child.attributes["type"] ?? "", child.text)]
      default: []
      }
    }
  }
}

/// What a field of a MultiTerm termbase means, by its name.
enum MultiTermField {
  case subject, definition, note, status, partOfSpeech, gender, context

  /// The meaning of a name; nil where it is not a usual one.
  init?(_ name: String) {
    switch name.lowercased().replacing("_", with: " ") {
    case "subject", "subject field", "domain", "fagområde", "emne": self = .subject
    case "definition", "definisjon": self = .definition
    case "note", "comment", "remark", "merknad", "kommentar": self = .note
    case "status", "term status", "usage", "usage status", "termstatus", "bruk": self = .status
    case "part of speech", "pos", "word class", "ordklasse": self = .partOfSpeech
    case "gender", "grammatical gender", "kjønn": self = .gender
    case "context", "example", "kontekst", "eksempel": self = .context
    default: return nil
    }
  }

  /// The status of a value, in English or Norwegian.
  static func status(_ value: String) -> TermStatus? {
    switch value.lowercased() {
    case "preferred", "approved", "anbefalt", "foretrukket": .preferred
    case "admitted", "allowed", "accepted", "tillatt": .admitted
    case "deprecated", "obsolete", "superseded", "not recommended", "frarådet": .deprecated
    case "forbidden", "prohibited", "do not use", "not allowed", "forbudt": .forbidden
    default: nil
    }
  }

  static func partOfSpeech(_ value: String) -> TermPartOfSpeech? {
    switch value.lowercased() {
    case "noun", "n", "substantiv": .noun
    case "verb", "v": .verb
    case "adjective", "adj", "adjektiv": .adjective
    case "adverb", "adv": .adverb
    case "": nil
    default: .other
    }
  }

  static func gender(_ value: String) -> GrammaticalGender? {
    switch value.lowercased() {
    case "masculine", "m", "hankjønn": .masculine
    case "feminine", "f", "hunkjønn", "hokjønn": .feminine
    case "neuter", "n", "intetkjønn", "inkjekjønn": .neuter
    case "": nil
    default: .other
    }
  }

  /// The language of a `<language lang="NO-NY" type="Norwegian (Nynorsk)"/>`.
  static func language(_ element: MarkupElement?) -> LanguageTag? {
    guard let element else { return nil }
    let code = (element.attributes["lang"] ?? "").uppercased()
    if code.hasPrefix("NO-NY") || code.hasPrefix("NN") { return .nn }
    if let language = LanguageTag(code) { return language }
    let name = (element.attributes["type"] ?? "").lowercased()
    if name.contains("nynorsk") { return .nn }
    let known = [
      "norwegian": "nb", "norsk": "nb", "bokmål": "nb", "english": "en", "engelsk": "en",
    ]
    return known.first { name.hasPrefix($0.key) }.flatMap { LanguageTag($0.value) }
  }
}
