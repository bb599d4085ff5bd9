package import SamsvarDataFiles
package import SamsvarModel

/// Reads hunalign's dictionaries: one pair a line, the phrase of the *target* language, ` @ `, that of the
/// source language.
///
///     agreement @ avtale
package enum HunalignDictionary {
  /// Adds the pairs of a dictionary.
  ///
  /// - Parameter languages: The languages of source and target.
  /// - Throws: `InputError` with the line that holds no pair.
  package static func read(
    _ text: [UInt8], file: String, languages: (LanguageTag, LanguageTag), provenance: Provenance,
    into lexicon: inout LexiconSource
  ) throws(InputError) {
    for (number, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      let line = DictdEntry.trimmed(String(decoding: line, as: UTF8.self))
      guard !line.isEmpty else { continue }
      let parts = sides(line)
      guard let parts, !parts.target.isEmpty, !parts.source.isEmpty else {
        throw InputError(
          "expected a target phrase, \" @ \" and a source phrase",
          at: SourcePosition(file: file, line: number + 1))
      }
      lexicon.add(
        [(languages.0.language, [parts.source]), (languages.1.language, [parts.target])],
        from: provenance)
    }
  }

  private static func sides(_ line: String) -> (target: String, source: String)? {
    var index = line.startIndex
    while let sign = line[index...].firstIndex(of: "@") {
      let after = line.index(after: sign)
      if sign > line.startIndex, line[line.index(before: sign)] == " ", after < line.endIndex,
        line[after] == " "
      {
        return (DictdEntry.trimmed(line[..<sign]), DictdEntry.trimmed(line[after...]))
      }
      index = after
    }
    return nil
  }
}
