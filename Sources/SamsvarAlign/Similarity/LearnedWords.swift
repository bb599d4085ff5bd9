import SamsvarLexicon
import SamsvarModel
import SamsvarText

/// Words that say the same in these two texts, learned from the beads that are sure.
struct LearnedWords {
  private let source: AnalysedDocument
  private let target: AnalysedDocument
  private let similarity: Similarity
  private let settings: AlignmentSettings

  /// The fewest beads to learn from.
  private static let fewest = 20

  init(
    _ source: AnalysedDocument, _ target: AnalysedDocument, _ similarity: Similarity,
    _ settings: AlignmentSettings
  ) {
    self.source = source
    self.target = target
    self.similarity = similarity
    self.settings = settings
  }

  /// The similarity with what some beads teach added; the same where they are too few.
  ///
  /// - Complexity: O(Σ source words × target words of a bead)
  func similarity(_ beads: [Bead]) -> Similarity {
    guard beads.count >= Self.fewest else { return similarity }
    let sourceForms = Numbering(source)
    let targetForms = Numbering(target)
    let table = TranslationTable(
      learning: tokens(beads.map(\.source), similarity.source, sourceForms),
      tokens(beads.map(\.target), similarity.target, targetForms))
    var lists = similarity.forward.lists.map(BestMatches.init)
    for word in sourceForms.forms.indices where sourceForms.forms[word] >= 0 {
      for cell in table.row(sourceForms.forms[word]) {
        let score = settings.learnedScore * min(1, table.probabilities[cell] * 1.5)
        for other in targetForms.words(table.targets[cell]) {
          lists[word].add(other, score)
        }
      }
    }
    return similarity.replacing(forward: UnitMatches(lists.map(\.matches)))
  }

  private func tokens(
    _ ranges: [Range<Int>], _ units: UnitDocument, _ numbering: Numbering
  ) -> TokenBeads {
    var beads = TokenBeads()
    for range in ranges {
      beads.append(
        units.units[units.range(range)].lazy.compactMap { unit in
          guard Int(unit) < units.wordCount, !units.isStopWord(Int(unit)) else { return nil }
          return numbering.forms[Int(unit)]
        })
    }
    return beads
  }

  /// The words of a document by their first lemma, so that all forms of a word are learned as one.
  private struct Numbering {
    /// For each word the number of its lemma.
    let forms: [Int32]
    private let members: [[Int32]]

    init(_ document: AnalysedDocument) {
      var table = WordTable()
      var members: [[Int32]] = []
      forms = document.forms.words.indices.map { word in
        let lemma = document.forms.lemmas[word].first ?? document.forms.words[word]
        let number = lemma.withUnsafeBufferPointer { table.intern($0, 0..<$0.count) }
        if Int(number) == members.count { members.append([]) }
        members[Int(number)].append(Int32(word))
        return number
      }
      self.members = members
    }

    /// The words of a lemma.
    func words(_ form: Int32) -> [Int32] { members[Int(form)] }
  }
}
