/// The options of a job, read once each; what is left over was not known.
struct WorkerOptions {
  private var values: [String: WorkerJob.Option]
  private let command: String

  init(_ job: WorkerJob) {
    values = job.options ?? [:]
    command = job.command
  }

  /// Whether a flag is set.
  ///
  /// - Throws: `WorkerFailure` for a value that is neither true nor false.
  mutating func flag(_ name: String) throws(WorkerFailure) -> Bool {
    switch values.removeValue(forKey: name) {
    case nil: return false
    case .flag(let value)?: return value
    case .text?:
      throw WorkerFailure(code: "usage", message: "the option \"\(name)\" is true or false")
    }
  }

  /// The text of an option.
  ///
  /// - Throws: `WorkerFailure` for a flag.
  mutating func text(_ name: String) throws(WorkerFailure) -> String? {
    switch values.removeValue(forKey: name) {
    case nil: return nil
    case .text(let value)?: return value
    case .flag?:
      throw WorkerFailure(code: "usage", message: "the option \"\(name)\" wants a text")
    }
  }

  /// Refuses what nobody asked for.
  func finish() throws(WorkerFailure) {
    guard let name = values.keys.sorted().first else { return }
    throw WorkerFailure(
      code: "usage", message: "\"\(command)\" jobs have no option \"\(name)\"")
  }
}
