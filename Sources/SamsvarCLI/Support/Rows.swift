import Samsvar

/// Rows of small tables as JSON Lines.
enum Rows {
  /// A member's value.
  enum Value {
    case text(String)
    case texts([String])
    case number(Double)
    case integer(Int)
  }

  /// One object as a line, its members sorted by name.
  static func json(_ members: [String: Value]) -> String {
    let parts = members.sorted { $0.key < $1.key }.map {
      "\(JSONEscapes.quoted($0.key)):\(text($0.value))"
    }
    return "{\(parts.joined(separator: ","))}\n"
  }

  /// A value as a column of a table.
  static func plain(_ value: Value) -> String {
    switch value {
    case .text(let text): column(text)
    case .texts(let texts): column(texts.joined(separator: "; "))
    case .number(let number): decimal(number)
    case .integer(let number): String(number)
    }
  }

  /// A text without the signs that end columns and rows.
  private static func column(_ text: String) -> String {
    String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }

  /// A number with three decimals at most.
  static func decimal(_ value: Double) -> String { BeadsFormat.decimal(value) }

  private static func text(_ value: Value) -> String {
    switch value {
    case .text(let text): JSONEscapes.quoted(text)
    case .texts(let texts): "[\(texts.map(JSONEscapes.quoted).joined(separator: ","))]"
    case .number(let number): decimal(number)
    case .integer(let number): String(number)
    }
  }
}

/// The lines of an input, LF or CRLF, without blank ones.
enum InputLines {
  /// The lines of a file.
  static func read(_ path: String) throws(InputError) -> [String] {
    split(try TextDecoder.decode(try FileBytes.read(path), file: path).text).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// The lines of a text.
  static func split(_ text: [UInt8]) -> [[UInt8]] {
    text.split(separator: 0x0A).map { $0.last == 0x0D ? Array($0.dropLast()) : Array($0) }
      .filter { $0.contains { $0 > 0x20 } }
  }
}
