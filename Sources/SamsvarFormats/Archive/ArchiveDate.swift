import Glibc

/// The date written into an archive and its documents: `SOURCE_DATE_EPOCH`, or none.
///
/// Where a format must have a date and there is none it is 1980-01-01, the first one zip can hold,
/// so that the same input gives the same bytes (reproducible-builds.org).
package struct ArchiveDate: Hashable, Sendable {
  private let parts: [Int]
  /// Whether the date was given.
  package let isGiven: Bool

  /// A date from seconds since 1970 in UTC; nil for none.
  package init(seconds: Int?) {
    var time = seconds ?? 0
    var fields = tm()
    let isKnown = seconds != nil && gmtime_r(&time, &fields) != nil && fields.tm_year < 8100
    isGiven = isKnown
    parts =
      isKnown
      ? [
        Int(fields.tm_year) + 1900, Int(fields.tm_mon) + 1, Int(fields.tm_mday),
        Int(fields.tm_hour), Int(fields.tm_min), Int(fields.tm_sec),
      ] : [1980, 1, 1, 0, 0, 0]
  }

  /// `2019-12-20T12:00:00Z` (ISO 8601).
  package var iso8601: String {
    let text = parts.map { $0 < 10 ? "0\($0)" : String($0) }
    return text[..<3].joined(separator: "-") + "T" + text[3...].joined(separator: ":") + "Z"
  }

  /// Date and time as zip has them: from 1980 to 2107, two seconds exact.
  var dos: (time: UInt16, date: UInt16) {
    guard parts[0] >= 1980 else { return (0, 1 << 5 | 1) }
    let year = min(parts[0] - 1980, 127)
    return (
      UInt16(parts[3] << 11 | parts[4] << 5 | parts[5] / 2),
      UInt16(year << 9 | parts[1] << 5 | parts[2])
    )
  }
}
