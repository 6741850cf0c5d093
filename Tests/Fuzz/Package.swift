// swift-tools-version: 6.2
import PackageDescription

// A package of its own, since all that it builds is watched by the fuzzer.
// libFuzzer, which comes with Swift, holds `main`.
let package = Package(
    name: "yardstick-fuzz",
    dependencies: [.package(name: "yardstick", path: "../..")],
    targets: [
        .executableTarget(
            name: "fuzz",
            dependencies: [
                .product(name: "Intake", package: "yardstick")
            ],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .treatAllWarnings(as: .error),
                .unsafeFlags(["-parse-as-library"]),
            ],
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])])
    ]
)
