/// The bilingual formats: what a file with both texts can be.
package enum BitextFormat: String, Sendable, CaseIterable {
  /// Translation memory exchange, 1.1 to 1.4b.
  case tmx
  /// XLIFF 2.0 and 2.1.
  case xliff
  /// XLIFF 1.2.
  case xliff12
  /// gettext's messages.
  case po
  /// A table with a header, cells divided by tabs.
  case tsv
  /// A table with a header, cells divided by commas or semicolons.
  case csv
  /// An array of objects.
  case json
  /// An object a line.
  case jsonl
  /// A table in a Markdown page.
  case markdown
  /// hunalign's text output: source, target and score a line, several segments divided by `~~~`.
  case ladder
  /// A source and a target a line, divided by a tab, without header.
  case pairs
  /// The table that translators mail round, in Word.
  case docx
  /// The same in OpenDocument.
  case odt
  /// The same as a workbook.
  case xlsx

  /// The formats that are text; office documents are archives, with places and damage of their own.
  package static let allCases: [BitextFormat] = [
    .tmx, .xliff, .xliff12, .po, .tsv, .csv, .json, .jsonl, .markdown, .ladder, .pairs,
  ]

  /// The formats that are office documents.
  package static let office: [BitextFormat] = [.docx, .odt, .xlsx]

  /// What people call it.
  package var title: String {
    switch self {
    case .tmx: "TMX 1.4"
    case .xliff: "XLIFF 2.1"
    case .xliff12: "XLIFF 1.2"
    case .po: "PO"
    case .tsv: "TSV"
    case .csv: "CSV"
    case .json: "JSON"
    case .jsonl: "JSON Lines"
    case .markdown: "Markdown table"
    case .ladder: "hunalign ladder"
    case .pairs: "pairs a line"
    case .docx: "DOCX table"
    case .odt: "ODT table"
    case .xlsx: "XLSX table"
    }
  }

  /// The format that a file's ending stands for; nil where it says nothing.
  package init?(path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    switch path[path.index(after: dot)...].lowercased() {
    case "tmx": self = .tmx
    case "xlf", "xliff", "sdlxliff", "mqxliff", "mxliff": self = .xliff
    case "po", "pot": self = .po
    case "tsv", "tab": self = .tsv
    case "csv": self = .csv
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonl
    case "md", "markdown": self = .markdown
    case "ladder": self = .ladder
    case "pairs": self = .pairs
    case "docx", "docm": self = .docx
    case "odt": self = .odt
    case "xlsx", "xlsm": self = .xlsx
    default: return nil
    }
  }

  /// What a file is: told from its beginning where that is unmistakable, else from its ending.
  ///
  /// - Parameter head: The first bytes of the file, some hundred.
  package init?(path: String, head: some Collection<UInt8>) {
    let text = String(decoding: head.prefix(4096).filter { $0 != 0 }, as: UTF8.self)
    let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{FFFD}" }
    if start.hasPrefix("<"), let format = Self.xml(start) {
      self = format
      return
    }
    if let named = Self(path: path) {
      self = named
      return
    }
    if ZipArchive.isZip(head) {
      // The reader tells documents apart by what is in them.
      self = .docx
    } else if start.hasPrefix("[") {
      self = .json
    } else if start.hasPrefix("{") {
      self = .jsonl
    } else if start.hasPrefix("msgid ") || start.contains("\nmsgid ") {
      self = .po
    } else if start.hasPrefix("|") {
      self = .markdown
    } else {
      return nil
    }
  }

  /// The format that the root element names.
  private static func xml(_ start: Substring) -> BitextFormat? {
    var rest = start
    while let open = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: open)...]
      if rest.first == "!" || rest.first == "?" { continue }
      let tag = rest.prefix { $0 != ">" }
      let name = tag.prefix { !$0.isWhitespace && $0 != "/" }.split(separator: ":").last ?? ""
      switch name {
      case "tmx": return .tmx
      case "xliff":
        let isOld = tag.contains("version=\"1.") || tag.contains("version='1.")
        return isOld ? .xliff12 : .xliff
      default: return nil
      }
    }
    return nil
  }

  /// Whether the file is an office document.
  package var isOffice: Bool { Self.office.contains(self) }

  /// Whether the file is XML.
  package var isXML: Bool { self == .tmx || self == .xliff || self == .xliff12 }
}
