/// The text of one entry of a dictd dictionary, as FreeDict lays it out.
///
///     bank /bæŋk/ <n>
///     1. bank 2.
///     storage for important goods
///     2. banke, bank
struct DictdEntry {
  let headword: String
  /// The lexicon's name of the part of speech; empty where it is unknown.
  let partOfSpeech: String
  let translations: [String]

  init(_ text: ArraySlice<UInt8>, headword: String) {
    let lines = String(decoding: text, as: UTF8.self).split(separator: "\n").map { $0 }
    let first = lines.first ?? ""
    // The index may hold the headword in lower case or without its signs.
    let written = Self.trimmed(first.prefix { $0 != "/" && $0 != "<" && $0 != "[" })
    let isHeadline = written.lowercased() == headword.lowercased() || lines.count > 1
    self.headword = isHeadline && !written.isEmpty ? written : headword
    partOfSpeech = Self.partOfSpeech(first)
    var found: [String] = []
    for line in Self.translationLines(lines, isHeadline: isHeadline) {
      for term in Self.terms(line) where !found.contains(term) { found.append(term) }
    }
    translations = found
  }

  /// The line after the headword, and those that begin with a sense's number.
  private static func translationLines(
    _ lines: [Substring], isHeadline: Bool
  ) -> [Substring] {
    let body = lines.dropFirst(isHeadline ? 1 : 0)
    let senses = body.compactMap { line -> Substring? in
      let rest = line.drop { $0.isASCII && $0.isNumber }
      guard rest.count < line.count, rest.hasPrefix(". ") else { return nil }
      return rest.dropFirst(2)
    }
    return senses.isEmpty ? Array(body.prefix(1)) : senses
  }

  /// The terms of a line, without remarks in brackets and the number of the next explanation.
  private static func terms(_ line: Substring) -> [String] {
    var text = ""
    var depth = 0
    for character in line {
      switch character {
      case "(", "[", "<", "{": depth += 1
      case ")", "]", ">", "}": depth = max(0, depth - 1)
      default: if depth == 0 { text.append(character) }
      }
    }
    return text.split { $0 == "," || $0 == ";" }.compactMap { part in
      var term = trimmed(part)
      if term.hasSuffix("."), let blank = term.lastIndex(of: " "),
        term[term.index(after: blank)...].dropLast().allSatisfy({ $0.isASCII && $0.isNumber })
      {
        term = trimmed(term[..<blank])
      }
      return term.contains { $0.isLetter } ? term : nil
    }
  }

  private static func partOfSpeech(_ line: Substring) -> String {
    guard let open = line.lastIndex(of: "<"), let close = line[open...].firstIndex(of: ">") else {
      return ""
    }
    let code = line[line.index(after: open)..<close].split { $0 == "," || $0 == " " }.first ?? ""
    switch code.lowercased() {
    case "n", "noun", "masc", "fem", "neut", "m", "f": return "noun"
    case "v", "verb", "vt", "vi": return "verb"
    case "adj", "adjective": return "adj"
    case "adv", "adverb": return "adv"
    case "pn", "propn": return "name"
    case "prep", "preposition": return "prep"
    case "conj", "conjunction": return "conj"
    case "pron", "pronoun": return "pron"
    case "num", "numeral": return "num"
    case "interj", "interjection", "int": return "interj"
    case "det", "determiner", "article", "art": return "det"
    default: return ""
    }
  }

  static func trimmed(_ text: some StringProtocol) -> String {
    let start = text.drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
