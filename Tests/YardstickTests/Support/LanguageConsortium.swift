/// Six cities whose standard uses what the language can say: units, ways of
/// providing, cost bases, fiscal years, breakdowns, prices, changes.
struct LanguageConsortium {
    let folder: SmallConsortium

    init() throws {
        folder = try SmallConsortium(id: "language")
        for (name, text) in Self.files { try folder.write(text, to: name) }
    }

    /// Writes a file that cedar's neighbours would send, and loads it.
    func load(_ name: String, _ lines: [String]) throws -> Run {
        let path = "submissions/\(name)"
        try folder.write(lines.joined(separator: "\n") + "\n", to: path)
        return try folder.run("load", path)
    }

    /// Compares a period; the run must end well.
    func compare(_ period: String) throws -> Run {
        try folder.run("compare", period)
    }

    /// The cells of one standing, by name of column.
    func standing(_ metric: String, _ city: String, _ columns: String) throws -> String? {
        try folder.text(
            """
            select concat_ws('|', \(columns)) from member.standing
            where metric = '\(metric)' and city = '\(city)'
                and breakdown = 'total' and peer_group = 'all'
            """)
    }

    /// The cells of one figure, by name of column.
    func figure(
        _ metric: String, _ city: String, _ columns: String, breakdown: String = "total",
        period: String? = nil
    ) throws -> String? {
        try folder.text(
            """
            select concat_ws('|', \(columns)) from member.metric_value
            where metric = '\(metric)' and city = '\(city)' and breakdown = '\(breakdown)'
                and period = coalesce(\(period.map { "'\($0)'" } ?? "null"), period)
            """)
    }
}

extension LanguageConsortium {
    /// The header of the long file that every city sends.
    static let header = "city,period,measure,value,group,basis,books,audit,comment"

    private static let files = [
        ("cities.csv", cities), ("services.csv", services), ("attributes.csv", attributes),
        ("prices.csv", prices), ("practices.csv", practices), ("mappings/long.yaml", long),
        ("mappings/years.yaml", years), ("mappings/hours.yaml", hours),
        ("standard/standard.yaml", "id: small\nversion: 1.0.0\ntitle: A small standard\n"),
        ("standard/units.yaml", units), ("standard/services.yaml", serviceList),
        ("standard/breakdowns.yaml", breakdowns), ("standard/prices.yaml", series),
        ("standard/recognition.yaml", recognition),
        ("standard/people/measures.yaml", people), ("standard/police/measures.yaml", police),
        ("standard/police/offence-rate.yaml", offenceRate),
        ("standard/police/officers-rate.yaml", officersRate),
        ("standard/police/cost.yaml", cost), ("standard/police/training.yaml", training),
        ("standard/police/yearly-offences.yaml", yearlyOffences),
        ("standard/police/offences-recorded.yaml", offencesRecorded),
        ("standard/police/growth.yaml", growth),
    ]

    private static let cities = """
        id,name,aliases,country
        alder,Alder,,
        birch,Birch,,
        cedar,Cedar,,
        dogwood,Dogwood,,
        elm,Elm,,
        fir,Fir,,

        """

    /// Cedar buys its police, another government polices dogwood, elm serves
    /// people beyond its limits, fir takes no part.
    private static let services = """
        city,service,mode,provider,share_contracted,population_served,takes_part,valid_from,valid_to
        alder,police,own_staff,,,,true,,
        birch,police,own_staff,,,,true,,
        cedar,police,contract,Guards (invented),1,,true,,
        dogwood,police,another_government,Sheriff (invented),,,true,,
        elm,police,own_staff,,,50000,true,,
        fir,police,own_staff,,,,false,,

        """

    /// Alder's year begins in July.
    private static let attributes = """
        city,attribute,value,valid_from,valid_to,source
        alder,fiscal_year_starts,7,,,charter

        """

    /// Half as dear in 2025 as in 2026; the older vintage must not count.
    private static let prices = """
        series,period,value,vintage,source
        government,2025,100,2026-06-30,invented
        government,2026,150,2026-06-30,invented
        government,2026,200,2026-09-30,invented

        """

    private static let long = """
        title: One row a value
        files: "*/*/long*.csv"
        layout: long
        city: {column: city}
        period: {column: period}
        measure: {column: measure, prefix: ""}
        breakdown: {column: group, list: sex, crosswalk: letters}
        value: {column: value}
        cost_basis: {column: basis}
        accounting_basis: {column: books}
        audit_status: {column: audit}
        explanation: {column: comment}
        missing: {"n/a": not_collected}

        """

    private static let years = """
        title: One row a value of a fiscal year, each in its city's own calendar
        files: "*/*/years*.csv"
        layout: long
        city: {column: city}
        period: {column: year, calendar: city}
        measure: {column: measure, prefix: ""}
        value: {column: value}

        """

    private static let hours = """
        title: Hours of training
        files: "*/*/hours*.csv"
        layout: wide
        city: {column: city}
        period: {column: period}
        values:
          - {column: hours, measure: police/training-minutes, unit: hours}

        """

    /// Alder's inventory was seen, birch's has run out.
    private static let practices = """
        city,criterion,fulfilled,evidence,verdict,assessor,assessed_on,valid_until
        alder,inventory,2,link,met,A. Sessor,2026-01-15,2028-01-15
        birch,inventory,2,link,met,A. Sessor,2024-01-15,2026-01-15

        """

