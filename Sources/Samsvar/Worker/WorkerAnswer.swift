import SamsvarFormats

/// The answers of a worker, each encoded as a line.
enum WorkerAnswer {
  struct Failed: Encodable {
    struct Reason: Encodable {
      var code: String
      var message: String
    }
    var id: WorkerJob.Identifier?
    var error: Reason
  }

  struct Aligned: Encodable {
    var id: WorkerJob.Identifier?
    var beads: [BeadTriple]
    var source: [String]
    var target: [String]
  }

  struct Linked: Encodable {
    var id: WorkerJob.Identifier?
    var links: [BeadTriple]
    var source: [String]
    var target: [String]
  }

  struct Checked: Encodable {
    var id: WorkerJob.Identifier?
    var findings: [FindingRecord]
  }

  struct Segmented: Encodable {
    var id: WorkerJob.Identifier?
    var text: String
    var sentences: [[Int]]
    var tokens: [[Int]]
  }

  /// `[[0,1],[2],0.93]`: source indices, target indices, confidence.
  struct BeadTriple: Encodable {
    var source: [Int]
    var target: [Int]
    var confidence: Double

    func encode(to encoder: any Encoder) throws {
      var container = encoder.unkeyedContainer()
      try container.encode(source)
      try container.encode(target)
      try container.encode(confidence)
    }
  }
}
