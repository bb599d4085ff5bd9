/// A node of an RDF graph.
enum RDFNode: Hashable {
  case iri(String)
  case blank(String)
  case literal(String, language: String)

  /// The text and language of a literal.
  var literal: (text: String, language: String)? {
    if case .literal(let text, let language) = self { (text, language) } else { nil }
  }
}

/// Statements about nodes, in the order of the file.
struct RDFGraph {
  /// The nodes about which something is said, in order of first appearance.
  private(set) var subjects: [RDFNode] = []
  private var statements: [RDFNode: [(property: String, object: RDFNode)]] = [:]

  /// Adds a statement.
  mutating func add(_ subject: RDFNode, _ property: String, _ object: RDFNode) {
    if statements[subject] == nil { subjects.append(subject) }
    statements[subject, default: []].append((property, object))
  }

  /// What a property of a node is, every value in order.
  func values(_ subject: RDFNode, _ property: String) -> [RDFNode] {
    (statements[subject] ?? []).filter { $0.property == property }.map(\.object)
  }
}

/// The names of the vocabularies that concepts are described with.
enum RDFVocabulary {
  static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  static let rdfs = "http://www.w3.org/2000/01/rdf-schema#"
  static let skos = "http://www.w3.org/2004/02/skos/core#"
  static let skosxl = "http://www.w3.org/2008/05/skos-xl#"
  static let skosno = "https://data.norge.no/vocabulary/skosno#"
  static let oldSkosno = "http://difi.no/skosno#"
  static let euvoc = "http://publications.europa.eu/ontology/euvoc#"
  static let dct = "http://purl.org/dc/terms/"
}
