import Foundation
import SamsvarFormats
import SamsvarModel
import Testing

/// What office formats are tried on.
enum TableSample {
  static let date = ArchiveDate(seconds: 1_576_843_200)

  /// Rows with everything that needs care: marks of XML, line breaks, blanks, empty sides, notes.
  static let table = BilingualTable(
    title: "Hage & «vei» <1>.nb", sourceLanguage: .nb, targetLanguage: .en,
    rows: [
      row("1", "Kommunen åpner hagen.", "The municipality opens the garden."),
      row("0012", "A < B & «C»\nlinje to\tkolonne", "A < B & “C”\nline two\tcolumn"),
      row("x-3", "To  blanke   her.", "Two  blanks   here.", notes: ["Se på denne", "Ja & nei"]),
      row("4", "Uten motstykke.", "", state: "initial", confidence: 0.4),
      row("5", "", "Added by the translator.", state: "reviewed"),
      row("6", "=SUM(A1)", "=1+1", state: "final"), row("7", "_x0041_ 🙂 漢字", "a\u{301}é _x0041_"),
    ])

  static func row(
    _ id: String, _ source: String, _ target: String, state: String = "translated",
    confidence: Double = 0.9, notes: [String] = []
  ) -> BilingualTable.Row {
    BilingualTable.Row(
      id: id, source: source, target: target, state: state, confidence: confidence, notes: notes)
  }

  static func remark(_ range: Range<Int>?, _ message: String) -> BilingualTable.Remark {
    BilingualTable.Remark(
      range: range, severity: .error, rule: "value.mismatch", message: message,
      reason: "kilden sier 3", replacement: "three")
  }

  /// The table with findings at places, overlapping, about a whole row and about an empty target.
  static let marked: BilingualTable = {
    var table = Self.table
    table.rows[0].remarks = [
      remark(4..<16, "first"), remark(10..<22, "second"), remark(nil, "all"),
    ]
    table.rows[3].remarks = [remark(nil, "nothing here")]
    table.rows[6].remarks = [remark(2..<4, "inside a character")]
    return table
  }()

  /// A way to write and read the table.
  struct Format: CustomTestStringConvertible, Sendable {
    var name: String
    var write: @Sendable (BilingualTable) throws -> [UInt8]
    var testDescription: String { name }

    func read(_ bytes: [UInt8], acceptsPlain: Bool = false) throws(InputError) -> [Record] {
      var options = BitextOptions()
      options.acceptsPlainTables = acceptsPlain
      return try TableSample.read(bytes, options)
    }
  }

  /// A unit as it was read, in plain values.
  struct Record: Hashable {
    var id: String
    var source: String
    var target: String
    var state: String?
    var confidence: Double?
    var notes: [String]
    var languages: [String?]
    var place: String
  }

  static func read(
    _ bytes: [UInt8], _ options: BitextOptions = BitextOptions()
  ) throws(InputError) -> [Record] {
    try BilingualTables.read(bytes, file: "t", options).map { unit in
      var place = ""
      if case .cell(let name) = unit.targetPlace { place = name }
      return Record(
        id: unit.id, source: unit.source.string, target: unit.target.string,
        state: unit.state?.rawValue, confidence: unit.confidence, notes: unit.notes,
        languages: [unit.sourceLanguage?.description, unit.targetLanguage?.description],
        place: place)
    }
  }

  static let formats = [
    Format(name: "docx") { try DOCXWriter($0, date: date, creator: "test").bytes() },
    Format(name: "odt") { try ODTWriter($0, date: date, creator: "test").bytes() },
    Format(name: "xlsx") { try $0.workbook(date: date) },
  ]

  /// An archive with a part changed.
  static func archive(
    _ bytes: [UInt8], replacing name: String, by edit: (String) -> String
  ) throws -> [UInt8] {
    let archive = try ZipArchive(bytes: bytes, file: "t")
    var zip = ZipWriter(date: date)
    for entry in archive.names {
      let content = try archive.read(entry)
      zip.add(
        entry, entry == name ? Array(edit(String(decoding: content, as: UTF8.self)).utf8) : content)
    }
    return try zip.finish()
  }

  static func part(_ name: String, of bytes: [UInt8]) throws -> String {
    String(decoding: try ZipArchive(bytes: bytes, file: "t").read(name), as: UTF8.self)
  }
}
