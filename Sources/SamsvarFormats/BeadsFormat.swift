public import SamsvarModel

/// Beads as text: `0,1<TAB>2<TAB>0.93`, indices of source and target segments and a confidence.
public enum BeadsFormat {
  /// One line a bead; an empty side is an empty column.
  public static func write(_ alignment: Alignment) -> String {
    alignment.beads.map { bead in
      "\(indices(bead.source))\t\(indices(bead.target))\t\(decimal(bead.confidence))\n"
    }.joined()
  }

  /// One line a summary segment: `summaryIndex<TAB>sourceIndices<TAB>confidence`.
  public static func write(_ links: [SummaryLink]) -> String {
    links.map { link in
      let sources = link.sources.map(String.init).joined(separator: ",")
      return "\(link.summary)\t\(sources)\t\(decimal(link.confidence))\n"
    }.joined()
  }

  /// A number with at most three decimals and no exponent.
  package static func decimal(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let fraction = String(thousandths % 1000 + 1000).dropFirst()
    return "\(thousandths / 1000).\(fraction)"
  }

  private static func indices(_ range: Range<Int>) -> String {
    range.map(String.init).joined(separator: ",")
  }

  /// Rows of indices: a gold alignment; the third column may be missing.
  public struct Row: Hashable, Sendable {
    /// The first column.
    public var source: [Int]
    /// The second column.
    public var target: [Int]
    /// The third column as text, or an empty text.
    public var rest: String
  }

  /// Reads rows of indices; blank lines, comments (`#`) and a header are skipped.
  ///
  /// - Throws: `InputError` with the line that does not fit.
  public static func read(_ text: String, file: String) throws(InputError) -> [Row] {
    var rows: [Row] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let line = line.last == "\r" ? line.dropLast() : line
      if line.allSatisfy(\.isWhitespace) && !line.contains("\t") { continue }
      if line.first == "#" { continue }
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      let source = numbers(columns[0])
      let target = columns.count > 1 ? numbers(columns[1]) : []
      guard let source, let target else {
        if rows.isEmpty, number == 0 { continue }
        throw InputError(
          "expected segment indices such as `0,1<TAB>2`, found \"\(line.prefix(60))\"",
          at: SourcePosition(file: file, line: number + 1))
      }
      rows.append(
        Row(source: source, target: target, rest: columns.dropFirst(2).joined(separator: "\t")))
    }
    return rows
  }

  /// The rows as beads.
  ///
  /// - Throws: `InputError` for a row whose indices do not follow each other.
  public static func beads(_ text: String, file: String) throws(InputError) -> [Bead] {
    var beads: [Bead] = []
    for row in try read(text, file: file) {
      guard let source = range(row.source), let target = range(row.target) else {
        throw InputError(
          "the indices \(row.source + row.target) of a bead must follow each other",
          at: SourcePosition(file: file))
      }
      guard !(source.isEmpty && target.isEmpty) else { continue }
      beads.append(Bead(source: source, target: target))
    }
    return beads
  }

  private static func range(_ indices: [Int]) -> Range<Int>? {
    guard let first = indices.first, let last = indices.last else { return 0..<0 }
    return indices == Array(first...max(first, last)) ? first..<last + 1 : nil
  }

  private static func numbers(_ cell: Substring) -> [Int]? {
    var result: [Int] = []
    for part in cell.split(separator: ",") {
      guard let number = Int(part.filter { !$0.isWhitespace }), number >= 0 else { return nil }
      result.append(number)
    }
    return result
  }
}
