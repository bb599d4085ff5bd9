import GRDB

extension EditTransaction {
  /// Puts another text in a segment's place; the one read is kept.
  mutating func setText(_ id: Int64, _ text: String) throws {
    let segment = try segment(id)
    let text = String(text.split(whereSeparator: \.isNewline).joined(separator: " "))
    guard !text.allSatisfy(\.isWhitespace) else {
      throw ProjectError.refused("a segment cannot be empty; drop the bead from the output instead")
    }
    try write(text, to: segment)
    if text != segment.current {
      try outdateFindings(bitext: try owner(of: segment), segment: id)
    }
  }

  /// Writes a segment's text, as edited where it is not the one read.
  mutating func write(_ text: String, to segment: ProjectSegment) throws {
    bitext = try owner(of: segment)
    focus = segment.bead ?? focus
    try database.cachedStatement(sql: "UPDATE segment SET edited = ? WHERE id = ?").execute(
      arguments: [text == segment.text ? nil : text, segment.id])
  }

  /// The bitext a segment belongs to.
  func owner(of segment: ProjectSegment) throws -> Int64 {
    try Int64.fetchOne(
      database, sql: "SELECT bitext FROM segment WHERE id = ?", arguments: [segment.id]) ?? 0
  }

  /// Splits a bead at a caret; what stands after it on that side becomes the next bead.
  mutating func split(_ id: Int64, utf16 offset: Int) throws {
    let segment = try segment(id)
    guard let owner = segment.bead else {
      throw ProjectError.refused("a source segment of a summary stands in no bead")
    }
    let bead = try orderedBead(owner)
    let cell = try segments(owner, side: segment.side)
    guard let place = cell.firstIndex(where: { $0.id == id }) else { return }
    var moved = Array(cell[(place + 1)...])
    switch try Cut(segment.current, utf16: offset) {
    case .before: moved.insert(segment, at: 0)
    case .after: break
    case .inside(let cut): moved.insert(try divide(segment, cut, bitext: bead.bitext), at: 0)
    }
    let remaining = try segments(owner).count - moved.count
    guard !moved.isEmpty, remaining > 0 else {
      throw ProjectError.refused(
        "nothing would stand on one side of the caret; put it inside the text")
    }
    var new = BeadRecord(
      bitext: bead.bitext, rank: try freeRank(bead.bitext, .down, of: bead.rank),
      confidence: bead.confidence, isChanged: true)
    try new.insert(database)
    try put(moved, into: new.id)
    try settle(new.id)
    try settle(bead.id)
  }

  /// Makes two segments of one.
  ///
  /// - Returns: The second, which stands in the bead as well.
  private mutating func divide(
    _ segment: ProjectSegment, _ cut: (head: String, tail: String), bitext: Int64
  ) throws -> ProjectSegment {
    let read = segment.edited == nil ? cut : try Cut.likely(segment.text, like: cut)
    let bytes = Array(segment.text.utf8)
    let tailStart = segment.end - read.tail.utf8.count
    guard read.head.utf8.count + read.tail.utf8.count <= bytes.count else {
      throw ProjectError.refused("the segment cannot be split there")
    }
    try database.execute(
      sql: "UPDATE segment SET finish = ?, text = ?, edited = ? WHERE id = ?",
      arguments: [
        segment.start + read.head.utf8.count, read.head, cut.head == read.head ? nil : cut.head,
        segment.id,
      ])
    let second = ProjectSegment(
      id: 0, side: segment.side, start: tailStart, end: segment.end, kind: segment.kind,
      text: read.tail, edited: cut.tail == read.tail ? nil : cut.tail, bead: segment.bead)
    try second.insert(database, bitext: bitext)
    try outdateFindings(bitext: bitext, segment: segment.id)
    return try self.segment(database.lastInsertedRowID)
  }
}

/// Where a caret parts a text.
enum Cut {
  case before, after
  case inside((head: String, tail: String))

  /// The cut at a caret, the blanks around it left out.
  ///
  /// - Throws: `ProjectError.refused` for a caret inside a letter or beyond the text.
  init(_ text: String, utf16 offset: Int) throws(ProjectError) {
    guard offset >= 0,
      let place = text.utf16.index(text.startIndex, offsetBy: offset, limitedBy: text.endIndex),
      place == text.endIndex || text.indices.contains(place)
    else { throw .refused("the caret stands beyond the text or inside a letter") }
    self.init(text, at: place)
  }

  private init(_ text: String, at place: String.Index) {
    let tail = text[place...].drop(while: \.isWhitespace)
    var head = text[..<place]
    while head.last?.isWhitespace == true { head.removeLast() }
    if head.isEmpty {
      self = .before
    } else if tail.isEmpty {
      self = .after
    } else {
      self = .inside((String(head), String(tail)))
    }
  }

  /// Where the text that was read is cut when an edited one was: at the blank nearest to the same share.
  ///
  /// - Throws: `ProjectError.refused` for a text of one letter.
  static func likely(
    _ text: String, like cut: (head: String, tail: String)
  ) throws(ProjectError) -> (head: String, tail: String) {
    let letters = Array(text)
    let share = Double(cut.head.count) / Double(cut.head.count + cut.tail.count)
    let wish = Double(letters.count) * share
    let inner = letters.indices.dropFirst()
    let blanks = inner.filter { letters[$0].isWhitespace }
    let ordered = (blanks + inner).enumerated().sorted {
      let left = ($0.offset < blanks.count ? 0 : 1, abs(Double($0.element) - wish))
      let right = ($1.offset < blanks.count ? 0 : 1, abs(Double($1.element) - wish))
      return left < right
    }
    for (_, place) in ordered {
      let index = text.index(text.startIndex, offsetBy: place)
      if case .inside(let parts) = Cut(text, at: index) { return parts }
    }
    throw .refused("the segment was read as one letter and cannot be split")
  }
}
