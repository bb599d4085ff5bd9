import SamsvarDataFiles
import SamsvarLexicon
package import SamsvarModel
package import SamsvarTerms
import SamsvarText
import Synchronization

/// Termbases prepared for finding their terms, each made once for a run.
final class TermIndexes: Sendable {
  private struct Entry {
    var termbase: Termbase
    var index: TermIndex
  }

  private let entries = Mutex<[Entry]>([])

  /// The index of a termbase in a language, made by `make` where there is none yet.
  ///
  /// - Complexity: O(1) for a termbase whose storage is shared with the one known
  func index(
    _ termbase: Termbase, _ language: LanguageTag,
    make: () throws(InputError) -> TermIndex
  ) throws(InputError) -> TermIndex {
    let known = entries.withLock { entries in
      entries.first { $0.index.language == language && $0.termbase == termbase }?.index
    }
    if let known { return known }
    let index = try make()
    entries.withLock { $0.append(Entry(termbase: termbase, index: index)) }
    return index
  }
}

extension Pipeline {
  /// A termbase prepared for texts of a language.
  ///
  /// - Throws: `InputError` when the language's data cannot be read.
  package func termIndex(
    _ termbase: Termbase, _ language: LanguageTag
  ) throws(InputError) -> TermIndex {
    try termIndexes.index(termbase, language) { () throws(InputError) in
      TermIndex(
        termbase, language: language, data: try languages.data(for: language),
        vocabulary: vocabulary(language), glosses: glosses(from: language))
    }
  }

  /// What the lexicon says of words of a language in the languages termbases translate to: English for
  /// Norwegian, Bokmål for the others.
  private func glosses(from language: LanguageTag) -> Glosses {
    guard let lexicon else { return .none }
    let target: LanguageTag = language.isNorwegian ? .en : .nb
    return Glosses(
      phraseBeginnings: lexicon.phraseBeginnings(in: language),
      foreign: { lexicon.parts(of: $0, in: target) }
    ) { expression in
      lexicon.entries(expression, in: language).map { entry in
        Glosses.Gloss(
          parts: lexicon.parts(ofEntry: entry),
          translations: lexicon.terms(entry, in: target).map(Folding.lower))
      }
    }
  }
}
