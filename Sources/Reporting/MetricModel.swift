import Benchmarking
import MetricSpec

/// What a page says about one metric.
struct MetricModel: Sendable {
    let anchor: String
    let title: String
    let finding: String
    let emphasis: Emphasis
    /// The question it answers.
    let question: String
    /// Which direction is good.
    let direction: String
    /// A word of caution; nil where there is none.
    let caveat: String?
    /// The figure; nil where there is none.
    let value: String?
    let unit: String
    /// `in 2025 prices $790`; nil where no real value is given.
    let real: String?
    let history: HistoryModel?
    /// The first peer group, with its picture; nil where none compares.
    let group: GroupModel?
    /// The city's place in its further peer groups.
    let others: [OtherGroup]
    let breakdowns: [BreakdownModel]
    /// What the figure states of itself; nil where it states nothing.
    let basis: String?
    /// `fire.csv, line 12, column G (submission 41)`; nil without a figure.
    let source: String?
    /// What the city says about the figure and those of its groups.
    let responses: [CityResponse]

    init(_ assessment: Assessment, input: CityReportInput) {
        let (entry, style) = (assessment.entry, assessment.style)
        anchor = Self.anchor(entry.metric.id)
        title = entry.metric.title
        finding = Wording.finding(assessment)
        emphasis = Emphasis(assessment.place.quarter)
        question = entry.metric.question
        direction = Wording.direction(entry.metric, style: style)
        caveat = Wording.caveat(assessment)
        value = entry.value.map(style.short)
        unit = style.longLabel
        real = entry.realValue.map { "in \($0.pricesOf.words) prices \(style.short($0.value))" }
        basis = entry.value == nil ? nil : entry.basis.words.map { Wording.sentence($0) + "." }
        breakdowns = entry.breakdowns.map { BreakdownModel($0, style: style) }
        history = HistoryModel(
            entry, style: style, period: input.edition.period, notes: input.notes)
        source = Self.source(entry.sources)
        responses = entry.responses
        group = entry.groups.first.map { group in
            GroupModel(
                assessment, group: group,
                heading: assessment.comparableGroups.count > 1 ? group.title : nil, input: input)
        }
        others = assessment.comparableGroups.dropFirst().map { group in
            OtherGroup(
                Assessment(entry, group: group, cityID: input.cityID), group: group,
                style: style)
        }
    }

    /// The anchor of a metric on the page.
    static func anchor(_ id: String) -> String {
        "metric-" + id.split(separator: "/").joined(separator: "--")
    }

    static func source(_ places: [SourcePlace]) -> String? {
        guard !places.isEmpty else { return nil }
        return places.map { place in
            var text = place.file
            if let line = place.line { text += ", line \(line)" }
            if let column = place.column { text += ", column \(column)" }
            return "\(text) (submission \(place.submission))"
        }.joined(separator: "; ")
    }
}

/// A picture and its figures: one peer group of one metric.
struct GroupModel: Sendable {
    /// The group's name, where a metric has several groups.
    let heading: String?
    /// What the table of figures is called.
    let caption: String
    let plot: StripPlot?
    let figures: [Figure]

    init(
        _ assessment: Assessment, group: GroupEntry, heading: String?, input: CityReportInput
    ) {
        self.heading = heading
        let period = input.edition.period.words
        caption =
            "\(assessment.entry.metric.title), \(period): figures of \(input.cityName) and of "
            + group.title
        plot =
            assessment.isAgainstStandard
            ? nil : StripPlot(assessment, cityName: input.cityName, groupTitle: group.title)
        figures = Figure.figures(
            assessment, group: group, period: input.edition.period, notes: input.notes)
    }
}

/// A city's place in a further peer group, in one row of a table.
struct OtherGroup: Sendable, Hashable {
    let title: String
    let finding: String
    let median: String
    /// Contributors of members.
    let cities: String

    init(_ assessment: Assessment, group: GroupEntry, style: NumberStyle) {
        let statistics = group.standing.statistics
        title = group.title
        finding = Wording.finding(assessment)
        median = statistics.median.map(style.short) ?? "\u{2013}"
        cities = "\(statistics.contributors) of \(statistics.memberCount)"
    }
}

/// A name and a figure of the table beside a picture.
struct Figure: Sendable, Hashable {
    let name: String
    let value: String

    static func figures(
        _ assessment: Assessment, group: GroupEntry, period: Period, notes: [SeriesNote] = []
    ) -> [Figure] {
        let (entry, style) = (assessment.entry, assessment.style)
        let statistics = group.standing.statistics
        var figures: [Figure] = []
        func add(_ name: String, _ value: String?) {
            if let value { figures.append(Figure(name: name, value: value)) }
        }
        add("This city", entry.value.map(style.short))
        add(
            "Year earlier",
            HistoryModel.yearEarlier(entry, style: style, period: period, notes: notes))
        add("Last twelve months", entry.rollingYear.map(style.short))
        add("At national prices", entry.realValue?.atParity.map(style.short))
        if assessment.isAgainstStandard { return figures }
        add("Median", statistics.median.map(style.short))
        add("Quartiles", range(statistics.lowerQuartile, statistics.upperQuartile, style))
        add("Range", range(statistics.minimum, statistics.maximum, style))
        add("All together", together(statistics, style: style))
        if !assessment.place.isNotCompared && entry.value != nil {
            add("Rank", rank(group.standing))
        }
        add("Cities", cities(group.standing))
        return figures
    }

    private static func range(_ low: Double?, _ high: Double?, _ style: NumberStyle) -> String? {
        guard let low, let high else { return nil }
        return style.range(low, high)
    }

    /// The rank among the cities with a figure, and its worst end.
    private static func rank(_ standing: Standing) -> String? {
        guard let rank = standing.rank else { return nil }
        let worst = standing.rankWorst ?? rank
        return worst > rank
            ? "\(rank) of \(standing.ranked), at worst \(worst) of "
                + "\(standing.ranked + standing.statistics.notReported)"
            : "\(rank) of \(standing.ranked)"
    }

    /// How many members have a figure and why others have none; nil where the
    /// rank says that all have.
    private static func cities(_ standing: Standing) -> String? {
        let statistics = standing.statistics
        let all = "\(statistics.contributors) of \(statistics.memberCount)"
        let without = standing.value != nil && !standing.includesCity
        if let missing = statistics.missingWords {
            return "\(all) (\(missing))" + (without ? ", without this city" : "")
        }
        if without { return "\(all), without this city" }
        return standing.rank == nil ? all : nil
    }

    /// The group value; a coverage below 80 % is always said beside it.
    private static func together(_ statistics: PeerStatistics, style: NumberStyle) -> String? {
        guard let value = statistics.groupValue else { return nil }
        guard let coverage = statistics.coverage else {
            return "\(style.short(value)) (coverage unknown)"
        }
        let percent = NumberStyle(decimals: 0, label: "%").short(coverage * 100)
        return coverage < Wording.wordedCoverage
            ? "\(style.short(value)) (only \(percent) covered)" : style.short(value)
    }
}
