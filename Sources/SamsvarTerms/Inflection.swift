import SamsvarDataFiles
import SamsvarText

/// What forms of a verb a word can be.
struct VerbForms: OptionSet {
  let rawValue: UInt8
  static let infinitive = VerbForms(rawValue: 1)
  static let finite = VerbForms(rawValue: 2)
  static let participle = VerbForms(rawValue: 4)
}

/// Which inflected form of a Norwegian word another word can be, by part of speech.
///
/// The lemmatiser's candidates say that `lage` may come from `lag`; this says that nouns do not inflect
/// so. Irregular forms are taken from the language's list.
struct Inflection: Sendable {
  let data: LanguageData

  /// Whether a word is a form of a noun, the genitive included: `lagets` of `lag`.
  func isNoun(_ word: [UInt8], of lemma: [UInt8]) -> Bool {
    if isPlainNoun(word, lemma) { return true }
    return genitive(word).map { isPlainNoun($0, lemma) } ?? false
  }

  /// `Norges` without its s, `Lars'` without its apostrophe.
  func genitive(_ word: [UInt8]) -> [UInt8]? {
    guard word.count > 2, let last = word.last else { return nil }
    if last == 0x27 { return Array(word.dropLast()) }
    guard last == 0x73 else { return nil }
    return Array(word.dropLast(word.dropLast().last == 0x27 ? 2 : 1))
  }

  private func isPlainNoun(_ word: [UInt8], _ lemma: [UInt8]) -> Bool {
    if word == lemma { return true }
    if data.irregulars[word]?.contains(lemma) == true { return !isPast(word, lemma) }
    return Self.nounStems(lemma).contains { stem, endings in
      word.count > stem.count && word.starts(with: stem)
        && endings.contains(Array(word[stem.count...]))
    }
  }

  /// `stemte` of `stemme`: a past, though the list does not say of what.
  private func isPast(_ word: [UInt8], _ lemma: [UInt8]) -> Bool {
    guard lemma.last == 0x65, word.starts(with: lemma.dropLast(2)) else { return false }
    return ["te", "de", "t", "d"].contains { word.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  private typealias Stem = (stem: [UInt8], endings: Set<[UInt8]>)

  /// The stems of a noun with the endings each can have.
  private static func nounStems(_ lemma: [UInt8]) -> [Stem] {
    guard let last = lemma.last, lemma.count > 1 else { return [] }
    let before = lemma[lemma.count - 2]
    var stems: [Stem] = [(lemma, isVowel(lemma) ? afterVowel : afterConsonant)]
    if last == 0x65 {
      stems = [(lemma, afterE), (Array(lemma.dropLast()), afterConsonant.union(weakEndings))]
    } else if lemma.suffix(2).elementsEqual([0xC3, 0xA9]) {
      // `komité`, `komiteen`
      stems.append((lemma.dropLast(2) + [0x65], afterVowel))
    } else if lemma.suffix(2).elementsEqual("um".utf8) {
      stems.append((Array(lemma.dropLast(2)), afterUm))
    } else if before == 0x65 || before == 0x61, last == 0x72 {
      stems[0].endings.formUnion([Array("e".utf8), Array("ne".utf8)])
    }
    if last == 0x6D || last == 0x6E { stems.append((lemma + [last], afterConsonant)) }
    if before == 0x65, last == 0x6C || last == 0x6E || last == 0x72 {
      stems += contracted(lemma).map { ($0, afterConsonant) }
    }
    return stems
  }

  /// `regl` of `regel`, `nøkl` of `nøkkel`.
  private static func contracted(_ lemma: [UInt8]) -> [[UInt8]] {
    guard let last = lemma.last else { return [] }
    var stem = Array(lemma.dropLast(2))
    var stems = [stem + [last]]
    if stem.count > 2, stem[stem.count - 1] == stem[stem.count - 2] {
      stem.removeLast()
      stems.append(stem + [last])
    }
    return stems
  }

  static func isVowel(_ word: [UInt8]) -> Bool {
    guard let last = word.last else { return false }
    return "aeiouy".utf8.contains(last) || last == 0xA6 || last == 0xB8 || last == 0xA5
  }

  private static func endings(_ text: String) -> Set<[UInt8]> {
    Set(text.split(separator: " ").map { Array($0.utf8) })
  }

  private static let afterE = endings("n t r ne")
  private static let weakEndings = endings("or one")
  private static let afterConsonant = endings("en et a er ene ar ane")
  private static let afterVowel = endings("en et a er ene ar ane n t r ne i")
  private static let afterUm = endings("et er ene a")

  // MARK: - Verbs

  /// What forms of a verb a word can be; none where it is no form of it.
  ///
  /// The imperative is left out: it is rare in the texts that termbases are for, and looks like a noun.
  func verbForms(_ word: [UInt8], of lemma: [UInt8]) -> VerbForms {
    if word == lemma { return Self.isVowel(lemma) ? .infinitive : [] }
    let stem = lemma.last == 0x65 || lemma.last == 0x61 ? Array(lemma.dropLast()) : lemma
    if word.starts(with: stem),
      let forms = Self.verbEndings[String(decoding: word[stem.count...], as: UTF8.self)]
    {
      let isRegularPast = forms.contains(.participle) && word.last != 0x61
      guard isRegularPast, data.irregularPasts.contains(lemma) else { return forms }
    }
    // `stemd` of `stemme`, `redda` of `redde`, `kom` of `komme`: with one consonant for two.
    if stem.count > 3, stem[stem.count - 1] == stem[stem.count - 2] {
      let single = Array(stem.dropLast())
      if word.starts(with: single),
        let forms = Self.verbEndings[String(decoding: word[single.count...], as: UTF8.self)],
        word.count > single.count, !Self.isVowel(Array(word[..<(single.count + 1)]))
      {
        return forms
      }
    }
    guard data.irregulars[word]?.contains(lemma) == true else { return [] }
    return word.last == 0x74 || word.last == 0x64 ? [.finite, .participle] : .finite
  }

  private static let verbEndings: [String: VerbForms] = [
    "e": .infinitive, "a": [.infinitive, .finite, .participle], "er": .finite, "ar": .finite,
    "r": .finite, "et": [.finite, .participle], "te": .finite, "de": .finite, "dde": .finite,
    "tte": .finite, "t": .participle, "d": .participle, "dd": .participle, "tt": .participle,
    "es": [.infinitive, .finite], "as": [.infinitive, .finite], "s": [.infinitive, .finite],
    "ast": [.infinitive, .finite], "est": .finite,
  ]

  // MARK: - Adjectives

  /// Whether a word is a form of an adjective or participle.
  func isAdjective(_ word: [UInt8], of lemma: [UInt8]) -> Bool {
    if word == lemma || data.irregulars[word]?.contains(lemma) == true { return true }
    return isPlainAdjective(word, lemma)
      || genitive(word).map { isPlainAdjective($0, lemma) } == true
  }

  private func isPlainAdjective(_ word: [UInt8], _ lemma: [UInt8]) -> Bool {
    if word.starts(with: lemma), Self.adjectiveEndings.contains(Array(word[lemma.count...])) {
      return true
    }
    // `skadet` and `skadede`, `sikker` and `sikre`
    if lemma.last == 0x74, word == Array(lemma.dropLast()) + Array("de".utf8) { return true }
    return Self.contracted(lemma).contains { word == $0 + [0x65] }
  }

  private static let adjectiveEndings = endings("t e te ere est este tt")
}
