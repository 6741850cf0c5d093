import Testing

/// A consortium in which a quarter is loaded and compared.
struct ComparedConsortium {
    let consortium: SmallConsortium

    /// Figures that one city sends itself; Höhensee has sent nothing.
    static let own = "city,period,population,offences\nashford,2026-Q3,51000,510\n"

    /// Figures that a bureau sends for two cities.
    static let others = """
        city,period,population,offences
        barton,2026-Q3,62000,310
        calder,2026-Q3,7000,14

        """

    init() throws {
        consortium = try SmallConsortium()
        try consortium.write(Self.own, to: "submissions/2026-Q3/ashford/wide.csv")
        try consortium.write(Self.others, to: "submissions/2026-Q3/bureau/wide.csv")
        for arguments in [["load", "submissions"], ["compare", "2026-Q3"]] {
            let run = try consortium.run(arguments)
            #expect(run.code == 0, "\(run)")
        }
    }

    /// Runs a command, on the test's database if it takes one.
    func run(_ arguments: [String]) throws -> Run {
        ["check", "spec"].contains(arguments[0])
            ? try Yardstick.run(arguments, in: consortium.path) : try consortium.run(arguments)
    }
}
