import Samsvar
import Synchronization

/// Bilingual files: units without a translation get a draft, the others stand.
extension TranslateCommand {
  /// The bilingual format of the input; nil for running text.
  func bitextFormat() throws -> BitextFormat? {
    if from != nil { return from?.bitext }
    guard file != "-" else { return nil }
    let head = Array(try FileBytes.read(file).prefix(4096))
    return BitextFormat(path: file, head: head).flatMap {
      BitextDraft.formats.contains($0) ? $0 : nil
    }
  }

  func translate(_ format: BitextFormat, _ pipeline: Pipeline) throws {
    guard !targetOnly else {
      throw UsageError(
        message: "\(file) is bilingual and stays so; write it with -o, without --target-only")
    }
    let target = languages.targetLang ?? .en
    let bitext = try BitextDraft(file, as: format, from: languages.sourceLang, to: target)
    let source = try bitext.source(pipeline)
    let termbase = try termbase.load()
    let options = try options(pipeline, source, target, termbase)
    if dryRun { return Streams.output(try pipeline.draftPreview(source, to: target, options)) }
    let outputs = try output.map { ($0, try bilingual(OutputFormat(path: $0))) }
    let progress = Mutex(DraftProgress(total: source.count))
    let draft = try pipeline.draft(source, to: target, options) { done in
      progress.withLock { $0.show(done) }
    }
    progress.withLock { $0.end() }
    let findings = try pipeline.check(try pipeline.analysis(of: draft), termbase: termbase)
    DraftSummary(draft, findings).say()
    Streams.note("\(bitext.translated.counted("translated unit")) left as they were")
    for (path, format) in outputs {
      try OutputFile.write(bytes: bitext.bytes(with: draft, as: format), to: path)
    }
    if output.isEmpty || to != nil {
      Streams.output(bitext.bytes(with: draft, as: try to.map(bilingual) ?? format))
    }
    try report(draft)
  }

  private func bilingual(_ format: OutputFormat?) throws -> BitextFormat {
    guard let bitext = format?.bitextFormat else {
      throw UsageError(
        message:
          "a bilingual file is written as one: tmx, xlf, po, csv, tsv, xlsx, docx, json or jsonl")
    }
    return bitext
  }
}
