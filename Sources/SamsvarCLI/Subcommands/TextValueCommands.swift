import ArgumentParser
import Samsvar

/// `samsvar text numbers`: numbers, dates, times and amounts.
struct TextNumbersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "numbers",
    abstract:
      "Shows what numbers, dates, times and amounts were understood, and how nb, nn and en write them.",
    discussion: """
        echo "halvannen time, 2,4 mrd. kroner og halv fem" | samsvar text numbers --lang nb

      Columns: start, end, text, kind, value, then the value in nb, nn and en. --explain adds other
      readings and whether it may be no value at all.
      """)

  @OptionGroup var options: TextOptions

  func run() throws {
    let report = try options.report()
    try options.forEachPart(report) { part, offsets throws(InputError) in
      let (rows, count) = try report.values(part)
      let ranges = offsets.ranges(rows.map(\.range))
      let lines = zip(rows, ranges).map { row, range in
        var columns: [(String, Rows.Value)] = [
          ("start", .integer(range.lowerBound)), ("end", .integer(range.upperBound)),
          ("text", .text(row.text)), ("kind", .text(row.kind)), ("value", .text(row.value)),
        ]
        columns += zip(["nb", "nn", "en"], row.written).map { ($0, .text($1)) }
        if options.explain {
          columns.append(("others", .texts(row.others + (row.isWeak ? ["perhaps no value"] : []))))
        }
        return options.line(columns, id: part.id)
      }
      return (lines.joined(), count)
    }
  }
}

/// `samsvar text names`: names and titles.
struct TextNamesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names", abstract: "Finds names, with their titles and without their endings.",
    discussion: """
        samsvar text names article.nb.txt   # start, end, text, name, title, kind

      The kind is name, acronym, or the code that CLDR has for a country, city, language or currency.
      --explain adds the key under which spellings of the name are matched.
      """)

  @OptionGroup var options: TextOptions

  func run() throws {
    let report = try options.report()
    try options.forEachPart(report) { part, offsets throws(InputError) in
      let (rows, count) = try report.names(part)
      let ranges = offsets.ranges(rows.map(\.range))
      let lines = zip(rows, ranges).map { row, range in
        var columns: [(String, Rows.Value)] = [
          ("start", .integer(range.lowerBound)), ("end", .integer(range.upperBound)),
          ("text", .text(row.text)), ("name", .text(row.base)), ("title", .text(row.title)),
          ("kind", .text(row.kind)),
        ]
        if options.explain { columns.append(("key", .text(row.key))) }
        return options.line(columns, id: part.id)
      }
      return (lines.joined(), count)
    }
  }
}

/// `samsvar text normalize`: one form for the many ways to write a text.
struct TextNormalizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "normalize",
    abstract: "Brings letters with marks, quotes, dashes, blanks and ligatures to one form.",
    discussion: """
        samsvar text normalize article.nb.txt
        samsvar text normalize --only composition,invisible article.nb.txt
        samsvar text normalize --explain article.nb.txt   # what would change: start, end, from, to, why
      """)

  @OptionGroup var options: TextOptions

  @Option(help: "Forms, by commas: composition, quotes, dashes, spaces, invisible, ligatures.")
  var only: String?

  func run() throws {
    let forms = try NormalizationReport.forms(named: only)
    try options.forEachPart(options.report()) { part, offsets throws(InputError) in
      let report = NormalizationReport(part.text, forms: forms)
      if options.from == .jsonl, options.to == .jsonl {
        let columns: [(String, Rows.Value)] = [
          ("text", .text(report.text)), ("changes", .texts(report.changes.map(\.description))),
        ]
        return (options.line(columns, id: part.id), 0)
      }
      guard options.explain || options.to == .jsonl else { return (report.text, 0) }
      let ranges = offsets.ranges(
        report.changes.map {
          $0.range.lowerBound + part.offset..<$0.range.upperBound + part.offset
        })
      let lines = zip(report.changes, ranges).map { change, range in
        options.line(
          [
            ("start", .integer(range.lowerBound)), ("end", .integer(range.upperBound)),
            ("from", .text(change.original)), ("to", .text(change.replacement)),
            ("form", .text(change.form)),
          ], id: part.id)
      }
      return (lines.joined(), 0)
    }
  }
}
