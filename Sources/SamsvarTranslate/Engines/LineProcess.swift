import Glibc

/// One run of a program that answers lines with lines.
struct LineProcess {
  let command: String
  let timeout: Double

  /// How a run ended.
  struct Outcome {
    var text: String
    /// Whether another run would end in the same way: there is no such program.
    var isFatal: Bool
  }

  /// Gives the program its input and calls `body` with each complete line, as it comes.
  ///
  /// Both pipes are polled, so that a program that answers late blocks nothing.
  ///
  /// - Parameter lines: The lines wanted; what comes after them is not read.
  func exchange(_ input: [UInt8], lines: Int, _ body: (Int, String) -> Void) -> Outcome {
    // A program that ends early must not end us.
    BrokenPipes.ignore()
    defer { BrokenPipes.restore() }
    guard let child = Child(command) else {
      return Outcome(text: "cannot be started", isFatal: true)
    }
    var transfer = Transfer(child: child, input: input, lines: lines, timeout: timeout)
    let isStuck = !transfer.run(body)
    let status = child.finish(isStuck: isStuck)
    if transfer.isComplete { return Outcome(text: "done", isFatal: false) }
    if isStuck {
      return Outcome(text: "gave no line for \(Int(timeout)) s and was stopped", isFatal: true)
    }
    let end = Self.end(status)
    return Outcome(
      text: "\(end) after \(transfer.count) of \(lines) lines", isFatal: status >> 8 & 0xFF == 127)
  }

  private static func end(_ status: Int32) -> String {
    let signal = status & 0x7F
    return signal == 0 ? "ended with \(status >> 8 & 0xFF)" : "was stopped by signal \(signal)"
  }
}

/// A running program with its pipes.
private struct Child {
  let process: pid_t
  let input: Int32
  let output: Int32

  init?(_ command: String) {
    guard let toChild = Self.pipe() else { return nil }
    guard let fromChild = Self.pipe() else {
      for end in toChild { close(end) }
      return nil
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, toChild[0], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, fromChild[1], STDOUT_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETPGROUP))
    var arguments: [UnsafeMutablePointer<CChar>?] = ["sh", "-c", command].map {
      (text: String) in strdup(text)
    }
    defer { for argument in arguments { free(argument) } }
    arguments.append(nil)
    var process: pid_t = 0
    let result = posix_spawn(&process, "/bin/sh", &actions, &attributes, arguments, environ)
    close(toChild[0])
    close(fromChild[1])
    guard result == 0 else {
      close(toChild[1])
      close(fromChild[0])
      return nil
    }
    self.process = process
    input = toChild[1]
    output = fromChild[0]
    for descriptor in [input, output] {
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }
  }

  /// Both ends of a pipe that no other program inherits.
  private static func pipe() -> [Int32]? {
    var ends: [Int32] = [0, 0]
    guard Glibc.pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return ends
  }

  /// Waits for the end of a program that has no more input; one that does not end in two seconds, or is
  /// stuck, is ended with its whole group.
  func finish(isStuck: Bool) -> Int32 {
    close(output)
    for signal in [0, SIGTERM, SIGKILL] where !(isStuck && signal == 0) {
      if signal != 0 { kill(-process, signal) }
      var status: Int32 = 0
      for _ in 0..<200 {
        if waitpid(process, &status, WNOHANG) == process { return status }
        usleep(10_000)
      }
    }
    return 0
  }
}

/// Moves bytes both ways until the lines are there or the program has ended.
private struct Transfer {
  private let child: Child
  private let input: [UInt8]
  private let lines: Int
  private let timeout: Double
  private var written = 0
  private var isInputOpen = true
  private var pending: [UInt8] = []
  private(set) var count = 0

  init(child: Child, input: [UInt8], lines: Int, timeout: Double) {
    self.child = child
    self.input = input
    self.lines = lines
    self.timeout = timeout
  }

  var isComplete: Bool { count >= lines }

  /// False when the program gave nothing for too long.
  mutating func run(_ body: (Int, String) -> Void) -> Bool {
    defer { closeInput() }
    while !isComplete {
      var descriptors = [
        pollfd(fd: child.output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: isInputOpen ? child.input : -1, events: Int16(POLLOUT), revents: 0),
      ]
      let ready = poll(&descriptors, 2, Int32(timeout * 1000))
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { return false }
      if descriptors[1].revents != 0 { write() }
      if descriptors[0].revents != 0, !read(body) { return true }
    }
    return true
  }

  private mutating func closeInput() {
    if isInputOpen { close(child.input) }
    isInputOpen = false
  }

  private mutating func write() {
    let count = input.withUnsafeBytes { buffer in
      Glibc.write(
        child.input, buffer.baseAddress.map { $0 + written }, min(input.count - written, 1 << 16))
    }
    if count > 0 { written += count }
    let isBroken = count < 0 && errno != EAGAIN && errno != EINTR
    if isBroken || written == input.count { closeInput() }
  }

  /// False at the end of the output.
  private mutating func read(_ body: (Int, String) -> Void) -> Bool {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let size = chunk.withUnsafeMutableBytes { Glibc.read(child.output, $0.baseAddress, $0.count) }
    if size < 0 { return errno == EAGAIN || errno == EINTR }
    guard size > 0 else { return false }
    pending += chunk[..<size]
    var start = 0
    while count < lines, let end = pending[start...].firstIndex(of: 0x0A) {
      let line = pending[start..<end]
      body(
        count, String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self))
      count += 1
      start = end + 1
    }
    pending.removeFirst(start)
    return true
  }
}
