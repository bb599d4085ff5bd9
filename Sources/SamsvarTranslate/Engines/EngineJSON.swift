import Foundation

/// JSON as it goes to services: members in order, slashes as they are.
enum EngineJSON {
  static func data(_ value: some Encodable) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(value)) ?? Data("{}".utf8)
  }

  static func shown(_ value: some Encodable) -> String {
    String(decoding: data(value), as: UTF8.self)
  }
}
