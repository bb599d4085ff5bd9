package import SamsvarModel

/// Reads gettext's PO: the messages that have a translation.
package enum POReader {
  /// Each message and its translation, in order.
  ///
  /// Untranslated, fuzzy and obsolete ones and the header are left out. Of plural forms the first two
  /// are paired with singular and plural.
  ///
  /// The sign for a keyboard shortcut (`&File`, `_File`) is taken out.
  ///
  /// - Throws: `InputError` with the line that is no PO.
  package static func units(
    _ text: [UInt8], file: String
  ) throws(InputError) -> [(source: String, target: String)] {
    var units: [(source: String, target: String)] = []
    var message = Message()
    for (number, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      let line = trimmed(String(decoding: line, as: UTF8.self))
      if line.isEmpty || line.hasPrefix("#~") { continue }
      if line.hasPrefix("#") {
        if message.hasTranslation { message.finish(into: &units) }
        if line.hasPrefix("#,"), line.contains("fuzzy") { message.isFuzzy = true }
        continue
      }
      guard message.add(line, to: &units) else {
        throw InputError(
          "expected msgid, msgstr or a text in quotation marks, found \"\(line.prefix(40))\"",
          at: SourcePosition(file: file, line: number + 1))
      }
    }
    message.finish(into: &units)
    return units
  }

  private static func trimmed(_ line: String) -> String {
    let start = line.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// The parts of a message as they come.
  private struct Message {
    var isFuzzy = false
    private var parts: [String: String] = [:]
    private var current = ""

    var hasTranslation: Bool { parts["msgstr"] != nil || parts["msgstr[0]"] != nil }

    /// Takes a line; false where it is none of PO.
    mutating func add(
      _ line: String, to units: inout [(source: String, target: String)]
    ) -> Bool {
      guard let quote = line.firstIndex(of: "\""), line.hasSuffix("\""), line.last != nil,
        quote < line.index(before: line.endIndex)
      else { return false }
      let keyword = String(line[..<quote].filter { $0 != " " && $0 != "\t" })
      if !keyword.isEmpty {
        guard keyword.hasPrefix("msg") else { return false }
        if keyword == "msgctxt" || keyword == "msgid", hasTranslation { finish(into: &units) }
        current = keyword
      }
      guard !current.isEmpty else { return false }
      let inner = line[line.index(after: quote)..<line.index(before: line.endIndex)]
      parts[current, default: ""] += Self.unescaped(inner)
      return true
    }

    mutating func finish(into units: inout [(source: String, target: String)]) {
      defer { self = Message() }
      guard !isFuzzy, let id = parts["msgid"], !id.isEmpty else { return }
      let pairs = [
        (id, parts["msgstr"] ?? parts["msgstr[0]"] ?? ""),
        (parts["msgid_plural"] ?? "", parts["msgstr[1]"] ?? ""),
      ]
      for (source, target) in pairs where !source.isEmpty && !target.isEmpty {
        units.append((Self.withoutShortcut(source), Self.withoutShortcut(target)))
      }
    }

    private static func unescaped(_ text: Substring) -> String {
      var result = ""
      var isEscaped = false
      for character in text {
        if isEscaped {
          result.append(character == "n" ? "\n" : character == "t" ? "\t" : character)
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else {
          result.append(character)
        }
      }
      return result
    }

    private static func withoutShortcut(_ text: String) -> String {
      var result = ""
      var rest = text[...]
      while let character = rest.popFirst() {
        if character == "&" || character == "_", rest.first?.isLetter == true,
          result.last?.isLetter != true || character == "_" && !text.contains(" _")
        {
          continue
        }
        result.append(character)
      }
      return result
    }
  }
}
