/// Writes XML into memory, piece by piece; UTF-8, indented by two blanks.
///
/// An element that holds text is written on one line, so that its white space is its own. The bytes can be
/// taken away while writing (`drain`), so that memory does not grow with the document.
package final class XMLWriter {
  private var bytes: [UInt8] = []
  private var open: [Element] = []
  private let isIndented: Bool

  private struct Element {
    var name: String
    var hasText = false
    var hasChild = false
  }

  /// A writer that has written the XML declaration.
  package init(indented: Bool = true) {
    isIndented = indented
    append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
  }

  /// Opens an element.
  package func start(_ name: String, _ attributes: [(String, String)] = []) {
    beginChild()
    append("<")
    append(name)
    for (name, value) in attributes {
      append(" ")
      append(name)
      append("=\"")
      XMLText.append(value.utf8, isAttribute: true, to: &bytes)
      append("\"")
    }
    open.append(Element(name: name))
  }

  /// Closes the innermost element.
  package func end() {
    guard let element = open.popLast() else { return }
    if element.hasChild || element.hasText {
      if element.hasChild, !element.hasText, !isInText { newLine() }
      append("</")
      append(element.name)
      append(">")
    } else {
      append("/>")
    }
  }

  /// Text inside an element.
  package func text(_ text: String) {
    beginText()
    XMLText.append(text.utf8, isAttribute: false, to: &bytes)
  }

  /// Text inside an element, as bytes of UTF-8.
  package func text(_ text: some Collection<UInt8>) {
    beginText()
    XMLText.append(text, isAttribute: false, to: &bytes)
  }

  /// An element that holds nothing but text.
  package func element(_ name: String, _ attributes: [(String, String)] = [], text: String) {
    start(name, attributes)
    self.text(text)
    end()
  }

  /// Moves what was written to the end of some bytes.
  package func drain(into out: inout [UInt8]) {
    out += bytes
    bytes.removeAll(keepingCapacity: true)
  }

  /// Closes what is open and returns the document.
  package func finish() -> String {
    close()
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Closes what is open.
  package func close() {
    while !open.isEmpty { end() }
    append("\n")
  }

  /// Whether the innermost element stands in running text, where no white space may be added.
  private var isInText: Bool { open.contains { $0.hasText } }

  private func beginChild() {
    finishStart()
    if !open.isEmpty {
      open[open.count - 1].hasChild = true
      if !isInText { newLine() }
    }
  }

  private func beginText() {
    finishStart()
    if !open.isEmpty { open[open.count - 1].hasText = true }
  }

  private func finishStart() {
    if let element = open.last, !element.hasText, !element.hasChild { append(">") }
  }

  private func newLine() {
    guard isIndented else { return }
    bytes.append(0x0A)
    for _ in 0..<open.count * 2 { bytes.append(0x20) }
  }

  private func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
