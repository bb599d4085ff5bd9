import SamsvarModel

/// `word/comments.xml`: a comment for each finding, numbered through the table.
struct WordComments {
  /// Who the comments are by; comments of others are a person's and are kept as notes.
  static let author = "Samsvar"

  private let table: BilingualTable
  private let date: ArchiveDate

  init(_ table: BilingualTable, date: ArchiveDate) {
    self.table = table
    self.date = date
  }

  func text() -> String {
    let xml = XMLWriter(indented: false)
    xml.start("w:comments", WordXML.namespaces)
    for (number, remark) in table.rows.flatMap(\.remarks).enumerated() {
      comment(xml, number, remark)
    }
    xml.end()
    return xml.finish()
  }

  private func comment(
    _ xml: borrowing XMLWriter, _ number: Int, _ remark: BilingualTable.Remark
  ) {
    var attributes = [
      ("w:id", String(number)), ("w:author", Self.author), ("w:initials", "S"),
    ]
    if date.isGiven { attributes.append(("w:date", date.iso8601)) }
    xml.start("w:comment", attributes)
    for (index, line) in remark.paragraphs.enumerated() {
      xml.start("w:p")
      xml.start("w:pPr")
      xml.empty("w:pStyle", [("w:val", "CommentText")])
      xml.end()
      if index == 0 {
        xml.start("w:r")
        xml.start("w:rPr")
        xml.empty("w:rStyle", [("w:val", "CommentReference")])
        xml.end()
        xml.empty("w:annotationRef")
        xml.end()
      }
      WordXML.run(xml, line)
      xml.end()
    }
    xml.end()
  }
}

extension BilingualTable.Remark {
  /// The lines of a comment: what is wrong, what to write, and why, with the rule.
  var paragraphs: [String] {
    let suggestion = replacement.map { ["→ \($0)"] } ?? []
    return ["\(severity.rawValue): \(message)"] + suggestion + ["\(reason) [\(rule)]"]
  }
}
