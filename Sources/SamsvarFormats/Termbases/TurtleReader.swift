import SamsvarModel

/// Reads RDF 1.1 Turtle (W3C): prefixes, IRIs, literals, blank nodes, lists.
///
/// What concepts do not need is read and dropped: datatypes, the members of lists.
struct TurtleReader {
  private var tokens: TurtleTokens
  private var graph = RDFGraph()
  private var prefixes: [String: String] = [:]
  private var base = ""
  private var blankCount = 0

  /// How deep blank nodes may stand in each other.
  private static let depthLimit = 100

  /// The graph of a text.
  ///
  /// - Throws: `InputError` with line and byte of what is no Turtle.
  /// - Complexity: O(n)
  static func graph(_ text: [UInt8], file: String) throws(InputError) -> RDFGraph {
    var reader = TurtleReader(tokens: TurtleTokens(text, file: file))
    while try reader.tokens.peek() != .end { try reader.statement() }
    return reader.graph
  }

  private init(tokens: TurtleTokens) { self.tokens = tokens }

  private mutating func statement() throws(InputError) {
    switch try tokens.peek() {
    case .keyword("@prefix"), .keyword("prefix"): try prefix()
    case .keyword("@base"), .keyword("base"): try baseLine()
    default:
      let isBlank = try tokens.peek() == .mark(0x5B)
      let subject = try node(depth: 0)
      let next = try tokens.peek()
      if !isBlank || next != .mark(0x2E) { try properties(of: subject, depth: 0) }
      try expect(0x2E, "a full stop after the statement")
    }
  }

  private mutating func prefix() throws(InputError) {
    let isOld = try tokens.next() == .keyword("@prefix")
    guard case .name(let prefix, let local) = try tokens.next(), local.isEmpty,
      case .iri(let iri) = try tokens.next()
    else { throw tokens.failure("expected a prefix and its IRI") }
    prefixes[prefix] = resolved(iri)
    if isOld { try expect(0x2E, "a full stop after the prefix") }
  }

  private mutating func baseLine() throws(InputError) {
    let isOld = try tokens.next() == .keyword("@base")
    guard case .iri(let iri) = try tokens.next() else {
      throw tokens.failure("expected the base's IRI")
    }
    base = iri
    if isOld { try expect(0x2E, "a full stop after the base") }
  }

  private mutating func expect(_ mark: UInt8, _ what: String) throws(InputError) {
    guard try tokens.next() == .mark(mark) else { throw tokens.failure("expected \(what)") }
  }

  private mutating func properties(of subject: RDFNode, depth: Int) throws(InputError) {
    while true {
      let property = try property()
      graph.add(subject, property, try node(depth: depth))
      while try take(0x2C) { graph.add(subject, property, try node(depth: depth)) }
      guard try take(0x3B) else { return }
      while try take(0x3B) {}
      let next = try tokens.peek()
      if next == .mark(0x2E) || next == .mark(0x5D) || next == .end { return }
    }
  }

  private mutating func take(_ mark: UInt8) throws(InputError) -> Bool {
    guard try tokens.peek() == .mark(mark) else { return false }
    _ = try tokens.next()
    return true
  }

  private mutating func property() throws(InputError) -> String {
    switch try tokens.next() {
    case .keyword("a"): return RDFVocabulary.rdf + "type"
    case .iri(let iri): return resolved(iri)
    case .name(let prefix, let local): return try expanded(prefix, local)
    default: throw tokens.failure("expected a property")
    }
  }

  private mutating func node(depth: Int) throws(InputError) -> RDFNode {
    guard depth < Self.depthLimit else {
      throw tokens.failure("nodes stand in each other more than \(Self.depthLimit) deep")
    }
    switch try tokens.next() {
    case .iri(let iri): return .iri(resolved(iri))
    case .name("_", let local): return .blank(local)
    case .name(let prefix, let local): return .iri(try expanded(prefix, local))
    case .text(let text): return try literal(text)
    case .keyword(let word): return .literal(word, language: "")
    case .mark(0x5B):
      let blank = newBlank()
      if try !take(0x5D) {
        try properties(of: blank, depth: depth + 1)
        try expect(0x5D, "a closing bracket")
      }
      return blank
    case .mark(0x28):
      while try !take(0x29) { _ = try node(depth: depth + 1) }
      return newBlank()
    default: throw tokens.failure("expected a node")
    }
  }

  private mutating func newBlank() -> RDFNode {
    blankCount += 1
    return .blank("[\(blankCount)]")
  }

  private mutating func literal(_ text: String) throws(InputError) -> RDFNode {
    if case .language(let language) = try tokens.peek() {
      _ = try tokens.next()
      return .literal(text, language: language)
    }
    if try tokens.peek() == .datatype {
      _ = try tokens.next()
      _ = try tokens.next()
    }
    return .literal(text, language: "")
  }

  private func expanded(_ prefix: String, _ local: String) throws(InputError) -> String {
    guard let iri = prefixes[prefix] else {
      throw tokens.failure("the prefix \"\(prefix):\" is not declared")
    }
    return iri + local
  }

  /// A relative IRI is put behind the base, which is enough to tell names apart.
  private func resolved(_ iri: String) -> String { iri.contains(":") ? iri : base + iri }
}
