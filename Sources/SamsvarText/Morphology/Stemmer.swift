import CSnowball
package import SamsvarModel

/// A Snowball stemmer (https://snowballstem.org); closes its handle.
///
/// One stemmer serves Bokmål and Nynorsk: Snowball's Norwegian rules were made for both.
package final class Stemmer {
  private let handle: OpaquePointer?

  /// A stemmer for a language; without one in libstemmer, words are returned as they are.
  package init(_ language: LanguageTag) {
    let name: String? =
      switch language.language {
      case "nb", "nn": "norwegian"
      case "en": "english"
      case "da": "danish"
      case "sv": "swedish"
      case "de": "german"
      case "fr": "french"
      default: nil
      }
    handle = name.flatMap { sb_stemmer_new($0, nil) }
  }

  deinit { sb_stemmer_delete(handle) }

  /// The stem of a word in lower case: `avtalen` gives `avtal`.
  ///
  /// - Complexity: O(n)
  package func stem(_ word: [UInt8]) -> [UInt8] {
    guard let handle else { return word }
    guard let stem = sb_stemmer_stem(handle, word, Int32(word.count)) else { return word }
    return Array(UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(handle))))
  }
}
