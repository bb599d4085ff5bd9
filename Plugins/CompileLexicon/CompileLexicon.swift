import Foundation
import PackagePlugin

/// Compiles the core lexicon (`Core/*.tsv`) into the one file that is memory-mapped at run time.
@main
struct CompileLexicon: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = target.directoryURL.appending(path: "Core")
    let inputs = try FileManager.default
      .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "tsv" }
      .sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "core.lexicon")
    return [
      .buildCommand(
        displayName: "Compiling the core lexicon",
        executable: try context.tool(named: "samsvar-lexc").url,
        arguments: [output.path] + inputs.map(\.path), inputFiles: inputs,
        outputFiles: [output])
    ]
  }
}
