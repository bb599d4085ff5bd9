import Foundation
import SamsvarFormats
import SamsvarModel
import SamsvarTestSupport
import Testing

/// What every format of termbases must keep to.
@Suite("Termbase formats")
struct TermbaseContractTests {
  /// The numbers of the files that are text; an archive has its own damage tests.
  static let texts = files.indices.filter { files[$0].format != .xlsx }

  /// Every format with the bytes of a file in it.
  static let files: [(format: TermbaseFormat, bytes: [UInt8])] = {
    let written = TermbaseFormat.writable.compactMap { format in
      (try? TermbaseFile.write(TermbaseSamples.full, as: format)).map { (format, $0) }
    }
    return written + TermbaseSamples.readOnly.map { ($0.format, Array($0.text.utf8)) }
  }()

  private func read(_ bytes: [UInt8], _ format: TermbaseFormat) throws -> Termbase {
    try TermbaseFile.read(bytes, file: "f", .init(format: format)).termbase
  }

  @Test func everyFormatHasAFile() {
    #expect(Set(Self.files.map(\.format)) == Set(TermbaseFormat.allCases))
  }

  @Test(arguments: TermbaseFormat.writable.filter { !$0.isBilingual })
  func whatIsWrittenIsReadAgain(format: TermbaseFormat) throws {
    let bytes = try TermbaseFile.write(TermbaseSamples.full, as: format)
    #expect(try read(bytes, format) == TermbaseSamples.kept(by: format))
    #expect(try TermbaseFile.write(TermbaseSamples.full, as: format) == bytes)
  }

  @Test(arguments: TermbaseFormat.writable)
  func writingWhatWasReadChangesNothing(format: TermbaseFormat) throws {
    let first = try read(try TermbaseFile.write(TermbaseSamples.full, as: format), format)
    let second = try read(try TermbaseFile.write(first, as: format), format)
    #expect(second == first)
  }

  @Test(arguments: files.indices)
  func severalLanguagesAndStatuses(number: Int) throws {
    let (format, bytes) = Self.files[number]
    let concept = try #require(try read(bytes, format).concepts.first)
    #expect(concept.terms(in: .nb).first?.term == "regjering")
    #expect(concept.terms(in: .en).first?.term == "government")
    #expect(concept.terms(in: .en).first?.status == .preferred)
    if !format.isBilingual { #expect(concept.terms(in: .nn).map(\.term) == ["regjering"]) }
    let regime = concept.terms(in: .en).first { $0.term == "regime" }
    #expect(regime?.status.isAllowed != true)
    #expect(regime != nil || format == .tbxCore)
  }

  @Test(arguments: TermbaseFormat.writable)
  func anEmptyTermbase(format: TermbaseFormat) throws {
    let bytes = try TermbaseFile.write(Termbase(), as: format)
    #expect(try read(bytes, format).concepts.isEmpty)
  }

  @Test(arguments: texts)
  func aByteOrderMarkSaysNothing(number: Int) throws {
    let (format, bytes) = Self.files[number]
    #expect(try read([0xEF, 0xBB, 0xBF] + bytes, format) == read(bytes, format))
  }

  @Test(arguments: texts)
  func linesMayEndInCRLF(number: Int) throws {
    let (format, bytes) = Self.files[number]
    let text = String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
    func terms(_ text: String) throws -> [String] {
      try read(Array(text.utf8), format).concepts.flatMap(\.languages).flatMap(\.terms).map(\.term)
    }
    #expect(try terms(text.replacingOccurrences(of: "\n", with: "\r\n")) == terms(text))
  }

  @Test(arguments: texts)
  func brokenUTF8IsNamedByItsPlace(number: Int) throws {
    var (format, bytes) = Self.files[number]
    let place = try #require(bytes.firstRange(of: Array("regjering".utf8))?.lowerBound)
    bytes[place + 2] = 0xFF
    bytes.insert(contentsOf: Array("æ".utf8), at: place)
    let error = #expect(throws: InputError.self) { try read(bytes, format) }
    #expect(error?.position.line != nil || error?.position.byte != nil)
  }

  @Test(arguments: files.indices)
  func aTruncatedFileIsRefusedOrReadToItsEnd(number: Int) throws {
    let (format, bytes) = Self.files[number]
    let isXML = bytes.first == 0x3C
    let whole = bytes.lastIndex(of: 0x3E) ?? bytes.count
    let all = try read(bytes, format).concepts.count
    for end in bytes.indices {
      do {
        let part = try read(Array(bytes[..<end]), format)
        #expect(part.concepts.count <= all)
        #expect(!isXML || end > whole)
      } catch let error as InputError {
        #expect(error.position.file == "f")
      }
    }
  }

  @Test(arguments: files.indices)
  func theFormatIsToldFromTheContent(number: Int) throws {
    let (format, bytes) = Self.files[number]
    let input = try TermbaseFile.read(bytes, file: "f.csv")
    #expect(format == .omegat || family(input.format) == family(format))
  }

  /// Styles of TBX v3 are told by the file itself, those of v2 need not be.
  private func family(_ format: TermbaseFormat) -> TermbaseFormat {
    format == .tbx2Ntig ? .tbx2 : format
  }

  @Test(arguments: [
    ("t.tbx", TermbaseFormat.tbx), ("t.csv", .csv), ("a/T.TSV", .tsv), ("t.utx", .utx),
    ("t.xlsx", .xlsx),
    ("t.txt", .omegat), ("t.ttl", .turtle), ("t.jsonld", .jsonld),
  ])
  func theNameSaysTheFormat(name: String, format: TermbaseFormat) {
    #expect(TermbaseFormat(path: name) == format)
  }
}
