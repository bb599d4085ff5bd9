public import SamsvarModel

/// Something wrong or doubtful in a termbase.
public struct TermbaseIssue: Hashable, Sendable {
  /// What is looked for in termbases, each with its severity.
  public enum Rule: String, CaseIterable, Sendable {
    /// Two concepts with one id.
    case duplicateID = "id.duplicate"
    /// A concept without any term.
    case emptyConcept = "concept.empty"
    /// Two concepts that share an allowed term in two languages.
    case duplicateConcept = "concept.duplicate"
    /// A language that most concepts have and this one has not.
    case missingLanguage = "language.missing"
    /// A language with ruled-out terms alone.
    case nothingAllowed = "language.nothing-allowed"
    /// Several preferred terms in a language.
    case severalPreferred = "language.several-preferred"
    /// A term that stands twice.
    case duplicateTerm = "term.duplicate"
    /// A term without letters or digits.
    case emptyTerm = "term.empty"
    /// White space around a term, or more than one blank in it.
    case blanks = "term.blanks"
    /// Control characters, replacement characters, marks that end sentences.
    case characters = "term.characters"
    /// A remark in brackets, or alternatives with a slash: no text has the term so.
    case notation = "term.notation"
    /// A term allowed in two concepts of different sense.
    case homograph = "term.homograph"
    /// A term that is allowed and ruled out in one concept.
    case contradiction = "status.contradictory"
    /// Two concepts with the same source term that each want what the other forbids.
    case circle = "status.circular"
    /// A term forbidden here and allowed in a concept with the same source term.
    case forbiddenElsewhereAllowed = "status.forbidden-and-allowed"
    /// A term forbidden here and preferred in a concept of another sense.
    case falseFriend = "status.false-friend"
    /// A concept that is not translated, without a common term.
    case untranslatedDiffers = "do-not-translate.differs"

    /// How bad it is.
    public var severity: Severity {
      switch self {
      case .missingLanguage, .severalPreferred, .notation, .duplicateConcept: .warning
      case .homograph, .falseFriend: .note
      default: .error
      }
    }
  }

  /// What was found.
  public var rule: Rule
  /// The concept, as an index into the termbase's.
  public var concept: Int
  /// The language, where it matters.
  public var language: LanguageTag?
  /// What was found and what to do, in lower case without a full stop.
  public var message: String
  /// The ids of other concepts that it concerns.
  public var related: [String] = []
}
