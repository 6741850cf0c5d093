import ArgumentParser
import MetricSpec
import Warehouse

/// Which standard a command looks at.
struct StandardOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A folder with a standard.yaml (else the consortium's standard, else the shipped one).",
            valueName: "folder"))
    var standard: String?

    @OptionGroup var place: ConsortiumOptions

    /// Reads it.
    ///
    /// - Parameter folder: a folder named in another way than by `--standard`.
    func read(folder: String? = nil) throws -> StandardFolder {
        if let path = folder ?? standard { return try StandardFolder.read(path) }
        if let consortium = try consortium() {
            return StandardFolder(
                standard: consortium.standard, digest: consortium.registry.standardDigest)
        }
        return try StandardFolder.read(ShareFolder.find(given: place.root).metricsSpec)
    }

    /// The consortium folder, where one is named or above; nil elsewhere.
    func consortium() throws -> ConsortiumFolder? {
        guard place.consortium != nil || ConsortiumFolder.isNear else { return nil }
        return try ConsortiumFolder.open(place)
    }
}
