package import SamsvarModel

/// What a reader or writer of a bilingual format is told besides the file.
package struct BitextOptions: Sendable {
  /// The languages wanted; nil takes what the file says.
  package var sourceLanguage: LanguageTag?
  package var targetLanguage: LanguageTag?
  /// The file's language codes as the tool at the other end wants them: `nb` to `nb-NO`.
  package var languageMap = LanguageMap()
  /// The program that writes.
  package var tool = (name: "samsvar", version: "0")
  /// When it is written, `YYYYMMDDThhmmssZ`; nil for no date.
  package var date: String?
  /// The date of archives and documents.
  package var archiveDate = ArchiveDate(seconds: nil)
  /// The document's name where units do not say it.
  package var document = ""
  /// Terms for the glossary module of XLIFF 2.
  package var termbase = Termbase()
  /// Whether tables of office documents are read without a header too, columns as they come.
  package var acceptsPlainTables = false
  /// What was found in a unit, for XLIFF 2's localization quality issues; by unit number.
  package var issues: [Int: [QualityIssue]] = [:]

  /// Options that take everything from the file.
  package init(source: LanguageTag? = nil, target: LanguageTag? = nil) {
    sourceLanguage = source
    targetLanguage = target
  }

  /// The code written for a language.
  package func code(_ language: LanguageTag?, or fallback: LanguageTag) -> String {
    languageMap.code(language ?? fallback)
  }
}

/// Something found in a target, as ITS 2.0 says it (localization quality issue).
package struct QualityIssue: Hashable, Sendable {
  /// ITS's issue type: `terminology`, `numbers`.
  package var type: String
  /// What is wrong.
  package var comment: String
  /// How bad, 0 to 100.
  package var severity: Int
  /// The rule.
  package var rule: String
  /// The bytes of the target concerned; nil for the whole.
  package var range: Range<Int>?

  /// An issue of a finding's kind.
  package init(_ finding: Finding, range: Range<Int>?) {
    type =
      switch finding.category {
      case .term: "terminology"
      case .number, .unit: "numbers"
      case .date, .format: "locale-violation"
      case .untranslated: "untranslated"
      case .consistency: "inconsistency"
      case .quote: "typographical"
      case .style: "style"
      case .invented: "addition"
      case .name, .negation, .hedge: "mistranslation"
      }
    comment = finding.message
    severity = finding.severity == .error ? 80 : finding.severity == .warning ? 40 : 10
    rule = finding.rule
    self.range = range
  }
}

/// Language codes as another tool wants them (`nb=nb-NO,en=en-GB`).
package struct LanguageMap: Hashable, Sendable {
  private var codes: [String: String] = [:]

  /// A map that changes nothing.
  package init() {}

  /// Reads `nb=nb-NO,en=en-GB`; nil where it is of another form.
  package init?(_ text: String) {
    for part in text.split(separator: ",") {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false)
      guard sides.count == 2, let language = LanguageTag(sides[0]),
        LanguageCode.isWellFormed(sides[1])
      else { return nil }
      codes[language.description] = String(sides[1])
    }
  }

  /// The code for a language: as mapped, by its base where only that is mapped, else as it is.
  package func code(_ language: LanguageTag) -> String {
    codes[language.description] ?? codes[language.base.description] ?? language.description
  }
}
