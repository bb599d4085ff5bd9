import SamsvarDataFiles
import SamsvarModel

/// One compiled lexicon among those that answer together.
struct LexiconLayer: Sendable {
  private let file: MappedFile
  let reader: LexiconReader
  let languages: [LanguageTag]
  /// The number of its first entry among the entries of all layers.
  private(set) var firstEntry = 0

  /// A layer over the memory of a compiled lexicon.
  ///
  /// - Throws: `InputError` that says what is wrong with the file and what to do.
  init(_ file: MappedFile, path: String) throws(InputError) {
    self.file = file
    do throws(LexiconReader.Damage) {
      reader = try LexiconReader(file.bytes)
    } catch {
      throw InputError(Self.message(error), at: SourcePosition(file: path))
    }
    languages = reader.languages.compactMap { LanguageTag($0) }
  }

  private static func message(_ damage: LexiconReader.Damage) -> String {
    switch damage {
    case .notALexicon:
      "is no compiled lexicon, or a damaged one; build it again with `samsvar lexicon build`"
    case .otherVersion:
      "is a compiled lexicon of another version; build it again with `samsvar lexicon build`"
    case .cutOff(let expected, let found):
      "is cut off: \(found) of \(expected) bytes; copy it again, or build it with "
        + "`samsvar lexicon build`"
    }
  }

  /// The same layer with its entries numbered from `first`.
  func numbered(from first: Int) -> LexiconLayer {
    var result = self
    result.firstEntry = first
    return result
  }

  /// The column of a language.
  func ownColumn(_ language: LanguageTag) -> Int? {
    reader.languages.firstIndex(of: language.language)
  }

  /// The column of a language; Bokmål stands in for Nynorsk.
  func column(_ language: LanguageTag) -> Int? {
    ownColumn(language) ?? (language.language == "nn" ? ownColumn(.nb) : nil)
  }
}
