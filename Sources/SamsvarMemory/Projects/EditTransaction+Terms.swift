import GRDB
import SamsvarModel

extension EditTransaction {
  /// Adds a rendering to a concept as admitted; one that was deprecated or forbidden becomes admitted.
  mutating func admit(_ term: String, _ language: String, _ conceptID: String) throws {
    let term = try Self.checked(term)
    guard LanguageTag(language) != nil else {
      throw ProjectError.refused("\"\(language)\" is no language")
    }
    guard let known = try concepts().first(where: { $0.concept.id == conceptID }) else {
      throw ProjectError.notFound("the concept \(conceptID)")
    }
    var concept = known.concept
    if let index = concept.terms.firstIndex(where: { $0.language == language && $0.term == term }) {
      guard concept.terms[index].status != "preferred" else { return }
      concept.terms[index].status = "admitted"
    } else {
      concept.terms.append(.init(language: language, term: term, status: "admitted"))
    }
    try database.execute(
      sql: "UPDATE concept SET entry = ? WHERE id = ?",
      arguments: [try ProjectJSON.text(concept), known.row])
  }

  /// Adds a concept with a preferred term in each language.
  mutating func addTerm(_ terms: [String: String]) throws {
    guard !terms.isEmpty else { throw ProjectError.refused("give a term") }
    let known = try concepts()
    var entry = ConceptEntry(id: Self.freeID(known.map(\.concept.id)))
    for (language, term) in terms.sorted(by: { $0.key < $1.key }) {
      guard let tag = LanguageTag(language) else {
        throw ProjectError.refused("\"\(language)\" is no language")
      }
      entry.languages.append(
        LanguageSection(language: tag, terms: [TermSection(try Self.checked(term))]))
    }
    let last = try Int.fetchOne(database, sql: "SELECT max(ordinal) FROM concept") ?? 0
    try database.execute(
      sql: "INSERT INTO concept (ordinal, entry) VALUES (?, ?)",
      arguments: [last + 1, try ProjectJSON.text(ProjectConcept(entry))])
  }

  private func concepts() throws -> [(row: Int64, concept: ProjectConcept)] {
    try Row.fetchAll(database, sql: "SELECT id, entry FROM concept ORDER BY ordinal").map {
      ($0["id"], try ProjectJSON.value(ProjectConcept.self, $0["entry"]))
    }
  }

  private static func checked(_ term: String) throws(ProjectError) -> String {
    let term = term.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !term.isEmpty, term.utf8.count <= 200 else {
      throw .refused("a term has between one and 200 bytes")
    }
    return term
  }

  private static func freeID(_ known: [String]) -> String {
    let known = Set(known)
    var number = known.count + 1
    while known.contains("added-\(number)") { number += 1 }
    return "added-\(number)"
  }
}
