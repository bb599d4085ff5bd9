import SamsvarModel

/// The package document of an e-book: its pages in reading order.
struct EPUBPackage {
  private struct Item {
    var path: String
    var type: String
    var isNavigation: Bool
  }

  /// The paths of the pages in the order of the spine, the table of contents left out.
  private(set) var pages: [String] = []
  /// The pages left out because they are tables of contents.
  private(set) var contents: [String] = []
  /// The language the book says it is in.
  private(set) var language: LanguageTag?

  /// The package of a book (EPUB 3.3, section 5; EPUB 2 too).
  ///
  /// - Throws: `InputError` where the book has no package, or one that is damaged.
  init(_ archive: ZipArchive) throws(InputError) {
    let path = try Self.packagePath(archive)
    var part = OfficePart(try archive.read(path), file: archive.file, part: path)
    var items: [String: Item] = [:]
    var spine: [String] = []
    var guide: Set<String> = []
    var isLanguage = false
    while let event = try part.next() {
      switch event {
      case .open("item"):
        items[part.attribute("id") ?? ""] = Item(
          path: Self.resolved(part.attribute("href") ?? "", from: path),
          type: part.attribute("media-type") ?? "",
          isNavigation: part.attribute("properties")?.split(separator: " ").contains("nav") == true)
      case .open("itemref"): spine.append(part.attribute("idref") ?? "")
      case .open("reference") where part.attribute("type") == "toc":
        guide.insert(Self.resolved(part.attribute("href") ?? "", from: path))
      case .open("language"): isLanguage = language == nil
      case .close("language"): isLanguage = false
      case .text(let text) where isLanguage:
        language = LanguageTag(text.filter { !$0.isWhitespace })
      default: break
      }
    }
    for item in spine.compactMap({ items[$0] }) where item.type.contains("html") {
      if item.isNavigation || guide.contains(item.path) {
        contents.append(item.path)
      } else {
        pages.append(item.path)
      }
    }
  }

  private static func packagePath(_ archive: ZipArchive) throws(InputError) -> String {
    let name = "META-INF/container.xml"
    var part = OfficePart(try archive.read(name), file: archive.file, part: name)
    while let event = try part.next() {
      if case .open("rootfile") = event, let path = part.attribute("full-path") { return path }
    }
    throw InputError(
      "names no package in \(name); it is no EPUB, or damaged",
      at: SourcePosition(file: archive.file))
  }

  /// A reference as a name in the archive: `../` followed, `%20` decoded, `#part` left out.
  static func resolved(_ reference: String, from part: String) -> String {
    let path = reference.split(separator: "#", omittingEmptySubsequences: false).first ?? ""
    var parts = path.hasPrefix("/") ? [] : part.split(separator: "/").dropLast().map(String.init)
    for piece in path.split(separator: "/") {
      switch piece {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(decoded(piece))
      }
    }
    return parts.joined(separator: "/")
  }

  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.first {
      if byte == 0x25, rest.count >= 3,
        let value = UInt8(String(decoding: rest.dropFirst().prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
