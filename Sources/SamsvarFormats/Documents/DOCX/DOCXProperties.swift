import SamsvarModel

/// What `w:pPr` says of a paragraph.
struct DOCXParagraphProperties {
  var style: String?
  var level: Int?
  var isList: Bool?
  /// Whether the end of the paragraph was deleted, so that the next one goes on with it.
  var endIsDeleted = false

  init() {}

  /// Reads on to the end of `w:pPr`, which has just been opened.
  init(_ part: inout OfficePart) throws(InputError) {
    let depth = part.path.count
    while part.path.count >= depth, let event = try part.next() {
      guard case .open(let name) = event else { continue }
      switch name {
      case "pPrChange", "rPrChange", "sectPr": try part.skip()
      case "pStyle": style = part.attribute("val")
      case "outlineLvl": level = part.attribute("val").flatMap { Int($0) }
      case "numId": isList = part.attribute("val") != "0"
      case "del", "moveFrom": if part.path.dropLast().last == "rPr" { endIsDeleted = true }
      default: break
      }
    }
  }
}

/// What `w:rPr` says of a run.
struct DOCXRunProperties {
  var style: String?
  var isHidden: Bool?
  var language: String?

  init() {}

  /// Reads on to the end of `w:rPr`, which has just been opened.
  init(_ part: inout OfficePart) throws(InputError) {
    let depth = part.path.count
    while part.path.count >= depth, let event = try part.next() {
      guard case .open(let name) = event else { continue }
      switch name {
      case "rPrChange": try part.skip()
      case "rStyle": style = part.attribute("val")
      case "vanish": isHidden = part.isOn()
      case "lang": language = part.attribute("val")
      default: break
      }
    }
  }
}
