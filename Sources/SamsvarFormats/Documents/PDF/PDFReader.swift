import SamsvarModel

enum PDFReader {
  static func read(_ bytes: [UInt8], file: String) throws(InputError) -> StructuredText {
    throw InputError("cannot be read yet", at: SourcePosition(file: file))
  }
}