    private static let units = """
        dimensions:
          persons: {definition: Residents., counted: true}
          count: {definition: Cases that are counted one by one., counted: true}
          money: {definition: Dollars.}
          time: {definition: Durations.}
          staff: {definition: Full-time posts.}
        units:
          persons: {label: "persons", dimension: persons}
          count: {label: "cases", dimension: count}
          usd: {label: "", dimension: money, prefix: "$"}
          fte: {label: full-time equivalents, dimension: staff}
          minutes: {label: minutes, dimension: time}
          hours: {label: hours, dimension: time, factor: 60}
          percent: {label: "%", dimension: share, factor: 0.01}
          per-1000: {label: "per 1,000 residents", dimension: count / persons, factor: 0.001}
          fte-per-1000: {label: "per 1,000", dimension: staff / persons, factor: 0.001}
          usd-per-person: {label: per person, dimension: money / persons, prefix: "$"}

        """

    private static let serviceList = """
        services:
          police:
            title: Police
            definition: Patrol and investigation by sworn officers of the city.
            population: served

        """

    private static let breakdowns = """
        breakdowns:
          sex:
            title: Sex
            definition: The sex that a person states.
            values:
              sex-female: {title: Women}
              sex-male: {title: Men}
              sex-unknown: {title: Not known, unknown: true}
            crosswalks:
              letters: {F: sex-female, M: sex-male, U: sex-unknown}

        """

    private static let series = """
        series:
          government:
            title: Prices of government purchases
            definition: What governments pay for what they buy.
            base: "2025"

        """

    private static let recognition = """
        levels:
          - {id: bronze, title: Bronze, from: 40}
          - {id: silver, title: Silver, from: 80}
        rules:
          - id: reported
            title: Required measures are reported
            points: 6
            coverage: {of: reported, measures: required}
          - id: inventory
            title: There is an inventory of data
            points: 4
            practice:
              criterion: The city keeps an inventory of its data sets.
              group: data
              checklist: [It is public, It names owners]
              needed: 2
              evidence: [link]

        """

    private static let people = """
        measures:
          - name: population
            title: Population
            definition: Persons who usually live in the city.
            unit: persons
            kind: stock
            population: resident
            required: true

        """

    static let police = """
        measures:
          - name: offences
            title: Offences
            definition: Offences recorded by the police in the period.
            unit: count
            kind: flow
            service: police
            breakdowns: [sex]
            required: true
          - name: officers
            title: Officers
            definition: Sworn officers employed on the last day of the period.
            unit: fte
            kind: stock
            service: police
          - name: spending
            title: Spending
            definition: What the police cost in the period.
            unit: usd
            kind: flow
            service: police
          - name: training-minutes
            title: Minutes of training
            definition: Minutes that officers spent in training in the period.
            unit: minutes
            kind: flow
            service: police
            plausible: {minimum: 0, maximum: 600, reason: There are few officers.}
            change: {percent: 50, absolute: 10}

        """

    private static let offenceRate = metric(
        "Offences per 1,000 people served", "Recorded offences for each 1,000 people served.",
        "ratio: {numerator: police/offences, denominator: people/population, multiplier: 1000}",
        unit: "per-1000", polarity: "low_good", uncertainty: "events",
        more: "population: served\n")

    private static let officersRate = metric(
        "Officers per 1,000", "Sworn officers for each 1,000 people served.",
        "ratio: {numerator: police/officers, denominator: people/population, multiplier: 1000}",
        unit: "fte-per-1000", more: "population: served\ncomparable_modes: [own_staff]\n")

    private static let cost = metric(
        "Cost per person", "What the police cost for each person served.",
        "ratio: {numerator: police/spending, denominator: people/population}",
        unit: "usd-per-person",
        more: """
            population: served
            cost_basis: full
            accounting_basis: [accrual]
            comparable_modes: equal
            prices: {series: government}

            """)

    private static let training = metric(
        "Training", "Hours that officers spent in training.",
        "sum: [police/training-minutes]", unit: "hours")

    private static let yearlyOffences = metric(
        "Offences of a year", "Offences recorded in a fiscal year.", "sum: [police/offences]",
        unit: "count", more: "fiscal_years: any_ending\n")

    private static let offencesRecorded = metric(
        "Offences recorded", "Offences recorded in the period, by sex of the victim.",
        "sum: [police/offences]", unit: "count", more: "breakdowns: [sex]\n")

    private static let growth = metric(
        "Growth of offences", "Offences against those of the same period a year before.",
        "rate_of_change: {of: police/offences, over: P12M}", unit: "percent",
        difference: "{absolute: 5}")

    private static func metric(
        _ title: String, _ definition: String, _ formula: String, unit: String,
        polarity: String = "no_judgement", uncertainty: String = "volume",
        difference: String = "{percent: 5}", more: String = ""
    ) -> String {
        """
        title: \(title)
        question: \(title), how many or how much?
        definition: \(definition)
        formula:
          \(formula)
        unit: \(unit)
        polarity: \(polarity)
        kind: outcome
        uncertainty: \(uncertainty)
        meaningful_difference: \(difference)
        decimals: 1
        service: police
        \(more)
        """
    }
}
