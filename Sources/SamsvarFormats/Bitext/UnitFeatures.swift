import SamsvarModel

/// What a unit can have, and what a format can keep of it.
package struct UnitFeatures: OptionSet, Hashable, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  package static let ids = UnitFeatures(rawValue: 1 << 0)
  package static let groups = UnitFeatures(rawValue: 1 << 1)
  package static let documents = UnitFeatures(rawValue: 1 << 2)
  package static let contexts = UnitFeatures(rawValue: 1 << 3)
  package static let codes = UnitFeatures(rawValue: 1 << 4)
  package static let states = UnitFeatures(rawValue: 1 << 5)
  package static let reviews = UnitFeatures(rawValue: 1 << 6)
  package static let order = UnitFeatures(rawValue: 1 << 7)
  package static let notes = UnitFeatures(rawValue: 1 << 8)
  package static let quality = UnitFeatures(rawValue: 1 << 9)
  package static let confidence = UnitFeatures(rawValue: 1 << 10)
  package static let kinds = UnitFeatures(rawValue: 1 << 11)
  package static let indices = UnitFeatures(rawValue: 1 << 12)
  package static let lineBreaks = UnitFeatures(rawValue: 1 << 13)
  package static let controls = UnitFeatures(rawValue: 1 << 14)
  package static let languages = UnitFeatures(rawValue: 1 << 15)
  package static let plurals = UnitFeatures(rawValue: 1 << 16)
  package static let gettext = UnitFeatures(rawValue: 1 << 17)
  package static let variants = UnitFeatures(rawValue: 1 << 18)
  package static let findings = UnitFeatures(rawValue: 1 << 19)
  package static let properties = UnitFeatures(rawValue: 1 << 20)
  package static let edges = UnitFeatures(rawValue: 1 << 21)

  /// What each is called in a report.
  package static let names: [(feature: UnitFeatures, name: String)] = [
    (.ids, "identifiers"), (.groups, "units of several segments"), (.documents, "document names"),
    (.contexts, "contexts"), (.codes, "inline codes"), (.states, "states"),
    (.reviews, "review marks"), (.order, "order of targets"), (.notes, "notes"),
    (.quality, "match quality"), (.confidence, "confidence"), (.kinds, "kinds of bead"),
    (.indices, "segment numbers"), (.lineBreaks, "line breaks and tabs"),
    (.controls, "control characters"), (.languages, "languages"),
    (.plurals, "plural forms"),
    (.gettext, "gettext's flags, references, previous texts and obsolete messages"),
    (.variants, "texts in further languages"), (.findings, "findings"),
    (.properties, "properties of other programs"), (.edges, "white space around texts"),
  ]
}

extension BitextUnit {
  /// What the unit has.
  package var features: UnitFeatures {
    var features = dropped
    if !id.isEmpty { features.insert(.ids) }
    if !group.isEmpty { features.insert(.groups) }
    if !document.isEmpty { features.insert(.documents) }
    if !context.isEmpty { features.insert(.contexts) }
    if !source.codes.isEmpty || !target.codes.isEmpty { features.insert(.codes) }
    if state != nil { features.insert(.states) }
    if needsReview { features.insert(.reviews) }
    if order != nil { features.insert(.order) }
    if !notes.isEmpty { features.insert(.notes) }
    if matchQuality != nil { features.insert(.quality) }
    if confidence != nil { features.insert(.confidence) }
    if let kind, kind != .substitution { features.insert(.kinds) }
    if !sourceIndices.isEmpty || !targetIndices.isEmpty { features.insert(.indices) }
    if sourceLanguage != nil || targetLanguage != nil { features.insert(.languages) }
    if Self.hasEdges(source.bytes) || Self.hasEdges(target.bytes) { features.insert(.edges) }
    if message?.plural != nil { features.insert(.plurals) }
    if message?.hasRemarks == true { features.insert(.gettext) }
    return features.union(Self.characters(source.bytes)).union(Self.characters(target.bytes))
  }

  private static func hasEdges(_ text: [UInt8]) -> Bool {
    text.first.map { $0 <= 0x20 } == true || text.last.map { $0 <= 0x20 } == true
  }

  private static func characters(_ text: [UInt8]) -> UnitFeatures {
    var features: UnitFeatures = []
    // No early end: such a loop runs over many bytes at once.
    var least: UInt8 = 0xFF
    for byte in text { least = min(least, byte) }
    guard least < 0x20 else { return features }
    for byte in text where byte < 0x20 {
      features.insert(byte == 0x09 || byte == 0x0A || byte == 0x0D ? .lineBreaks : .controls)
    }
    return features
  }
}

