import SamsvarLexicon
public import SamsvarModel
import SamsvarText

/// What a figure was measured with, so that figures can be compared.
public enum Signature {
  /// The text: `samsvar:0.1.0|icu:72.1|cldr:42.0|lexicon:21585`.
  ///
  /// - Throws: `InputError` when the installed data are damaged.
  public static func current() throws(InputError) -> String {
    let entries = try Pipeline.installed().lexicon?.entryCount ?? 0
    return "samsvar:\(SamsvarVersion.number)|icu:\(ICUVersion.icu)|cldr:\(ICUVersion.cldr)"
      + "|lexicon:\(entries)"
  }
}
