import ArgumentParser
import Glibc
import Samsvar

/// `samsvar worker`: answers jobs, a line each, until the input ends.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker",
    abstract: "Answers align, check and segment jobs from standard input, one JSON object a line.",
    discussion: """
      The answers come in the order of the jobs, each as soon as it is there. A job that cannot be done is
      answered with an error and the worker goes on.

        echo '{"id": 1, "command": "align", "source": "Hei. Ha det.", "target": "Hello. Goodbye.",
          "sourceLanguage": "nb", "targetLanguage": "en"}' | tr -d '\\n' | samsvar worker
        parallel --pipe --keep-order --block 1M samsvar worker <jobs.jsonl >answers.jsonl
      """)

  @OptionGroup var lexicons: LexiconOptions

  func run() throws {
    let worker = try Worker(lexicons: lexicons.lexicon)
    var lines = LineReader(STDIN_FILENO)
    while let line = try lines.next() {
      if line.allSatisfy({ $0 <= 0x20 }) { continue }
      Streams.output(worker.answer(line))
    }
  }
}
