import Foundation
package import SamsvarModel
import SamsvarText

/// Reads a parallel corpus in vertical text: `corpus.nb.vert`, the other text beside it, and `corpus.map`.
///
/// Tokens are joined by a blank unless `<g/>` stands between them, so that a text comes back with its white
/// space made single blanks. Columns after the first (lemma, tag) and structures but `<s>` are passed over.
package enum VerticalReader {
  /// Whether a path names a vertical text.
  package static func isVertical(_ path: String) -> Bool {
    path.lowercased().hasSuffix(".vert") || path.lowercased().hasSuffix(".vertical")
  }

  /// The beads of the map as units.
  ///
  /// - Parameter path: The vertical text of the source, with its language in the name: `corpus.nb.vert`.
  /// - Throws: `InputError` where a file is missing, or the map names a segment that is not there.
  package static func read(
    _ path: String, _ options: BitextOptions = BitextOptions()
  ) throws(InputError) -> [BitextUnit] {
    let names = try VerticalNames(path, target: options.targetLanguage)
    let source = try VerticalText(path)
    let target = try VerticalText(names.target)
    var units: [BitextUnit] = []
    for bead in try map(names.map, source.segments.count, target.segments.count) {
      var unit = BitextUnit()
      unit.id = String(units.count + 1)
      unit.document = source.name
      unit.sourceLanguage = options.sourceLanguage ?? source.language ?? names.sourceLanguage
      unit.targetLanguage = options.targetLanguage ?? target.language ?? names.targetLanguage
      unit.source = CodedText(source.segments[bead.source].joined(separator: " "))
      unit.target = CodedText(target.segments[bead.target].joined(separator: " "))
      unit.kind = bead.kind
      unit.sourceIndices = Array(bead.source)
      unit.targetIndices = Array(bead.target)
      units.append(unit)
    }
    return units
  }

  /// The beads of a map: `0,1<TAB>2`, `-1` for none.
  private static func map(
    _ path: String, _ sources: Int, _ targets: Int
  ) throws(InputError) -> [Bead] {
    let text = String(decoding: try FileBytes.read(path), as: UTF8.self)
    var beads: [Bead] = []
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated() where !line.isEmpty
    {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns.count >= 2, let source = range(columns[0], below: sources),
        let target = range(columns[1], below: targets), !(source.isEmpty && target.isEmpty)
      else {
        throw InputError(
          "expected numbers of segments such as `0,1<TAB>2`, below \(sources) and \(targets)",
          at: SourcePosition(file: path, line: number + 1))
      }
      beads.append(Bead(source: source, target: target))
    }
    return beads
  }

  private static func range(_ column: Substring, below count: Int) -> Range<Int>? {
    if column == "-1" { return 0..<0 }
    let ends = column.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil, first >= 0,
      first <= last, last < count
    else { return nil }
    return first..<last + 1
  }
}

/// The three files of a corpus, told from the name of one.
private struct VerticalNames {
  var target: String
  var map: String
  var sourceLanguage: LanguageTag?
  var targetLanguage: LanguageTag?

  init(_ path: String, target wanted: LanguageTag?) throws(InputError) {
    let url = URL(fileURLWithPath: path)
    let ending = url.pathExtension
    let inner = url.deletingPathExtension()
    guard let language = LanguageTag(inner.pathExtension) else {
      throw InputError(
        "name the source of the corpus with its language, such as corpus.nb.\(ending); the other text "
          + "and corpus.map stand beside it", at: SourcePosition(file: path))
    }
    sourceLanguage = language
    let folder = url.deletingLastPathComponent().path
    let stem = inner.deletingPathExtension().lastPathComponent
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let others = names.sorted().compactMap { name -> LanguageTag? in
      guard name.hasPrefix(stem + "."), name.hasSuffix("." + ending) else { return nil }
      return LanguageTag(name.dropFirst(stem.count + 1).dropLast(ending.count + 1))
    }.filter { $0 != language && (wanted == nil || $0.base == wanted?.base) }
    guard let other = others.first, others.count == 1 else {
      throw InputError(
        others.isEmpty
          ? "there is no other text of the corpus beside it, such as \(stem).en.\(ending)"
          : "the corpus has several other texts; choose one with --target-lang",
        at: SourcePosition(file: path))
    }
    targetLanguage = other
    let base = path.dropLast(url.lastPathComponent.count) + stem
    target = "\(base).\(other).\(ending)"
    map = "\(base).map"
  }
}

/// One text of a corpus.
private struct VerticalText {
  var name = ""
  var language: LanguageTag?
  var segments: [String] = []

  init(_ path: String) throws(InputError) {
    let bytes = try TextDecoder.decode(try FileBytes.read(path), file: path).text
    var isInside = false
    var isGlued = true
    for line in bytes.split(separator: 0x0A) {
      let text = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
      if text.hasPrefix("<doc ") {
        name = Self.attribute("id", of: text) ?? name
        language = Self.attribute("lang", of: text).flatMap { LanguageTag($0) } ?? language
      } else if text == "<s>" || text.hasPrefix("<s ") {
        (isInside, isGlued) = (true, true)
        segments.append("")
      } else if text == "</s>" {
        isInside = false
      } else if text == "<g/>" {
        isGlued = true
      } else if isInside, !text.hasPrefix("<") {
        let token = text.prefix { $0 != "\t" }
        segments[segments.count - 1] += (isGlued ? "" : " ") + Self.unescaped(String(token))
        isGlued = false
      }
    }
  }

  private static func attribute(_ name: String, of tag: String) -> String? {
    let parts = tag.split(separator: "\"", omittingEmptySubsequences: false)
    for (key, value) in zip(parts, parts.dropFirst()) where key.hasSuffix(" \(name)=") {
      return unescaped(String(value))
    }
    return nil
  }

  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(0x26) else { return text }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
  }
}
