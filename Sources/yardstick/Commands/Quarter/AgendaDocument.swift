import Benchmarking
import Consortium
import MetricSpec
import Reporting
import Warehouse

/// An agenda as JSON.
struct AgendaDocument: Encodable {
    let schema = "yardstick/agenda/1"
    let period: String
    let on: String
    /// Absent where calendar.csv has no such period.
    let stage: String?
    let queries: [QueryLine]
    let moves: [MoveLine]
    let flagged: [FlaggedLine]

    init(_ paper: AgendaPaper) {
        period = paper.period.text
        on = paper.day.text
        stage = paper.folder.consortium.cycle(of: paper.period)?.stage(on: paper.day).rawValue
        queries = paper.agenda.queries.map { QueryLine($0) }
        moves = paper.agenda.moves.map { MoveLine($0, paper) }
        flagged = paper.agenda.flagged.map { FlaggedLine($0, paper) }
    }
}

/// A figure that moved far, as JSON.
struct MoveLine: Encodable {
    let city: String
    let measure: String
    let service: String?
    let before: Double
    let value: Double
    let change: Double
    let said: [SaidLine]

    init(_ moved: MovedFigure, _ paper: AgendaPaper) {
        city = moved.name.city
        measure = moved.name.measure
        service = paper.id(of: moved.name)
        before = moved.move.before
        value = moved.move.now
        change = moved.move.share
        said = paper.said(moved.name, value: moved.move.now).map { SaidLine($0) }
    }
}

/// What a rule finds unlikely, as JSON.
struct FlaggedLine: Encodable {
    let city: String
    let measure: String
    let breakdown: String
    let service: String?
    let value: Double
    let isRejected: Bool
    let rule: String
    let problem: String
    let expected: String?
    let said: [SaidLine]

    init(_ flagged: FlaggedFigure, _ paper: AgendaPaper) {
        city = flagged.name.city
        measure = flagged.name.measure
        breakdown = flagged.name.breakdown
        service = paper.id(of: flagged.name)
        value = flagged.value
        isRejected = flagged.isRejected
        rule = flagged.rule
        problem = flagged.problem
        expected = flagged.expected
        said = paper.said(flagged.name, value: flagged.value).map { SaidLine($0) }
    }
}

/// What somebody said about a figure, as JSON.
struct SaidLine: Encodable {
    let who: String
    let text: String

    init(_ said: AgendaInput.Said) {
        who = said.who
        text = said.text
    }
}
