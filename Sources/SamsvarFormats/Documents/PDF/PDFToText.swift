import Foundation
import SamsvarModel

/// Runs poppler's `pdftotext`.
enum PDFToText {
  /// How long it may take, in seconds: a file made to keep it busy must not keep us waiting.
  private static let patience = 120.0

  /// What it says of the words of a file and their places (`-bbox-layout`).
  ///
  /// - Throws: `InputError` where the program is missing, fails, or does not come to an end.
  static func layout(of bytes: [UInt8], file: String) throws(InputError) -> [UInt8] {
    guard let program = path(of: "pdftotext") else {
      throw InputError(
        "PDF is read through pdftotext, which is not installed; install poppler"
          + " (Debian: apt-get install poppler-utils)", at: SourcePosition(file: file))
    }
    let copy = FileManager.default.temporaryDirectory.appending(
      path: "samsvar-\(UUID().uuidString).pdf")
    defer { try? FileManager.default.removeItem(at: copy) }
    // Nobody else is to read what may be confidential.
    guard
      FileManager.default.createFile(
        atPath: copy.path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
    else {
      throw InputError(
        "no temporary copy can be written to \(copy.deletingLastPathComponent().path)",
        at: SourcePosition(file: file))
    }
    do {
      return try run(program, copy, file: file)
    } catch let error as InputError {
      throw error
    } catch {
      throw InputError(
        "pdftotext cannot be run: \(error.localizedDescription)", at: SourcePosition(file: file))
    }
  }

  private static func path(of program: String) -> String? {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return folders.split(separator: ":").map { "\($0)/\(program)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private static func run(_ program: String, _ pdf: URL, file: String) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["-enc", "UTF-8", "-bbox-layout", pdf.path, "-"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let clock = DispatchSource.makeTimerSource(queue: .global())
    clock.schedule(deadline: .now() + patience)
    clock.setEventHandler { process.terminate() }
    clock.resume()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    clock.cancel()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      throw failure(process, file: file)
    }
    return Array(data)
  }

  private static func failure(_ process: Process, file: String) -> InputError {
    let message =
      if process.terminationReason == .uncaughtSignal {
        "pdftotext did not come to an end; print the file to a new PDF and try again"
      } else if process.terminationStatus == 3 {
        "does not allow its text to be copied; ask its maker for a file that does"
      } else {
        "pdftotext cannot read it: it is damaged, cut off or has a password; save it anew"
      }
    return InputError(message, at: SourcePosition(file: file))
  }
}
