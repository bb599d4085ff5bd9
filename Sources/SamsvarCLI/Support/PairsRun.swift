import ArgumentParser
import Dispatch
import Glibc
import Samsvar
import Synchronization

/// Aligns every pair of a list; a bad pair is reported and the rest go on.
struct PairsRun: Sendable {
  let job: AlignJob
  let format: OutputFormat
  let directory: String
  /// How many pairs are aligned at the same time.
  var jobs = 1
  /// Whether pairs whose result is there are left out; results are written whole or not at all.
  var resumes = false

  /// Runs the list.
  ///
  /// - Throws: `InputError` for the list itself, `ExitCode` 3 at the end when a pair failed.
  func run(manifest path: String) throws {
    let all = try Self.pairs(path)
    let pairs = resumes ? all.filter { access(result($0), F_OK) != 0 } : all
    let state = Mutex(State(progress: Progress(total: pairs.count)))
    DispatchQueue.concurrentPerform(iterations: min(jobs, max(1, pairs.count))) { _ in
      while let index = state.withLock({ $0.take(of: pairs.count) }) {
        let error = align(pairs[index])
        state.withLock { $0.finish(pairs[index].name, error) }
      }
    }
    let failed = state.withLock { $0.failed }
    if failed > 0 {
      Streams.error("samsvar: \(failed) of \(pairs.count) pairs failed\n")
      throw ExitCode(3)
    }
  }

  private func result(_ pair: Pair) -> String { "\(directory)/\(pair.name)\(format.ending)" }

  /// Aligns a pair and writes the result; what went wrong, or nil.
  private func align(_ pair: Pair) -> InputError? {
    do throws(InputError) {
      let analysis = try job.analysis(pair.source, pair.target)
      let bytes = try job.render(analysis, as: format, document: pair.name)
      try OutputFile.write(bytes: bytes, to: result(pair))
      return nil
    } catch {
      return error
    }
  }

  /// What the workers share.
  private struct State {
    var progress: Progress
    var next = 0
    var failed = 0

    mutating func take(of count: Int) -> Int? {
      guard next < count else { return nil }
      next += 1
      return next - 1
    }

    mutating func finish(_ name: String, _ error: InputError?) {
      if let error {
        failed += 1
        Streams.error("samsvar: \(name): \(error)\n")
      }
      progress.advance()
    }
  }

  private struct Pair {
    var name: String
    var source: String
    var target: String
  }

  private static func pairs(_ path: String) throws(InputError) -> [Pair] {
    let text = String(decoding: try FileBytes.read(path), as: UTF8.self)
    var pairs: [Pair] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.allSatisfy(\.isWhitespace) {
      let line = line.last == "\r" ? line.dropLast() : line
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard columns.count == 3, columns.allSatisfy({ !$0.isEmpty }), !columns[0].contains("/")
      else {
        throw InputError(
          "expected name, source path and target path, separated by tabs",
          at: SourcePosition(file: path, line: number + 1))
      }
      pairs.append(Pair(name: columns[0], source: columns[1], target: columns[2]))
    }
    return pairs
  }
}
