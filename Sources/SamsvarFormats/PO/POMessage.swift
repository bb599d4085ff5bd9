/// What gettext keeps around a message besides its texts, so that PO can be written again without loss.
///
/// All units of a message (its plural forms) share one.
package final class POMessage: Hashable, Sendable {
  /// The file: its header and what stands in it as obsolete.
  package struct File: Hashable, Sendable {
    /// The comments above the header, with their line feeds.
    var comments: [UInt8] = []
    /// The header's text.
    var header: [UInt8] = []
    /// The obsolete messages with their comments, line by line as they stand.
    var obsolete: [UInt8] = []
  }

  let file: File
  /// The lines of comments in their order, without those of flags.
  let comments: [String]
  /// The notes that were read out of the comments.
  let notes: [String]
  /// The flags but `fuzzy`.
  let flags: [String]
  /// `msgctxt`, which may be empty.
  let context: [UInt8]?
  let singular: [UInt8]
  /// `msgid_plural`; nil for a message without plural forms.
  let plural: [UInt8]?

  init(_ entry: POEntry, file: File) {
    self.file = file
    comments = entry.lines
    notes = entry.comments
    flags = entry.flags
    context = entry.strings["msgctxt"]?.value
    singular = entry.strings["msgid"]?.value ?? []
    plural = entry.strings["msgid_plural"]?.value
  }

  /// Whether the message has something that no other format has a place for.
  var hasRemarks: Bool {
    !flags.isEmpty || !file.obsolete.isEmpty
      || comments.contains { $0.hasPrefix("#:") || $0.hasPrefix("#|") }
  }

  package static func == (left: POMessage, right: POMessage) -> Bool {
    left === right
      || left.comments == right.comments && left.flags == right.flags
        && left.context == right.context && left.singular == right.singular
        && left.plural == right.plural && left.file == right.file
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(context)
    hasher.combine(singular)
  }
}
