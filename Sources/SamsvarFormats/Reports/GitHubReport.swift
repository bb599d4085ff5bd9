import SamsvarModel

/// GitHub's workflow commands, one annotation a line; accepted findings are left out.
///
///     ::error file=docs/a.en.md,line=3,col=5,endLine=3,endColumn=9,title=term.missing::no term for "avtale"
public enum GitHubReport {
  /// The annotations.
  public static func write(_ report: CheckReport) -> String {
    report.documents.flatMap(\.findings).filter { $0.acceptance == nil }
      .map { annotation($0, report.folder) }.joined()
  }

  private static func annotation(_ finding: ReportedFinding, _ folder: String) -> String {
    let command = finding.severity == .note ? "notice" : finding.severity.rawValue
    var properties: [(String, String)] = []
    if let place = finding.place {
      var file = place.file[...]
      if !folder.isEmpty, file.hasPrefix(folder) { file = file.dropFirst(folder.count) }
      properties.append(("file", String(file)))
      let numbers = [
        ("line", place.line), ("col", place.column), ("endLine", place.endLine),
        ("endColumn", place.endColumn),
      ]
      properties += numbers.compactMap { name, number in number.map { (name, String($0)) } }
    }
    properties.append(("title", finding.rule))
    let list = properties.map { "\($0)=\(escaped($1, isProperty: true))" }.joined(separator: ",")
    let message = escaped("\(finding.message)\n\(finding.reason)", isProperty: false)
    return "::\(command) \(list)::\(message)\n"
  }

  /// `%`, CR and LF escaped, and in properties `:` and `,` as well.
  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where isProperty: result += "%3A"
      case "," where isProperty: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
