import SamsvarDataFiles
import SamsvarModel

/// What one language is known by: its `profile.txt`, its function words, and the words it is known
/// to have.
struct LanguageProfile: Sendable {
  let language: LanguageTag
  private var words: [[UInt8]: Double] = [:]
  private var starts: [[UInt8]: Double] = [:]
  private var ends: [[UInt8]: Double] = [:]
  private var parts: [(letters: [UInt8], weight: Double)] = []
  /// Languages that share most of this one's words.
  private(set) var near: Set<String> = []
  private let data: LanguageData
  private let vocabulary: Vocabulary

  /// A profile from the lines of `profile.txt`: class, letters and weight, separated by tabs.
  init(_ data: LanguageData, lines: [String], vocabulary: Vocabulary) {
    language = data.language
    self.data = data
    self.vocabulary = vocabulary
    for line in lines { add(line) }
  }

  private mutating func add(_ line: String) {
    let columns = line.split(separator: "\t")
    if columns.count == 2, columns[0] == "near" {
      near = Set(columns[1].split(separator: " ").map(String.init))
    }
    guard columns.count == 3, let weight = Double(columns[2]) else { return }
    for letters in columns[1].split(separator: " ").map({ Array($0.utf8) }) {
      switch columns[0] {
      case "word": words[letters] = weight
      case "start": starts[letters] = weight
      case "end": ends[letters] = weight
      default: parts.append((letters, weight))
      }
    }
  }

  /// Whether most of the language's words are known.
  var hasVocabulary: Bool { !vocabulary.isEmpty || data.wordList != nil }

  /// Whether a word in lower case is a function word of the language.
  func isStopWord(_ word: [UInt8]) -> Bool { data.stopWords.contains(word) }

  /// Whether the vocabulary or one of the language's lists explains a word in lower case.
  func knows(_ word: [UInt8]) -> Bool {
    if data.irregulars[word] != nil { return true }
    return explains(word) { vocabulary.parts(of: $0) }
  }

  /// Whether the word list the language shares with its relatives lacks a word; false without a list.
  ///
  /// Long words may be compounds, which no list holds.
  func isForeign(_ word: [UInt8]) -> Bool {
    guard let list = data.wordList, (3...10).contains(word.count) else { return false }
    let bare = word.last == 0x73 ? Array(word.dropLast()) : word
    return !isStopWord(word)
      && ![word, bare].contains { explains($0) { list.parts(of: $0) ?? [] } }
  }

  private func explains(_ word: [UInt8], _ parts: ([UInt8]) -> PartsOfSpeech) -> Bool {
    !parts(word).isEmpty
      || data.suffixRules.candidates(word).contains {
        !parts($0.lemma).isDisjoint(with: $0.parts)
      }
  }

  /// What a word and its letters tell, as the logarithm of the odds.
  ///
  /// The ending that tells most counts; beginnings and letters inside add up.
  func weight(_ word: [UInt8]) -> Double {
    let listed = words[word] ?? 0
    guard word.count > 2 else { return listed }
    let ending = (1...min(7, word.count - 1)).compactMap { ends[Array(word.suffix($0))] }
      .max { abs($0) < abs($1) }
    let beginning = (2...3).filter { $0 < word.count }
      .reduce(0) { $0 + (starts[Array(word.prefix($1))] ?? 0) }
    let inside = parts.reduce(0) { $0 + (Self.contains(word, $1.letters) ? $1.weight : 0) }
    return listed + (ending ?? 0) + beginning + inside
  }

  private static func contains(_ word: [UInt8], _ letters: [UInt8]) -> Bool {
    guard word.count >= letters.count else { return false }
    return (0...word.count - letters.count).contains {
      word[$0..<$0 + letters.count].elementsEqual(letters)
    }
  }
}
