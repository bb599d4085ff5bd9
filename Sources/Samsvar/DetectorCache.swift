import SamsvarModel
import SamsvarText
import Synchronization

/// A language detector, made once for a run: making one reads the profiles of all languages.
final class DetectorCache: Sendable {
  private let known = Mutex<LanguageDetector?>(nil)

  /// The detector, made by `make` where there is none yet.
  func detector(
    make: () throws(InputError) -> LanguageDetector
  ) throws(InputError) -> LanguageDetector {
    if let detector = known.withLock({ $0 }) { return detector }
    let detector = try make()
    known.withLock { $0 = detector }
    return detector
  }
}
