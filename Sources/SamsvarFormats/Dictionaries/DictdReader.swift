package import SamsvarDataFiles
package import SamsvarModel
import SamsvarText

/// Reads dictionaries of dictd (RFC 2229; the files are described in `dictfmt(1)`), such as FreeDict's: an
/// `.index` of headwords with places, and the text in `.dict` or `.dict.dz`.
///
/// An entry's text begins with the headword, its pronunciation and part of speech in angle brackets;
/// then come the translations, divided by commas, and the numbered senses where there are several.
/// Other lines are explanations and are left out.
package enum DictdReader {
  /// Adds the entries of a dictionary; `path` is any of its files.
  ///
  /// - Parameters:
  ///   - languages: The languages of headwords and translations; nil to take them from the name
  ///     (`freedict-eng-nor.index`).
  ///   - provenance: What is given here counts; what is empty is taken from the dictionary.
  /// - Throws: `InputError` with the line of the index that does not fit.
  package static func read(
    _ path: String, languages: (LanguageTag, LanguageTag)?, provenance given: Provenance,
    into lexicon: inout LexiconSource
  ) throws(InputError) {
    let stem = stem(of: path)
    let index = "\(stem).index"
    guard let languages = languages ?? DictionaryName.languages(stem) else {
      throw InputError(
        "the name tells no languages; give --source-lang and --target-lang",
        at: SourcePosition(file: path))
    }
    let text = try dictionary(stem)
    let items = try DictdIndex.read(try FileBytes.read(index), file: index, size: text.count)
    var provenance = provenance(items, text, stem)
    if !given.name.isEmpty { provenance.name = given.name }
    if !given.licence.isEmpty { provenance.licence = given.licence }
    if !given.origin.isEmpty { provenance.origin = given.origin }
    var seen: Set<Int> = []
    for item in items where !item.isAbout && seen.insert(item.range.lowerBound).inserted {
      let entry = DictdEntry(text[item.range], headword: item.headword)
      lexicon.add(
        [(languages.0.language, [entry.headword]), (languages.1.language, entry.translations)],
        partOfSpeech: entry.partOfSpeech, from: provenance)
    }
  }

  /// The path without `.index`, `.dict` or `.dict.dz`.
  private static func stem(of path: String) -> String {
    for ending in [".index", ".dict.dz", ".dict"] where path.hasSuffix(ending) {
      return String(path.dropLast(ending.count))
    }
    return path
  }

  private static func dictionary(_ stem: String) throws(InputError) -> [UInt8] {
    let path = ["\(stem).dict", "\(stem).dict.dz"].first(where: DataLocation.exists)
    guard let path else {
      throw InputError(
        "has no text beside it; expected \(stem).dict or \(stem).dict.dz",
        at: SourcePosition(file: "\(stem).index"))
    }
    let bytes = try FileBytes.read(path)
    let text = Gzip.isGzip(bytes) ? try Gzip.unpack(bytes, file: path) : bytes
    guard let broken = UTF8Check.firstBrokenByte(text) else { return text }
    throw InputError(
      "the text is not UTF-8 here; convert the dictionary first",
      at: SourcePosition(file: path, byte: broken))
  }

  /// What the dictionary says about itself in its entries `00-database-…`.
  private static func provenance(
    _ items: [DictdIndex.Item], _ text: [UInt8], _ stem: String
  ) -> Provenance {
    func lines(_ name: String) -> [String] {
      guard let item = items.first(where: { $0.about == name }) else { return [] }
      return String(decoding: text[item.range], as: UTF8.self).split(separator: "\n")
        .map { DictdEntry.trimmed($0) }
    }
    let name =
      lines("short").last { !$0.hasPrefix("00") }
      ?? String(
        stem.split(separator: "/").last ?? "")
    let origin =
      lines("url").last { $0.contains("://") } ?? String(stem.split(separator: "/").last ?? "")
    return Provenance(name: name, licence: licence(lines("info")), origin: origin)
  }

  /// The line that names a licence, and the next where the sentence goes on there.
  private static func licence(_ lines: [String]) -> String {
    let words = ["licensed under", "available under", "gpl", "creative commons", "public domain"]
    guard
      let first = lines.firstIndex(where: { line in
        words.contains { line.lowercased().contains($0) }
      })
    else { return "" }
    let next = first + 1 < lines.count ? lines[first + 1] : ""
    guard next.first?.isLowercase == true else { return lines[first] }
    return "\(lines[first]) \(next)"
  }
}

/// The languages in a dictionary's name.
enum DictionaryName {
  private static let codes = [
    "nor": "nb", "nob": "nb", "nno": "nn", "eng": "en", "dan": "da", "swe": "sv", "deu": "de",
    "ger": "de", "fra": "fr", "fre": "fr",
  ]

  /// `eng` and `nor` of `/usr/share/dictd/freedict-eng-nor`; nil where there are no two codes.
  static func languages(_ path: String) -> (LanguageTag, LanguageTag)? {
    let parts = (path.split(separator: "/").last ?? "").split { "-_.".contains($0) }
    let tags = parts.compactMap { part in codes[part.lowercased()].flatMap { LanguageTag($0) } }
    return tags.count == 2 ? (tags[0], tags[1]) : nil
  }
}
