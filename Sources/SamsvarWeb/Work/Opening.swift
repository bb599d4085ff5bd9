import Foundation
package import Samsvar
package import SamsvarMemory
import SamsvarText

/// What to review: a project, or files that become one.
package struct Opening: Sendable {
  /// The files: a project, a bilingual file, or a source and its translations or summary.
  package var files: [String]
  /// The project's path; nil for one beside the first file.
  package var project: String?
  package var isSummary = false
  package var languages: [LanguageTag?] = []
  package var termbase: String?
  /// The translation memory that accepted beads flow into.
  package var memory: String?
  package var lexicons: [String] = []

  /// Files to review.
  package init(files: [String], project: String? = nil) {
    self.files = files
    self.project = project
  }

  /// Opens the project; files it does not hold yet are aligned and added.
  ///
  /// - Throws: `InputError`, `ProjectError`.
  package func open() throws -> Project {
    guard let first = files.first ?? project else {
      throw ProjectError.refused("give a project, or a source and its translation")
    }
    let isProject =
      try FileManager.default.fileExists(atPath: first)
      && Project.isProject(FileBytes.read(first).prefix(16)) || first.hasSuffix(Self.ending)
    let path = project ?? (isProject ? first : Self.path(beside: first))
    let project = try Project(path: path)
    if !isProject { try add(to: project) }
    if let termbase { try Self.set(termbase, in: project) }
    if let memory { try project.set("memory", to: Self.full(memory)) }
    return project
  }

  /// The ending of project files.
  package static let ending = ".samsvar"

  private static func path(beside file: String) -> String {
    let url = URL(fileURLWithPath: file)
    let name = url.lastPathComponent.split(separator: ".").first.map(String.init) ?? "review"
    return url.deletingLastPathComponent().appendingPathComponent(name + ending).path
  }

  /// Takes a termbase over; concepts a person added in the project are kept when it is the same file.
  private static func set(_ path: String, in project: Project) throws {
    let full = full(path)
    if try project.setting("termbase") == full { return }
    try project.set(termbase: try TermbaseFile.read(path).termbase)
    try project.set("termbase", to: full)
  }

  private static func full(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.path
  }

  private func add(to project: Project) throws {
    let name = files.map { URL(fileURLWithPath: $0).lastPathComponent }.joined(separator: " – ")
    if try project.bitexts().contains(where: { $0.name == name || $0.name.hasPrefix("\(name): ") })
    {
      return
    }
    let pipeline = try Pipeline.installed(lexicons: lexicons)
    if files.count == 1 { return try addBitexts(to: project, pipeline, name) }
    let texts = try files.enumerated().map { number, file in
      try pipeline.read(file, as: languages.indices.contains(number) ? languages[number] : nil)
    }
    try project.add(try Self.bitext(texts, name, isSummary: isSummary, files, pipeline))
  }

  /// Texts, aligned.
  static func bitext(
    _ texts: [AnalysedDocument], _ name: String, isSummary: Bool, _ files: [String],
    _ pipeline: Pipeline
  ) throws -> NewBitext {
    let contents = try files.map { try FileBytes.read($0) }
    if isSummary {
      let analysis = try pipeline.analyseSummary(texts[0], summary: texts[1])
      return NewBitext(
        analysis.bitext, name: name, links: analysis.links ?? [], contents: contents)
    }
    let alignments = try texts.dropFirst().map {
      try pipeline.analyseTranslation(texts[0], $0).alignment
    }
    let beads = BeadUnion(alignments, counts: texts.map(\.count), standing: []).beads
    return NewBitext(
      kind: .translation, name: name,
      texts: zip(texts, contents).map { NewBitext.Text($0.document, content: $1) }, beads: beads)
  }

  /// The documents of a bilingual file; their beads stand as they are.
  private func addBitexts(to project: Project, _ pipeline: Pipeline, _ name: String) throws {
    let bitexts = try pipeline.readBitexts(
      files[0], source: languages.first ?? nil, target: languages.dropFirst().first ?? nil)
    for (document, analysis) in bitexts {
      try project.add(
        NewBitext(
          analysis.bitext,
          name: document.isEmpty || document == files[0] ? name : "\(name): \(document)"))
    }
  }
}
