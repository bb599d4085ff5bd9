import Glibc

/// A line on a terminal that says how far a long run is; nothing in a pipe.
struct Progress {
  private let total: Int
  private let isShown: Bool
  private let start: timespec
  private var done = 0

  init(total: Int) {
    self.total = total
    isShown = isatty(STDERR_FILENO) == 1 && total > 1
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    start = now
  }

  /// Counts one more and shows count, rate and time left.
  mutating func advance() {
    done += 1
    guard isShown else { return }
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    let seconds =
      Double(now.tv_sec - start.tv_sec) + Double(now.tv_nsec - start.tv_nsec) / 1_000_000_000
    let rate = Double(done) / max(seconds, 0.001)
    let left = Int(Double(total - done) / max(rate, 0.001))
    Streams.error("\r\u{1B}[K\(done) of \(total), \(Int(rate)) a second, \(left) s left")
    if done == total { Streams.error("\r\u{1B}[K") }
  }
}
