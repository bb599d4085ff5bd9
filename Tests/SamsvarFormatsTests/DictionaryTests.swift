import Foundation
import SamsvarDataFiles
import SamsvarFormats
import SamsvarModel
import SamsvarTestSupport
import Testing

/// A dictd dictionary made of headwords and texts.
struct DictdFiles {
  var index = ""
  var text = ""

  mutating func add(_ headword: String, _ entry: String) {
    index += "\(headword)\t\(Self.base64(text.utf8.count))\t\(Self.base64(entry.utf8.count))\n"
    text += entry
  }

  static func base64(_ number: Int) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    return (number >= 64 ? base64(number / 64) : "") + String(digits[number % 64])
  }
}

@Suite("dictd")
struct DictdReaderTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func read(
    _ files: DictdFiles, name: String = "test-nor-eng", text: Data? = nil, ending: String = "dict"
  ) throws -> LexiconSource {
    let index = try folder.write(files.index, to: "\(name).index")
    _ = try folder.write(text ?? Data(files.text.utf8), to: "\(name).\(ending)")
    var lexicon = LexiconSource(languages: [])
    try DictdReader.read(
      index, languages: nil, provenance: Provenance(name: ""), into: &lexicon)
    return lexicon
  }

  @Test(arguments: [
    ("abbor /ˈɑbːɔr/ <n>\nperch, bass\nspiny fish\n", ["perch", "bass"], "noun"),
    (
      "abbor <adj>\n1. first 2.\nan explanation\n 3.\nanother\n2. second, third\n",
      ["first", "second", "third"], "adj"
    ),
    ("abbor\nfirst (rare), second [old]\n", ["first", "second"], ""),
    ("abbor <pn, masc>\nPerch\n", ["Perch"], "name"),
    ("perch\n", ["perch"], ""),
  ])
  func layoutsOfFreeDictAreRead(entry: String, terms: [String], part: String) throws {
    var files = DictdFiles()
    files.add("abbor", entry)
    let lexicon = try read(files)
    #expect(lexicon.languages == ["nb", "en"])
    #expect(lexicon.entries.map(\.terms) == [[["abbor"], terms]])
    #expect(lexicon.entries.map(\.partOfSpeech) == [part])
  }

  @Test func whatItSaysAboutItselfIsKept() throws {
    var files = DictdFiles()
    files.add("00databaseshort", "00-database-short\nA small dictionary ver. 1\n")
    files.add("00databaseurl", "00-database-url\nhttps://example.org/\n")
    files.add(
      "00-database-info", "Availability:\n\n  Available under the terms of the\n  zero licence\n")
    files.add("hus", "hus <n>\nhouse\n")
    let lexicon = try read(files)
    #expect(lexicon.entries.count == 1)
    #expect(
      lexicon.provenances == [
        Provenance(
          name: "A small dictionary ver. 1",
          licence: "Available under the terms of the zero licence", origin: "https://example.org/")
      ])
  }

  @Test func twoHeadwordsOfOneTextAreOneEntry() throws {
    var files = DictdFiles()
    files.add("hus", "hus <n>\nhouse\n")
    files.index += files.index.replacingOccurrences(of: "hus", with: "huset")
    #expect(try read(files).entries.count == 1)
  }

  @Test func gzipIsUnpacked() throws {
    let packed = try #require(
      Data(base64Encoded: "H4sIAAAAAAACA0tMSsovUtBPTCot0lewybPjUihILUrO4AIAg+Rq6hgAAAA="))
    var files = DictdFiles()
    files.add("abbor", "abbor /abur/ <n>\n perch\n")
    let lexicon = try read(files, text: packed, ending: "dict.dz")
    #expect(lexicon.entries.map(\.terms) == [[["abbor"], ["perch"]]])
    let error = #expect(throws: InputError.self) {
      try read(files, name: "cut-nor-eng", text: packed.dropLast(12), ending: "dict.dz")
    }
    #expect(error?.message.contains("no whole gzip file") == true)
  }

  @Test(arguments: [
    ("hus\tA\tzz\n", 1, "points to bytes 0–3315"),
    ("hus\tA\tB\nbil\tA\n", 2, "expected headword, offset and length"),
    ("hus\tA\tÅ\n", 1, "expected headword, offset and length"),
    ("hus\t\tB\n", 1, "expected headword, offset and length"),
  ])
  func aWrongIndexIsNamedByLine(index: String, line: Int, message: String) throws {
    var files = DictdFiles()
    files.add("hus", "hus\nhouse\n")
    files.index = index
    let error = #expect(throws: InputError.self) { try read(files) }
    #expect(error?.position.line == line)
    #expect(error?.message.contains(message) == true)
  }

  @Test func missingTextBadUTF8AndUnknownLanguagesAreErrors() throws {
    var files = DictdFiles()
    files.add("hus", "hus\nhouse\n")
    let bad = #expect(throws: InputError.self) {
      try read(
        files,
        text: Data(
          [0x68, 0xFF, 0x0A]
            + Data(repeating: 0x61, count: 20)))
    }
    #expect(bad?.message.contains("not UTF-8") == true && bad?.position.byte == 1)
    let nameless = #expect(throws: InputError.self) { try read(files, name: "words") }
    #expect(nameless?.message.contains("--source-lang") == true)
    let index = try folder.write(files.index, to: "lonely-nor-eng.index")
    var lexicon = LexiconSource(languages: [])
    let missing = #expect(throws: InputError.self) {
      try DictdReader.read(
        index, languages: nil, provenance: Provenance(name: ""), into: &lexicon)
    }
    #expect(missing?.message.contains("no text beside it") == true)
  }
}

