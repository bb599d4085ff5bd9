import SamsvarModel
import SamsvarText

/// The values of both sides of a pairing, matched with each other.
struct ValuePairing {
  /// A value and the segment it stands in.
  typealias Place = (segment: Int, value: ValueMention)

  /// Values of the same family that differ.
  private(set) var conflicts: [(source: Place, target: Place, agreement: ValueAgreement)] = []
  /// Source values without counterpart.
  private(set) var sourceOnly: [Place] = []
  /// Target values without counterpart.
  private(set) var targetOnly: [Place] = []

  /// Matches equal values first, then compatible ones, then those of one family that differ.
  ///
  /// A value said twice on one side may be said once on the other.
  init(source: [Place], target: [Place]) {
    var openSource = Array(source.indices)
    var openTarget = Array(target.indices)
    for level in [ValueAgreement.equal, .compatible] {
      for s in source.indices {
        for t in target.indices
        where source[s].value.agreement(with: target[t].value) == level {
          guard openSource.contains(s) || openTarget.contains(t) else { continue }
          guard level == .equal || openSource.contains(s) && openTarget.contains(t) else {
            continue
          }
          openSource.removeAll { $0 == s }
          openTarget.removeAll { $0 == t }
        }
      }
    }
    for level in [ValueAgreement.unitDiffers, .conflict] {
      for s in openSource {
        let partner = openTarget.first {
          source[s].value.agreement(with: target[$0].value) == level
        }
        guard let t = partner else { continue }
        conflicts.append((source[s], target[t], level))
        openSource.removeAll { $0 == s }
        openTarget.removeAll { $0 == t }
      }
    }
    sourceOnly = openSource.map { source[$0] }
    targetOnly = openTarget.map { target[$0] }
  }
}

extension ValueMention {
  /// What a finding about this value is filed under.
  var category: FindingCategory {
    switch readings[0].kind {
    case .date, .year, .period, .time: .date
    default: .number
    }
  }

  /// Whether the value is worth a finding when it stands alone: small number words (`en`, `to`)
  /// come and go in good translations.
  var standsOut: Bool {
    if hasDigits { return true }
    switch readings[0].kind {
    case .date: return readings[0].date?.day != nil || readings[0].date?.weekday != nil
    case .percent, .percentagePoint, .permille, .money: return true
    case .number, .measure: return readings[0].low > 12
    default: return false
    }
  }

  /// `one` and `én`, which are as often pronouns as numbers.
  var isOne: Bool { !hasDigits && readings[0].kind == .number && readings[0].low == 1 }

  /// Whether two number words that differ are worth a finding.
  var isDefinite: Bool {
    switch readings[0].kind {
    case .vague, .multiple, .identifier: hasDigits
    default: true
    }
  }
}
