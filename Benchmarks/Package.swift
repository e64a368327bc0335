// swift-tools-version: 6.2

import PackageDescription

/// Programs that measure, in a package of their own so that the product's carries none of them. `scripts/bench` and
/// `scripts/accuracy` build and run them.
let package = Package(
    name: "benchmarks",
    dependencies: [.package(name: "juesuan", path: "..")],
    targets: [
        .executableTarget(
            name: "RegressionBench",
            dependencies: [
                .product(name: "Regression", package: "juesuan"), .product(name: "LinearAlgebra", package: "juesuan"),
            ]),
        .executableTarget(
            name: "ForecastBench", dependencies: [.product(name: "Forecasting", package: "juesuan")]),
        .executableTarget(
            name: "NISTAccuracy", dependencies: [.product(name: "Regression", package: "juesuan")]),
    ]
)
