import Glibc

/// What standard output is: a terminal with a width and colours, or a pipe.
struct Terminal {
  /// Columns of the terminal; 100 in a pipe.
  let width: Int
  /// Whether to use colour: on a terminal, unless `NO_COLOR` is set (https://no-color.org).
  let hasColour: Bool

  static let standardOutput = Terminal(descriptor: STDOUT_FILENO)

  /// A file: 100 columns, no colour.
  static let file = Terminal(width: 100, hasColour: false)

  private init(width: Int, hasColour: Bool) {
    self.width = width
    self.hasColour = hasColour
  }

  init(descriptor: Int32) {
    let isTerminal = isatty(descriptor) == 1
    hasColour = isTerminal && getenv("NO_COLOR") == nil
    var size = winsize()
    if isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 {
      width = Int(size.ws_col)
    } else if let variable = getenv("COLUMNS"), let columns = Int(String(cString: variable)),
      columns >= 40
    {
      width = columns
    } else {
      width = 100
    }
  }

  /// A style of the terminal's own palette.
  enum Style: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case yellow = "33"
    case cyan = "36"
  }

  /// The text in a style, or as it is where there is no colour.
  func styled(_ text: String, _ style: Style) -> String {
    hasColour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
