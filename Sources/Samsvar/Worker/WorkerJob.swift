import Foundation

/// A job of `samsvar worker`, as a line of JSON gives it.
struct WorkerJob: Decodable {
  var id: Identifier?
  var command: String
  var source: Text?
  var target: Text?
  var sourceLanguage: String?
  var targetLanguage: String?
  var options: [String: Option]?

  /// An id, which comes back as it was: text or a whole number.
  enum Identifier: Codable {
    case text(String)
    case number(Int)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .number(let number): try container.encode(number)
      }
    }
  }

  /// A text to be segmented, or segments.
  enum Text: Decodable {
    case running(String)
    case segments([String])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self = .running(text)
      } else {
        self = .segments(try container.decode([String].self))
      }
    }

    /// The whole text.
    var joined: String {
      switch self {
      case .running(let text): text
      case .segments(let segments): segments.joined(separator: " ")
      }
    }
  }

  /// The value of an option: a flag, or text.
  enum Option: Decodable {
    case flag(Bool)
    case text(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let flag = try? container.decode(Bool.self) {
        self = .flag(flag)
      } else if let number = try? container.decode(Double.self) {
        self = .text(String(number))
      } else {
        self = .text(try container.decode(String.self))
      }
    }
  }
}

/// Why a job has no result.
struct WorkerFailure: Error {
  /// What kind of failure: `malformed` (no such JSON), `usage` (the job cannot be meant so), `input` (a file
  /// or text that cannot be read).
  var code: String
  var message: String
}
