/// Identifiers of inline elements, each once in a unit, none of them one of a segment or a mark.
struct XLIFFInlineIDs {
  private var ids = TokenIDs()

  init(taken: [String]) { for id in taken { _ = ids.unique(id, or: "s") } }

  mutating func unique(_ id: String) -> String { ids.unique(id, or: "c1") }
}

/// The codes of a segment as inline elements of XLIFF 2: the same code has the same element and identifier
/// in source and target.
///
/// Pairs that lie in each other are `pc` and `mrk`, others `sc`-`ec` and `sm`-`em`.
struct XLIFFCodes {
  /// A tag to be written before a byte of the text.
  struct Written {
    enum Action { case start, end, empty }
    var offset: Int
    var action: Action
    var name = ""
    var attributes: [(String, String)] = []
  }

  private(set) var source: [Written] = []
  private(set) var target: [Written] = []

  init(
    _ unit: BitextUnit, segment: Int, ids: inout XLIFFInlineIDs, data: inout XLIFFData
  ) {
    guard !unit.source.codes.isEmpty || !unit.target.codes.isEmpty else { return }
    let left = CodePairs(unit.source.codes)
    let right = CodePairs(unit.target.codes)
    var tokens: [CodePairs.Key: String] = [:]
    let loose = left.crossing.union(right.crossing)
    source = Self.written(left, loose, &tokens, &ids, &data)
    target = Self.written(right, loose, &tokens, &ids, &data)
  }

  private static func written(
    _ pairs: CodePairs, _ loose: Set<CodePairs.Key>, _ tokens: inout [CodePairs.Key: String],
    _ ids: inout XLIFFInlineIDs, _ data: inout XLIFFData
  ) -> [Written] {
    pairs.items.map { item in
      let token = tokens[item.key] ?? ids.unique(item.key.id)
      tokens[item.key] = token
      let code = item.code
      let isNested = item.key.isPair && !loose.contains(item.key)
      var written = Written(offset: code.offset, action: .empty)
      if isNested {
        guard code.kind == .open else {
          written.action = .end
          return written
        }
        written.action = .start
        written.name = code.isAnnotation ? "mrk" : "pc"
        written.attributes = [("id", token)] + type(code)
        written.attributes += pairData(code.data, pairs.endData[item.key] ?? "", code, &data)
        return written
      }
      (written.name, written.attributes) = single(code, token)
      if !code.isAnnotation, let id = data.id(of: code.data) {
        written.attributes.append(("dataRef", id))
      }
      return written
    }
  }

  private static func single(
    _ code: InlineCode, _ token: String
  ) -> (String, [(String, String)]) {
    switch code.kind {
    case .open: (code.isAnnotation ? "sm" : "sc", [("id", token)] + type(code))
    case .close: (code.isAnnotation ? "em" : "ec", [("startRef", token)])
    case .isolatedOpen: ("sc", [("id", token), ("isolated", "yes")])
    case .isolatedClose: ("ec", [("id", token), ("isolated", "yes")])
    case .point: ("ph", [("id", token)])
    }
  }

  private static func type(_ code: InlineCode) -> [(String, String)] {
    code.isAnnotation ? [("type", "samsvar:mark")] : []
  }

  /// Both ends of a `pc` refer to data, or none.
  private static func pairData(
    _ start: String, _ end: String, _ code: InlineCode, _ data: inout XLIFFData
  ) -> [(String, String)] {
    guard !code.isAnnotation, !(start.isEmpty && end.isEmpty) else { return [] }
    return [
      ("dataRefStart", data.id(ofPart: start)), ("dataRefEnd", data.id(ofPart: end)),
    ]
  }
}

/// Quality issues of a target as `sm` and `em`, which may overlap everything.
struct XLIFFIssues {
  private var marks: [XLIFFCodes.Written] = []

  /// The marks of some issues, numbered from `first` on.
  init(_ issues: [QualityIssue], in text: CodedText, first: Int) {
    for (number, issue) in issues.enumerated() {
      let id = Self.id(first + number)
      let range = issue.range.map { $0.clamped(to: 0..<text.bytes.count) } ?? 0..<text.bytes.count
      marks.append(
        .init(
          offset: range.lowerBound, action: .empty, name: "sm",
          attributes: [
            ("id", id), ("type", "its:generic"), ("its:locQualityIssueType", issue.type),
            ("its:locQualityIssueComment", "\(issue.comment) [\(issue.rule)]"),
            ("its:locQualityIssueSeverity", String(issue.severity)),
          ]))
      marks.append(
        .init(
          offset: range.upperBound, action: .empty, name: "em", attributes: [("startRef", id)]))
    }
  }

  /// The identifier of the nth mark of a unit.
  static func id(_ number: Int) -> String { "q\(number)" }

  /// Writes text, codes and marks in order.
  func walk(_ text: CodedText, _ codes: [XLIFFCodes.Written], _ xml: XMLWriter) {
    var start = 0
    let all = (codes + marks).enumerated().sorted { ($0.1.offset, $0.0) < ($1.1.offset, $1.0) }
    for (_, tag) in all {
      let offset = min(max(start, tag.offset), text.bytes.count)
      if offset > start { xml.text(text.bytes[start..<offset]) }
      start = offset
      switch tag.action {
      case .start: xml.start(tag.name, tag.attributes)
      case .end: xml.end()
      case .empty:
        xml.start(tag.name, tag.attributes)
        xml.end()
      }
    }
    if start < text.bytes.count { xml.text(text.bytes[start...]) }
  }
}
