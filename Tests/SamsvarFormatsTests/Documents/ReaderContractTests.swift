import Foundation
import SamsvarFormats
import SamsvarModel
import SamsvarTestSupport
import Testing

/// A format with a way to write a few paragraphs in it.
struct ContractCase: CustomTestStringConvertible, Sendable {
  var format: DocumentFormat
  var write: @Sendable ([String]) throws -> [UInt8]
  var testDescription: String { format.rawValue }

  static let all: [ContractCase] = [
    ContractCase(format: .markdown) { Array($0.joined(separator: "\n\n").utf8) },
    ContractCase(format: .html) { paragraphs in
      Array(("<body>" + paragraphs.map { "<p>\($0)</p>" }.joined(separator: "\n")).utf8)
    },
    ContractCase(format: .srt) { Array(cues($0, mark: ",").utf8) },
    ContractCase(format: .vtt) { Array(("WEBVTT\n\n" + cues($0, mark: ".")).utf8) },
    ContractCase(format: .docx) { try TestDocument.docx($0.map { TestDocument.p($0) }.joined()) },
    ContractCase(format: .odt) { paragraphs in
      try TestDocument.odt(paragraphs.map { "<text:p>\($0)</text:p>" }.joined())
    },
    ContractCase(format: .epub) { paragraphs in
      let page = "<html><body>" + paragraphs.map { "<p>\($0)</p>" }.joined() + "</body></html>"
      return try TestDocument.epub(["<html><body>Innhold</body></html>", page])
    },
  ]

  /// A page a paragraph, where the program is there that reads PDF.
  static let pdf: [ContractCase] =
    Interop.isRequired || Interop.has("pdftotext", "pdftotext", ["-v"])
    ? [
      ContractCase(format: .pdf) { texts in
        TestPDF.bytes([
          texts.enumerated().map { TestPDF.Line(y: 120 + 60 * $0, text: $1) }
        ])
      }
    ] : []

  static let mapped = all.filter { $0.format.isMapped }
  static let archives = all.filter { !$0.format.isMapped }

  private static func cues(_ texts: [String], mark: Character) -> String {
    texts.enumerated().map { number, text in
      let second = String(number * 10 + 10)
      return "\(number + 1)\n00:00:\(second)\(mark)000 --> 00:00:\(second)\(mark)900\n\(text)\n"
    }.joined(separator: "\n")
  }
}

/// What every reader of running text promises.
@Suite("Readers of documents")
struct ReaderContractTests {
  private let paragraphs = [
    "Regjeringen la fram en avtale.", "Den gjelder blåkveite.", "Statsråden sa ja.",
  ]

  @Test(arguments: ContractCase.all + ContractCase.pdf)
  func paragraphsComeInOrder(of format: ContractCase) throws {
    let text = try read(try format.write(paragraphs), as: format.format)
    #expect(text.texts == paragraphs)
    // In a PDF the kind is told from the looks.
    #expect(text.blocks.allSatisfy { $0.kind == .paragraph || format.format == .pdf })
  }

  @Test(arguments: ContractCase.all + ContractCase.pdf)
  func blocksStandApartAndInTheText(of format: ContractCase) throws {
    let text = try read(try format.write(paragraphs), as: format.format)
    for (block, next) in zip(text.blocks, text.blocks.dropFirst()) {
      #expect(text.text[block.range.upperBound..<next.range.lowerBound] == [0x0A])
    }
  }

  @Test(arguments: ContractCase.all)
  func nothingGivesNothing(of format: ContractCase) throws {
    let bytes = format.format == .srt ? [] : try format.write([])
    let text = try read(bytes, as: format.format)
    #expect(text.blocks.isEmpty)
    let blank = try read(try format.write([" ", "\u{9}"]), as: format.format)
    #expect(blank.blocks.isEmpty)
  }

  @Test(arguments: ContractCase.all)
  func aSegmentOfAMegabyteIsReadWhole(of format: ContractCase) throws {
    let long = String(repeating: "ordet ", count: 175_000) + "slutt."
    let text = try read(try format.write([long]), as: format.format)
    #expect(text.texts == [long])
  }

