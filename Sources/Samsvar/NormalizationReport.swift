public import SamsvarModel
public import SamsvarText

/// A text in its normal form, with what was changed: the interface of `text normalize`.
public struct NormalizationReport: Sendable {
  /// One change.
  public struct Change: Hashable, Sendable, CustomStringConvertible {
    /// UTF-8 offsets in the original.
    public var range: Range<Int>
    /// What stood there.
    public var original: String
    /// What stands there now.
    public var replacement: String
    /// Which form it was brought to: `quotes`.
    public var form: String

    /// The change for people: `12-14 « → "`.
    public var description: String {
      "\(range.lowerBound)-\(range.upperBound) \(original) → \(replacement)"
    }
  }

  /// The normal form.
  public let text: String
  /// The changes in order.
  public let changes: [Change]

  /// Normalises a text.
  public init(_ text: [UInt8], forms: Normaliser.Forms = .all) {
    let result = Normaliser.normalise(text, forms)
    self.text = String(decoding: result.text, as: UTF8.self)
    changes = result.changes.map { change in
      Change(
        range: change.range, original: String(decoding: text[change.range], as: UTF8.self),
        replacement: change.replacement,
        form: Self.names.first { $0.form == change.form }?.name ?? "")
    }
  }

  private static let names: [(name: String, form: Normaliser.Forms)] = [
    ("composition", .composition), ("quotes", .quotes), ("dashes", .dashes), ("spaces", .spaces),
    ("invisible", .invisible), ("ligatures", .ligatures),
  ]

  /// The forms named in a list by commas; all of them for nil.
  ///
  /// - Throws: `InputError` for an unknown name.
  public static func forms(named list: String?) throws(InputError) -> Normaliser.Forms {
    guard let list else { return .all }
    var forms: Normaliser.Forms = []
    for name in list.split(separator: ",") {
      guard let form = names.first(where: { $0.name == name })?.form else {
        let known = names.map(\.name).joined(separator: ", ")
        throw InputError(
          "unknown form \"\(name)\"; the forms are \(known)", at: SourcePosition(file: "--only"))
      }
      forms.insert(form)
    }
    return forms
  }
}
