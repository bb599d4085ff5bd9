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
          // `Saturday (September 29)` is `lørdag 29. september`: two values for one.
          guard
            level == .equal || openSource.contains(s) && openTarget.contains(t)
              || source[s].value.readings[0].kind == .date
                && target[t].value.readings[0].kind == .date
          else { continue }
          openSource.removeAll { $0 == s }
          openTarget.removeAll { $0 == t }
        }
      }
    }
    for level in [ValueAgreement.unitDiffers, .conflict] {
      for s in openSource {
        let partner = openTarget.first {
          source[s].value.isDefinite && target[$0].value.isDefinite
            && source[s].value.agreement(with: target[$0].value) == level
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

  /// Whether the value is worth a finding when it stands alone.
  ///
  /// `en`, `to`, `første` and `andre` come and go in good translations (`begge`, `both`); what may be
  /// no value at all is never missed.
  var standsOut: Bool {
    guard !isWeak else { return false }
    if hasDigits { return true }
    switch readings[0].kind {
    case .number: return readings[0].low > 2 || readings[0].low != readings[0].low.rounded()
    case .ordinal: return readings[0].low > 2 || readings[0].low < 0
    case .multiple: return readings[0].low > 2
    case .measure: return readings[0].raw > 2 || readings[0].raw != readings[0].raw.rounded()
    default: return true
    }
  }

  /// Whether a value that differs from its counterpart is worth a finding.
  var isDefinite: Bool { !isWeak }
}
