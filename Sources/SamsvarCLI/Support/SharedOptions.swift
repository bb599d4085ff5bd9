public import ArgumentParser
public import Samsvar

extension LanguageTag: ExpressibleByArgument {
  /// Reads `nb`, `nn-NO`, `en_GB`.
  public init?(argument: String) { self.init(argument) }
}

extension OffsetUnit: ExpressibleByArgument {}
extension OutputFormat: ExpressibleByArgument {}
extension ReportFormat: ExpressibleByArgument {}
extension TermbaseFormat: ExpressibleByArgument {}
extension PageLayout: ExpressibleByArgument {}
extension LexiconImport.Format: ExpressibleByArgument {}
extension TranslationMemory.Side: ExpressibleByArgument {}

/// The languages of both sides.
struct LanguageOptions: ParsableArguments {
  @Option(help: "Language of the source (nb, nn, en, …); told from name and text where absent.")
  var sourceLang: LanguageTag?

  @Option(help: "Language of the target.")
  var targetLang: LanguageTag?
}

/// The termbase to follow.
struct TermbaseOptions: ParsableArguments {
  @Option(help: "A termbase (CSV, TSV, TBX, UTX, OmegaT glossary, MultiTerm, SKOS).")
  var termbase: String?

  /// The termbase, or an empty one.
  func load() throws(InputError) -> Termbase {
    guard let termbase else { return Termbase() }
    return try TermbaseFile.read(termbase).termbase
  }
}

/// Lexicons beside the installed one.
struct LexiconOptions: ParsableArguments {
  @Option(help: "A lexicon (.lexicon or .tsv) that answers before the installed one; repeatable.")
  var lexicon: [String] = []
}

/// What a corpus builder leaves out.
struct CorpusOptions: ParsableArguments {
  @Option(help: "Leave out beads with a lower confidence, 0 to 1.")
  var minConfidence = 0.0

  @Flag(help: "Leave out segments without counterpart.")
  var dropUnaligned = false

  @Flag(help: "Leave out beads whose texts stood in the document before.")
  var dedup = false

  /// Whether anything is left out.
  var leavesOut: Bool { !filter.keepsAll }

  /// The options as a filter.
  var filter: CorpusFilter {
    var filter = CorpusFilter()
    filter.minimumConfidence = minConfidence
    filter.dropsUnaligned = dropUnaligned
    filter.dropsDuplicates = dedup
    return filter
  }
}

/// The language of messages, reports and pages.
struct InterfaceOptions: ParsableArguments {
  @Option(help: "Language of messages and pages: en, nb or nn.")
  var uiLang = InterfaceLanguage.en

  /// A language the program speaks.
  enum InterfaceLanguage: String, ExpressibleByArgument, CaseIterable { case en, nb, nn }

  /// What it says in that language.
  func phrases() throws(InputError) -> Phrases {
    guard let language = LanguageTag(uiLang.rawValue) else { return .english }
    return try Phrases.installed(language)
  }
}

/// How an input is to be read.
enum InputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, lines, jsonl, tmx, markdown, html, docx, odt, epub, pdf, srt, vtt
  case xliff, po, csv, tsv, json, ladder, pairs, xlsx
  case markdownTable = "markdown-table"

  /// The input format of a bilingual format.
  init?(_ format: BitextFormat) {
    switch format {
    case .xliff12: self = .xliff
    case .markdown: self = .markdownTable
    default: self.init(rawValue: format.rawValue)
    }
  }

  var layout: TextLayout { self == .lines ? .lines : .text }

  /// The format of running text; nil for lines and bitexts.
  var document: DocumentFormat? { DocumentFormat(rawValue: rawValue) }

  /// The bilingual format; nil for texts, and for XLIFF, whose version its content tells.
  var bitext: BitextFormat? {
    switch self {
    case .xliff, .markdown: nil
    case .markdownTable: .markdown
    default: BitextFormat(rawValue: rawValue)
    }
  }

  /// Whether the input holds both sides.
  var isBitext: Bool { self != .text && self != .lines && document == nil }
}
