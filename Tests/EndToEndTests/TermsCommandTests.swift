import Foundation
import SamsvarTestSupport
import Testing

@Suite("Termbase commands")
struct TermsCommandTests {
  private let files: TemporaryFolder
  init() throws { files = try TemporaryFolder() }

  private func terms(_ arguments: String...) throws -> Program.Result {
    try Program.run(Paths.samsvar, ["terms"] + arguments)
  }

  private func glossary(_ text: String, _ name: String = "t.csv") throws -> String {
    try files.write("id,nb,en,en_forbidden\n" + text, to: name)
  }

  // MARK: - Lint

  @Test func theGlossariesAreFaultless() throws {
    let folder = Paths.file("Glossaries")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasSuffix(".csv") }
    #expect(names.count >= 9)
    let result = try Program.run(
      Paths.samsvar, ["terms", "lint"] + names.map { "\(folder)/\($0)" })
    #expect(result.status == 0)
    #expect(result.output == "")
  }

  @Test func lintNamesTheLineAndEndsWithOne() throws {
    let path = try glossary("a,avtale,agreement,agreement\nb,valg,election,\n")
    let result = try terms("lint", path)
    #expect(result.status == 1)
    #expect(result.output.contains("\(path):2: error: a: "))
    #expect(result.output.contains("[status.contradictory]"))
    #expect(result.error.contains("1 error, 0 warnings, 0 notes"))
    let json = try terms("lint", path, "--to", "jsonl")
    #expect(json.output.contains("\"rule\":\"status.contradictory\"") && json.error == "")
  }

  // MARK: - Convert

  @Test(arguments: ["tsv", "xlsx", "tbx", "tbx-dct", "tbx2", "tbx2-ntig"])
  func conversionThereAndBackChangesNothing(format: String) throws {
    let news = Paths.file("Glossaries/news.csv")
    let path = files.path("out.\(format)")
    #expect(try terms("convert", news, "--to", format, "-o", path).status == 0)
    let difference = try terms("diff", news, path)
    #expect(difference.status == 0 && difference.output == "")
  }

  @Test func whatIsLostIsSaid() throws {
    let path = try files.write(
      "id,definition,nb,nn,en,do_not_translate\na,d,avtale,avtale,agreement,\nb,,Stortinget,,Stortinget,yes\n",
      to: "t.csv")
    let short = try terms("convert", path, "--to", "omegat")
    #expect(short.status == 0 && short.output.hasPrefix("# nb\ten"))
    #expect(short.error.contains("lost: definition, 1 time (a)"))
    #expect(short.error.contains("lost: term, 1 time (a)"))
    #expect(!short.error.contains("- a: nn"))
    let long = try terms("convert", path, "--to", "tbx", "--report-loss")
    #expect(long.error.contains("do-not-translate stands in a note"))
    let all = try terms("convert", path, "--to", "omegat", "--report-loss")
    #expect(all.error.contains("- a: nn \"avtale\": preferred"))
  }

  @Test func theOutputsNameSaysTheFormatAndUnknownOnesAreUsage() throws {
    let path = try glossary("a,avtale,agreement,\n")
    #expect(try terms("convert", path, "-o", files.path("x.tbx")).status == 0)
    #expect(try String(contentsOfFile: files.path("x.tbx"), encoding: .utf8).contains("TBX-Basic"))
    #expect(try terms("convert", path, "-o", files.path("x.weird")).status == 2)
    #expect(try terms("convert", path, "--to", "turtle").status == 3)
    #expect(try terms("convert", files.path("missing.csv"), "--to", "tbx").status == 3)
  }

  @Test func anyFormatServesForChecking() throws {
    let path = try glossary("a,regjering,government,regime\n")
    let tbx = files.path("t.tbx")
    #expect(try terms("convert", path, "-o", tbx).status == 0)
    let source = try files.write("Regjeringen sier nei.\n", to: "a.nb.txt")
    let target = try files.write("The regime says no.\n", to: "a.en.txt")
    let result = try Program.samsvar("check", source, target, "--termbase", tbx)
    #expect(result.status == 1 && result.output.contains("term.forbidden"))
  }

  // MARK: - Diff, merge, stats

  @Test func mergeTakesBothAndShowsConflicts() throws {
    let base = try glossary("a,avtale,agreement,\nb,valg,election,\n", "base.csv")
    let ours = try glossary("a,avtale,agreement,deal\nb,valg,election,\n", "ours.csv")
    let theirs = try glossary("a,avtale,agreement,\nb,valg,poll,\n", "theirs.csv")
    let merged = files.path("merged.csv")
    #expect(try terms("merge", base, ours, theirs, "-o", merged).status == 0)
    #expect(
      try String(contentsOfFile: merged, encoding: .utf8)
        == "id,nb,en,en_forbidden\na,avtale,agreement,deal\nb,valg,poll,\n")
    let other = try glossary("a,avtale,agreement; deal,\nb,valg,election,\n", "other.csv")
    let conflict = try terms("merge", base, ours, other)
    #expect(conflict.status == 1)
    #expect(
      conflict.error.contains(
        "conflict: a: en \"deal\": base (nothing), ours forbidden, theirs preferred"))
  }

  @Test func diffSaysWhatChanged() throws {
    let before = try glossary("a,avtale,agreement,\n", "a.csv")
    let after = try glossary("a,avtale,agreement,deal\n", "b.csv")
    let result = try terms("diff", before, after)
    #expect(result.status == 1 && result.output == "+ a: en \"deal\": forbidden\n")
  }

  @Test func statsCountsByStatus() throws {
    let result = try terms("stats", try glossary("a,avtale,agreement,deal\n"), "--to", "jsonl")
    #expect(result.output.contains("\"forbidden\":1") && result.output.contains("\"language\":\"nb\""))
  }

  // MARK: - Extract

  @Test func candidatesAreRankedWithTranslationAndContext() throws {
    let source = try files.write(
      """
      Oppholdstillatelsen gjelder i ett år etter at den er gitt av etaten.
      Hun søkte om oppholdstillatelse i mai, og hun fikk svar i juni.
      Uten oppholdstillatelse kan hun ikke arbeide i landet her.
      Den offentlige forvaltningen behandler saken om kort tid.
      En offentlig forvaltning må svare på alle slike spørsmål.

      """, to: "a.nb.txt")
    let target = try files.write(
      """
      The residence permit is valid for one year after it is granted by the agency.
      She applied for a residence permit in May, and she got an answer in June.
      Without a residence permit she cannot work in the country here.
      The public administration will handle the case in a short time.
      A public administration must answer all such questions.

      """, to: "a.en.txt")
    let result = try terms("extract", source, target, "--from", "lines")
    #expect(result.status == 0)
    let rows = result.output.split(separator: "\n").map(String.init)
    #expect(rows.dropFirst().first?.contains("oppholdstillatelse") == true)
    #expect(rows.dropFirst().first?.contains("residence permit") == true)
    #expect(rows.dropFirst().first?.contains("found 3 times") == true)
    #expect(result.output.contains("public administration"))
    let known = try glossary("a,oppholdstillatelse,residence permit,\n")
    let rest = try terms("extract", source, target, "--from", "lines", "--known", known)
    #expect(!rest.output.contains(",oppholdstillatelse,"))
  }
}

