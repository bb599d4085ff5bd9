import SamsvarModel

/// Takes the markup off a paragraph: a mark on each byte says whether it is text.
struct MarkdownInline {
  /// The paragraph, its lines joined by line feeds.
  private(set) var bytes: [UInt8] = []
  /// For each byte its offset in the text.
  private var places: [Int] = []
  /// Whether a byte is markup.
  private var isMarkup: [Bool]
  /// Characters that stand for others, in order: `&aring;`.
  private var references: [(range: Range<Int>, text: [UInt8])] = []
  /// Where a line ends for good.
  private var breaks: Set<Int> = []
  private var images: [Range<Int>] = []
  private var brackets: [Bracket] = []
  private var emphasis = MarkdownEmphasis()
  private let definitions: Set<String>
  /// Lengths of runs of backticks that nothing closes.
  private var unclosedTicks: Set<Int> = []
  private var hasUnclosedComment = false
  /// Marks of notes.
  private(set) var removals: [Removal] = []
  /// Whether the paragraph is nothing but an image.
  private(set) var isImage = false

  private struct Bracket {
    var start: Int
    var isImage: Bool
    var isActive = true
  }

  init(_ text: [UInt8], _ lines: [Range<Int>], definitions: Set<String>) {
    self.definitions = definitions
    for (number, line) in lines.enumerated() {
      let content = MarkdownLine.trimmed(text, line)
      bytes += text[content]
      places += content
      guard number + 1 < lines.count else { break }
      if line.upperBound - content.upperBound >= 2 { breaks.insert(bytes.count) }
      bytes.append(0x0A)
      places.append(content.upperBound)
    }
    isMarkup = [Bool](repeating: false, count: bytes.count)
  }

  // MARK: - Parsing

  /// Finds the markup.
  ///
  /// - Complexity: O(n)
  mutating func parse() {
    var index = 0
    while index < bytes.count {
      index = element(at: index)
    }
    emphasis.pair { start, count in
      for place in start..<start + count { isMarkup[place] = true }
    }
    finishImages()
    dropAttributes()
  }

  /// Parses what stands at an offset and returns the offset behind it.
  private mutating func element(at index: Int) -> Int {
    switch bytes[index] {
    case 0x5C: return escape(at: index)
    case 0x60: return code(at: index)
    case 0x3C: return tag(at: index)
    case 0x26: return reference(at: index)
    case 0x2A, 0x5F, 0x7E:
      return emphasis.add(bytes, at: index)
    case 0x21 where index + 1 < bytes.count && bytes[index + 1] == 0x5B:
      brackets.append(Bracket(start: index, isImage: true))
      return index + 2
    case 0x5B: return open(at: index)
    case 0x5D: return close(at: index)
    default: return index + 1
    }
  }

  private mutating func drop(_ range: Range<Int>) { for place in range { isMarkup[place] = true } }

  private mutating func escape(at index: Int) -> Int {
    guard index + 1 < bytes.count else { return index + 1 }
    if bytes[index + 1] == 0x0A {
      isMarkup[index] = true
      breaks.insert(index + 1)
    } else if MarkdownEmphasis.isASCIIPunctuation(bytes[index + 1]) {
      isMarkup[index] = true
    } else {
      return index + 1
    }
    return index + 2
  }

  private mutating func code(at index: Int) -> Int {
    let length = MarkdownLine.run(bytes, 0x60, from: index, to: bytes.count)
    var end = index + length
    guard !unclosedTicks.contains(length) else { return end }
    while let next = bytes[end...].firstIndex(of: 0x60) {
      let found = MarkdownLine.run(bytes, 0x60, from: next, to: bytes.count)
      if found == length {
        drop(index..<index + length)
        drop(next..<next + length)
        return next + length
      }
      end = next + found
    }
    unclosedTicks.insert(length)
    return index + length
  }

  private mutating func tag(at index: Int) -> Int {
    if bytes[index...].starts(with: "<!--".utf8), !hasUnclosedComment {
      guard let end = MarkdownTag.find(Array("-->".utf8), in: bytes, index..<bytes.count) else {
        hasUnclosedComment = true
        return index + 1
      }
      drop(index..<end)
      return end
    }
    if let end = autolinkEnd(index) {
      isMarkup[index] = true
      isMarkup[end - 1] = true
      return end
    }
    guard let tag = MarkdownTag(bytes, index..<bytes.count) else { return index + 1 }
    drop(index..<tag.end)
    if tag.name == "br" { breaks.insert(tag.end - 1) }
    return tag.end
  }

