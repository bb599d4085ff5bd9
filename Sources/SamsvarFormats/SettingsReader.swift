public import SamsvarModel
import Yams

/// Reads the checks' part of `samsvar.yml`.
///
///     rules:
///       name.mismatch: warning
///       consistency: off
///     words: [Storting, bokmål]
///     paths:
///       - paths: ["legal/**"]
///         rules: {number.format: off}
public enum SettingsReader {
  private struct Table: Decodable {
    struct Entry: Decodable {
      var paths: [String]
      var rules: [String: String]
    }

    var rules: [String: String]?
    var words: [String]?
    var paths: [Entry]?
  }

  /// The settings of a file; members it does not know belong to others.
  ///
  /// - Throws: `InputError` that says what does not fit.
  public static func read(_ bytes: [UInt8], file: String) throws(InputError) -> CheckSettings {
    let table: Table
    do {
      let text = String(decoding: bytes, as: UTF8.self)
      table =
        text.allSatisfy(\.isWhitespace) ? Table() : try YAMLDecoder().decode(Table.self, from: text)
    } catch {
      throw InputError(
        "is no settings file: \(reason(error)); see `samsvar help check`",
        at: SourcePosition(file: file))
    }
    var paths: [CheckSettings.PathLevels] = []
    for entry in table.paths ?? [] {
      paths.append(.init(paths: entry.paths, rules: try levels(entry.rules, file)))
    }
    return CheckSettings(
      rules: try levels(table.rules ?? [:], file), words: table.words ?? [], paths: paths)
  }

  private static func levels(
    _ names: [String: String], _ file: String
  ) throws(InputError) -> [String: CheckSettings.Level] {
    var levels: [String: CheckSettings.Level] = [:]
    for (rule, name) in names {
      // YAML reads a plain `off` as false.
      guard let level = CheckSettings.Level(rawValue: name == "false" ? "off" : name) else {
        throw InputError(
          "\"\(name)\" is no level for \(rule); there are off, note, warning, error",
          at: SourcePosition(file: file))
      }
      levels[rule] = level
    }
    return levels
  }

  private static func reason(_ error: any Error) -> String {
    switch error {
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
      DecodingError.dataCorrupted(let context):
      context.codingPath.isEmpty
        ? context.debugDescription
        : "\(context.codingPath.map(\.stringValue).joined(separator: ".")): \(context.debugDescription)"
    case DecodingError.keyNotFound(let key, _): "\"\(key.stringValue)\" is missing"
    default: "\(error)"
    }
  }
}