@Suite("Termbases in other programs")
struct TermbaseInteropTests {
  private let files: TemporaryFolder
  init() throws { files = try TemporaryFolder() }

  /// Runs a script in the Python that has the packages; nil, said aloud, where one is missing.
  private func python(_ script: String, needs package: String) throws -> String? {
    let environment = ProcessInfo.processInfo.environment
    let python = environment["INTEROP_PYTHON"] ?? "python3"
    let env = URL(fileURLWithPath: "/usr/bin/env")
    guard try Program.run(env, [python, "-c", "import \(package)"]).status == 0 else {
      let message = "\(package) is not installed for \(python): not tested against it"
      if environment["REQUIRE_INTEROP"] == "1" {
        Issue.record(Comment(rawValue: message))
      } else {
        print("SKIPPED: \(message)")
      }
      return nil
    }
    let result = try Program.run(env, [python, "-c", script])
    #expect(result.status == 0, "\(result.error)")
    return result.output
  }

  @Test func translateToolkitReadsVersion2() throws {
    let path = files.path("t.tbx")
    let glossary = try files.write(
      "id,definition,nb,en,en_forbidden\na,d,regjering,government,regime\nb,,avtale,agreement,\n",
      to: "t.csv")
    #expect(
      try Program.samsvar("terms", "convert", glossary, "--to", "tbx2", "-o", path).status == 0)
    let script = """
      from translate.storage import tbx
      units = tbx.tbxfile(open("\(path)", "rb"), "nb", "en").units
      print(";".join(u.source + "=" + u.target for u in units))
      """
    guard let output = try python(script, needs: "translate.storage.tbx") else { return }
    #expect(output == "regjering=government;avtale=agreement\n")
  }
}
