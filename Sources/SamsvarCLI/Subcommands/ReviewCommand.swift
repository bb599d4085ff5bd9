import ArgumentParser
import Glibc
import Samsvar

/// `samsvar review`: starts `samsvar-review`, a program of its own, in this one's place.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Opens a local web app in which a person corrects an alignment by keyboard.",
    discussion: """
      The app is a program of its own, samsvar-review, beside this one or in PATH; all arguments go to it.

        samsvar review article.nb.txt article.en.txt
        samsvar review --summary article.nb.txt summary.en.txt
        samsvar review article.samsvar
      """)

  @Argument(parsing: .captureForPassthrough, help: "Arguments of samsvar-review.")
  var arguments: [String] = []

  func run() throws {
    let name = "samsvar-review"
    let sibling = Program.folder + "/" + name
    let program = access(sibling, X_OK) == 0 ? sibling : name
    var pointers: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    pointers.append(nil)
    execvp(program, pointers)
    Streams.error(
      "samsvar: \(name) was not found beside samsvar or in PATH; build it with `make review`\n")
    throw ExitCode(3)
  }
}

/// This program.
private enum Program {
  /// The folder it stands in.
  static var folder: String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &buffer, buffer.count)
    guard length > 0 else { return "." }
    let path = String(decoding: buffer[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self)
    return String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
  }
}
