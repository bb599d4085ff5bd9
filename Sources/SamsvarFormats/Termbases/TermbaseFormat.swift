/// A file format of termbases.
public enum TermbaseFormat: String, Sendable, CaseIterable {
  /// Tables: a header, one concept a row.
  case csv, tsv
  /// TBX v3 (ISO 30042:2019): TBX-Basic, data categories as attributes (DCA).
  case tbx
  /// TBX-Basic, data categories as tags (DCT).
  case tbxDCT = "tbx-dct"
  /// TBX-Min in either style.
  case tbxMin = "tbx-min"
  case tbxMinDCT = "tbx-min-dct"
  /// TBX-Core: terms and notes alone.
  case tbxCore = "tbx-core"
  /// TBX v2 (ISO 30042:2008), `martif` with `tig`, or with `ntig`.
  case tbx2
  case tbx2Ntig = "tbx2-ntig"
  /// UTX 1.11 (AAMT): two languages.
  case utx
  /// The same table in a workbook (ECMA-376).
  case xlsx
  /// OmegaT's tab-separated glossary: two languages.
  case omegat
  /// MultiTerm's XML export; read only.
  case multiterm
  /// SKOS and SKOS-AP-NO-Begrep in RDF; read only.
  case turtle, jsonld

  /// Whether a termbase can be written in it.
  public var isWritable: Bool {
    switch self {
    case .multiterm, .turtle, .jsonld: false
    default: true
    }
  }

  /// Whether it holds two languages and no more.
  public var isBilingual: Bool { self == .utx || self == .omegat }

  /// Whether marks that the format has no place for stand in notes.
  public var keepsMarksInNotes: Bool {
    switch self {
    case .tbx, .tbxDCT, .tbxMin, .tbxMinDCT, .tbxCore, .tbx2, .tbx2Ntig: true
    default: false
    }
  }

  /// The formats that can be written, for messages.
  public static var writable: [TermbaseFormat] { allCases.filter(\.isWritable) }

  /// The format a file's name says; nil where it says nothing.
  ///
  /// `.xml` is TBX or MultiTerm, which the content decides; as the name of an output it says nothing.
  public init?(path: String) {
    let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    guard let dot = name.lastIndex(of: ".") else { return nil }
    switch name[name.index(after: dot)...] {
    case "csv": self = .csv
    case "tsv": self = .tsv
    case "tbx": self = .tbx
    case "utx": self = .utx
    case "xlsx": self = .xlsx
    case "txt", "tab", "utf8": self = .omegat
    case "ttl": self = .turtle
    case "jsonld": self = .jsonld
    default: return nil
    }
  }

  /// The format by what the content begins with; nil where a table or a glossary begins so too.
  ///
  /// - Complexity: O(1); the first 4,096 bytes are looked at
  public init?(content: [UInt8]) {
    let head = Array(content.prefix(4096))
    let start = Self.start(of: head)
    guard start < head.count else { return nil }
    switch head[start] {
    case 0x3C where Self.isTurtleIRI(head[start...]): self = .turtle
    case 0x3C: self = Self.holds(head, "<mtf") ? .multiterm : Self.tbxVersion(head)
    case 0x7B, 0x5B: self = .jsonld
    case 0x50 where head[start...].starts(with: [0x50, 0x4B, 0x03, 0x04]): self = .xlsx
    case 0x23 where head[start...].starts(with: "#UTX".utf8): self = .utx
    default:
      let isTurtle = ["@prefix", "@base", "PREFIX ", "prefix ", "BASE <"].contains {
        head[start...].starts(with: $0.utf8)
      }
      guard isTurtle else { return nil }
      self = .turtle
    }
  }

  /// The first byte that says something: after a byte order mark, white space, and the NULs of UTF-16.
  private static func start(of head: [UInt8]) -> Int {
    head.firstIndex { $0 > 0x20 && ![0xEF, 0xBB, 0xBF, 0xFE, 0xFF].contains($0) } ?? head.count
  }

  /// `<http://…> a skos:Concept` rather than a tag.
  private static func isTurtleIRI(_ text: ArraySlice<UInt8>) -> Bool {
    ["<http", "<urn:", "<#"].contains { text.starts(with: $0.utf8) }
  }

  private static func tbxVersion(_ head: [UInt8]) -> TermbaseFormat {
    holds(head, "<martif") ? .tbx2 : .tbx
  }

  /// Whether some ASCII occurs, in UTF-8 or UTF-16.
  private static func holds(_ head: [UInt8], _ text: String) -> Bool {
    let bytes = head.filter { $0 != 0 }
    let wanted = Array(text.utf8)
    guard bytes.count >= wanted.count else { return false }
    return (0...bytes.count - wanted.count).contains {
      bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }
}