  /// The end of `<https://nrk.no>` or `<post@nrk.no>`, or nil.
  private func autolinkEnd(_ start: Int) -> Int? {
    var hasMark = false
    for index in start + 1..<min(bytes.count, start + 1000) {
      switch bytes[index] {
      case 0x3E: return hasMark && index > start + 3 ? index + 1 : nil
      case 0...0x20, 0x3C, 0x22: return nil
      case 0x3A, 0x40: hasMark = true
      default: break
      }
    }
    return nil
  }

  private mutating func reference(at index: Int) -> Int {
    guard let found = CharacterReference.read(bytes, at: index) else { return index + 1 }
    references.append((index..<index + found.length, found.text))
    return index + found.length
  }

  // MARK: - Links

  private mutating func open(at index: Int) -> Int {
    if index + 2 < bytes.count, bytes[index + 1] == 0x5E,
      let end = MarkdownLinks.labelEnd(bytes, index..<bytes.count),
      !bytes[index..<end].contains(where: { BlockText.isSpace($0) })
    {
      drop(index..<end)
      let mark = String(decoding: bytes[index + 2..<end - 1], as: UTF8.self)
      removals.append(Removal(.noteMark, mark, byte: places[index]))
      return end
    }
    brackets.append(Bracket(start: index, isImage: false))
    return index + 1
  }

  private mutating func close(at index: Int) -> Int {
    guard let bracket = brackets.popLast(), bracket.isActive else { return index + 1 }
    let content = bracket.start + (bracket.isImage ? 2 : 1)
    guard let end = linkEnd(content..<index) else { return index + 1 }
    drop(bracket.start..<content)
    drop(index..<end)
    if bracket.isImage {
      images.append(bracket.start..<end)
    } else {
      // A link holds no other link.
      for place in brackets.indices where !brackets[place].isImage {
        brackets[place].isActive = false
      }
      if brackets.contains(where: \.isImage) == false { brackets.removeAll() }
    }
    return end
  }

  /// Where the link whose text is given ends, or nil where it is no link.
  private func linkEnd(_ content: Range<Int>) -> Int? {
    let next = content.upperBound + 1
    if next < bytes.count, bytes[next] == 0x28,
      let end = MarkdownLinks.destinationEnd(bytes, next..<bytes.count)
    {
      return end
    }
    let rest = next..<max(next, bytes.count)
    if let end = MarkdownLinks.labelEnd(bytes, rest) {
      return definitions.contains(MarkdownLinks.key(bytes[next + 1..<end - 1])) ? end : nil
    }
    guard content.count < 1000, definitions.contains(MarkdownLinks.key(bytes[content])) else {
      return nil
    }
    return bytes[rest].starts(with: "[]".utf8) ? next + 2 : next
  }

  // MARK: - Images and attributes

  /// An image alone is a caption with its description; within a sentence it is left out.
  private mutating func finishImages() {
    guard !images.isEmpty else { return }
    var inImage = [Bool](repeating: false, count: bytes.count)
    for image in images { for place in image { inImage[place] = true } }
    isImage = bytes.indices.allSatisfy {
      inImage[$0] || isMarkup[$0] || BlockText.isSpace(bytes[$0])
    }
    guard !isImage else { return }
    for image in images {
      drop(image)
      references.removeAll { image.contains($0.range.lowerBound) }
    }
  }

  /// `{#id .class}` at the end of a paragraph or heading.
  private mutating func dropAttributes() {
    guard bytes.last == 0x7D, let start = bytes.lastIndex(of: 0x7B), start + 1 < bytes.count,
      [0x23, 0x2E, 0x3A].contains(bytes[start + 1])
    else { return }
    drop(start..<bytes.count)
  }

  // MARK: - Writing

  /// Writes the text to the open block.
  func write(to out: inout BlockText) {
    var reference = 0
    var index = 0
    while index < bytes.count {
      if reference < references.count, references[reference].range.lowerBound == index {
        let range = references[reference].range
        out.put(
          references[reference].text,
          insteadOf: places[range.lowerBound]..<places[range.upperBound - 1] + 1)
        reference += 1
        index = range.upperBound
      } else if breaks.contains(index) {
        out.breakLine(at: places[index])
        index += 1
      } else if isMarkup[index] {
        index += 1
      } else {
        let end = runEnd(from: index, to: nextStop(reference))
        out.collapse(bytes[index..<end], from: places[index])
        index = end
      }
    }
  }

  private func nextStop(_ reference: Int) -> Int {
    reference < references.count ? references[reference].range.lowerBound : bytes.count
  }

  /// The end of a run of text that stands together in the file.
  private func runEnd(from start: Int, to stop: Int) -> Int {
    var end = start + 1
    while end < stop, !isMarkup[end], places[end] == places[end - 1] + 1, bytes[end] != 0x0A {
      end += 1
    }
    return end
  }
}
