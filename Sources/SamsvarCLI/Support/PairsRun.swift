import ArgumentParser
import Samsvar

/// Aligns every pair of a list; a bad pair is reported and the rest go on.
struct PairsRun {
  let job: AlignJob
  let format: OutputFormat
  let directory: String

  /// Runs the list.
  ///
  /// - Throws: `InputError` for the list itself, `ExitCode` 3 at the end when a pair failed.
  func run(manifest path: String) throws {
    let pairs = try Self.pairs(path)
    var progress = Progress(total: pairs.count)
    var failed = 0
    for pair in pairs {
      do throws(InputError) {
        let analysis = try job.analysis(pair.source, pair.target)
        let text = try job.render(analysis, as: format, document: pair.name)
        try OutputFile.write(text, to: "\(directory)/\(pair.name)\(format.ending)")
      } catch {
        failed += 1
        Streams.error("samsvar: \(pair.name): \(error)\n")
      }
      progress.advance()
    }
    if failed > 0 {
      Streams.error("samsvar: \(failed) of \(pairs.count) pairs failed\n")
      throw ExitCode(3)
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
