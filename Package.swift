// swift-tools-version: 6.2
import PackageDescription

// The targets stand in the order of the path that a city's file takes:
// parse, map, check, load, compare, release, report.
let package = Package(
    name: "yardstick",
    products: [
        .executable(name: "yardstick", targets: ["yardstick"]),
        // The benchmarks, a package of their own, time these two by themselves.
        .library(name: "Benchmarking", targets: ["Benchmarking"]),
        .library(name: "MetricSpec", targets: ["MetricSpec"]),
        // All that reads what a city sends, for the fuzzer, another package.
        .library(
            name: "Intake", targets: ["Consortium", "MetricSpec", "Submission", "Tabular"]),
    ],
    dependencies: [
        .package(
            url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        // PARSE: bytes become rows of cells with positions.
        .systemLibrary(
            name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(
            name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .target(name: "Tabular", dependencies: ["CExpat", "CZip"]),
        // THE WORDS: the metric standard as Swift values.
        .target(name: "MetricSpec", dependencies: ["Yams"]),
        // WHO REPORTS: the consortium folder as Swift values.
        .target(name: "Consortium", dependencies: ["MetricSpec", "Tabular"]),
        // ASK: a workbook that a city can fill in, over libxlsxwriter.
        .systemLibrary(
            name: "CXLSXWriter", pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"])]),
        .target(name: "Workbook", dependencies: ["CXLSXWriter"]),
        .target(name: "Template", dependencies: ["Consortium", "MetricSpec", "Workbook"]),
        // MAP, CHECK: cells become drafts, drafts become checked batches.
        .target(
            name: "Submission", dependencies: ["Consortium", "MetricSpec", "Tabular"]),
        // A small client over libpq, and the private cluster.
        .systemLibrary(
            name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .target(
            name: "Postgres",
            dependencies: [
                "CLibPQ",
                .product(name: "Logging", package: "swift-log"),
            ]),
        // COMPARE: values and peer groups become standings.
        .target(name: "Benchmarking", dependencies: ["MetricSpec"]),
        // LOAD, RELEASE: the only target that writes SQL.
        .systemLibrary(
            name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(
            name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
        .target(
            name: "Warehouse",
            dependencies: [
                "Benchmarking", "CLibCrypto", "CZstd", "Consortium", "MetricSpec",
                "Postgres", "Submission", "Tabular",
                .product(name: "Logging", package: "swift-log"),
            ]),
        // REPORT: a release becomes pages.
        .target(name: "Reporting", dependencies: ["Benchmarking", "MetricSpec"]),
        // The commands, in the order of the path.
        .executableTarget(
            name: "yardstick",
            dependencies: [
                "Benchmarking", "Consortium", "MetricSpec", "Postgres", "Reporting",
                "Submission", "Tabular", "Template", "Warehouse", "Workbook",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        // TESTS, in the same order; TestSupport and TestFiles are for them alone.
        .target(name: "TestFiles", dependencies: ["CZip"]),
        .target(
            name: "TestSupport",
            dependencies: ["Postgres", .product(name: "Logging", package: "swift-log")]),
        .testTarget(name: "TabularTests", dependencies: ["CZip", "Tabular", "TestFiles"]),
        .testTarget(name: "MetricSpecTests", dependencies: ["MetricSpec"]),
        .testTarget(
            name: "ConsortiumTests", dependencies: ["Consortium", "MetricSpec", "Tabular"]),
        .testTarget(name: "WorkbookTests", dependencies: ["Workbook"]),
        .testTarget(
            name: "TemplateTests",
            dependencies: [
                "Consortium", "MetricSpec", "Submission", "Tabular", "Template", "Workbook",
            ]),
        .testTarget(
            name: "SubmissionTests",
            dependencies: ["Consortium", "MetricSpec", "Submission", "Tabular", "TestFiles"]),
        .testTarget(
            name: "PostgresTests",
            dependencies: [
                "Postgres", "TestSupport", .product(name: "Logging", package: "swift-log"),
            ]),
        .testTarget(
            name: "BenchmarkingTests", dependencies: ["Benchmarking", "MetricSpec"]),
        .testTarget(
            name: "WarehouseTests",
            dependencies: [
                "Benchmarking", "Consortium", "MetricSpec", "Postgres", "Submission",
                "Tabular", "TestSupport", "Warehouse",
                .product(name: "Logging", package: "swift-log"),
            ]),
        .testTarget(
            name: "ReportingTests", dependencies: ["Benchmarking", "MetricSpec", "Reporting"],
            exclude: ["Snapshots"]),
        .testTarget(
            name: "YardstickTests",
            dependencies: [
                "yardstick", "Postgres", "TestFiles", "TestSupport",
                .product(name: "Logging", package: "swift-log"),
            ]),
    ]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .treatAllWarnings(as: .error),
    ]
}
