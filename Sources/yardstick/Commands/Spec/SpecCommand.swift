import ArgumentParser

/// `yardstick spec ...`: the metric standard.
struct SpecCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "spec",
        abstract: "Look at and check the metric standard.",
        discussion: """
            Each takes the standard that --standard names, else that of the consortium
            folder, else the one that comes with the program.

            Example:
              yardstick spec list
            """,
        subcommands: [
            SpecLintCommand.self, SpecShowCommand.self, SpecListCommand.self,
            SpecDocsCommand.self, SpecDiffCommand.self, SpecTemplateCommand.self,
        ])
}
