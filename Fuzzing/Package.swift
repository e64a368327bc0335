// swift-tools-version: 6.2

import PackageDescription

/// Fuzz targets of the parsers, a package of their own because every module they reach is built with coverage
/// instrumentation. Build and run with `scripts/fuzz.sh`, which gives the flags.
let package = Package(
    name: "fuzzing",
    dependencies: [.package(name: "juesuan", path: "..")],
    targets: [
        .target(name: "CLibFuzzer"),
        .executableTarget(
            name: "fuzz",
            dependencies: [
                "CLibFuzzer", .product(name: "Disclosures", package: "juesuan"),
                .product(name: "Interchange", package: "juesuan"),
                .product(name: "FinalAccounts", package: "juesuan"), .product(name: "Consistency", package: "juesuan"),
            ],
            swiftSettings: [.swiftLanguageMode(.v6)]),
    ]
)
