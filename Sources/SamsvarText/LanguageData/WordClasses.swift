/// Classes of things of which a text means one and not another: kin, parts of the body, animals.
package struct WordClasses: Sendable {
  /// Where a word belongs: a class, and which of its members it names.
  package struct Member: Hashable, Sendable {
    package var group: Int
    package var number: Int
  }

  private var members: [[UInt8]: [Member]] = [:]

  /// A line is a class: members between commas, words for one of them joined by a slash.
  init(_ lines: [String]) {
    for (group, line) in lines.enumerated() {
      for (number, words) in line.split(separator: ",").enumerated() {
        for word in words.split(separator: "/") {
          let bytes = Array(word.utf8.drop { $0 == 0x20 })
          members[bytes, default: []].append(Member(group: group, number: number))
        }
      }
    }
  }

  /// What some words in dictionary form name.
  package func members(_ words: some Sequence<[UInt8]>) -> Set<Member> {
    Set(words.flatMap { members[$0] ?? [] })
  }
}
