import SamsvarTestSupport

/// What a place of a template holds: a number, date or name, to be written in several languages.
enum SlotValue: Hashable {
  case number(Double, decimals: Int)
  case word(Int)
  case ordinal(Int)
  case span(Int, Int)
  case date(day: Int, month: Int, year: Int?)
  case month(Int)
  case weekday(Int)
  case year(Int)
  case decade(Int)
  case years(Int, Int)
  case time(Int, Int)
  case person(first: String, last: String)
  case name(nb: String, nn: String, en: String)

  /// Whether it is a name.
  var isName: Bool {
    switch self {
    case .person, .name: true
    default: false
    }
  }

  /// A value of a kind that a template names (`int:3-90`, `date`, `person`).
  static func random(
    _ kind: String, _ others: [SlotValue], using generator: inout SeededRandom
  ) -> SlotValue {
    let parts = kind.split(separator: ":").map(String.init)
    let bounds = parts.count > 1 ? parts[1].split(separator: "-").compactMap { Int($0) } : [1, 28]
    func pick(_ low: Int, _ high: Int) -> Int { generator.int(low...high) }
    switch parts[0] {
    case "int": return .number(Double(pick(bounds[0], bounds[1])), decimals: 0)
    case "dec":
      let tenths = pick(bounds[0] * 10 + 1, bounds[1] * 10)
      return .number(Double(tenths % 10 == 0 ? tenths + 1 : tenths) / 10, decimals: 1)
    case "word": return .word(pick(bounds[0], bounds[1]))
    case "ord": return .ordinal(pick(bounds[0], bounds[1]))
    case "span":
      let low = pick(bounds[0], bounds[1])
      return .span(low, low + pick(2, 10))
    case "date": return .date(day: pick(1, 28), month: pick(1, 12), year: nil)
    case "dmy": return .date(day: pick(1, 28), month: pick(1, 12), year: pick(1990, 2030))
    case "month": return .month(pick(1, 12))
    case "weekday": return .weekday(pick(0, 6))
    case "year": return .year(pick(bounds[0], bounds[1]))
    case "decade": return .decade(pick(192, 201) * 10)
    case "yearspan":
      let first = pick(2000, 2030)
      return .years(first, first + pick(2, 8))
    case "time": return .time(pick(7, 11), pick(1, 5) * 10)
    case "latertime": return .time(pick(15, 20), pick(1, 5) * 10)
    case "person":
      return .person(first: generator.element(firstNames), last: generator.element(lastNames))
    default: return named(parts[0], using: &generator)
    }
  }

  private static func named(_ kind: String, using generator: inout SeededRandom) -> SlotValue {
    let names =
      switch kind {
      case "place": places
      case "land": countries
      case "city": cities
      case "org": companies
      case "acronym": acronyms
      default: fatalError("no kind of place is called \(kind)")
      }
    let parts = generator.element(names).split(separator: "/").map(String.init)
    return .name(
      nb: parts[0], nn: parts.count > 2 ? parts[1] : parts[0], en: parts[parts.count - 1])
  }

  private static let firstNames = [
    "Anne", "Kari", "Ingrid", "Marit", "Siv", "Turid", "Ole", "Lars", "Jonas", "Nils", "Bjørn",
    "Stein", "Liv", "Erik", "Thomas", "Hans", "Fatima", "Ahmed", "Åse", "Ragnhild", "Anne Grete",
  ]
  private static let lastNames = [
    "Bakke", "Vik", "Moen", "Solberg", "Haugen", "Berge", "Myhre", "Lie", "Aas", "Strand", "Dahl",
    "Nygård", "Fossum", "Hagen", "Johnsen", "Eriksen", "Øverland", "Nguyen", "Ali", "Lunde Hansen",
  ]
  private static let places = [
    "Bergen", "Tromsø", "Bodø", "Molde", "Hamar", "Voss", "Moss", "Drammen", "Kirkenes", "Alta",
    "Florø", "Mo i Rana", "Vadsø", "Kristiansund", "Sør-Varanger", "Nord-Fron", "Trondheim", "Ås",
    "Stavanger", "Longyearbyen", "Nes", "Lillehammer",
  ]
  private static let countries = [
    "Norge/Noreg/Norway", "Sverige/Sweden", "Danmark/Denmark", "Tyskland/Germany", "Hellas/Greece",
    "Kypros/Cyprus", "Frankrike/France", "Spania/Spain", "Polen/Poland", "Japan",
    "Saudi-Arabia/Saudi Arabia", "Sør-Korea/South Korea", "Island/Iceland", "Ungarn/Hungary",
    "Østerrike/Austerrike/Austria", "New Zealand", "Kina/China", "Brasil/Brazil",
  ]
  private static let cities = [
    "København/Copenhagen", "Roma/Rome", "Moskva/Moscow", "Brussel/Brussels", "Paris",
    "Beograd/Belgrade", "Athen/Athens", "Warszawa/Warsaw", "Praha/Prague", "Wien/Vienna",
    "New York", "Helsingfors/Helsinki", "Lisboa/Lisbon", "Berlin",
  ]
  private static let companies = [
    "Equinor", "Telenor", "Norsk Hydro", "Statkraft", "Yara", "Orkla", "Aker Solutions", "Vipps",
    "Elkem", "Tomra",
  ]
  private static let acronyms = [
    "NATO", "UNESCO", "NVE", "UNICEF", "DNB", "SINTEF", "NTNU", "NUPI",
  ]
}

/// A seeded generator of numbers and choices.
struct SeededRandom {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func int(_ range: ClosedRange<Int>) -> Int {
    Int(generator.next() % UInt64(range.count)) + range.lowerBound
  }

  mutating func element<Element>(_ elements: [Element]) -> Element {
    elements[int(0...elements.count - 1)]
  }

  mutating func shuffled(_ count: Int) -> [Int] {
    var result = Array(0..<count)
    for index in stride(from: count - 1, to: 0, by: -1) { result.swapAt(index, int(0...index)) }
    return result
  }
}
