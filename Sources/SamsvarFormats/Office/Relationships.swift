import SamsvarModel

/// Which parts of an archive belong to a part (ECMA-376 part 2, Open Packaging Conventions).
struct Relationships {
  private struct Relation {
    var id: String
    var type: String
    var target: String
  }

  private var relations: [Relation] = []

  /// The relationships of a part, none where there is no list; of the archive for an empty name.
  ///
  /// - Throws: `InputError` when the list is damaged.
  init(_ archive: ZipArchive, of part: String) throws(InputError) {
    let folder = part.split(separator: "/").dropLast().joined(separator: "/")
    let name = part.split(separator: "/").last.map(String.init) ?? ""
    let path = (folder.isEmpty ? "" : folder + "/") + "_rels/\(name).rels"
    guard let bytes = try archive.readIfPresent(path) else { return }
    var list = OfficePart(bytes, file: archive.file, part: path)
    while let event = try list.next() {
      guard case .open("Relationship") = event, list.attribute("TargetMode") != "External"
      else { continue }
      relations.append(
        Relation(
          id: list.attribute("Id") ?? "", type: list.attribute("Type") ?? "",
          target: Self.resolved(list.attribute("Target") ?? "", folder)))
    }
  }

  /// The part of an id, as a name in the archive.
  func target(id: String) -> String? { relations.first { $0.id == id }?.target }

  /// The first part of a type, told by the last word of its address, which the strict and the
  /// transitional form of the standard share.
  func target(ofType type: String) -> String? {
    relations.first { $0.type.split(separator: "/").last.map(String.init) == type }?.target
  }

  private static func resolved(_ target: String, _ folder: String) -> String {
    var parts =
      target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for part in target.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
