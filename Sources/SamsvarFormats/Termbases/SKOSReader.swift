import SamsvarModel

/// Reads concepts described with SKOS or SKOS-XL, as SKOS-AP-NO-Begrep (Digdir) has them.
///
/// `prefLabel` is preferred, `altLabel` admitted (tillatt term), `hiddenLabel` deprecated (frarådet term);
/// definitions stand in `skos:definition` or in a node of `euvoc:xlDefinition`, in older files of
/// `skosno:betydningsbeskrivelse`. A label without a language is taken as Bokmål.
enum SKOSReader {
  /// The concepts of a graph, in order.
  ///
  /// - Throws: never; an empty termbase where the graph has no concept.
  static func read(
    _ graph: RDFGraph, as format: TermbaseFormat
  ) throws(InputError) -> TermbaseInput {
    var input = TermbaseInput(termbase: Termbase(), format: format)
    var ids: Set<String> = []
    for subject in graph.subjects where isConcept(subject, graph) {
      var concept = ConceptEntry(id: id(subject, graph))
      var number = 2
      let base = concept.id
      while !ids.insert(concept.id).inserted {
        concept.id = "\(base)-\(number)"
        number += 1
      }
      addTerms(of: subject, graph, to: &concept)
      addTexts(of: subject, graph, to: &concept)
      input.termbase.concepts.append(concept)
    }
    if input.termbase.concepts.isEmpty {
      input.diagnostics.append(
        Diagnostic(.warning, "no skos:Concept and no label was found"))
    }
    return input
  }

  private static let labels: [(name: String, status: TermStatus)] = [
    ("prefLabel", .preferred), ("altLabel", .admitted), ("hiddenLabel", .deprecated),
  ]

  private static func isConcept(_ node: RDFNode, _ graph: RDFGraph) -> Bool {
    let types = graph.values(node, RDFVocabulary.rdf + "type")
    if types.contains(.iri(RDFVocabulary.skos + "Concept")) { return true }
    guard types.isEmpty else { return false }
    return labels.contains { label in
      !graph.values(node, RDFVocabulary.skos + label.name).isEmpty
        || !graph.values(node, RDFVocabulary.skosxl + label.name).isEmpty
    }
  }

  /// The identifier given, else the last part of the IRI.
  private static func id(_ node: RDFNode, _ graph: RDFGraph) -> String {
    let given = graph.values(node, RDFVocabulary.dct + "identifier").first
    switch given ?? node {
    case .literal(let text, _): return lastPart(text)
    case .iri(let iri): return lastPart(iri)
    case .blank(let name): return name
    }
  }

  private static func lastPart(_ iri: String) -> String {
    guard iri.contains("://") else { return iri }
    return iri.split { $0 == "/" || $0 == "#" }.last.map(String.init) ?? iri
  }

  private static func addTerms(
    of node: RDFNode, _ graph: RDFGraph, to concept: inout ConceptEntry
  ) {
    for (name, status) in labels {
      let plain = graph.values(node, RDFVocabulary.skos + name)
      let nodes = graph.values(node, RDFVocabulary.skosxl + name)
      let forms = nodes.flatMap { graph.values($0, RDFVocabulary.skosxl + "literalForm") }
      for case .literal(let text, let language) in plain + forms where !text.isEmpty {
        concept.addOnce(
          TermSection(text, status: status), in: LanguageTag(language) ?? .nb)
      }
    }
  }

  private static func addTexts(
    of node: RDFNode, _ graph: RDFGraph, to concept: inout ConceptEntry
  ) {
    let subjects = graph.values(node, RDFVocabulary.dct + "subject").compactMap { $0.literal?.text }
    concept.subject = subjects.first ?? ""
    for (text, language) in definitions(of: node, graph) {
      if let tag = LanguageTag(language), concept.languages.contains(where: { $0.language == tag })
      {
        concept.withSection(tag) { if $0.definition.isEmpty { $0.definition = text } }
      } else if concept.definition.isEmpty {
        concept.definition = text
      }
    }
    for property in ["scopeNote", "note"] {
      for case .literal(let text, let language) in graph.values(
        node, RDFVocabulary.skos + property)
      {
        if let tag = LanguageTag(language),
          concept.languages.contains(where: { $0.language == tag })
        {
          concept.withSection(tag) { $0.note = $0.note.isEmpty ? text : $0.note + "\n" + text }
        } else {
          concept.note = concept.note.isEmpty ? text : concept.note + "\n" + text
        }
      }
    }
  }

  /// Definitions as literals, or as nodes that hold them.
  private static func definitions(
    of node: RDFNode, _ graph: RDFGraph
  ) -> [(text: String, language: String)] {
    let properties = [
      RDFVocabulary.skos + "definition", RDFVocabulary.euvoc + "xlDefinition",
      RDFVocabulary.skosno + "definisjon", RDFVocabulary.skosno + "betydningsbeskrivelse",
      RDFVocabulary.oldSkosno + "definisjon", RDFVocabulary.oldSkosno + "betydningsbeskrivelse",
    ]
    let holders = ["value", "label", "definition"]
    let vocabularies = [RDFVocabulary.rdf, RDFVocabulary.rdfs, RDFVocabulary.skos]
    return properties.flatMap { graph.values(node, $0) }.flatMap { value in
      if let literal = value.literal { return [literal] }
      return zip(vocabularies, holders).flatMap { graph.values(value, $0 + $1) }
        .compactMap(\.literal)
    }
  }
}
