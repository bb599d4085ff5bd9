import SamsvarModel

/// Writes TBX v3 (ISO 30042:2019) in one of the public dialects, by attributes (DCA) or tags (DCT).
///
/// Order and place of everything are what the core schema and the dialect's Schematron want. A concept
/// without terms, a definition in TBX-Min and a status in TBX-Core cannot be written; forbidden terms would be like
/// any other in TBX-Core and are left out there.
struct TBXWriter {
  /// A public dialect.
  enum Dialect: String {
    case core = "TBX-Core"
    case min = "TBX-Min"
    case basic = "TBX-Basic"
  }

  /// How data categories are written.
  enum Style: String { case dca, dct }

  let dialect: Dialect
  let style: Style

  init(_ dialect: Dialect, _ style: Style) {
    self.dialect = dialect
    self.style = style
  }

  /// The file.
  func write(_ termbase: Termbase) -> [UInt8] {
    let xml = XMLWriter()
    var attributes = [
      ("xmlns", TBXVocabulary.core), ("type", dialect.rawValue), ("style", style.rawValue),
      ("xml:lang", "en"),
    ]
    if style == .dct {
      attributes.append(("xmlns:min", TBXVocabulary.min))
      if dialect == .basic { attributes.append(("xmlns:basic", TBXVocabulary.basic)) }
    }
    xml.start("tbx", attributes)
    for name in ["tbxHeader", "fileDesc", "sourceDesc"] { xml.start(name) }
    xml.element("p", text: "A termbase written by samsvar")
    for _ in 0..<3 { xml.end() }
    xml.start("text")
    let concepts = termbase.concepts.filter { !sections($0).isEmpty }
    if !concepts.isEmpty {
      xml.start("body")
      var identifiers = MarkupIdentifiers()
      for entry in concepts { concept(entry, identifiers.identifier(entry.id), xml) }
      xml.end()
    }
    xml.end()
    xml.end()
    return Array(xml.finish().utf8)
  }

  private func concept(_ concept: ConceptEntry, _ id: String, _ xml: borrowing XMLWriter) {
    xml.start("conceptEntry", [("id", id)])
    if dialect != .core { category("descrip", "subjectField", concept.subject, xml) }
    if dialect == .basic { category("descrip", "definition", concept.definition, xml) }
    for note in TBXVocabulary.notes(concept) { xml.element("note", text: note) }
    for section in sections(concept) {
      xml.start("langSec", [("xml:lang", section.language.description)])
      if dialect == .basic { category("descrip", "definition", section.definition, xml) }
      if !section.note.isEmpty { xml.element("note", text: section.note) }
      for entry in section.terms { term(entry, xml) }
      xml.end()
    }
    xml.end()
  }

  /// The languages with terms; in TBX-Core, which has no status, without those a text may not use.
  private func sections(_ concept: ConceptEntry) -> [LanguageSection] {
    guard dialect == .core else { return TBXVocabulary.sections(concept) }
    var allowed = concept
    for index in allowed.languages.indices {
      allowed.languages[index].terms.removeAll { !$0.status.isAllowed }
    }
    return TBXVocabulary.sections(allowed)
  }

  private func term(_ term: TermSection, _ xml: borrowing XMLWriter) {
    xml.start("termSec")
    xml.element("term", text: term.term)
    if dialect != .core {
      category("termNote", "administrativeStatus", TBXVocabulary.text(term.status), xml)
      category("termNote", "partOfSpeech", term.partOfSpeech?.rawValue ?? "", xml)
    }
    if dialect == .basic {
      category("termNote", "grammaticalGender", term.gender?.rawValue ?? "", xml)
      category("termNote", "termType", term.type?.rawValue ?? "", xml)
      category("descrip", "context", term.context, xml)
    }
    if !term.note.isEmpty { xml.element("note", text: term.note) }
    if let note = TBXVocabulary.note(term.hints) { xml.element("note", text: note) }
    xml.end()
  }

  private func category(
    _ element: String, _ name: String, _ value: String, _ xml: borrowing XMLWriter
  ) {
    guard !value.isEmpty else { return }
    switch style {
    case .dca: xml.element(element, [("type", name)], text: value)
    case .dct: xml.element("\(TBXVocabulary.prefix(name)):\(name)", text: value)
    }
  }
}
