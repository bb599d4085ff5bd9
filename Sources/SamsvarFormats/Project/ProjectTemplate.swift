/// The `samsvar.yml` that `samsvar run --init` writes.
public enum ProjectTemplate {
  /// The file, with a comment for every key.
  public static let text = """
    # What `samsvar run` checks. Paths are seen from this file's folder; samsvar help run says more.

    # Texts that belong together. * stands for part of a name, ** for any folders; a wildcard of the target takes
    # what the same wildcard of the source found, counted from the end. A target without a folder lies beside its source.
    pairs:
      - source: "**/*.nb.md"
        target: "*.en.md"
    #  - source: articles/*.nb.txt
    #    target: summaries/*.en.txt
    #    summary: yes            # the target may leave things out
    #  - bitext: locale/*.tmx    # a file that holds both sides

    # Termbases to follow, and lexicons that answer before the installed one.
    # termbases: [terms.csv]
    # lexicons: [client.tsv]

    # The level of a rule or category: off, note, warning, error. `samsvar rules` lists them; style is off unless
    # it gets a level here.
    # rules:
    #   name.mismatch: warning
    #   style: note

    # Findings that point at these words are accepted.
    # words: [Storting]

    # Other levels for some paths; later ones win.
    # paths:
    #   - paths: ["legal/**"]
    #     rules: {number.format: off}

    # Check only some categories.
    # only: [term, number, date]

    # The lowest severity that makes the exit code 1: error, warning, note or never.
    fail-on: error

    # Findings accepted once; written by `samsvar run --write-baseline FILE`.
    # baseline: samsvar-baseline.jsonl

    # Reports over all pairs: .sarif, .html, .xml (JUnit), .csv, .json, .jsonl.
    # reports: [build/samsvar.html, build/samsvar.sarif]

    # Files for each pair: {path} is the source's path without its endings, {dir} its folder, {name} its name,
    # {target} the target's name with its language.
    # outputs: ["build/{path}.html", "build/{name}.tmx"]

    # What was found before, so that only what changed is checked again; not for version control.
    # cache: .samsvar-cache.json

    """
}
