import SamsvarModel

/// What a table says of single terms, one column each.
enum TermAttribute: String, CaseIterable {
  case partOfSpeech = "part_of_speech"
  case gender, type, match
  case note = "term_note"
  case context

  /// What stands between the values of different terms.
  var separator: String {
    switch self {
    case .note, .context: " | "
    default: ";"
    }
  }

  /// Whether a single value holds for every term.
  private var mayHoldForAll: Bool { separator == ";" }

  /// The values of terms as a cell; empty where none has one.
  func cell(_ terms: [TermSection]) -> String {
    var values = terms.map(value)
    guard values.contains(where: { !$0.isEmpty }) else { return "" }
    if mayHoldForAll, Set(values).count == 1 { return values[0] }
    let isFirstAlone = values.dropFirst().allSatisfy(\.isEmpty)
    while values.count > (mayHoldForAll && isFirstAlone ? 2 : 1), values.last?.isEmpty == true {
      values.removeLast()
    }
    return values.joined(separator: separator)
  }

  private func value(_ term: TermSection) -> String {
    switch self {
    case .partOfSpeech: term.partOfSpeech?.rawValue ?? ""
    case .gender: term.gender?.rawValue ?? ""
    case .type: term.type?.rawValue ?? ""
    case .match: term.hints.text
    case .note: term.note
    case .context: term.context
    }
  }

  /// Gives terms the values of a cell.
  ///
  /// - Throws: `InputError` for more values than terms, or one that the attribute does not have.
  func apply(
    _ cell: String, to terms: inout [TermSection], at position: SourcePosition
  ) throws(InputError) {
    var values = Self.split(cell, separator).map(Trimming.trimmed)
    if values.count == 1, mayHoldForAll {
      values = [String](repeating: values[0], count: terms.count)
    }
    guard values.dropFirst(terms.count).allSatisfy(\.isEmpty) else {
      throw InputError(
        "the column \(rawValue) has \(values.count) values for \(terms.count) terms", at: position)
    }
    for (index, value) in zip(terms.indices, values) where !value.isEmpty {
      try set(value, &terms[index], at: position)
    }
  }

  private static func split(_ cell: String, _ separator: String) -> [String] {
    guard separator != ";" else {
      return cell.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
    return cell.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
  }

  private func set(
    _ value: String, _ term: inout TermSection, at position: SourcePosition
  ) throws(InputError) {
    switch self {
    case .note: term.note = value
    case .context: term.context = value
    case .partOfSpeech: term.partOfSpeech = try pick(TermPartOfSpeech.self, value, position)
    case .gender: term.gender = try pick(GrammaticalGender.self, value, position)
    case .type: term.type = try pick(TermType.self, value, position)
    case .match:
      guard let hints = MatchHints(text: value) else {
        throw unknown(value, MatchHints.names.map(\.name), position)
      }
      term.hints = hints
    }
  }

  private func pick<Value: RawRepresentable<String> & CaseIterable>(
    _ type: Value.Type, _ value: String, _ position: SourcePosition
  ) throws(InputError) -> Value {
    let found = Value.allCases.first { $0.rawValue.lowercased() == value.lowercased() }
    guard let found else { throw unknown(value, Value.allCases.map(\.rawValue), position) }
    return found
  }

  private func unknown(
    _ value: String, _ known: [String], _ position: SourcePosition
  ) -> InputError {
    InputError(
      "\"\(value)\" in the column \(rawValue) is none of \(known.joined(separator: ", "))",
      at: position)
  }
}
