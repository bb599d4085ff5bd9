public import SamsvarAlign
public import SamsvarFormats
public import SamsvarLexicon
public import SamsvarModel
public import SamsvarText

/// The way from files to results: read, segment, align, check.
///
///     let pipeline = try Pipeline.installed()
///     let source = try pipeline.read("article.nb.txt", as: .nb)
///     let target = try pipeline.read("article.en.txt", as: .en)
///     let analysis = try pipeline.analyseTranslation(source, target)
///     let findings = try pipeline.check(analysis, termbase: Termbase())
public struct Pipeline: Sendable {
  /// The languages known.
  public let languages: Languages
  /// The lexicon, or nil where none was found.
  public let lexicon: Lexicon?
  /// The aligner.
  public var aligner: Aligner
  /// How bilingual files are written.
  package var exchange = ExchangeSettings()
  /// The termbases prepared so far.
  let termIndexes = TermIndexes()
  /// What tells languages apart, made when it is first asked for.
  private let detector = DetectorCache()

  /// A pipeline of the given parts.
  public init(languages: Languages, lexicon: Lexicon?) {
    self.languages = languages
    self.lexicon = lexicon
    aligner = Aligner(lexicon: lexicon, languages: languages)
  }

  /// A pipeline with the data installed beside the program.
  ///
  /// - Parameter lexicons: Further lexicons, compiled or tables; the first answers first, all
  /// before
  ///   the installed one.
  /// - Throws: `InputError` when the language data are missing or a lexicon is damaged.
  public static func installed(lexicons: [String] = []) throws(InputError) -> Pipeline {
    let languages = try Languages.installed()
    var lexicon: Lexicon?
    if let path = DataLocation.find("core.lexicon", room: "SamsvarLexicon") {
      lexicon = try Lexicon(path: path)
    }
    for path in lexicons.reversed() { lexicon = try Lexicon(path: path).over(lexicon) }
    return Pipeline(languages: languages, lexicon: lexicon)
  }

  /// The dictionary forms the lexicon knows of a language.
  package func vocabulary(_ language: LanguageTag) -> Vocabulary {
    lexicon?.vocabulary(language) ?? .none
  }

  /// An analyser for a language, with the lexicon as its vocabulary.
  ///
  /// - Throws: `InputError` when the language's data cannot be read.
  package func analyser(_ language: LanguageTag) throws(InputError) -> Analyser {
    Analyser(try languages.data(for: language), vocabulary: vocabulary(language))
  }

  /// Reads and analyses a file of running text; `-` is standard input.
  ///
  /// - Parameters:
  ///   - language: The language of the text; nil to tell it from the name, what the file says of itself,
  ///     and the text.
  ///   - layout: Running text, or one segment a line.
  ///   - format: The format of running text; nil to tell it from content and name.
  /// - Throws: `InputError` when the file cannot be read or decoded.
  public func read(
    _ path: String, as language: LanguageTag?, layout: TextLayout = .text,
    format: DocumentFormat? = nil
  ) throws(InputError) -> AnalysedDocument {
    let bytes = try FileBytes.read(path)
    if layout == .text, let text = try DocumentReader.read(bytes, name: path, as: format) {
      let (language, note) = try self.language(of: text, name: path, given: language)
      var document = try analyser(language).analyse(text, name: path)
      document.adopt(origin: text.origin, diagnostics: note, acceptMarks: text.acceptMarks)
      return document
    }
    var decoded = try TextDecoder.decode(bytes, file: path)
    let marks = AcceptMark.take(from: &decoded.text)
    let language =
      if let language { language } else { try detectLanguage(of: decoded.text, name: path) }
    var document = try analyser(language).analyse(
      decoded.text, name: path, layout: layout)
    document.adopt(
      origin: decoded.origin, diagnostics: decoded.diagnostics, acceptMarks: marks,
      lines: LineIndex(decoded.text, origin: decoded.origin))
    return document
  }

  /// The language of a text with structure: the given one, else what the name says, else what the file
  /// says where its words do not speak against it, else what the words say.
  ///
  /// - Throws: `InputError` when a language's data cannot be read.
  func language(
    of text: StructuredText, name: String, given: LanguageTag?
  ) throws(InputError) -> (LanguageTag, [Diagnostic]) {
    if let language = given ?? Self.languageInName(name) { return (language, []) }
    let shares = try languageDetector().detect(text.text)
    let likeliest = shares.first?.language ?? .nb
    guard let marked = text.language else { return (likeliest, []) }
    // Word processors mark everything as the language of their template.
    let share = shares.first { $0.language.language == marked.language }?.share ?? 1
    if share > 0.1 { return (marked, []) }
    let note = Diagnostic(
      .note,
      "is marked as \(marked) and reads as \(likeliest); say which with --source-lang or --target-lang",
      at: SourcePosition(file: name))
    return (likeliest, [note])
  }

  /// Tells languages apart, with the lexicon as vocabulary.
  ///
  /// - Throws: `InputError` when a profile cannot be read.
  public func languageDetector() throws(InputError) -> LanguageDetector {
    try detector.detector { () throws(InputError) in
      try LanguageDetector(languages, vocabulary: vocabulary)
    }
  }

  /// The language of a text: what its name says (`article.nb.txt`), else what its words say.
  ///
  /// - Throws: `InputError` when a language's data cannot be read.
  public func detectLanguage(of text: [UInt8], name: String) throws(InputError) -> LanguageTag {
    if let named = Self.languageInName(name) { return named }
    return try languageDetector().detect(text).first?.language ?? .nb
  }

  /// The language code before the last ending of a file name: `nb` in `article.nb.txt`.
  public static func languageInName(_ name: String) -> LanguageTag? {
    let parts = name.split(separator: "/").last?.split(separator: ".") ?? []
    guard parts.count >= 3 else { return nil }
    return parts.dropFirst().dropLast().reversed().lazy.compactMap { part in
      ["nb", "nn", "no", "en", "da", "sv", "de", "fr"].contains(part.prefix(2).lowercased())
        && (part.utf8.count == 2 || part.dropFirst(2).first == "-") ? LanguageTag(part) : nil
    }.first
  }
}
