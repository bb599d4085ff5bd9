import Foundation
import PackagePlugin

/// Compiles text data into the files that are memory-mapped at run time: the core lexicon
/// (`Core/*.tsv`
/// and `Core/SOURCE`, which says where it comes from) and the word lists (`Ordbank/<language>.txt`) of the target it is applied to.
@main
struct CompileData: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let tool = try context.tool(named: "samsvar-datac").url
    var commands: [Command] = []
    let folder = target.directoryURL.appending(path: "Core")
    let tables = files(in: folder, ending: "tsv")
    if !tables.isEmpty {
      let core = [folder.appending(path: "SOURCE")] + tables
      let output = context.pluginWorkDirectoryURL.appending(path: "core.lexicon")
      commands.append(
        .buildCommand(
          displayName: "Compiling the core lexicon", executable: tool,
          arguments: ["lexicon", output.path] + core.map(\.path), inputFiles: core,
          outputFiles: [output]))
    }
    for list in files(in: target.directoryURL.appending(path: "Ordbank"), ending: "txt") {
      let name = list.deletingPathExtension().lastPathComponent
      let output = context.pluginWorkDirectoryURL.appending(path: "\(name).words")
      commands.append(
        .buildCommand(
          displayName: "Compiling the word list \(name)", executable: tool,
          arguments: ["words", output.path, list.path], inputFiles: [list],
          outputFiles: [output]))
    }
    return commands
  }

  private func files(in folder: URL, ending: String) -> [URL] {
    let all =
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil))
      ?? []
    return all.filter { $0.pathExtension == ending }.sorted { $0.path < $1.path }
  }
}