@Suite("hunalign dictionaries")
struct HunalignDictionaryTests {
  private func read(_ text: String) throws -> [[[String]]] {
    var lexicon = LexiconSource(languages: [])
    try HunalignDictionary.read(
      Array(text.utf8), file: "x.dict", languages: (.nb, .en), provenance: Provenance(name: "x"),
      into: &lexicon)
    return lexicon.entries.map(\.terms)
  }

  @Test func theTargetStandsFirst() throws {
    #expect(
      try read("the agreement @ avtale\r\n\nmail @x @ e-post\n") == [
        [["avtale"], ["the agreement"]], [["e-post"], ["mail @x"]],
      ])
  }

  @Test(arguments: ["avtale\n", "avtale@agreement\n", " @ avtale\n"])
  func aLineWithoutAPairIsNamed(text: String) throws {
    let error = #expect(throws: InputError.self) { try read("a @ b\n" + text) }
    #expect(error?.position.line == 2)
  }
}

@Suite("PO")
struct POReaderTests {
  private func units(_ text: String) throws -> [[String]] {
    try POReader.units(Array(text.utf8), file: "x.po").map { [$0.source, $0.target] }
  }

  @Test(arguments: [
    ("msgid \"Open\"\nmsgstr \"Åpne\"\n", [["Open", "Åpne"]]),
    (
      "msgid \"\"\nmsgstr \"Language: nb\\n\"\n\n#: a.c\nmsgid \"a\"\nmsgstr \"b\"\n", [["a", "b"]]
    ),
    ("#, fuzzy\nmsgid \"a\"\nmsgstr \"b\"\n\nmsgid \"c\"\nmsgstr \"d\"\n", [["c", "d"]]),
    ("msgid \"a\"\nmsgstr \"\"\nmsgid \"c\"\nmsgstr \"d\"\n", [["c", "d"]]),
    ("msgid \"\"\n\"one \"\n\"two\"\nmsgstr \"\"\n\"en \"\n\"to\"\n", [["one two", "en to"]]),
    (
      "msgctxt \"x\"\nmsgid \"a\"\nmsgstr \"b\"\nmsgctxt \"y\"\nmsgid \"a\"\nmsgstr \"c\"\n",
      [["a", "b"], ["a", "c"]]
    ),
    (
      "msgid \"file\"\nmsgid_plural \"files\"\nmsgstr[0] \"fil\"\nmsgstr[1] \"filer\"\n",
      [["file", "fil"], ["files", "filer"]]
    ),
    ("msgid \"say \\\"hi\\\"\"\nmsgstr \"si «hei»\"\n", [["say \"hi\"", "si «hei»"]]),
    ("msgid \"&File\"\nmsgstr \"_Fil\"\n", [["File", "Fil"]]),
    ("#~ msgid \"old\"\n#~ msgstr \"gammel\"\n", []),
    ("", []),
  ])
  func messagesAreRead(text: String, expected: [[String]]) throws {
    #expect(try units(text) == expected)
  }

  @Test(arguments: ["msgid \"a\"\nmsgstr \"b\n", "msgid \"a\"\nnonsense\n", "x\ny\"text\"\n"])
  func whatIsNoPOIsNamed(text: String) throws {
    let error = #expect(throws: InputError.self) { try units(text) }
    #expect([1, 2].contains(error?.position.line))
  }
}
