import SamsvarModel
import SamsvarText

/// An element of a document held whole, for checking it: names with namespaces, attributes, children, and the
/// line it begins on.
final class XMLElement {
  /// Something inside an element.
  enum Child {
    case element(XMLElement)
    case text(String)
  }

  /// An attribute.
  struct Attribute {
    var name: String
    var namespace: String
    var value: String
  }

  let name: String
  let namespace: String
  let attributes: [Attribute]
  let line: Int
  private(set) unowned(unsafe) var parent: XMLElement?
  private(set) var children: [Child] = []
  /// The number of the element in its document, so that what comes before what can be told.
  let number: Int

  init(
    name: String, namespace: String, attributes: [Attribute], line: Int, number: Int,
    parent: XMLElement?
  ) {
    self.name = name
    self.namespace = namespace
    self.attributes = attributes
    self.line = line
    self.number = number
    self.parent = parent
  }

  func append(_ child: Child) { children.append(child) }

  /// The value of an attribute without namespace.
  subscript(name: String) -> String? { self[name, ""] }

  /// The value of an attribute.
  subscript(name: String, namespace: String) -> String? {
    attributes.first { $0.name == name && $0.namespace == namespace }?.value
  }

  /// The value of an `xml:` attribute.
  func xml(_ name: String) -> String? { self[name, XMLElement.xmlNamespace] }

  /// The child elements.
  var elements: [XMLElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The child elements of a name.
  func elements(_ name: String) -> [XMLElement] { elements.filter { $0.name == name } }

  /// All elements inside, in order.
  var descendants: [XMLElement] {
    var result: [XMLElement] = []
    func add(_ element: XMLElement) {
      for child in element.elements {
        result.append(child)
        add(child)
      }
    }
    add(self)
    return result
  }

  /// The text inside, markup left out.
  var text: String {
    children.map { child in
      switch child {
      case .text(let text): text
      case .element(let element): element.text
      }
    }.joined()
  }

  /// Whether there is text that is not white space directly inside.
  var hasOwnText: Bool {
    children.contains {
      if case .text(let text) = $0 { !text.allSatisfy(\.isWhitespace) } else { false }
    }
  }

  /// The elements around, the nearest first.
  var ancestors: [XMLElement] {
    var result: [XMLElement] = []
    var next = parent
    while let element = next {
      result.append(element)
      next = element.parent
    }
    return result
  }

  /// The nearest element around with a name.
  func ancestor(_ name: String) -> XMLElement? { ancestors.first { $0.name == name } }

  static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"
}

/// A document held whole.
struct XMLTree {
  /// The outermost element.
  let root: XMLElement

  /// Reads a document.
  ///
  /// - Throws: `InputError` with line and reason where it is not well-formed.
  init(_ bytes: [UInt8], file: String) throws(InputError) {
    let text = try TextDecoder.decode(bytes, file: file).text
    let places = XMLPlaces(text)
    var reader = try XMLReader(text, file: file, isUTF8: true)
    var open: [XMLElement] = []
    var root: XMLElement?
    while let event = try reader.next() {
      switch event {
      case .start:
        let element = XMLElement(
          name: reader.nameText, namespace: reader.namespace, attributes: reader.attributes,
          line: places.element(reader.elementNumber)?.line ?? 0, number: reader.elementNumber,
          parent: open.last)
        open.last?.append(.element(element))
        if root == nil { root = element }
        open.append(element)
      case .text: open.last?.append(.text(reader.text))
      case .end: open.removeLast()
      }
    }
    guard let root else {
      throw InputError("there is no element", at: SourcePosition(file: file, line: 1))
    }
    self.root = root
  }
}
