import Foundation
import Hummingbird
import Samsvar
import SamsvarMemory
import SamsvarText

extension ReviewRoutes {
  private struct NewTexts: Codable, Sendable {
    /// Paths in the project's folder: a source, then its translations or summary.
    var files: [String]
    var isSummary: Bool?
  }

  private struct TermbaseTarget: Codable, Sendable {
    /// A path in the project's folder; nil for the file the termbase was read from.
    var path: String?
  }

  private struct Written: Codable, Sendable {
    var path: String
    var concepts: Int
  }

  /// What leaves the project, and what comes in.
  func addFiles(_ api: RouterGroup<ReviewContext>) {
    api.get("bitexts/:bitext/export") { request, context in
      try await export(request, try context.key("bitext"))
    }
    api.get("export") { request, _ in
      let name = project.path.split(separator: "/").last.map(String.init) ?? "project"
      return Answer.file(
        Array(try project.export(hasHistory: request.flag("history")).utf8), name: name + ".jsonl",
        type: "application/json")
    }
    api.post("bitexts") { request, _ in
      let texts = try await request.value(NewTexts.self)
      return Answer.json(["bitext": try await add(texts)], status: .created)
    }
    api.post("termbase") { request, _ in
      let target = try await request.value(TermbaseTarget.self)
      return Answer.json(try writeTermbase(target.path))
    }
  }

  private func export(_ request: Request, _ id: Int64) async throws -> Response {
    guard let format = request.text("format").flatMap(OutputFormat.init(rawValue:)) else {
      let all = OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw Refusal(.badRequest, "query", "\"format\" is one of \(all)")
    }
    let (_, reviewed) = try project.reviewed(id)
    let side = try request.number(
      "side", or: 1, in: 1...max(1, reviewed.bitext.texts.count - 1))
    let export = Export(
      reviewed: reviewed, format: format, isAcceptedOnly: request.flag("accepted"))
    let bytes = try export.bytes(
      try await desk.pipeline(), termbase: try project.termbase(), phrases: phrases(request),
      side: side)
    return Answer.file(bytes, name: export.name, type: export.type)
  }

  private func add(_ texts: NewTexts) async throws -> Int64 {
    guard (2...3).contains(texts.files.count), texts.isSummary != true || texts.files.count == 2
    else { throw Refusal(.badRequest, "query", "give a source and one or two other texts") }
    let paths = try texts.files.map { try folder.path($0) }
    let pipeline = try await desk.pipeline()
    let documents = try paths.map { try pipeline.read($0, as: nil) }
    return try project.add(
      try Opening.bitext(
        documents, texts.files.joined(separator: " – "), isSummary: texts.isSummary ?? false, paths,
        pipeline))
  }

  /// Writes the termbase back to the file it came from, or to one in the project's folder.
  ///
  /// What the file holds stays; terms and concepts that were added here are added there.
  private func writeTermbase(_ path: String?) throws -> Written {
    let target: String
    if let path {
      target = try folder.path(path)
    } else if let known = try project.setting("termbase") {
      target = known
    } else {
      throw ProjectError.refused("the project's termbase came from no file; give a path")
    }
    let own = try project.termbase()
    let old = FileBytes.exists(target) ? try TermbaseFile.read(target) : nil
    let format = old?.format ?? TermbaseFormat(path: target) ?? .csv
    let merged = TermbaseMerge(old?.termbase ?? Termbase(), with: own).termbase
    try WholeFile.write(try TermbaseFile.write(merged, as: format), to: target)
    return Written(path: target, concepts: merged.concepts.count)
  }
}
