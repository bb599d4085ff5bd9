import Glibc
import Synchronization

/// Keeps a pipe whose reader has gone from ending the process, while anybody writes to one.
///
/// The disposition of a signal is the whole process's: the first of several runs at once sets it, the last
/// one puts it back.
enum BrokenPipes {
  private struct State {
    var users = 0
    var handler: sighandler_t?
  }

  private static let state = Mutex(State())

  /// Begins to ignore them.
  static func ignore() {
    state.withLock { state in
      if state.users == 0 { state.handler = signal(SIGPIPE, SIG_IGN) }
      state.users += 1
    }
  }

  /// Ends what `ignore` began.
  static func restore() {
    state.withLock { state in
      state.users -= 1
      if state.users == 0 { signal(SIGPIPE, state.handler) }
    }
  }
}
