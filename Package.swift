// swift-tools-version: 6.3
import PackageDescription

/// Settings of every target of our own; warnings of other packages are theirs.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .treatAllWarnings(as: .error),
]

/// A room of the library: depends only on the rooms named.
func room(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [],
  resources: [Resource] = [], plugins: [Target.PluginUsage] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: exclude, resources: resources,
    swiftSettings: settings, plugins: plugins)
}

/// The tests of one room.
func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["SamsvarTestSupport"], exclude: exclude,
    swiftSettings: settings)
}

let package = Package(
  name: "samsvar",
  products: [
    .library(name: "Samsvar", targets: ["Samsvar"]),
    .executable(name: "samsvar", targets: ["SamsvarCLI"]),
    .executable(name: "samsvar-review", targets: ["samsvar-review"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
  ],
  targets: [
    .target(
      name: "CICU",
      linkerSettings: [
        .linkedLibrary("icui18n"), .linkedLibrary("icuuc"), .linkedLibrary("icudata"),
      ]),
    .systemLibrary(name: "CSnowball", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    room("SamsvarModel"),
    room("SamsvarDataFiles", ["SamsvarModel"]),
    room(
      "SamsvarText", ["SamsvarModel", "SamsvarDataFiles", "CICU", "CSnowball"],
      exclude: ["Ordbank"], resources: [.copy("Languages")], plugins: ["CompileData"]),
    room("SamsvarTerms", ["SamsvarModel", "SamsvarDataFiles", "SamsvarText"]),
    room(
      "SamsvarLexicon", ["SamsvarModel", "SamsvarText", "SamsvarDataFiles"],
      exclude: ["Core"], plugins: ["CompileData"]),
    room("SamsvarAlign", ["SamsvarModel", "SamsvarText", "SamsvarTerms", "SamsvarLexicon"]),
    room(
      "SamsvarCheck",
      [
        "SamsvarModel", "SamsvarDataFiles", "SamsvarText", "SamsvarTerms", "SamsvarLexicon",
        "SamsvarAlign",
      ]),
    room(
      "SamsvarFormats",
      [
        "SamsvarModel", "SamsvarDataFiles", "SamsvarText", "CXML", "CZip", "CZlib",
        .product(name: "Yams", package: "Yams"),
      ],
      resources: [.copy("Pages")]),
    room(
      "SamsvarMemory",
      ["SamsvarModel", "SamsvarText", .product(name: "GRDB", package: "GRDB.swift")]),
    .target(
      name: "CCurl", publicHeadersPath: "include", linkerSettings: [.linkedLibrary("dl")]),
    room(
      "SamsvarTranslate",
      [
        "SamsvarModel", "SamsvarDataFiles", "SamsvarText", "SamsvarTerms", "SamsvarLexicon",
        "SamsvarMemory", "CCurl",
      ]),
    room(
      "Samsvar",
      [
        "SamsvarModel", "SamsvarDataFiles", "SamsvarText", "SamsvarTerms", "SamsvarLexicon",
        "SamsvarAlign", "SamsvarCheck", "SamsvarFormats", "SamsvarMemory", "SamsvarTranslate",
      ]),
    .executableTarget(
      name: "SamsvarCLI",
      dependencies: [
        "Samsvar", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    room(
      "SamsvarWeb",
      ["Samsvar", "SamsvarMemory", .product(name: "Hummingbird", package: "hummingbird")],
      resources: [.copy("Assets")]),
    .executableTarget(
      name: "samsvar-review",
      dependencies: [
        "SamsvarWeb", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/SamsvarReview", swiftSettings: settings),

    .executableTarget(
      name: "samsvar-datac", dependencies: ["SamsvarDataFiles"], swiftSettings: settings),
    .plugin(
      name: "CompileData", capability: .buildTool(), dependencies: ["samsvar-datac"]),

    .target(name: "SamsvarTestSupport", path: "Tests/SamsvarTestSupport", swiftSettings: settings),
    tests("SamsvarModelTests", ["SamsvarModel"]),
    tests("SamsvarTextTests", ["SamsvarText", "SamsvarModel", "SamsvarDataFiles"]),
    tests(
      "SamsvarTermsTests", ["SamsvarTerms", "SamsvarText", "SamsvarModel", "SamsvarDataFiles"]),
    tests("SamsvarLexiconTests", ["SamsvarLexicon", "SamsvarDataFiles", "SamsvarModel"]),
    tests("SamsvarAlignTests", ["SamsvarAlign", "SamsvarText", "SamsvarModel", "SamsvarLexicon"]),
    tests("SamsvarCheckTests", ["SamsvarCheck", "Samsvar", "SamsvarModel"]),
    tests(
      "SamsvarFormatsTests", ["SamsvarFormats", "SamsvarDataFiles", "SamsvarModel", "SamsvarText"],
      exclude: ["Snapshots"]),
    tests("SamsvarMemoryTests", ["SamsvarMemory", "SamsvarModel", "SamsvarText"]),
    tests(
      "SamsvarTranslateTests",
      ["SamsvarTranslate", "SamsvarMemory", "Samsvar", "SamsvarModel", "SamsvarText"],
      exclude: ["Fixtures"]),
    tests(
      "SamsvarWebTests",
      [
        "SamsvarWeb", "SamsvarMemory", "Samsvar", "SamsvarModel",
        .product(name: "Yams", package: "Yams"),
      ]),
    tests("EndToEndTests", ["Samsvar", "SamsvarModel"]),
  ],
  swiftLanguageModes: [.v6]
)
