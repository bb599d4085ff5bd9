import Foundation
import SamsvarTestSupport
import Testing

@Suite("Words of the app") struct InterfaceTests {
  private static let assets = "Sources/SamsvarWeb/Assets"

  private func file(_ name: String) throws -> String {
    try String(contentsOfFile: Paths.file("\(Self.assets)/\(name)"), encoding: .utf8)
  }

  @Test(arguments: ["nb", "nn"])
  func `every phrase of the page is there in both kinds of Norwegian`(language: String) throws {
    let known = Set(
      try file("review.\(language).tsv").split(separator: "\n").filter { !$0.hasPrefix("#") }
        .compactMap { $0.split(separator: "\t").first.map(String.init) })
    var used: Set<String> = []
    let names = try FileManager.default.contentsOfDirectory(atPath: Paths.file(Self.assets))
    for name in names where name.hasSuffix(".js") {
      let text = try file(name)
      for match in text.matches(of: /\bt\("((?:[^"\\]|\\.)+)"/) { used.insert(String(match.1)) }
      for match in text.matches(of: /count\([^,]+, "([^"]+)", "([^"]+)"\)/) {
        used.formUnion([String(match.1), String(match.2)])
      }
      guard name == "keys.js" else { continue }
      for match in text.matches(of: /(?:text|group): "([^"]+)"/) { used.insert(String(match.1)) }
    }
    #expect(used.count > 150)
    #expect(used.subtracting(known).sorted() == [])
  }

  @Test func `a key stands for one thing in a view`() throws {
    let tables = try file("keys.js").split(separator: "export const ").dropFirst()
    let general = try keys(#require(tables.first { $0.hasPrefix("general") }))
    for name in ["alignment", "summary"] {
      let own = try keys(#require(tables.first { $0.hasPrefix(name) })) + general
      #expect(Set(own).count == own.count, "\(name)")
    }
  }

  private func keys(_ table: Substring) -> [String] {
    table.matches(of: /keys: \[([^\]]+)\]/).flatMap { $0.1.split(separator: ", ").map(String.init) }
  }

  @Test func `the page asks for nothing outside and has no script or style in itself`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Paths.file(Self.assets))
    for name in names {
      let text = try file(name).replacing("http://www.w3.org/2000/svg", with: "")
      #expect(!text.contains("http://") && !text.contains("https://"), "\(name)")
      #expect(!text.contains("innerHTML") && !text.contains("eval("), "\(name)")
    }
    let page = try file("index.html")
    #expect(!page.contains(" style=") && !page.contains("<style") && !page.contains("onclick"))
  }
}
