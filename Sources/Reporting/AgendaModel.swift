import MetricSpec

/// The words of the paper for a meeting, without layout.
struct AgendaModel {
    let input: AgendaInput

    /// Services that there is something to say of.
    var services: [AgendaInput.Service] { input.services.filter { !$0.isEmpty } }

    /// The titles of the others.
    var quiet: [String] { input.services.filter(\.isEmpty).map(\.title) }

    var headline: String {
        let queries = count { $0.queries.count }
        let flagged = count { $0.flagged.count }
        if queries + flagged == 0 {
            return "Nothing is open on \(input.period)"
        }
        return "\(Self.counted(queries, "open question")) and "
            + "\(Self.counted(flagged, "unlikely figure")) on \(input.period)"
    }

    var lead: String {
        ([
            "The paper for the meeting on \(input.period), as of \(input.day): by service, what "
                + "is asked and answered, what moved most within a year, and what the rules "
                + "find unlikely."
        ] + input.notes).joined(separator: " ")
    }

    static let footnote =
        "A move is against the same period a year before; counts below 20 in both, and figures "
        + "that are or were zero, are left out. Confidential values are left out."

    /// `Harbour Point, Calls, daytime`.
    static func name(_ figure: AgendaInput.Figure) -> String {
        [figure.city, figure.measure, figure.group].compactMap(\.self).joined(separator: ", ")
    }

    /// A figure with its unit; `no figure` where there is none.
    static func words(_ value: Double?, _ figure: AgendaInput.Figure) -> String {
        guard let value else { return "no figure" }
        return NumberStyle(decimals: nil, prefix: figure.unit.prefix, label: figure.unit.label)
            .long(value)
    }

    static func figures(_ query: AgendaInput.Query) -> String {
        let asked = words(query.asked, query.figure)
        if query.asked == query.now { return asked }
        return "\(asked) when asked, \(words(query.now, query.figure)) now"
    }

    static func change(_ move: AgendaInput.Move) -> String {
        let percent = NumberStyle(decimals: 0, label: "%").short(move.share * 100)
        return move.share > 0 ? "+" + percent : percent
    }

    static func figures(_ move: AgendaInput.Move) -> String {
        "\(words(move.before, move.figure)) to \(words(move.now, move.figure))"
    }

    static func value(_ flagged: AgendaInput.Flagged) -> String {
        words(flagged.value, flagged.figure) + (flagged.isRejected ? ", not accepted" : "")
    }

    private func count(_ part: (AgendaInput.Service) -> Int) -> Int {
        input.services.reduce(0) { $0 + part($1) }
    }

    private static func counted(_ count: Int, _ words: String) -> String {
        "\(count) \(words)\(count == 1 ? "" : "s")"
    }
}
