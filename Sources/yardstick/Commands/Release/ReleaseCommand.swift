import ArgumentParser
import Consortium
import MetricSpec
import Warehouse

/// `yardstick release ...`: what is published, and what became of it.
struct ReleaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Freeze a period's comparisons for members or the public.",
        discussion: """
            `compare` makes provisional releases for members. `release PERIOD` says what
            one is: final, for whom, and from when on. After a final release the next one
            with other input is corrected.

            Example:
              yardstick release 2026-Q3 --final
            """,
        subcommands: [
            ReleaseMakeCommand.self, ReleasePublishCommand.self, ReleaseDiffCommand.self,
            ReleaseVerifyCommand.self, ReleaseLogCommand.self,
        ],
        defaultSubcommand: ReleaseMakeCommand.self)
}

/// `yardstick release PERIOD...`.
struct ReleaseMakeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract: "Make a release of a period; `release PERIOD` does the same.",
        discussion: """
            On unchanged input the existing release is named, and no other is made unless
            it has to become final. What is held back, as a preview or under an embargo,
            lies in tables that members may not read; `release publish` moves it. A preview
            stays one until somebody publishes it.

            Example:
              yardstick release make 2026-Q3 --final --reason "The quarter is complete"
            """)

    @Argument(help: "Periods, such as 2026-Q3 or 2015-07/P1Y.")
    var periods: [String]

    @Flag(help: "The figures are meant to stay; what follows is a correction.")
    var final = false

    @Option(
        help: ArgumentHelp(
            "Nobody but operators sees it before, such as 2026-11-30T09:00:00Z.",
            valueName: "instant"))
    var embargo: Instant?

    @Option(help: "Who may see it (else members, or as what is held back).")
    var visibility: AudienceOption?

    @Option(help: "Why, in words that may be published; the correction log shows it.")
    var reason: String?

    @OptionGroup var warehouse: WarehouseOptions

    func validate() throws {
        if let reason, reason.allSatisfy(\.isWhitespace) {
            throw ValidationError("--reason is blank. Say why, or leave it out.")
        }
    }

    func run() throws {
        let given = try periods.map(PeriodArgument.parse)
        let folder = try warehouse.folder()
        let (changes, lines) = try warehouse.ask(folder) { session in
            let sync = try session.warehouse.bringIn(folder.registry)
            if !warehouse.isJSON { Loader.show(sync.changes) }
            let lines = try given.map { period in
                try Session.checkInterruption()
                let line = ComparisonLine(
                    try session.warehouse.release(
                        request(of: period), registry: folder.registry, ids: sync.ids))
                if !warehouse.isJSON { Console.line(line.text) }
                return line
            }
            return (sync.changes, lines)
        }
        if warehouse.isJSON {
            try Console.json(ReleaseDocument(broughtIn: changes, releases: lines))
        }
    }

    private func request(of period: Period) -> ReleaseRequest {
        var request = ReleaseRequest(of: period, at: Clock.now())
        request.isFinal = final
        request.visibility = visibility?.audience
        request.embargo = embargo?.timestamp
        request.reason = reason
        return request
    }
}

private struct ReleaseDocument: Encodable {
    let schema = "yardstick/release/1"
    let broughtIn: [String]
    let releases: [ComparisonLine]
}
