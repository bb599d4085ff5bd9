package import SamsvarModel
import SamsvarText

/// A bitext as two vertical texts and a map, as Sketch Engine, NoSketch Engine and ParaConc's importers
/// take parallel corpora: a token a line, `<s>` around each segment, `<g/>` where no blank stands between
/// two tokens.
///
/// The map has a line for each bead: the numbers of the segments of both sides from 0, `from,to` for
/// several, `-1` for none.
package struct VerticalCorpus {
  /// The vertical text of the source.
  package let source: String
  /// The vertical text of the target.
  package let target: String
  /// The map between them.
  package let map: String

  /// The texts of an analysis.
  package init(_ analysis: BitextAnalysis, document: String) {
    source = Self.vertical(analysis.source, document)
    target = Self.vertical(analysis.target, document)
    map = analysis.alignment.beads.map { bead in
      "\(Self.column(bead.source))\t\(Self.column(bead.target))\n"
    }.joined()
  }

  /// The files that stand for one named `corpus.vert`: `corpus.nb.vert`, `corpus.en.vert`, `corpus.map`.
  package func files(
    _ path: String, _ source: LanguageTag, _ target: LanguageTag
  ) -> [(path: String, text: String)] {
    let dot = path.lastIndex(of: ".") ?? path.endIndex
    let (stem, ending) = (path[..<dot], path[dot...])
    return [
      ("\(stem).\(source)\(ending)", self.source), ("\(stem).\(target)\(ending)", self.target),
      ("\(stem).map", map),
    ]
  }

  private static func column(_ range: Range<Int>) -> String {
    switch range.count {
    case 0: "-1"
    case 1: String(range.lowerBound)
    default: "\(range.lowerBound),\(range.upperBound - 1)"
    }
  }

  private static func vertical(_ side: AnalysedDocument, _ name: String) -> String {
    var text = "<doc id=\"\(escaped(name))\" lang=\"\(side.language)\">\n"
    for index in side.document.segments.indices {
      text += "<s id=\"\(index)\">\n"
      var end: Int?
      for token in side.tokenRange(index).map({ side.tokens[$0].range }) {
        if let end, end == token.lowerBound { text += "<g/>\n" }
        text += escaped(side.document.string(in: token)) + "\n"
        end = token.upperBound
      }
      text += "</s>\n"
    }
    return text + "</doc>\n"
  }

  private static func escaped(_ text: String) -> String {
    MarkupText.escaped(
      String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }), isAttribute: true)
  }
}
