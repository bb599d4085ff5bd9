import Samsvar
import SamsvarMemory

/// Lets what is accepted flow into a translation memory, beside the app and a moment after the edit.
///
/// Beads wait in the project, so that nothing is lost when the app ends first.
actor MemoryFlow {
  private let desk: Desk
  private let memory: TranslationMemory
  private var lemmas: MemoryLemmas?
  private var task: Task<Void, Never>?
  /// Why the memory could not be written, if it could not.
  private(set) var trouble: String?

  /// How long the reader has to pause before beads are taken along.
  private static let pause: Duration = .milliseconds(500)

  /// The memory's path.
  nonisolated var path: String { memory.path }

  init(desk: Desk, memory: TranslationMemory) {
    self.desk = desk
    self.memory = memory
  }

  /// Takes note that there may be something to do.
  func wake() {
    task?.cancel()
    task = Task {
      do { try await Task.sleep(for: Self.pause) } catch { return }
      await self.flow()
    }
  }

  /// Brings the memory up to date, giving way when an edit comes.
  func flow() async {
    do {
      trouble = nil
      while try await step(), !Task.isCancelled { await Task.yield() }
    } catch {
      trouble = "\(error)"
    }
  }

  /// Deals with some beads; whether there may be more.
  private func step() async throws -> Bool {
    var lemmas: MemoryLemmas
    if let known = self.lemmas {
      lemmas = known
    } else {
      lemmas = try await desk.pipeline().memoryLemmas()
    }
    let count = try desk.project.remember(
      in: memory, changed: SourceDate.edit(), lemmas: &lemmas)
    self.lemmas = lemmas
    return count > 0
  }
}
