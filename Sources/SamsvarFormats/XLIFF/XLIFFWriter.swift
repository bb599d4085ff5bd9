import SamsvarModel

/// Writes XLIFF 2.1 (OASIS, 2018): units with segments, original data of codes, notes, match candidates,
/// glossary and ITS localization quality issues.
package struct XLIFFWriter: BitextWriter {
  /// The `subState` of a segment that a person must look at.
  static let reviewState = "samsvar:needs-review"

  private let xml = XMLWriter()
  private let options: BitextOptions
  private var hasBegun = false
  private var document: String?
  private var files = TokenIDs()
  private var ids = TokenIDs()
  /// The segments of the unit that is not yet complete.
  private var pending: [(number: Int, unit: BitextUnit)] = []
  private var number = 0

  init(_ options: BitextOptions) { self.options = options }

  package mutating func write(_ unit: BitextUnit, to out: inout [UInt8]) {
    begin(unit)
    let first = pending.first?.unit
    let continues =
      !unit.group.isEmpty && first?.group == unit.group && first?.document == unit.document
    if !continues { writePending() }
    startFile(unit.document)
    pending.append((number, unit))
    number += 1
    xml.drain(into: &out)
  }

  package mutating func finish(to out: inout [UInt8]) {
    begin(nil)
    writePending()
    if document == nil { emptyFile() }
    xml.close()
    xml.drain(into: &out)
  }

  private mutating func begin(_ unit: BitextUnit?) {
    guard !hasBegun else { return }
    hasBegun = true
    let source = options.code(options.sourceLanguage ?? unit?.sourceLanguage, or: .nb)
    let target = options.code(options.targetLanguage ?? unit?.targetLanguage, or: .en)
    var attributes = [("xmlns", XLIFFNamespace.core), ("version", "2.1")]
    attributes += [("xmlns:mtc", XLIFFNamespace.matches), ("xmlns:mda", XLIFFNamespace.metadata)]
    if !options.termbase.concepts.isEmpty {
      attributes.append(("xmlns:gls", XLIFFNamespace.glossary))
    }
    if !options.issues.isEmpty {
      attributes += [("xmlns:its", XLIFFNamespace.its), ("its:version", "2.0")]
    }
    xml.start("xliff", attributes + [("srcLang", source), ("trgLang", target)])
  }

  private mutating func startFile(_ name: String) {
    guard document != name else { return }
    if document != nil { xml.end() }
    document = name
    ids = TokenIDs()
    let original = name.isEmpty ? options.document : name
    let id = files.unique("f\(files.count + 1)", or: "f")
    xml.start("file", [("id", id)] + (original.isEmpty ? [] : [("original", original)]))
  }

  /// A file must hold something: a document without units is one empty segment.
  private mutating func emptyFile() {
    startFile(options.document)
    xml.start("unit", [("id", "1")])
    xml.start("segment")
    xml.element("source", text: "")
    xml.end()
    xml.end()
  }

  private mutating func writePending() {
    guard let first = pending.first?.unit else { return }
    let group = first.group.isEmpty ? first.id : first.group
    let id = ids.unique(group, or: "u\(number)")
    var attributes = [("id", id)]
    if !first.context.isEmpty { attributes.append(("name", first.context)) }
    xml.start("unit", attributes)
    metadata(first, id: id == group ? "" : group)
    XLIFFUnit(pending, of: group, options).write(xml)
    xml.end()
    pending = []
  }

  /// What XLIFF has no attribute for.
  private func metadata(_ unit: BitextUnit, id: String) {
    let values = [
      ("id", id), ("confidence", unit.confidence.map { BeadsFormat.decimal($0) } ?? ""),
      ("bead", unit.kind == .substitution ? "" : unit.kind?.rawValue ?? ""),
    ].filter { !$0.1.isEmpty }
    guard !values.isEmpty else { return }
    xml.start("mda:metadata")
    xml.start("mda:metaGroup", [("category", "samsvar")])
    for (type, value) in values { xml.element("mda:meta", [("type", type)], text: value) }
    xml.end()
    xml.end()
  }
}
