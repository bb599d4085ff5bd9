import SamsvarModel
import SamsvarText

extension ValueRendering {
  /// The translation with the new times of day in the places of the old ones, in the style that stands
  /// there: `6:30 p.m.`, `klokken 18.30`, `from 8:00 to 16:00`.
  func withClock(_ written: String, _ old: Reading, _ new: Reading) -> String? {
    guard old.kind == .time, new.kind == .time, (old.low == old.high) == (new.low == new.high)
    else { return nil }
    var pairs = [(Int(old.low), Int(new.low))]
    if old.low != old.high { pairs.append((Int(old.high), Int(new.high))) }
    var result = written
    for (before, after) in pairs where before != after {
      guard let replaced = replacingTime(before, with: after, in: result) else { return nil }
      result = replaced
    }
    return result == written ? nil : result
  }

  private func replacingTime(_ old: Int, with new: Int, in text: String) -> String? {
    if let result = withHalfDay(old, new, text) { return result }
    for sign in [":", "."] {
      if let result = Self.replacing(
        Self.clock(old, sign), with: Self.clock(new, sign), in: text)
      {
        return result
      }
    }
    return nil
  }

  /// `6:30 p.m.` for `18.30`, where the halves of the day are told apart once.
  private func withHalfDay(_ old: Int, _ new: Int, _ text: String) -> String? {
    guard target.base == .en else { return nil }
    for (am, pm) in [("a.m.", "p.m."), ("am", "pm")] {
      let marker = old >= 720 ? pm : am
      guard text.hasSuffix(marker) else { continue }
      let number = text.dropLast(marker.count)
      let hasMinutes = number.contains(":")
      let before = Self.twelve(old, hasMinutes: hasMinutes)
      let after = Self.twelve(new, hasMinutes: hasMinutes || new % 60 != 0)
      return Self.replacing(before, with: after, in: String(number)).map {
        $0 + (new >= 720 ? pm : am)
      }
    }
    return nil
  }

  private static func clock(_ minutes: Int, _ sign: String) -> String {
    "\(minutes / 60)\(sign)\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
  }

  private static func twelve(_ minutes: Int, hasMinutes: Bool) -> String {
    let hour = (minutes / 60 + 11) % 12 + 1
    return hasMinutes ? clock(hour * 60 + minutes % 60, ":") : "\(hour)"
  }
}
