import SamsvarFormats
public import SamsvarMemory
public import SamsvarModel
import SamsvarText

extension Pipeline {
  /// The units added in one transaction.
  private static let batch = 50_000

  /// The dictionary forms a memory is indexed by.
  public func memoryLemmas() -> MemoryLemmas {
    MemoryLemmas { language in
      guard let data = try? languages.data(for: language) else { return { [$0] } }
      let lemmatiser = Lemmatiser(data, vocabulary: vocabulary(language))
      return { lemmatiser.lemmas(of: $0) }
    }
  }

  /// Adds the units of a bitext file to a memory, each with its neighbours as context.
  ///
  /// TMX is read as a stream, so that memory does not grow with the file.
  ///
  /// - Parameter progress: Called with the units read so far.
  /// - Throws: `InputError` for what cannot be read or written; whole batches stay.
  public func addUnits(
    of path: String, to memory: TranslationMemory, source: LanguageTag? = nil,
    target: LanguageTag? = nil, date: String = "", progress: @escaping (Int) -> Void = { _ in }
  ) throws(InputError) -> TranslationMemory.Added {
    var intake = MemoryIntake(
      memory, lemmas: memoryLemmas(), batch: Self.batch, date: date, progress: progress)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if path.hasSuffix(".tmx") {
      try TMXReader.forEachUnit(path, source: source, target: target) { record in
        intake.add(record, document: record.document ?? name)
      }
    } else {
      for (document, analysis) in try readBitexts(path, source: source, target: target) {
        for record in Self.records(analysis.bitext) {
          intake.add(record, document: document.isEmpty ? name : document)
        }
        intake.endDocument()
      }
    }
    return try intake.finish()
  }

  /// The pairs of a bitext as records.
  static func records(_ bitext: Bitext) -> [BeadRecord] {
    bitext.alignment.beads.indices.map { index in
      BeadRecord(
        id: nil, document: nil, sourceLanguage: bitext.source.language.description,
        targetLanguage: bitext.target.language.description,
        source: bitext.sourceText(ofBead: index), target: bitext.targetText(ofBead: index))
    }
  }

  /// Writes the units of a memory as TMX, a piece at a time: neither the units nor the text are held.
  ///
  /// - Throws: `InputError` when the memory cannot be read, or what `write` throws.
  /// - Complexity: O(n) in time, O(1) in memory
  public func writeTMX(
    of memory: TranslationMemory, source: LanguageTag? = nil, target: LanguageTag? = nil,
    _ write: (String) throws(InputError) -> Void
  ) throws(InputError) {
    let known = try memory.firstLanguages()
    let source = source ?? known?.source
    try write(
      TMXUnits.header(
        source: source, tool: ("samsvar", SamsvarVersion.number), date: SourceDate.tmx()))
    try memory.forEachUnit(from: source, to: target) { unit throws(InputError) in
      try write(
        TMXUnits.unit(
          id: String(unit.id), document: unit.document, author: unit.author,
          changed: unit.changed, source: (unit.sourceLanguage, unit.source),
          target: (unit.targetLanguage, unit.target)))
    }
    try write(TMXUnits.footer)
  }
}

/// Gathers units with their neighbours and adds them in batches.
private struct MemoryIntake {
  private let memory: TranslationMemory
  private let batch: Int
  private let date: String
  private let progress: (Int) -> Void
  private var lemmas: MemoryLemmas
  private var units: [MemoryUnit] = []
  private var previous: String?
  private var waiting: MemoryUnit?
  private var read = 0
  private var added = TranslationMemory.Added()
  private var failure: InputError?

  init(
    _ memory: TranslationMemory, lemmas: MemoryLemmas, batch: Int, date: String,
    progress: @escaping (Int) -> Void
  ) {
    self.memory = memory
    self.lemmas = lemmas
    self.batch = batch
    self.date = date
    self.progress = progress
  }

  /// Takes a unit; one without text on both sides is left out.
  mutating func add(_ record: BeadRecord, document: String) {
    guard !record.source.allSatisfy(\.isWhitespace), !record.target.allSatisfy(\.isWhitespace)
    else { return }
    let unit = MemoryUnit(
      source: record.source, target: record.target,
      from: record.sourceLanguage.flatMap { LanguageTag($0) } ?? .nb,
      to: record.targetLanguage.flatMap { LanguageTag($0) } ?? .en, document: document,
      changed: date)
    release(next: unit.source)
    waiting = unit
  }

  /// Ends a document: what follows is no neighbour of what stood before.
  mutating func endDocument() {
    release(next: nil)
    previous = nil
  }

  private mutating func release(next: String?) {
    guard var unit = waiting else { return }
    unit.context = MemoryContext(previous: previous, next: next)
    previous = unit.source
    waiting = nil
    units.append(unit)
    read += 1
    if units.count >= batch { flush() }
  }

  private mutating func flush() {
    defer { units.removeAll(keepingCapacity: true) }
    guard failure == nil else { return }
    do throws(InputError) {
      let more = try memory.add(units, lemmas: &lemmas)
      added.new += more.new
      added.known += more.known
      progress(read)
    } catch { failure = error }
  }

  mutating func finish() throws(InputError) -> TranslationMemory.Added {
    endDocument()
    flush()
    if let failure { throw failure }
    return added
  }
}