extension BitextFormat {
  /// What the format's writer keeps so that its reader finds it again.
  package var keeps: UnitFeatures { isOffice ? common : common.union(.edges) }

  /// What the format keeps besides white space around texts, which cells of office documents have not.
  private var common: UnitFeatures {
    switch self {
    case .tmx:
      [
        .ids, .documents, .contexts, .codes, .states, .notes, .confidence, .kinds, .lineBreaks,
        .languages,
      ]
    case .xliff:
      [
        .ids, .groups, .documents, .contexts, .codes, .states, .reviews, .order, .notes, .quality,
        .confidence, .kinds, .lineBreaks, .languages,
      ]
    case .xliff12:
      [
        .ids, .groups, .documents, .contexts, .codes, .states, .reviews, .order, .notes, .quality,
        .confidence, .kinds, .lineBreaks, .languages,
      ]
    case .po:
      [
        .ids, .documents, .contexts, .reviews, .notes, .lineBreaks, .controls, .languages,
        .plurals, .gettext,
      ]
    case .tsv, .csv:
      [
        .ids, .documents, .contexts, .states, .reviews, .notes, .confidence, .kinds, .lineBreaks,
        .controls, .languages,
      ]
    case .json, .jsonl:
      [
        .ids, .groups, .documents, .contexts, .states, .reviews, .order, .notes, .quality,
        .confidence, .kinds, .indices, .lineBreaks, .controls, .languages,
      ]
    case .markdown: [.ids, .documents, .states, .notes, .lineBreaks, .controls, .languages]
    case .ladder: [.confidence]
    case .pairs: []
    case .docx, .odt, .xlsx: [.ids, .states, .notes, .confidence, .lineBreaks, .languages]
    }
  }
}

extension BitextFormat {
  /// What the format keeps of other units and not of this one, since what it depends on is missing.
  fileprivate func drops(_ unit: BitextUnit) -> UnitFeatures {
    var lost: UnitFeatures = []
    switch self {
    case .xliff where unit.target.isEmpty:
      // A segment without target is initial.
      if let state = unit.state, state != .initial { lost.insert(.states) }
      if unit.needsReview, unit.state == nil { lost.insert(.reviews) }
    case .xliff12 where unit.target.isEmpty:
      if unit.state != nil { lost.insert(.states) }
      if unit.needsReview { lost.insert(.reviews) }
    case .xliff12 where unit.needsReview:
      // One attribute says both.
      if let state = unit.state, state != .translated { lost.insert(.states) }
    default: break
    }
    return lost
  }

  /// What the format has once for all segments of a unit, where a segment differs from the first.
  fileprivate func drops(_ unit: BitextUnit, after first: BitextUnit) -> UnitFeatures {
    guard self == .xliff12 else { return [] }
    var lost: UnitFeatures = []
    if unit.state != first.state { lost.insert(.states) }
    if unit.needsReview != first.needsReview { lost.insert(.reviews) }
    if unit.matchQuality != first.matchQuality { lost.insert(.quality) }
    return lost
  }
}

/// What a conversion could not keep.
package struct ConversionLoss: Sendable {
  /// How many units had something that is lost, and the first of them.
  private var counts: [UnitFeatures: (count: Int, first: String)] = [:]
  /// The first segment of the unit that the last one belonged to.
  private var group: BitextUnit?

  /// Nothing lost so far.
  package init() {}

  /// Counts what a unit has and a format does not keep.
  package mutating func add(_ unit: BitextUnit, to format: BitextFormat) {
    var lost = unit.features.subtracting(format.keeps).union(format.drops(unit))
    if unit.group.isEmpty {
      if group != nil { group = nil }
    } else if let group, group.group == unit.group {
      lost.formUnion(format.drops(unit, after: group))
    } else {
      group = unit
    }
    guard !lost.isEmpty else { return }
    for (feature, _) in UnitFeatures.names where lost.contains(feature) {
      let known = counts[feature]
      counts[feature] = ((known?.count ?? 0) + 1, known?.first ?? unit.id)
    }
  }

  /// A line for each kind of loss: `inline codes of 12 units are lost (the first is 4)`.
  package var lines: [String] {
    UnitFeatures.names.compactMap { feature, name in
      guard let (count, first) = counts[feature] else { return nil }
      let place = first.isEmpty ? "" : " (the first is \(first))"
      return "\(name) of \(count) unit\(count == 1 ? "" : "s") not kept\(place)"
    }
  }
}
