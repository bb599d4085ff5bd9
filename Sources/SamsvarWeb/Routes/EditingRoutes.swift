import Hummingbird
import Samsvar
import SamsvarMemory

extension ReviewRoutes {
  /// What an edit gives back: what it did, and the rows the reader sees.
  struct Edited: Codable {
    var result: EditResult
    /// Where the bead to be shown stands now.
    var row: Int?
    var page: Page?
    var revision: Revision
  }

  /// `POST` of edits, undo and redo.
  ///
  /// With `?bitext=` and `?count=` the answer holds the rows around the place of the edit, so that a key
  /// press is one exchange.
  func addEditing(_ api: RouterGroup<ReviewContext>) {
    api.post("edits") { request, _ in
      let edit = try await request.value(Edit.self)
      return try await answer(try project.apply(edit), request)
    }
    api.post("undo") { request, _ in
      _ = try await request.bytes()
      return try await answer(try project.undo(), request)
    }
    api.post("redo") { request, _ in
      _ = try await request.bytes()
      return try await answer(try project.redo(), request)
    }
  }

  private func answer(_ result: EditResult, _ request: Request) async throws -> Response {
    await flow?.wake()
    return Answer.json(try edited(result, request))
  }

  private func edited(_ result: EditResult, _ request: Request) throws -> Edited {
    let row = try result.bead.flatMap { try project.row(ofBead: $0) }
    var page: Page?
    if let bitext = request.text("bitext").flatMap({ Int64($0) }) {
      let count = try request.number("count", or: 60, in: 1...500)
      let from = try request.number("from", or: 0, in: 0...Int.max)
      let isSeen = row.map { (from..<from + count).contains($0) } ?? true
      let start = result.bitext != bitext || isSeen ? from : max(0, (row ?? 0) - count / 3)
      page = try self.page(bitext, from: start, count: count, phrases(request))
    }
    return Edited(result: result, row: row, page: page, revision: try revision())
  }
}
