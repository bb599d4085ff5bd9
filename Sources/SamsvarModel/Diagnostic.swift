/// Something about an input that could not be read well, or that a reader should know.
public struct Diagnostic: Hashable, Sendable {
  /// How bad it is.
  public var severity: Severity
  /// What was found and what to do, in lower case without a full stop.
  public var message: String
  /// Where it stands, if it stands anywhere.
  public var position: SourcePosition?

  /// A diagnostic with the given text.
  public init(_ severity: Severity, _ message: String, at position: SourcePosition? = nil) {
    self.severity = severity
    self.message = message
    self.position = position
  }
}

/// A place in a file.
public struct SourcePosition: Hashable, Sendable, CustomStringConvertible {
  /// The path, or `-` for standard input.
  public var file: String
  /// The line, counted from 1.
  public var line: Int?
  /// The byte offset in the file, counted from 0.
  public var byte: Int?

  /// A place in the named file.
  public init(file: String, line: Int? = nil, byte: Int? = nil) {
    self.file = file
    self.line = line
    self.byte = byte
  }

  /// The text: `article.nb.txt:12 (byte 840)`.
  public var description: String {
    var text = file == "-" ? "standard input" : file
    if let line { text += ":\(line)" }
    if let byte { text += " (byte \(byte))" }
    return text
  }
}

/// An input that cannot be read, with the place and what to do about it.
public struct InputError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was found and what to do, in lower case without a full stop.
  public var message: String
  /// Where it stands.
  public var position: SourcePosition

  /// An error at the given place.
  public init(_ message: String, at position: SourcePosition) {
    self.message = message
    self.position = position
  }

  /// The same error in a file of which this text is a later part.
  public func moved(bytes: Int, lines: Int) -> InputError {
    var error = self
    error.position.line = position.line.map { $0 + lines }
    error.position.byte = position.byte.map { $0 + bytes }
    return error
  }

  /// The text: `article.nb.txt:12 (byte 840): the byte 0xE6 is not UTF-8`.
  public var description: String { "\(position): \(message)" }
}
