import CICU
package import SamsvarModel

/// An ICU number format of a language; closes its handle.
package final class NumberFormat {
  private let handle: OpaquePointer

  /// A format with digits, or spelled out in words by CLDR's rules; nil where ICU has none.
  package init?(_ language: LanguageTag, isSpelledOut: Bool = false) {
    guard let handle = cicu_number_open(language.description, isSpelledOut ? 1 : 0) else {
      return nil
    }
    self.handle = handle
  }

  deinit { cicu_number_close(handle) }

  /// The text of a number: `15 000` with a no-break space in nb, `15,000` in en; spelled out
  /// `tjuefem`, without the soft hyphens of CLDR's rules.
  package func string(_ value: Double) -> String? {
    ICUText.string { cicu_number_format_text(handle, value, $0, $1) }?
      .filter { $0 != "\u{AD}" }
  }

  /// The number a text says; nil unless the whole text is a number.
  ///
  /// ICU's parsing is lenient and stops early without a failure: it reads `femogtyve` as 5.
  package func value(_ text: String) -> Double? {
    let units = Array(text.utf16)
    var end: Int32 = 0
    let value = cicu_number_parse(handle, units, Int32(units.count), &end)
    return Int(end) == units.count ? value : nil
  }
}
