import ArgumentParser

/// `yardstick map`: how files become measures.
struct MapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map",
        abstract: "Make a mapping for a file, and look at what it does.",
        discussion: """
            A mapping says once how one shape of file becomes measures: mappings/NAME.yaml.

            Example:
              yardstick map suggest submissions/2026-Q3/crash-registry/casualties.csv
            """,
        subcommands: [MapSuggestCommand.self, MapTestCommand.self])
}
