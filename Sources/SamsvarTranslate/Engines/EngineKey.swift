import Foundation

/// A key out of the environment, which no message, project or log ever holds.
public struct EngineKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
  /// The key itself.
  let value: String

  /// The key in the first of some variables that is set; nil where none is.
  public init?(environment names: [String], in environment: [String: String]) {
    guard let value = names.lazy.compactMap({ environment[$0] }).first(where: { !$0.isEmpty })
    else { return nil }
    self.value = value
  }

  /// What is shown of a key: nothing.
  public var description: String { "[key]" }
  /// What is shown of a key: nothing.
  public var debugDescription: String { "[key]" }
}
