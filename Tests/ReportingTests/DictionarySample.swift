import MetricSpec

/// A small standard that uses each part of the language once.
enum DictionarySample {
    static let shared = Result { try StandardReader.read(files) }

    private static let files: [(name: String, text: String)] = [
        ("standard.yaml", "id: small\nversion: 2.1.0\ntitle: Small & tidy standard\n"),
        ("units.yaml", units), ("services.yaml", services), ("breakdowns.yaml", breakdowns),
        ("prices.yaml", prices), ("recognition.yaml", recognition),
        ("fire/measures.yaml", measures), ("fire/net-cost.yaml", netCost),
        ("fire/injury-rate.yaml", injuries), ("fire/growth.yaml", growth),
        ("fire/against-expected.yaml", againstExpected),
        ("fire/turnout-time.yaml", percentile), ("proposals/fire/calls-on-time.yaml", proposal),
    ]

    private static let units = """
        dimensions:
          money: {definition: Amounts of the currency.}
          persons: {definition: People who are counted., counted: true}
          events: {definition: Things that happen., counted: true}
          time: {definition: How long something takes.}
        units:
          usd: {label: "", dimension: money, prefix: "$"}
          thousand-usd: {label: thousand dollars, dimension: money, factor: 1000, prefix: "$"}
          persons: {label: persons, dimension: persons}
          events: {label: events, dimension: events}
          minutes: {label: minutes, dimension: time}
          percent: {label: "%", dimension: share, factor: 0.01}
          usd-per-resident: {label: per resident, dimension: money / persons, prefix: "$"}
          per-1000: {label: "per 1,000 residents", dimension: events / persons, factor: 0.001}

        """

    private static let services = """
        services:
          fire: {title: Fire and rescue, definition: Answers fires.}

        """

    private static let breakdowns = """
        breakdowns:
          age:
            title: Age group
            definition: Age on the day of the event.
            reference: age-adult
            values:
              age-child: {title: Under 18}
              age-adult: {title: 18 and over}
              age-unknown: {title: Age not known, unknown: true}
            crosswalks:
              bands: {"10-17": age-child, "0-9": age-child, "18+": age-adult, "": age-unknown}

        """

    private static let prices = """
        series:
          purchases: {title: Government purchases, definition: What governments buy., base: "2017"}

        """

    private static let recognition = """
        levels: [{id: bronze, title: Bronze, from: 50}]
        rules:
          - {id: reported, title: Required measures are there, points: 20, coverage: {of: reported, measures: required}}
          - id: inventory
            title: There is an inventory
            points: 10
            practice:
              criterion: The city knows what data it has.
              group: Data
              checklist: [Every department is in it, It is public, It has an owner]
              needed: 2
              evidence: [document, link]
              requires: [reported]

        """

    private static let netCost = """
        title: Net cost of fire
        question: What does fire cost us?
        definition: Cost of the service, less what others pay, for each resident.
        formula:
          ratio:
            numerator: [fire/staff-cost, fire/bought]
            less: fire/revenue
            denominator: fire/residents
        unit: usd-per-resident
        polarity: no_judgement
        kind: efficiency
        uncertainty: volume
        meaningful_difference: {percent: 5}
        decimals: 2
        service: fire
        population: resident
        cost_basis: direct
        accounting_basis: [modified_accrual, accrual]
        comparable_modes: equal
        prices: {series: purchases, parity: false}
        influencing_factors: [Volunteers who are not paid]
        perverse_incentive: Closing stations is cheap until it burns.
        rulings:
          - {number: 1, question: Do ambulances count?, answer: No., date: 2026-10-01}
        codes: {census_function: "24"}

        """

    private static let injuries = """
        title: Injuries, by age
        question: Who is hurt?
        definition: Injuries at fires as they would be with the standard's ages.
        formula:
          direct_standardised:
            cases: fire/injuries
            population: fire/residents
            breakdown: age
            weights: {age-child: 0.25, age-adult: 0.75}
            multiplier: 1000
            standard: Quarter and rest, version 1
        unit: per-1000
        polarity: low_good
        kind: outcome
        uncertainty: events
        meaningful_difference: {absolute: 0.5}
        decimals: 1
        service: fire
        population: resident
        breakdowns: [age]
        disclosure: {minimum_count: 5}

        """

    private static let againstExpected = """
        title: Injuries against those expected
        question: Are more people hurt than should be?
        definition: Injuries in per cent of those that the standard's rates lead to expect.
        formula:
          indirect_standardised:
            cases: fire/injuries
            population: fire/residents
            breakdown: age
            rates: {age-child: 0.001, age-adult: 0.002}
            standard: National rates of 2019
        unit: percent
        polarity: low_good
        kind: outcome
        uncertainty: events
        meaningful_difference: {absolute: 5}
        decimals: 0
        service: fire
        population: resident
        compare: standard

        """

    private static let growth = """
        title: Growth of staff cost
        question: Does staff cost grow?
        definition: Staff cost against a year before.
        formula: {rate_of_change: {of: fire/staff-cost, over: P12M}}
        unit: percent
        polarity: no_judgement
        kind: input
        uncertainty: volume
        meaningful_difference: {absolute: 2}
        decimals: 1
        service: fire

        """

    private static let percentile = """
        title: Turnout in nine of ten calls
        question: How fast do crews leave?
        definition: The turnout time that nine of ten calls do not exceed.
        formula: {percentile: {measure: fire/turnout-p90, percent: 90}}
        unit: minutes
        polarity: low_good
        kind: service_level
        uncertainty: records
        meaningful_difference: {absolute: 0.2}
        decimals: 1
        service: fire
        comparable_modes: [own_staff]

        """
}
