import Foundation
public import SamsvarModel

/// JSON Lines: one object a line, UTF-8.
public enum JSONLines {
  /// Reads one value from each line that is not blank.
  ///
  /// - Throws: `InputError` with the line that is no such object.
  package static func read<Value: Decodable>(
    _ type: Value.Type, from bytes: [UInt8], file: String
  ) throws(InputError) -> [Value] {
    let decoder = JSONDecoder()
    var result: [Value] = []
    var line = 0
    var start = 0
    while start < bytes.count {
      line += 1
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      defer { start = end + 1 }
      let slice = bytes[start..<end]
      guard slice.contains(where: { $0 > 0x20 }) else { continue }
      do {
        result.append(try decoder.decode(type, from: Data(slice)))
      } catch {
        throw InputError(
          "not the JSON object expected here: \(reason(error))",
          at: SourcePosition(file: file, line: line, byte: start))
      }
    }
    return result
  }

  /// One value as a line, with sorted members and a line feed.
  package static func line(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data = (try? encoder.encode(value)) ?? Data("{}".utf8)
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  static func reason(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "member \"\(key.stringValue)\" is missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "member \"\(context.codingPath.map(\.stringValue).joined(separator: "."))\" has the wrong type"
    default: "malformed JSON"
    }
  }
}

/// One bead of a bitext in JSON Lines.
package struct BeadRecord: Codable, Sendable {
  package var id: String?
  package var document: String?
  package var sourceLanguage: String?
  package var targetLanguage: String?
  package var source: String
  package var target: String
  package var sourceIndices: [Int]?
  package var targetIndices: [Int]?
  package var kind: String?
  package var confidence: Double?
  package var state: String?
  package var note: String?
  package var origin: String?
  package var score: Int?
  package var status: String?
  package var remarks: [String]?

  package init(
    id: String?, document: String?, sourceLanguage: String?, targetLanguage: String?,
    source: String, target: String
  ) {
    self.id = id
    self.document = document
    self.sourceLanguage = sourceLanguage
    self.targetLanguage = targetLanguage
    self.source = source
    self.target = target
  }
}

extension JSONLines {
  /// A bitext as beads, one a line.
  public static func write(_ bitext: Bitext, document: String) -> String {
    bitext.alignment.beads.indices.map { index in
      let bead = bitext.alignment.beads[index]
      var record = BeadRecord(
        id: bitext.id(ofBead: index), document: document,
        sourceLanguage: bitext.source.language.description,
        targetLanguage: bitext.target.language.description,
        source: bitext.sourceText(ofBead: index), target: bitext.targetText(ofBead: index))
      record.sourceIndices = Array(bead.source)
      record.targetIndices = Array(bead.target)
      record.kind = bead.kind.rawValue
      record.confidence = bead.confidence
      if let note = bitext.note(ofBead: index) {
        record.origin = note.origin
        record.score = note.score
        record.status = note.status
        record.remarks = note.remarks.isEmpty ? nil : note.remarks
      }
      return line(record)
    }.joined()
  }
}
