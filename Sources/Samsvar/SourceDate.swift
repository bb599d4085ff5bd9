import Glibc

/// The date for files that carry one, from `SOURCE_DATE_EPOCH` (reproducible-builds.org) alone: without
/// it files carry no date, so that the same input gives the same bytes.
package enum SourceDate {
  /// The seconds since 1970, or nil where the variable is not set.
  static var seconds: Int? { getenv("SOURCE_DATE_EPOCH").flatMap { Int(String(cString: $0)) } }

  /// `YYYYMMDDThhmmssZ`, or nil where the variable is not set.
  static func tmx() -> String? { seconds.flatMap(tmx) }

  /// The time of an edit: that of the variable, else the clock's.
  package static func edit() -> String { tmx(seconds ?? Int(time(nil))) ?? "" }

  private static func tmx(_ seconds: Int) -> String? {
    var seconds = seconds
    var parts = tm()
    guard gmtime_r(&seconds, &parts) != nil else { return nil }
    func padded(_ value: Int32, _ width: Int) -> String {
      let text = String(value)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    let date =
      padded(parts.tm_year + 1900, 4) + padded(parts.tm_mon + 1, 2) + padded(parts.tm_mday, 2)
    let time = padded(parts.tm_hour, 2) + padded(parts.tm_min, 2) + padded(parts.tm_sec, 2)
    return "\(date)T\(time)Z"
  }
}
