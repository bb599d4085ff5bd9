package import SamsvarModel

/// Checks the rows of a folder's tables as reviewed text: columns, parts of speech, order, doublets.
///
/// The order is that of Norwegian dictionaries by the first term: a–z, æ, ø, å without regard to case
/// and accents, numbers by value before letters.
package struct LexiconCheck {
  /// What was found wrong, with its place.
  package private(set) var problems: [Diagnostic] = []
  private var places: [String: SourcePosition] = [:]

  package init() {}

  /// Checks one file; doublets are looked for in all files seen so far.
  ///
  /// - Complexity: O(n)
  package mutating func add(_ text: [UInt8], file: String) {
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    if lines.last != "" {
      report("the last line has no line feed", file, lines.count)
    }
    guard let header = lines.first?.split(separator: "\t").map(String.init),
      let part = header.firstIndex(of: "pos"), header.count >= 3
    else { return report("expected a header such as nb<TAB>nn<TAB>pos<TAB>en", file, 1) }
    var last: (word: String, key: [UInt32]) = ("", [])
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty && line.first != "#" {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == header.count else {
        report("\(cells.count) columns where the header has \(header.count)", file, index + 1)
        continue
      }
      check(cells, part: part, file, index + 1)
      let word = Self.terms(cells[0])[0]
      let key = Self.sortKey(word)
      if key.lexicographicallyPrecedes(last.key) {
        report("\"\(word)\" stands after \"\(last.word)\"; sort the file", file, index + 1)
      }
      last = (word, key)
    }
  }

  private mutating func check(_ cells: [String], part: Int, _ file: String, _ line: Int) {
    if !LexiconFormat.partsOfSpeech.dropFirst().contains(cells[part]) {
      report("unknown part of speech \"\(cells[part])\"", file, line)
    }
    for (column, cell) in cells.enumerated() where column != part {
      let terms = Self.terms(cell)
      if terms.contains(where: { $0.isEmpty || $0.first == " " || $0.last == " " }) {
        report("a term is empty or has blanks at its ends in \"\(cell)\"", file, line)
      }
      if Set(terms).count < terms.count { report("a term stands twice in \"\(cell)\"", file, line) }
    }
    for term in Self.terms(cells[0]) {
      let place = SourcePosition(file: file, line: line)
      if let other = places.updateValue(place, forKey: "\(term)\t\(cells[part])"), other != place {
        report("\"\(term)\" (\(cells[part])) stands at \(other) too", file, line)
      }
    }
  }

  private mutating func report(_ message: String, _ file: String, _ line: Int) {
    problems.append(
      Diagnostic(.error, message, at: SourcePosition(file: file, line: line)))
  }

  private static func terms(_ cell: String) -> [String] {
    // `; ` divides; a `;` alone stays in the term and is then seen as a blank missing.
    var terms: [String] = [""]
    for part in cell.split(separator: ";", omittingEmptySubsequences: false).enumerated() {
      if part.offset == 0 {
        terms[0] = String(part.element)
      } else {
        terms.append(part.element.first == " " ? String(part.element.dropFirst()) : "")
      }
    }
    return terms
  }

  // MARK: - Order

  /// Numbers that compare as the dictionary sorts: runs of digits by value, then signs, then letters.
  static func sortKey(_ term: String) -> [UInt32] {
    var key: [UInt32] = []
    var value: UInt32?
    for scalar in term.lowercased().unicodeScalars {
      if let digit = Int(String(scalar)), scalar.isASCII {
        value = (value ?? 0) &* 10 &+ UInt32(digit)
        continue
      }
      if let number = value { key.append(0x1000 &+ number) }
      value = nil
      key.append(rank(scalar))
    }
    if let number = value { key.append(0x1000 &+ number) }
    return key
  }

  /// Signs below 0x1000, numbers from there, letters above 0x8000_0000.
  private static func rank(_ scalar: Unicode.Scalar) -> UInt32 {
    let letters: UInt32 = 0x8000_0000
    switch scalar {
    case "æ": return letters + 200
    case "ø": return letters + 201
    case "å": return letters + 202
    case "a"..."z": return letters + scalar.value
    default: break
    }
    guard let base = Latin1Letters.base(scalar) else {
      return scalar.properties.isAlphabetic ? letters + 0x1000 + scalar.value : scalar.value
    }
    return letters + base.value
  }
}

/// Letters with marks, and the letter a dictionary sorts them as.
private enum Latin1Letters {
  private static let table: [(String, Unicode.Scalar)] = [
    ("àáâãäāă", "a"), ("çćčĉ", "c"), ("ďđð", "d"), ("èéêëēėęě", "e"), ("ğĝġ", "g"),
    ("ìíîïīıį", "i"), ("łľ", "l"), ("ñńň", "n"), ("òóôõöōő", "o"), ("řŕ", "r"), ("śšşș", "s"),
    ("ťţț", "t"), ("ùúûüūůű", "u"), ("ýÿ", "y"), ("žźż", "z"),
  ]

  static func base(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard scalar.value >= 0xC0 else { return nil }
    return table.first { $0.0.unicodeScalars.contains(scalar) }?.1
  }
}
