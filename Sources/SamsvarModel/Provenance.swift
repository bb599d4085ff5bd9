/// Where entries come from and under which licence they may be used.
public struct Provenance: Hashable, Sendable {
  /// What it is called: `FreeDict English-Norwegian`.
  public var name: String
  /// The licence as the source states it; empty where it states none.
  public var licence: String
  /// An address or a file; empty where unknown.
  public var origin: String

  /// A provenance; what is not known stays empty.
  public init(name: String, licence: String = "", origin: String = "") {
    self.name = name
    self.licence = licence
    self.origin = origin
  }
}
