// swift-tools-version: 6.2

import PackageDescription

/// Settings every target of ours shares: Swift 6 mode (complete concurrency checking) and, in
/// continuous integration, warnings as errors.
let settings: [SwiftSetting] =
    [.swiftLanguageMode(.v6)] + (Context.environment["CI"] == "true" ? [.treatAllWarnings(as: .error)] : [])

/// Settings of what works figures out. A run of all tests starts the program thousands of times and reads, checks and forecasts
/// in between; `scripts/test.sh` has that optimized, whoever changes a file and tests one module has not. What only hands results on
/// is not worth the optimizer's time.
let engine: [SwiftSetting] =
    settings
    + (Context.environment["JUESUAN_OPTIMIZED"] == "1" ? [.unsafeFlags(["-O"], .when(configuration: .debug))] : [])

/// The numeric modules are built with the optimizer's bounds and overflow checks intact; speed comes
/// from LAPACK and from unsafe buffers in named hot loops, not from `-Ounchecked`.
let package = Package(
    name: "juesuan",
    products: [
        .library(name: "Platform", targets: ["Platform"]),
        .library(name: "FinalAccounts", targets: ["FinalAccounts"]),
        .library(name: "OfficialForm", targets: ["OfficialForm"]),
        .library(name: "Interchange", targets: ["Interchange"]),
        .library(name: "LinearAlgebra", targets: ["LinearAlgebra"]),
        .library(name: "Regression", targets: ["Regression"]),
        .library(name: "Forecasting", targets: ["Forecasting"]),
        .library(name: "Disclosures", targets: ["Disclosures"]),
        .library(name: "Consistency", targets: ["Consistency"]),
        .library(name: "CJuesuan", type: .dynamic, targets: ["CJuesuan"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    ],
    targets: [
        .systemLibrary(name: "CLAPACKE", providers: [.apt(["libopenblas-dev", "liblapacke-dev"])]),
        .systemLibrary(name: "CNettle", providers: [.apt(["nettle-dev"])]),
        .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CIconv"),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CArgon2", providers: [.apt(["libargon2-dev"])]),
        .target(name: "Platform", dependencies: ["CNettle"], swiftSettings: engine),
        .testTarget(name: "PlatformTests", dependencies: ["Platform"], swiftSettings: settings),
        .target(name: "CBLASThreads", linkerSettings: [.linkedLibrary("openblas")]),
        .target(name: "CDistributions"),
        // The shared library of LAPACKE brings another BLAS and LAPACK along, which cost every start 5 ms.
        .target(
            name: "LinearAlgebra", dependencies: ["Platform", "CLAPACKE", "CBLASThreads"], swiftSettings: engine,
            linkerSettings: [.linkedLibrary(":liblapacke.a")]),
        .target(
            name: "Regression", dependencies: ["Platform", "LinearAlgebra", "CDistributions"], swiftSettings: engine),
        .target(name: "FinalAccounts", dependencies: ["Platform"], swiftSettings: engine),
        .target(name: "OfficialForm", dependencies: ["Platform", "FinalAccounts"], swiftSettings: engine),
        .testTarget(
            name: "OfficialFormTests", dependencies: ["OfficialForm", "FinalAccounts"], swiftSettings: settings),
        .target(
            name: "Interchange",
            dependencies: ["Platform", "FinalAccounts", "OfficialForm", .product(name: "Yams", package: "Yams")],
            swiftSettings: engine),
        .target(name: "CSVReading", path: "Tests/CSVReading", swiftSettings: settings),
        .testTarget(
            name: "InterchangeTests",
            dependencies: ["Platform", "Interchange", "FinalAccounts", "OfficialForm", "CSVReading", "SeededNumbers"],
            swiftSettings: settings),
        .target(
            name: "Narration", dependencies: ["Platform", "FinalAccounts", "OfficialForm"], swiftSettings: settings),
        .testTarget(
            name: "NarrationTests",
            dependencies: ["Narration", "FinalAccounts", "OfficialForm", "Disclosures", "SyntheticDisclosures"],
            swiftSettings: settings),
        .target(
            name: "Forecasting", dependencies: ["Platform", "FinalAccounts", "Regression"], swiftSettings: engine),
        .testTarget(
            name: "ForecastingTests", dependencies: ["Forecasting", "FinalAccounts"], swiftSettings: settings),
        .systemLibrary(name: "JuesuanHeader"),
        // Nothing but the functions of the header is visible outside the library.
        .target(
            name: "CJuesuan", dependencies: ["Platform", "FinalAccounts", "Forecasting", "Variance", "JuesuanHeader"],
            swiftSettings: settings,
            linkerSettings: [
                .unsafeFlags([
                    "-Xlinker", "--version-script=\(Context.packageDirectory)/Sources/JuesuanHeader/juesuan.map",
                    "-Xlinker", "-soname=libjuesuan.so.0",
                ])
            ]),
        .testTarget(
            name: "CInterfaceTests", dependencies: ["FinalAccounts", "Forecasting", "SeededNumbers"],
            swiftSettings: settings),
        .target(
            name: "Budgeting",
            dependencies: [
                "Platform", "LinearAlgebra", "FinalAccounts", "Interchange", "Forecasting",
            ],
            swiftSettings: engine),
        .testTarget(
            name: "BudgetingTests",
            dependencies: ["Platform", "Budgeting", "FinalAccounts", "Forecasting", "SeededNumbers"],
            swiftSettings: settings),
        .executableTarget(
            name: "rules-study", dependencies: ["Budgeting", "FinalAccounts", "SeededNumbers"],
            path: "scripts/accuracy/RulesStudy", swiftSettings: settings),
        .target(
            name: "Variance",
            dependencies: [
                "Platform", "FinalAccounts", "Interchange", "Regression", "Forecasting",
            ],
            swiftSettings: engine),
        .target(
            name: "Reporting",
            dependencies: [
                "Platform", "FinalAccounts", "OfficialForm", "Interchange", "Disclosures", "Narration", "Consistency",
                "Forecasting", "Variance", "Budgeting", "CXLSXWriter",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "FinalAccountsTests", dependencies: ["Platform", "SeededNumbers", "FinalAccounts"],
            swiftSettings: settings),
        .target(name: "SeededNumbers", path: "Tests/SeededNumbers", swiftSettings: settings),
        .target(
            name: "SyntheticAccounts", dependencies: ["SeededNumbers", "FinalAccounts"],
            path: "Tests/SyntheticAccounts",
            swiftSettings: settings),
        .executableTarget(
            name: "anomaly-study", dependencies: ["FinalAccounts", "Forecasting", "SyntheticAccounts", "Variance"],
            path: "scripts/accuracy/AnomalyStudy", swiftSettings: settings),
        .executableTarget(
            name: "forecast-study", dependencies: ["Platform", "SeededNumbers", "FinalAccounts", "Forecasting"],
            path: "scripts/accuracy/ForecastStudy", swiftSettings: settings),
        .testTarget(
            name: "VarianceTests",
            dependencies: [
                "Platform", "SeededNumbers", "Variance", "FinalAccounts", "Forecasting", "SyntheticAccounts",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "ReportingTests",
            dependencies: [
                "Platform", "SeededNumbers", "CSVReading", "Interchange", "Reporting", "FinalAccounts", "Disclosures",
                "Consistency", "Forecasting", "Variance",
            ],
            swiftSettings: settings),
        .target(
            name: "Ledger",
            dependencies: [
                "Platform", "FinalAccounts", "Interchange", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: engine),
        .testTarget(
            name: "LedgerTests",
            dependencies: ["Platform", "SeededNumbers", "Ledger", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: settings),
        .target(
            name: "Workbench",
            dependencies: [
                "Platform", "FinalAccounts", "OfficialForm", "Interchange", "Disclosures", "Narration", "Consistency",
                "Forecasting", "Variance", "Budgeting", "Ledger", "Reporting", .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "WorkbenchTests",
            dependencies: [
                "Platform", "Workbench", "FinalAccounts", "OfficialForm", "Disclosures", "Consistency", "Forecasting",
                "Variance",
                "Ledger", "Reporting",
            ],
            swiftSettings: settings),
        .target(
            name: "Batch",
            dependencies: [
                "Platform", "FinalAccounts", "Interchange", "Disclosures", "Narration", "Consistency", "Forecasting",
                "Variance",
                "Ledger", "Reporting", "Workbench", .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "BatchTests",
            dependencies: ["Platform", "Batch", "FinalAccounts", "Disclosures", "Ledger", "Reporting", "Workbench"],
            swiftSettings: settings),
        .target(
            name: "Access", dependencies: ["Platform", "CArgon2", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: settings),
        .testTarget(
            name: "AccessTests", dependencies: ["Platform", "Access", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: settings),
        .target(
            name: "Service",
            dependencies: [
                "CZlib", "Platform", "Access", "FinalAccounts", "Interchange", "Disclosures", "Forecasting", "Variance",
                "Ledger",
                "Reporting", "Workbench", "Batch", .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "ServiceTests",
            dependencies: [
                "Platform", "Access", "Service", "FinalAccounts", "Interchange", "Ledger", "Workbench",
            ],
            swiftSettings: settings),
        // The server is a program of its own, so that no command carries it: `juesuan serve` becomes it.
        .executableTarget(name: "juesuan-serve", dependencies: ["Service"], swiftSettings: settings),
        .target(
            name: "Disclosures",
            dependencies: ["Platform", "FinalAccounts", "OfficialForm", "Interchange", "CZip", "CXML2", "CIconv"],
            swiftSettings: engine),
        .target(
            name: "ContainerMaking", dependencies: ["CZip"], path: "Tests/ContainerMaking", swiftSettings: settings),
        .target(
            name: "SyntheticDisclosures",
            dependencies: ["SeededNumbers", "ContainerMaking", "Narration", "OfficialForm", "FinalAccounts"],
            path: "Tests/SyntheticDisclosures",
            swiftSettings: settings),
        .executableTarget(
            name: "read-study",
            dependencies: ["Disclosures", "Narration", "OfficialForm", "FinalAccounts", "SyntheticDisclosures"],
            path: "scripts/accuracy/ReadStudy", swiftSettings: settings),
        .testTarget(
            name: "DisclosuresTests",
            dependencies: [
                "Platform", "SeededNumbers", "Disclosures", "Interchange", "OfficialForm", "FinalAccounts",
                "SyntheticDisclosures",
                "ContainerMaking",
            ],
            exclude: ["Goldens", "Fixtures"],
            swiftSettings: settings),
        .executableTarget(
            name: "juesuan",
            dependencies: [
                "Platform", "FinalAccounts", "OfficialForm", "Interchange", "Disclosures", "Narration", "Consistency",
                "Forecasting", "Variance", "Budgeting", "Ledger", "Reporting", "Workbench", "Batch",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "EndToEndTests", dependencies: ["juesuan", "juesuan-serve", "ContainerMaking"], exclude: ["Support"],
            swiftSettings: settings),
        .target(
            name: "Consistency",
            dependencies: [
                "Platform", "FinalAccounts", "OfficialForm", "Interchange", "Disclosures",
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: engine),
        .target(
            name: "PlantedErrors",
            dependencies: [
                "Platform", "SeededNumbers", "Consistency", "Disclosures", "Narration", "OfficialForm", "FinalAccounts",
            ],
            path: "Tests/PlantedErrors", swiftSettings: settings),
        .executableTarget(
            name: "check-study",
            dependencies: ["Consistency", "Disclosures", "Narration", "FinalAccounts", "PlantedErrors"],
            path: "scripts/accuracy/CheckStudy", swiftSettings: settings),
        .testTarget(
            name: "ConsistencyTests",
            dependencies: [
                "Platform", "SeededNumbers", "Consistency", "Disclosures", "FinalAccounts", "PlantedErrors",
            ],
            exclude: ["Findings"], swiftSettings: settings),
        // What libFuzzer runs for hours, the tests run for seconds: the package Fuzzing builds the same folder, instrumented.
        .target(
            name: "FuzzTargets", dependencies: ["Disclosures", "Interchange", "FinalAccounts", "Consistency"],
            path: "Fuzzing/Sources/fuzz", exclude: ["Fuzzer.swift", "main.swift"], sources: ["FuzzTarget.swift"],
            swiftSettings: settings),
        .testTarget(
            name: "FuzzingTests", dependencies: ["FuzzTargets", "SeededNumbers"], swiftSettings: settings),
        .testTarget(name: "ArchitectureTests", swiftSettings: settings),
        .testTarget(
            name: "DocumentationTests",
            dependencies: [
                "Platform", "FinalAccounts", "OfficialForm", "Interchange", "LinearAlgebra", "Regression",
                "Forecasting", "Disclosures", "Consistency",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "LinearAlgebraTests", dependencies: ["Platform", "SeededNumbers", "LinearAlgebra"],
            swiftSettings: settings),
        .testTarget(
            name: "RegressionTests", dependencies: ["Platform", "SeededNumbers", "Regression", "LinearAlgebra"],
            exclude: ["Fixtures"],
            swiftSettings: settings),
    ],
    cxxLanguageStandard: .cxx17
)
