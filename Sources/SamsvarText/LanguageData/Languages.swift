import Glibc
public import SamsvarModel
import Synchronization

/// The languages of a `Languages/` folder, each read once when it is first asked for.
public final class Languages: Sendable {
  private let directory: String
  private let loaded = Mutex<[LanguageTag: LanguageData]>([:])
  private static let gazetteers = Mutex<[LanguageTag: Gazetteer]>([:])

  /// The languages below a folder.
  public init(directory: String) { self.directory = directory }

  /// The languages of the first folder found (see `DataLocation`).
  ///
  /// - Throws: `InputError` that names the places searched.
  public static func installed() throws(InputError) -> Languages {
    if let path = DataLocation.find("Languages", room: "SamsvarText") {
      return Languages(directory: path)
    }
    let places = DataLocation.candidates(room: "SamsvarText").joined(separator: ", ")
    throw InputError(
      "no language data found; searched \(places); set SAMSVAR_DATA to the folder that holds it",
      at: SourcePosition(file: "Languages"))
  }

  /// Where the languages are read from.
  public var path: String { directory }

  /// The languages that have a `profile.txt`, in alphabetical order but Bokmål first.
  package var profiled: [LanguageTag] {
    guard let folder = opendir(directory) else { return [] }
    defer { closedir(folder) }
    var tags: [LanguageTag] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard let tag = LanguageTag(name), tag.language == name,
        DataLocation.exists("\(directory)/\(name)/profile.txt")
      else { continue }
      tags.append(tag)
    }
    return tags.sorted { $0 != $1 && ($0 == .nb || $1 != .nb && $0.language < $1.language) }
  }

  /// The data of a language; a language without a folder gets empty lists.
  ///
  /// - Throws: `InputError` when a file cannot be read.
  public func data(for language: LanguageTag) throws(InputError) -> LanguageData {
    let key = language.base
    if let data = loaded.withLock({ $0[key] }) { return data }
    let data = try LanguageData(key, directory: directory)
    loaded.withLock { $0[key] = data }
    return data
  }

  /// CLDR's names in a language, made once for a run.
  static func gazetteer(_ language: LanguageTag) -> Gazetteer {
    if let known = gazetteers.withLock({ $0[language] }) { return known }
    let gazetteer = Gazetteer(language)
    gazetteers.withLock { $0[language] = gazetteer }
    return gazetteer
  }
}
