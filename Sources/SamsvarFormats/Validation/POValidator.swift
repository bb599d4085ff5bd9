import SamsvarModel

/// Checks PO as `msgfmt -c` does: header, duplicates, plural forms, line feeds at both ends, directives.
enum POValidator {
  /// What a file does wrong.
  static func violations(_ bytes: [UInt8], file: String) -> [Violation] {
    var found: [Violation] = []
    let entries: [POEntry]
    do throws(InputError) {
      entries = try POEntries.read(bytes, file: file)
    } catch {
      return [Violation("po.syntax", line: error.position.line, error.message)]
    }
    let header = entries.first { $0.isHeader }
    let fields = fields(header?.strings["msgstr"]?.value ?? [])
    found += headerViolations(header, fields)
    let plurals = number(of: "nplurals", in: fields["plural-forms"])
    var seen: Set<[UInt8]> = []
    for entry in entries where !entry.isHeader {
      let source = entry.strings["msgid"]?.value ?? []
      let key = (entry.strings["msgctxt"]?.value ?? []) + [0x04] + source
      if !seen.insert(key).inserted {
        found.append(
          Violation("po.duplicate", line: entry.line, "the message stands twice; give it a msgctxt")
        )
      }
      found += pluralViolations(entry, plurals)
      if !entry.isFuzzy { found += textViolations(entry, source) }
    }
    return found
  }

  private static func fields(_ header: [UInt8]) -> [String: String] {
    var fields: [String: String] = [:]
    for line in String(decoding: header, as: UTF8.self).split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      fields[line[..<colon].lowercased()] = String(value)
    }
    return fields
  }

  private static func headerViolations(
    _ header: POEntry?, _ fields: [String: String]
  ) -> [Violation] {
    guard let header else {
      return [Violation("po.header", line: 1, "there is no header (msgid \"\")")]
    }
    var found: [Violation] = []
    let type = fields["content-type"] ?? ""
    if !type.lowercased().contains("charset=") {
      found.append(Violation("po.charset", line: header.line, "Content-Type names no charset"))
    } else if !type.lowercased().contains("utf-8") {
      found.append(
        Violation(
          "po.charset", line: header.line, "the charset is not UTF-8: \(type)", severity: .warning))
    }
    if (fields["language"] ?? "").isEmpty {
      found.append(
        Violation("po.language", line: header.line, "Language is missing", severity: .warning))
    }
    return found
  }

  private static func number(of name: String, in field: String?) -> Int? {
    guard let field, let place = field.split(separator: ";").first(where: { $0.contains(name) })
    else { return nil }
    return Int(place.drop { $0 != "=" }.dropFirst().filter(\.isNumber))
  }

  private static func pluralViolations(_ entry: POEntry, _ expected: Int?) -> [Violation] {
    let forms = entry.strings.keys.filter { $0.hasPrefix("msgstr[") }
    let isPlural = entry.strings["msgid_plural"] != nil
    var found: [Violation] = []
    if isPlural != !forms.isEmpty || isPlural && entry.strings["msgstr"] != nil {
      found.append(
        Violation("po.plural", line: entry.line, "msgid_plural and msgstr[0] … belong together"))
    } else if !isPlural, entry.strings["msgstr"] == nil {
      found.append(Violation("po.msgstr", line: entry.line, "msgstr is missing"))
    } else if isPlural, let expected, forms.count != expected {
      found.append(
        Violation(
          "po.plural-count", line: entry.line,
          "\(forms.count) plural forms; the header says nplurals=\(expected)"))
    }
    return found
  }

  private static func textViolations(_ entry: POEntry, _ source: [UInt8]) -> [Violation] {
    var found: [Violation] = []
    for (name, text) in entry.strings.sorted(by: { $0.value.line < $1.value.line })
    where name.hasPrefix("msgstr") && !text.value.isEmpty && !source.isEmpty {
      let original =
        name == "msgstr" || name == "msgstr[0]"
        ? source : entry.strings["msgid_plural"]?.value ?? source
      for (end, left, right) in [
        ("begin", original.first, text.value.first), ("end", original.last, text.value.last),
      ] where (left == 0x0A) != (right == 0x0A) {
        found.append(
          Violation(
            "po.newline", line: text.line, "msgid and \(name) do not both \(end) with \\n"))
      }
      if entry.isFormat, directives(original) != directives(text.value) {
        found.append(
          Violation(
            "po.format", line: text.line, "the directives (%s, %d) of msgid and \(name) differ"))
      }
    }
    return found
  }

  /// The conversion letters of the directives, sorted.
  private static func directives(_ text: [UInt8]) -> [UInt8] {
    var letters: [UInt8] = []
    var index = 0
    while index < text.count {
      defer { index += 1 }
      guard text[index] == 0x25 else { continue }
      index += 1
      let flags = Set("0123456789.$-+ #*hlLqjzt'".utf8)
      while index < text.count, flags.contains(text[index]) { index += 1 }
      if index < text.count, text[index] != 0x25 { letters.append(text[index]) }
    }
    return letters.sorted()
  }
}
