/// Well-formedness of language tags (BCP 47, RFC 5646 section 2.1).
package enum LanguageCode {
  /// Whether a tag has the form that RFC 5646 gives: `nb`, `nb-NO`, `sr-Latn-RS`, `x-own`; underscores
  /// are not of that form.
  ///
  /// - Complexity: O(n)
  package static func isWellFormed(_ tag: some StringProtocol) -> Bool {
    let lower = tag.lowercased()
    if irregular.contains(lower) { return true }
    var parts = lower.split(separator: "-", omittingEmptySubsequences: false)[...]
    guard parts.allSatisfy({ isAlphanumeric($0) && (1...8).contains($0.utf8.count) }),
      let first = parts.popFirst()
    else { return false }
    if first == "x" { return !parts.isEmpty }
    guard isLetters(first), first.utf8.count >= 2 else { return false }
    if first.utf8.count <= 3 {
      var extended = 0
      while extended < 3, let next = parts.first, isLetters(next), next.utf8.count == 3 {
        parts.removeFirst()
        extended += 1
      }
    }
    if let next = parts.first, isLetters(next), next.utf8.count == 4 { parts.removeFirst() }
    if let next = parts.first, isRegion(next) { parts.removeFirst() }
    return hasVariantsAndExtensions(parts)
  }

  private static func hasVariantsAndExtensions(_ parts: ArraySlice<Substring>) -> Bool {
    var parts = parts
    var variants: Set<Substring> = []
    while let next = parts.first, isVariant(next) {
      guard variants.insert(next).inserted else { return false }
      parts.removeFirst()
    }
    var singletons: Set<Substring> = []
    while let next = parts.first {
      guard next.utf8.count == 1 else { return false }
      parts.removeFirst()
      if next == "x" { return !parts.isEmpty }
      let values = parts.prefix { $0.utf8.count >= 2 }
      guard !values.isEmpty, singletons.insert(next).inserted else { return false }
      parts.removeFirst(values.count)
    }
    return true
  }

  private static func isRegion(_ part: Substring) -> Bool {
    part.utf8.count == 2 && isLetters(part)
      || part.utf8.count == 3 && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isVariant(_ part: Substring) -> Bool {
    let first = part.utf8.first ?? 0
    return part.utf8.count >= 5 || part.utf8.count == 4 && (0x30...0x39).contains(first)
  }

  private static func isLetters(_ part: Substring) -> Bool {
    part.utf8.allSatisfy { (0x61...0x7A).contains($0) }
  }

  private static func isAlphanumeric(_ part: Substring) -> Bool {
    part.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
  }

  /// The tags that RFC 5646 keeps although they are not of its form.
  private static let irregular: Set<String> = [
    "en-gb-oed", "i-ami", "i-bnn", "i-default", "i-enochian", "i-hak", "i-klingon", "i-lux",
    "i-mingo", "i-navajo", "i-pwn", "i-tao", "i-tay", "i-tsu", "sgn-be-fr", "sgn-be-nl",
    "sgn-ch-de",
  ]
}
