// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// One room of the house: a target and what it may import (arrows point down only).
func room(_ name: String, _ imports: [Target.Dependency], resources: [Resource] = []) -> Target {
    .target(name: name, dependencies: imports, resources: resources, swiftSettings: strict)
}

func tests(
    of name: String, _ imports: [Target.Dependency] = [], resources: [Resource] = []
) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.byName(name: name)] + imports, resources: resources,
        swiftSettings: strict)
}

let package = Package(
    name: "jixiao",
    products: [.executable(name: "jixiao", targets: ["jixiao"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),

        room("Quantities", []),
        room("Formulas", ["Quantities"]),
        room("Performance", ["Formulas", "Quantities"]),
        room(
            "Packs",
            ["Performance", "Formulas", "Quantities", .product(name: "Yams", package: "Yams")],
            resources: [.copy("Resources")]),
        room("Documents", ["Quantities", "CZip", "CXML2"]),
        room("TextAudit", ["Performance", "Quantities"]),
        room(
            "Storage",
            [
                "Performance", "Formulas", "Quantities", "CPQ",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        room(
            "Reports",
            ["Documents", "TextAudit", "Packs", "Performance", "Formulas", "Quantities"]),
        room(
            "Office",
            [
                "Reports", "Storage", "TextAudit", "Documents", "Packs", "Performance", "Formulas",
                "Quantities",
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        .target(
            name: "ZengchengExample", path: "Examples/zengcheng-2021",
            exclude: ["README.md", "generate.py", "goals.py", "names.py"],
            sources: ["ZengchengExample.swift"], resources: [.copy("files")], swiftSettings: strict),
        .executableTarget(
            name: "jixiao",
            dependencies: [
                "Office", "Reports", "Documents", "TextAudit", "Packs", "Performance", "Formulas",
                "Quantities", "ZengchengExample",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: strict),
        .executableTarget(
            name: "Measuring",
            dependencies: [
                "Office", "Reports", "Documents", "TextAudit", "Storage", "Packs", "Performance",
                "Formulas", "Quantities", "DistrictBooks", "DistrictSamples", "Seeds",
            ], path: "Benchmarks/Measuring", swiftSettings: strict),
        .target(
            name: "GeneratedYears", dependencies: ["Seeds", "Performance"],
            path: "Benchmarks/GeneratedYears", swiftSettings: strict),
        .executableTarget(
            name: "Forecasting",
            dependencies: ["GeneratedYears", "Seeds", "Performance", "Quantities"],
            path: "Benchmarks/Forecasting", swiftSettings: strict),

        .target(name: "Seeds", path: "Tests/Seeds", swiftSettings: strict),
        .target(
            name: "DistrictSamples", dependencies: ["Seeds", "Performance", "Quantities"],
            path: "Benchmarks/DistrictSamples", swiftSettings: strict),
        .target(
            name: "DistrictBooks",
            dependencies: ["Storage", "Performance", "Formulas", "Quantities"],
            path: "Benchmarks/DistrictBooks", swiftSettings: strict),
        tests(of: "Quantities", ["Seeds"]),
        .target(
            name: "FormulaSamples", dependencies: ["Seeds", "Formulas", "Quantities"],
            path: "Tests/FormulaSamples",
            swiftSettings: strict),
        tests(
            of: "Formulas",
            [
                "FormulaSamples", "Seeds", "Quantities",
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        .testTarget(
            name: "FormulaAgreementTests",
            dependencies: [
                "FormulaSamples", "Seeds", "Storage", "Performance", "Formulas", "Quantities",
            ],
            swiftSettings: strict),
        tests(of: "Performance", ["GeneratedYears", "Seeds", "Formulas", "Quantities"]),
        tests(
            of: "Packs",
            [
                "DistrictSamples", "Seeds", "ZengchengExample", "Performance", "Formulas",
                "Quantities",
            ]),
        tests(of: "Documents", ["Seeds", "Quantities", "CZip", "CXML2"]),
        tests(
            of: "TextAudit", ["Seeds", "Performance", "Quantities"], resources: [.copy("Resources")]
        ),
        tests(of: "Storage", ["Seeds", "Performance", "Formulas", "Quantities"]),
        tests(
            of: "Reports",
            ["Seeds", "TextAudit", "Documents", "Packs", "Performance", "Formulas", "Quantities"]),
        tests(
            of: "Office",
            [
                "DistrictBooks", "DistrictSamples", "Seeds", "ZengchengExample", "Reports",
                "Storage", "TextAudit", "Documents",
                "Packs",
                "Performance", "Formulas", "Quantities",
            ]),
    ],
    swiftLanguageModes: [.v6]
)

// Built by scripts/fuzz only: libFuzzer brings its own main.
if Context.environment["JIXIAO_FUZZING"] != nil {
    package.targets.append(
        .executableTarget(
            name: "Fuzzing", dependencies: ["Documents", "TextAudit"], path: "Tests/Fuzzing",
            swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}
