package import SamsvarFormats
package import SamsvarModel

/// Converts a bilingual file to another format, unit by unit: memory does not grow with an XML file.
package struct BitextConversion {
  /// The format read; nil to tell it from the file.
  package var from: BitextFormat?
  /// The format written.
  package var to: BitextFormat
  /// Languages and what a file carries besides units.
  package var options: BitextOptions

  /// A conversion, with the program's name and the date of `SOURCE_DATE_EPOCH`.
  package init(from: BitextFormat? = nil, to: BitextFormat, options: BitextOptions) {
    self.from = from
    self.to = to
    self.options = options
    self.options.tool = ("samsvar", SamsvarVersion.number)
    self.options.date = SourceDate.tmx()
    self.options.archiveDate = ArchiveDate(seconds: SourceDate.seconds)
  }

  /// Reads a file and passes on what is written, in pieces; what was lost.
  ///
  /// - Throws: `InputError` where the file cannot be read, or what `sink` throws.
  package func run(
    _ path: String, sink: ([UInt8]) throws(InputError) -> Void
  ) throws(InputError) -> ConversionLoss {
    let isVertical = from == nil && VerticalReader.isVertical(path)
    let format = if let from { from } else { try isVertical ? to : BitextFormat.of(path) }
    var writer = to.writer(options)
    var out: [UInt8] = []
    out.reserveCapacity(1 << 17)
    var loss = ConversionLoss()
    var reading = options
    reading.languageMap = LanguageMap()
    // Who names the format knows that the tables are bilingual.
    reading.acceptsPlainTables = from != nil
    if isVertical {
      for unit in try VerticalReader.read(path, reading) {
        loss.add(unit, to: to)
        writer.write(unit, to: &out)
      }
    } else {
      try format.forEachUnit(path, reading) { unit throws(InputError) in
        loss.add(unit, to: to)
        writer.write(unit, to: &out)
        guard out.count >= 1 << 16 else { return }
        try sink(out)
        out.removeAll(keepingCapacity: true)
      }
    }
    writer.finish(to: &out)
    try sink(out)
    return loss
  }
}
