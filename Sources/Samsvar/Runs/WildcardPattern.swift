/// A pattern for paths whose wildcards keep what they matched.
///
/// `*` stands for characters but `/`, `?` for one of them, `**` for folders with their `/`,
/// `{name}` for what `*` does, by name.
struct WildcardPattern: Sendable {
  /// A part of a pattern.
  enum Part: Hashable, Sendable {
    case letter(Character)
    case one
    case many
    case folders
    case named(String)

    var isWildcard: Bool {
      switch self {
      case .many, .folders, .one: true
      default: false
      }
    }
  }

  /// The parts in order.
  let parts: [Part]

  /// Reads a pattern.
  init(_ text: String) {
    var parts: [Part] = []
    var rest = Array(text)[...]
    while let first = rest.first {
      if first == "*", rest.dropFirst().first == "*" {
        rest = rest.dropFirst(2)
        if rest.first == "/" { rest = rest.dropFirst() }
        parts.append(.folders)
        continue
      }
      if first == "{", let end = rest.firstIndex(of: "}") {
        parts.append(.named(String(rest[rest.index(after: rest.startIndex)..<end])))
        rest = rest[(end + 1)...]
        continue
      }
      parts.append(first == "*" ? .many : first == "?" ? .one : .letter(first))
      rest = rest.dropFirst()
    }
    self.parts = parts
  }

  /// The folder before the first wildcard, with its `/`; all paths that match lie in it.
  var fixedFolder: String {
    let letters = parts.prefix { if case .letter = $0 { true } else { false } }.map { part in
      if case .letter(let letter) = part { letter } else { Character(" ") }
    }
    guard letters.count < parts.count else {
      return letters.lastIndex(of: "/").map { String(letters[...$0]) } ?? ""
    }
    return letters.lastIndex(of: "/").map { String(letters[...$0]) } ?? ""
  }

  /// What the wildcards of a pattern matched in a path.
  struct Match: Sendable {
    /// What `*`, `?` and `**` matched, in order.
    var wildcards: [String] = []
    /// What names matched.
    var names: [String: String] = [:]
  }

  /// What the wildcards match in a path; nil where it does not fit.
  ///
  /// The shortest matches come first.
  func match(_ path: String) -> Match? {
    fit(Array(path)[...], parts[...], Match())
  }

  private func fit(
    _ path: ArraySlice<Character>, _ parts: ArraySlice<Part>, _ match: Match
  ) -> Match? {
    guard let part = parts.first else { return path.isEmpty ? match : nil }
    let rest = parts.dropFirst()
    switch part {
    case .letter(let letter):
      return path.first == letter ? fit(path.dropFirst(), rest, match) : nil
    case .one:
      guard let letter = path.first, letter != "/" else { return nil }
      return fit(path.dropFirst(), rest, added(String(letter), to: match))
    case .many, .named:
      for end in path.startIndex...path.endIndex {
        let taken = path[..<end]
        if taken.last == "/" { return nil }
        var next = match
        if case .named(let name) = part {
          if let known = match.names[name], known != String(taken) { continue }
          next.names[name] = String(taken)
        } else {
          next = added(String(taken), to: match)
        }
        if !taken.isEmpty, let found = fit(path[end...], rest, next) { return found }
      }
      return nil
    case .folders:
      let ends = [path.startIndex] + path.indices.filter { path[$0] == "/" }.map { $0 + 1 }
      for end in ends + (rest.isEmpty ? [path.endIndex] : []) {
        if let found = fit(path[end...], rest, added(String(path[..<end]), to: match)) {
          return found
        }
      }
      return nil
    }
  }

  private func added(_ text: String, to match: Match) -> Match {
    var match = match
    match.wildcards.append(text)
    return match
  }

  /// The path that a match of another pattern gives: its wildcards take what those of the other
  /// took, counted from the end; nil where there are too few, or a name is unknown.
  func path(_ match: Match) -> String? {
    var left = parts.count(where: \.isWildcard)
    guard left <= match.wildcards.count else { return nil }
    var path = ""
    for part in parts {
      switch part {
      case .letter(let letter): path.append(letter)
      case .named(let name):
        guard let text = match.names[name] else { return nil }
        path += text
      default:
        path += match.wildcards[match.wildcards.count - left]
        left -= 1
      }
    }
    return path
  }
}
