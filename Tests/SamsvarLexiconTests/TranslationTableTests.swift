import SamsvarLexicon
import SamsvarTestSupport
import Testing

@Suite("Learning translations")
struct TranslationTableTests {
  private func beads(_ lists: [[Int32]]) -> TokenBeads {
    lists.reduce(into: TokenBeads()) { $0.append($1) }
  }

  private func settings(_ change: (inout TranslationTable.Settings) -> Void)
    -> TranslationTable.Settings
  {
    var settings = TranslationTable.Settings()
    change(&settings)
    return settings
  }

  /// Sentences of random words; word n is said as word n + 1 of the other side, which has noise too.
  private func corpus(_ count: Int, seed: UInt64) -> (TokenBeads, TokenBeads) {
    var generator = SeededGenerator(seed: seed)
    var source = TokenBeads()
    var target = TokenBeads()
    for _ in 0..<count {
      let words = (0..<Int.random(in: 1...8, using: &generator)).map { _ in
        Int32.random(in: 0..<40, using: &generator)
      }
      var other = words.map { $0 + 1 }.shuffled(using: &generator)
      if Bool.random(using: &generator) {
        other.append(Int32.random(in: 41..<60, using: &generator))
      }
      source.append(words)
      target.append(other)
    }
    return (source, target)
  }

  @Test func theClassicExample() {
    // das Haus / the house, das Buch / the book, ein Buch / a book (Koehn 2010, figure 4.4)
    let table = TranslationTable(
      learning: beads([[0, 1], [0, 2], [3, 2]]), beads([[0, 1], [0, 2], [3, 2]]),
      settings: settings {
        $0.iterations = 20
        $0.minimumCount = 0
      })
    for word in Int32(0)..<4 {
      #expect(table.targets[table.row(word).lowerBound] == word)
      #expect(table.probability(word, word) > 0.6)
    }
    #expect(table.probability(1, 2) == 0)
  }

  @Test func everyWordFindsItsTranslation() {
    let (source, target) = corpus(600, seed: 3)
    let table = TranslationTable(learning: source, target)
    for word in Int32(0)..<40 {
      let row = table.row(word)
      #expect(table.targets[row.lowerBound] == word + 1)
      #expect(table.probabilities[row.lowerBound] > 0.5)
    }
  }

  @Test func rowsAreSortedAndKeepTheLimits() {
    let (source, target) = corpus(200, seed: 4)
    let limits = settings {
      $0.minimumProbability = 0.02
      $0.minimumCount = 0.5
    }
    let table = TranslationTable(learning: source, target, settings: limits)
    #expect(table.targets.count > 40)
    for word in Int32(0)..<Int32(table.sourceCount) {
      let row = table.row(word)
      for cell in row {
        #expect((0.02...1.001).contains(table.probabilities[cell]))
        #expect(table.counts[cell] >= 0.5)
        #expect(table.probability(word, table.targets[cell]) == table.probabilities[cell])
      }
      for (cell, next) in zip(row, row.dropFirst()) {
        #expect(table.probabilities[cell] >= table.probabilities[next])
      }
    }
  }

  @Test func bothDirectionsSayTheSame() {
    let (source, target) = corpus(150, seed: 5)
    let there = TranslationTable(learning: source, target)
    let back = TranslationTable(learning: target, source)
    for word in Int32(0)..<Int32(there.sourceCount) {
      for cell in there.row(word) {
        let other = back.probability(there.targets[cell], word)
        #expect(abs(other - there.probabilities[cell]) < 1e-4)
      }
    }
  }

  @Test func doubtLowersRarePairsMore() {
    let (source, target) = corpus(150, seed: 9)
    var rare = (source, target)
    rare.0.append([70, 71])
    rare.1.append([80, 81])
    func probability(_ doubt: Float, _ word: Int32, _ other: Int32) -> Float {
      TranslationTable(
        learning: rare.0, rare.1,
        settings: settings {
          $0.doubt = doubt
          $0.minimumCount = 0
          $0.minimumProbability = 0
        }
      ).probability(word, other)
    }
    let frequent = probability(1, 5, 6) / probability(0, 5, 6)
    let seldom = probability(1, 70, 80) / probability(0, 70, 80)
    #expect(frequent > 0.9 && seldom < 0.6)
  }

  @Test func theSameBeadsGiveTheSameTable() {
    let (source, target) = corpus(150, seed: 6)
    let tables = (0..<2).map { _ in TranslationTable(learning: source, target) }
    #expect(tables[0].probabilities == tables[1].probabilities)
    #expect(tables[0].targets == tables[1].targets)
  }

  @Test func emptyAndOneSidedBeadsTeachNothing() {
    #expect(TranslationTable(learning: TokenBeads(), TokenBeads()).targets.isEmpty)
    let none = TranslationTable(learning: beads([[], [1]]), beads([[2], []]))
    #expect(none.targets.isEmpty)
    #expect(none.row(1).isEmpty && none.row(99).isEmpty && none.row(-1).isEmpty)
  }

  @Test func longBeadsAreLeftOut() {
    let (source, target) = corpus(200, seed: 8)
    var longer = (source, target)
    longer.0.append(Array(repeating: 3, count: 200))
    longer.1.append(Array(repeating: 9, count: 200))
    let plain = TranslationTable(learning: source, target)
    let table = TranslationTable(learning: longer.0, longer.1)
    #expect(table.probabilities == plain.probabilities)
  }

  @Test func mappingDropsWordsBelowZero() {
    let mapped = beads([[0, 1, 2], [2], [1]]).mapped([5, -1, 7])
    #expect(mapped.tokens == [5, 7, 7])
    #expect(mapped.starts == [0, 2, 3, 3])
  }
}
