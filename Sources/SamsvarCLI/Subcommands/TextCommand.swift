import ArgumentParser
import Samsvar

/// `samsvar text`: what the text layer sees.
struct TextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text", abstract: "Shows how a text is understood.",
    subcommands: [
      TextSegmentCommand.self, TextTokensCommand.self, TextNormalizeCommand.self,
      TextNumbersCommand.self, TextNamesCommand.self, TextLemmasCommand.self,
      TextCompoundsCommand.self, TextDetectCommand.self,
    ])
}

/// Options of commands that take running text.
struct TextOptions: ParsableArguments {
  @Argument(help: "The text; - is standard input.")
  var file = "-"

  @Option(help: "Language of the text; told from name and text where absent.")
  var lang: LanguageTag?

  @Option(
    help: """
      Input: text, lines, jsonl ({"id", "lang", "text"} a line), markdown, html, docx, odt, epub, pdf, \
      srt or vtt; told from content and ending where absent.
      """)
  var from: TextInput?

  @Option(help: "Output: text or jsonl.")
  var to = TextOutput.text

  @Option(help: "What offsets count: utf8, utf16 or codepoints.")
  var offsets = OffsetUnit.utf8

  @Flag(help: "Say why.")
  var explain = false

  /// Calls `body` with each part of the input and prints what it returns; memory does not grow with
  /// the file.
  func forEachPart(
    _ report: TextReport,
    _ body: (TextInputs.Part, PartOffsets) throws(InputError) -> (text: String, segments: Int)
  ) throws {
    let inputs = TextInputs(report.pipeline, file, language: lang, layout: from?.layout ?? .text,
      format: from?.document)
    var offsets = PartOffsets(offsets)
    try inputs.forEach { part throws(InputError) in
      Streams.report(part.diagnostics)
      offsets.begin(part)
      let (text, segments) = try body(part, offsets)
      Streams.output(text)
      return segments
    }
  }

  /// A report with these options.
  func report(colonBreaks: Bool = false) throws -> TextReport {
    TextReport(
      try Pipeline.installed(), layout: from == .lines ? .lines : .text, colonBreaks: colonBreaks,
      explains: explain)
  }

  /// A row as a line: columns, or an object.
  func line(_ columns: [(name: String, value: Rows.Value)], id: String?) -> String {
    if to == .text { return columns.map { Rows.plain($0.value) }.joined(separator: "\t") + "\n" }
    var members = Dictionary(columns.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    if let id { members["id"] = .text(id) }
    return Rows.json(members)
  }
}

/// What a text command reads.
enum TextInput: String, ExpressibleByArgument, CaseIterable {
  case text, lines, jsonl, markdown, html, docx, odt, epub, pdf, srt, vtt

  var layout: TextInputs.Layout {
    switch self {
    case .lines: .lines
    case .jsonl: .records
    default: .text
    }
  }

  /// The format of running text; nil for lines and records.
  var document: DocumentFormat? { DocumentFormat(rawValue: rawValue) }
}

/// What a text command writes.
enum TextOutput: String, ExpressibleByArgument, CaseIterable { case text, jsonl }

/// `samsvar text segment`: blocks, segments and tokens.
struct TextSegmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment",
    abstract: "Cuts a text into segments.",
    discussion: """
        samsvar text segment article.nb.txt
        samsvar text segment --explain --to jsonl article.nb.txt

      With --from jsonl --to jsonl each record gets its sentences and tokens as offsets.
      """)

  @OptionGroup var options: TextOptions

  @Flag(help: "End a sentence after a colon that a capital or quotation follows.")
  var colonBreaks = false

  func run() throws {
    if options.from == .jsonl, options.to == .jsonl {
      return Streams.output(
        try SegmentationReport(
          Pipeline.installed(), offsets: options.offsets, colonBreaks: colonBreaks
        ).lines(options.file))
    }
    let report = try options.report(colonBreaks: colonBreaks)
    try options.forEachPart(report) { part, offsets throws(InputError) in
      let rows = try report.segments(part)
      let ranges = offsets.ranges(rows.map(\.range))
      let lines = zip(rows, ranges).map { row, range in
        var columns: [(String, Rows.Value)] = [("kind", .text(row.kind))]
        if options.to == .jsonl {
          columns += [("start", .integer(range.lowerBound)), ("end", .integer(range.upperBound))]
        }
        columns.append(("text", .text(row.text)))
        if options.explain { columns.append(("reasons", .texts(row.reasons))) }
        return options.line(columns, id: part.id)
      }
      return (lines.joined(), rows.count)
    }
  }
}

/// `samsvar text tokens`: words, numbers and marks.
struct TextTokensCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokens", abstract: "Cuts a text into words, numbers and marks.",
    discussion: "  samsvar text tokens article.nb.txt   # segment, start, end, kind, token")

  @OptionGroup var options: TextOptions

  @Flag(help: "Print the number of segments and tokens only.")
  var count = false

  func run() throws {
    let report = try options.report()
    if count { return try printCounts(report) }
    try options.forEachPart(report) { part, offsets throws(InputError) in
      let rows = try report.tokens(part)
      let ranges = offsets.ranges(rows.map(\.range))
      let lines = zip(rows, ranges).map { row, range in
        var columns: [(String, Rows.Value)] = [
          ("segment", .integer(row.segment)), ("start", .integer(range.lowerBound)),
          ("end", .integer(range.upperBound)), ("kind", .text(row.kind)), ("text", .text(row.text)),
        ]
        if options.explain { columns.append(("shape", .texts(row.shape))) }
        return options.line(columns, id: part.id)
      }
      return (lines.joined(), rows.last.map { $0.segment + 1 - part.firstSegment } ?? 0)
    }
  }
  private func printCounts(_ report: TextReport) throws {
    var total = (segments: 0, tokens: 0)
    try options.forEachPart(report) { part, _ throws(InputError) in
      let counts = try report.counts(part)
      total.segments += counts.segments
      total.tokens += counts.tokens
      return ("", counts.segments)
    }
    Streams.output(
      options.line(
        [("segments", .integer(total.segments)), ("tokens", .integer(total.tokens))], id: nil))
  }
}
