// swift-tools-version: 6.2
import PackageDescription

// Benchmarks are a package of their own, so that users of the warehouse do
// not build them. The executables are plain programs and not cases of a
// harness: each is run in turn with what a user would pick instead, on the
// same files, and a harness would time its own process only.
let package = Package(
    name: "yardstick-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "yardstick", path: "..")
    ],
    targets: [
        .executableTarget(
            name: "compare-bench",
            dependencies: [
                .product(name: "Benchmarking", package: "yardstick"),
                .product(name: "MetricSpec", package: "yardstick"),
            ]),
        .executableTarget(
            name: "methods-bench",
            dependencies: [.product(name: "Benchmarking", package: "yardstick")]),
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
