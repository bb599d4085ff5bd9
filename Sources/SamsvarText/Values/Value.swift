/// What a number, date or the like in a text is a value of.
package enum ValueKind: UInt8, Sendable, CaseIterable {
  case number, ordinal, percent, percentagePoint, permille, money, measure, age, multiple
  /// Some hundreds, thousands: an order of magnitude.
  case vague
  /// So many times in a period: `to ganger i uken`, `every three weeks`.
  case frequency
  case date, year
  /// A decade or century.
  case period
  case time, score, reference, identifier

  /// The name of the kind: `money`, `percentage point`.
  package var description: String { self == .percentagePoint ? "percentage point" : "\(self)" }
}

/// Whether a value is meant exactly.
package enum Comparator: UInt8, Sendable {
  case exactly, about, over, under, atLeast, atMost

  /// Whether the two point in opposite directions: `over` and `up to`.
  func contradicts(_ other: Comparator) -> Bool {
    isUpward && other.isDownward || isDownward && other.isUpward
  }

  private var isUpward: Bool { self == .over || self == .atLeast }
  private var isDownward: Bool { self == .under || self == .atMost }
}

/// A calendar date with the parts that are given.
package struct CalendarDate: Hashable, Sendable {
  /// Negative before Christ.
  package var year: Int?
  package var month: Int?
  /// The last month of a span: June in `April to June`.
  package var endMonth: Int?
  package var day: Int?
  /// The last day of a span: 27 in `16.–27. februar`.
  package var endDay: Int?
  /// 1 is Monday.
  package var weekday: Int?
  package var week: Int?
  package var quarter: Int?
  /// 1 or 2: `første halvår`.
  package var half: Int?

  package init(
    year: Int? = nil, month: Int? = nil, endMonth: Int? = nil, day: Int? = nil,
    endDay: Int? = nil, weekday: Int? = nil, week: Int? = nil, quarter: Int? = nil,
    half: Int? = nil
  ) {
    self.year = year
    self.month = month
    self.endMonth = endMonth
    self.day = day
    self.endDay = endDay
    self.weekday = weekday
    self.week = week
    self.quarter = quarter
    self.half = half
  }
}

/// One way to understand an expression such as `2,5 mrd. kroner` or `17. mai`.
package struct Reading: Hashable, Sendable {
  package var kind: ValueKind
  /// The value, or the lower end of a range.
  ///
  /// Measures count in the base unit of their dimension, times in minutes after midnight; a
  /// frequency has the times in `low` and the days of its period in `high`.
  package var low: Double
  /// The upper end of a range, else equal to `low`.
  package var high: Double
  /// The number as said, before any unit: 20 in `20 km`.
  package var raw: Double
  /// The ISO 4217 code of money, the dimension of a measure, the kind of a reference.
  package var unit: String
  package var comparator: Comparator
  package var date: CalendarDate?
  /// The text of an identifier or reference.
  package var text: String
  /// Of a time, that morning and evening are not told apart; of a score, that it was lost.
  package var isEitherWay: Bool

  package init(
    _ kind: ValueKind, _ low: Double = 0, to high: Double? = nil, raw: Double? = nil,
    unit: String = "", comparator: Comparator = .exactly, date: CalendarDate? = nil,
    text: String = "", isEitherWay: Bool = false
  ) {
    self.kind = kind
    self.low = low
    self.high = high ?? low
    self.raw = raw ?? low
    self.unit = unit
    self.comparator = comparator
    self.date = date
    self.text = text
    self.isEitherWay = isEitherWay
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
  /// Whether it may be no value at all (`en`, `one`, `a minute`): it can match one, but is not missed.
  package var isWeak: Bool
  /// Whether its digits follow another language's habit: `3,5` in English.
  package var isForeign: Bool

  package init(
    range: Range<Int>, tokens: Range<Int>, readings: [Reading], hasDigits: Bool,
    isWeak: Bool = false, isForeign: Bool = false
  ) {
    self.range = range
    self.tokens = tokens
    self.readings = readings
    self.hasDigits = hasDigits
    self.isWeak = isWeak
    self.isForeign = isForeign
  }
}
