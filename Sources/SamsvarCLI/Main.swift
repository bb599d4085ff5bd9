import ArgumentParser
import Glibc
import Samsvar

/// Runs the command line and turns every outcome into an exit code of the machine interface.
@main
enum Main {
  static func main() {
    // A reader that closes the pipe early (`| head`) is no error of ours.
    signal(SIGPIPE, SIG_DFL)
    do {
      var command = try SamsvarCommand.parseAsRoot()
      try command.run()
    } catch {
      exit(report(error))
    }
  }

  /// Prints what there is to say and returns the exit code.
  private static func report(_ error: any Error) -> Int32 {
    switch error {
    case let error as InputError:
      Streams.error("samsvar: \(error)\n")
      return 3
    case let error as UsageError:
      Streams.error("samsvar: \(error.message)\n")
      return 2
    case let code as ExitCode:
      return code.rawValue
    default:
      return reportParsing(error)
    }
  }

  /// Help and version go to standard output with 0; what ArgumentParser calls 64 is our 2.
  private static func reportParsing(_ error: any Error) -> Int32 {
    let text = SamsvarCommand.fullMessage(for: error)
    switch SamsvarCommand.exitCode(for: error) {
    case .success:
      Streams.output(text + "\n")
      return 0
    case .validationFailure:
      Streams.error(text + "\n")
      return 2
    default:
      Streams.error("samsvar: internal error: \(text)\n")
      return 4
    }
  }
}

/// A combination of options that makes no sense.
struct UsageError: Error {
  var message: String
}