  @Test(arguments: ContractCase.mapped)
  func brokenUTF8IsNamedByByte(of format: ContractCase) throws {
    var bytes = try format.write(paragraphs)
    let place = try #require(bytes.firstIndex(of: 0xC3))
    bytes[place + 1] = 0x28
    let error = #expect(throws: InputError.self) { try read(bytes, as: format.format) }
    #expect(error?.position.byte == place)
    #expect(error?.position.line == 1 + bytes[..<place].count { $0 == 0x0A })
  }

  @Test(arguments: ContractCase.mapped)
  func byteOrderMarkAndCRLFChangeNothing(of format: ContractCase) throws {
    let plain = try format.write(paragraphs)
    let crlf = plain.flatMap { (byte: UInt8) -> [UInt8] in byte == 0x0A ? [0x0D, 0x0A] : [byte] }
    let windows: [UInt8] = [0xEF, 0xBB, 0xBF] + crlf
    let text = try read(windows, as: format.format)
    #expect(text.texts == paragraphs)
    for (number, block) in text.blocks.enumerated() {
      #expect(Array(windows[text.origin.original(block.range)]) == Array(paragraphs[number].utf8))
    }
  }

  @Test(arguments: ContractCase.mapped)
  func everyPieceCutOffIsReadOrRefused(of format: ContractCase) throws {
    let whole = try format.write(paragraphs)
    for length in 0..<whole.count {
      do throws(InputError) {
        let text = try DocumentReader.read(Array(whole[..<length]), name: "a", as: format.format)
        for block in text?.blocks ?? [] {
          #expect(text.map { $0.origin.original(block.range).upperBound <= length } == true)
        }
      } catch {
        #expect(error.position.file == "a")
      }
    }
  }

  @Test(arguments: ContractCase.archives)
  func anArchiveCutOffIsRefused(of format: ContractCase) throws {
    let whole = try format.write(paragraphs)
    for length in stride(from: 0, to: whole.count, by: 37) {
      let error = #expect(throws: InputError.self) {
        try read(Array(whole[..<length]), as: format.format)
      }
      #expect(error?.position.file == "a")
    }
  }

  @Test(arguments: ContractCase.pdf)
  func aPDFCutOffIsReadOrRefused(of format: ContractCase) throws {
    let whole = try format.write(paragraphs)
    for length in stride(from: 0, to: whole.count, by: 101) {
      do throws(InputError) {
        let bytes = Array(whole[..<length])
        let text = try DocumentReader.read(bytes, name: "a", as: format.format)
        #expect(text?.texts.allSatisfy { paragraphs.joined().contains($0) } == true)
      } catch {
        #expect(error.position.file == "a")
      }
    }
  }

  @Test(arguments: ContractCase.mapped)
  func everyCharacterLeadsBackToItsByte(of format: ContractCase) throws {
    let bytes = try format.write(paragraphs)
    let text = try read(bytes, as: format.format)
    for block in text.blocks {
      for offset in block.range {
        #expect(bytes[text.origin.original(offset)] == text.text[offset])
        #expect(text.origin.derived(text.origin.original(offset)) == offset)
      }
    }
  }

  @Test(arguments: ContractCase.archives + ContractCase.pdf)
  func blocksKnowTheirPartAndParagraph(of format: ContractCase) throws {
    let text = try read(try format.write(paragraphs), as: format.format)
    #expect(text.blocks.map { $0.place?.paragraph } == [1, 2, 3])
    #expect(text.blocks.allSatisfy { $0.place?.part.isEmpty == false })
  }

  @Test(arguments: ContractCase.all, [1, 2, 3] as [UInt64])
  func anyBytesAreReadOrRefused(of format: ContractCase, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "<", ">", "&", "&aring;", "<p", "<b>", "</p>", "*", "**", "_", "`", "[", "](", ")", "\n",
      "- ",
      "> ", "|", "\n|-|\n", "    ", "æ", " ", "-->", "00:01.000", "\n\n", "{", "}", "\"", "#",
      "\u{AD}",
    ]
    for _ in 0..<60 {
      let text = (0..<80).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let bytes = try format.write([text])
      do throws(InputError) {
        let read = try DocumentReader.read(bytes, name: "a", as: format.format)
        guard let read, format.format.isMapped else { continue }
        #expect(read.blocks.allSatisfy { read.origin.original($0.range).upperBound <= bytes.count })
      } catch {
        #expect(!error.message.isEmpty)
      }
    }
  }
}
