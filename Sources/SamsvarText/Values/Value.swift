/// What a number, date or the like in a text is a value of.
package enum ValueKind: UInt8, Sendable, CaseIterable {
  case number, ordinal, percent, percentagePoint, permille, money, measure, multiple, vague
  case date, year, period, time, score, reference, identifier
}

/// Whether a value is meant exactly.
package enum Comparator: UInt8, Sendable {
  case exactly, about, over, under, atLeast, atMost
}

/// A calendar date with the parts that are given.
package struct CalendarDate: Hashable, Sendable {
  package var year: Int?
  package var month: Int?
  package var day: Int?
  /// 1 is Monday.
  package var weekday: Int?

  package init(year: Int? = nil, month: Int? = nil, day: Int? = nil, weekday: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
    self.weekday = weekday
  }
}

/// One way to understand an expression such as `2,5 mrd. kroner` or `17. mai`.
package struct Reading: Hashable, Sendable {
  package var kind: ValueKind
  /// The value, or the lower end of a range.
  ///
  /// Times are minutes after midnight; measures count in the base unit of their dimension.
  package var low: Double
  /// The upper end of a range, else equal to `low`.
  package var high: Double
  /// The ISO 4217 code of money, the dimension of a measure, the kind of a reference.
  package var unit: String
  package var comparator: Comparator
  package var date: CalendarDate?
  /// The text of an identifier or reference.
  package var text: String

  package init(
    _ kind: ValueKind, _ low: Double = 0, to high: Double? = nil, unit: String = "",
    comparator: Comparator = .exactly, date: CalendarDate? = nil, text: String = ""
  ) {
    self.kind = kind
    self.low = low
    self.high = high ?? low
    self.unit = unit
    self.comparator = comparator
    self.date = date
    self.text = text
  }
}

/// An expression of a value in a text, with every way to understand it, most likely first.
package struct ValueMention: Hashable, Sendable {
  /// UTF-8 offsets in the document's text.
  package var range: Range<Int>
  /// The tokens it covers.
  package var tokens: Range<Int>
  /// At least one reading.
  package var readings: [Reading]
  /// Whether it is written with digits.
  package var hasDigits: Bool

  package init(range: Range<Int>, tokens: Range<Int>, readings: [Reading], hasDigits: Bool) {
    self.range = range
    self.tokens = tokens
    self.readings = readings
    self.hasDigits = hasDigits
  }
}
