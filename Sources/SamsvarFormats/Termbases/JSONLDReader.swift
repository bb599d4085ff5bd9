import SamsvarModel

/// Reads the subset of JSON-LD 1.1 in which concepts are published: a context of prefixes and terms in the file
/// itself, `@graph`, nested nodes, literals with a language, and language maps.
///
/// A context elsewhere is not loaded; its names are then unknown, and an error says so.
struct JSONLDReader {
  private var graph = RDFGraph()
  private var context = JSONLDContext()
  private var blankCount = 0

  /// The graph of a text.
  ///
  /// - Throws: `InputError` with the place of broken JSON, or for a context elsewhere.
  static func graph(_ text: [UInt8], file: String) throws(InputError) -> RDFGraph {
    let root = try JSONParser.parse(text, file: file)
    var reader = JSONLDReader()
    for node in root.elements {
      if let context = node["@context"] {
        guard reader.context.add(context) else {
          throw InputError(
            "the @context stands in another file, which is not loaded; put it into this one",
            at: SourcePosition(file: file))
        }
      }
      guard let graph = node["@graph"] else {
        _ = reader.node(node)
        continue
      }
      for inner in graph.elements { _ = reader.node(inner) }
    }
    return reader.graph
  }

  /// A node and what it says; the node's name.
  private mutating func node(_ object: JSONNode) -> RDFNode {
    let subject = name(object)
    for member in object.members {
      guard let term = context.term(member.name) else { continue }
      switch term.iri {
      case "@type":
        for type in member.value.elements.compactMap(\.text) {
          graph.add(subject, RDFVocabulary.rdf + "type", .iri(context.iri(type)))
        }
      case "@id", "@context", "@graph": break
      default:
        for value in values(member.value, term) { graph.add(subject, term.iri, value) }
      }
    }
    return subject
  }

  private mutating func name(_ object: JSONNode) -> RDFNode {
    let id = object.members.first { context.term($0.name)?.iri == "@id" }?.value.text
    if let id, !id.hasPrefix("_:") { return .iri(context.iri(id)) }
    if let id { return .blank(String(id.dropFirst(2))) }
    blankCount += 1
    return .blank("[\(blankCount)]")
  }

  private mutating func values(_ value: JSONNode, _ term: JSONLDContext.Term) -> [RDFNode] {
    if term.isLanguageMap, case .object(let members) = value {
      return members.flatMap { member in
        member.value.elements.compactMap(\.text).map {
          RDFNode.literal($0, language: member.name == "@none" ? "" : member.name)
        }
      }
    }
    return value.elements.flatMap { element -> [RDFNode] in
      switch element {
      case .text(let text):
        return [
          term.isReference
            ? .iri(context.iri(text))
            : .literal(text, language: term.language ?? context.language)
        ]
      case .number(let text): return [.literal(text, language: "")]
      case .object:
        if let text = element["@value"]?.text {
          return [.literal(text, language: element["@language"]?.text ?? "")]
        }
        if let list = element["@list"] ?? element["@set"] { return values(list, term) }
        return [node(element)]
      default: return []
      }
    }
  }
}

/// What the names in a JSON-LD file mean.
struct JSONLDContext {
  /// A name's meaning.
  struct Term {
    var iri: String
    /// Whether texts are names of nodes.
    var isReference = false
    var isLanguageMap = false
    var language: String?
  }

  private var terms: [String: Term] = [:]
  private var base = ""
  private var vocabulary: String?
  /// The language of texts that name none.
  private(set) var language = ""

  /// Adds a context; false where it is the address of one.
  mutating func add(_ context: JSONNode) -> Bool {
    for part in context.elements {
      if part.text != nil { return false }
      for member in part.members { define(member.name, member.value) }
    }
    return true
  }

  private mutating func define(_ name: String, _ value: JSONNode) {
    switch name {
    case "@base": base = value.text ?? ""
    case "@vocab": vocabulary = value.text
    case "@language": language = value.text ?? ""
    default:
      if let text = value.text { return terms[name] = Term(iri: text) }
      var term = Term(iri: value["@id"]?.text ?? name)
      term.isReference = ["@id", "@vocab"].contains(value["@type"]?.text)
      term.isLanguageMap = value["@container"]?.elements.contains(.text("@language")) == true
      term.language = value["@language"]?.text
      terms[name] = term
    }
  }

  /// The meaning of a member's name; nil where it has none.
  func term(_ name: String) -> Term? {
    if name.hasPrefix("@") { return Term(iri: name) }
    if var term = terms[name] {
      if !term.iri.hasPrefix("@") { term.iri = expanded(term.iri, depth: 0) }
      return term
    }
    if name.contains(":") { return Term(iri: expanded(name, depth: 0)) }
    return vocabulary.map { Term(iri: $0 + name) }
  }

  /// The full form of a node's name.
  func iri(_ text: String) -> String {
    if let term = terms[text] { return expanded(term.iri, depth: 0) }
    let full = expanded(text, depth: 0)
    return full.contains(":") ? full : base + full
  }

  /// `skos:prefLabel` with its prefix written out; prefixes may be built on prefixes.
  private func expanded(_ text: String, depth: Int) -> String {
    guard depth < 8, let colon = text.firstIndex(of: ":"),
      !text[text.index(after: colon)...].hasPrefix("//"),
      let prefix = terms[String(text[..<colon])]
    else { return text }
    return expanded(prefix.iri, depth: depth + 1) + text[text.index(after: colon)...]
  }
}
