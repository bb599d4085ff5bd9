import SamsvarModel

/// Writes TBX v2 (ISO 30042:2008, `martif`), which most translation tools still want.
///
/// No DOCTYPE is written: the DTD goes by several names, and some readers load what is named.
struct TBX2Writer {
  /// Whether terms stand in `ntig/termGrp`, as some tools want, rather than in `tig`.
  let isNested: Bool

  /// The file.
  func write(_ termbase: Termbase) -> [UInt8] {
    let xml = XMLWriter()
    xml.start("martif", [("type", "TBX-Basic"), ("xml:lang", "en")])
    for name in ["martifHeader", "fileDesc", "sourceDesc"] { xml.start(name) }
    xml.element("p", text: "A termbase written by samsvar")
    for _ in 0..<3 { xml.end() }
    xml.start("text")
    xml.start("body")
    var identifiers = MarkupIdentifiers()
    for concept in termbase.concepts where !TBXVocabulary.sections(concept).isEmpty {
      entry(concept, identifiers.identifier(concept.id), xml)
    }
    for _ in 0..<3 { xml.end() }
    return Array(xml.finish().utf8)
  }

  private func entry(_ concept: ConceptEntry, _ id: String, _ xml: borrowing XMLWriter) {
    xml.start("termEntry", [("id", id)])
    category("descrip", "subjectField", concept.subject, xml)
    category("descrip", "definition", concept.definition, xml)
    for note in TBXVocabulary.notes(concept) { xml.element("note", text: note) }
    for section in TBXVocabulary.sections(concept) {
      xml.start("langSet", [("xml:lang", section.language.description)])
      category("descrip", "definition", section.definition, xml)
      if !section.note.isEmpty { xml.element("note", text: section.note) }
      for entry in section.terms { term(entry, xml) }
      xml.end()
    }
    xml.end()
  }

  private func term(_ term: TermSection, _ xml: borrowing XMLWriter) {
    xml.start(isNested ? "ntig" : "tig")
    if isNested { xml.start("termGrp") }
    xml.element("term", text: term.term)
    category("termNote", "administrativeStatus", TBXVocabulary.text(term.status), xml)
    category("termNote", "partOfSpeech", term.partOfSpeech?.rawValue ?? "", xml)
    category("termNote", "grammaticalGender", term.gender?.rawValue ?? "", xml)
    category("termNote", "termType", term.type?.rawValue ?? "", xml)
    if isNested { xml.end() }
    category("descrip", "context", term.context, xml)
    if !term.note.isEmpty { xml.element("note", text: term.note) }
    if let note = TBXVocabulary.note(term.hints) { xml.element("note", text: note) }
    xml.end()
  }

  private func category(
    _ element: String, _ name: String, _ value: String, _ xml: borrowing XMLWriter
  ) {
    if !value.isEmpty { xml.element(element, [("type", name)], text: value) }
  }
}
