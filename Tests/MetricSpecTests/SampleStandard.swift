import Testing

@testable import MetricSpec

/// A small standard without faults, and ways to put faults into it.
enum SampleStandard {
    static let files = [
        "standard.yaml": """
        id: sample
        version: 1.2.3
        title: Sample
        """,
        "units.yaml": """
        dimensions:
          count: {definition: Calls and cases., counted: true}
          persons: {definition: People., counted: true}
          money: {definition: Dollars.}
        units:
          count: {label: calls, dimension: count}
          persons: {label: persons, dimension: persons}
          usd: {label: dollars, dimension: money, prefix: $}
          per-1000: {label: "per 1,000 residents", dimension: count / persons, factor: 0.001}
          percent: {label: "%", dimension: share, factor: 0.01}
        """,
        "services.yaml": """
        services:
          fire: {title: Fire, definition: Puts out fires.}
        """,
        "fire/measures.yaml": """
        measures:
          - name: calls
            title: Calls
            definition: Counts each call that a station answered.
            unit: count
            kind: flow
            service: fire
            plausible: {minimum: 0, maximum: 5000}
            minutes: 2.5
            source: The dispatch log.
          - name: residents
            title: Residents
            definition: Counts each person who lives in the city.
            unit: persons
            kind: stock
            population: resident
          - name: spending
            title: Spending
            definition: Adds what the service cost.
            unit: usd
            kind: flow
            quarter_to_year: mean
        """,
        "fire/call-rate.yaml": """
        title: Calls per 1,000 residents
        question: How often is the fire service called?
        definition: Divides calls by residents.
        formula:
          ratio: {numerator: fire/calls, denominator: fire/residents, multiplier: 1000}
        unit: per-1000
        polarity: no_judgement
        kind: output
        uncertainty: events
        decimals: 1
        service: fire
        population: resident
        meaningful_difference: {percent: 5}
        """,
    ]

    static func read(
        replacing changes: [String: String?] = [:]
    ) throws(SpecError) -> Standard {
        try StandardReader.read(merged(changes))
    }

    /// The faults of the sample with some files replaced or left out.
    static func issues(_ changes: [String: String?]) -> [SpecIssue] {
        do {
            _ = try read(replacing: changes)
            return []
        } catch {
            return error.issues
        }
    }

    /// The faults of the sample with one text in one file replaced.
    static func issues(
        in file: String, _ old: String, _ new: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> [SpecIssue] {
        let text = try #require(files[file], sourceLocation: sourceLocation)
        try #require(text.contains(old), sourceLocation: sourceLocation)
        return issues([file: text.replacing(old, with: new, maxReplacements: 1)])
    }

    private static func merged(_ changes: [String: String?]) -> [(name: String, text: String)] {
        var all = files
        for (name, text) in changes { all[name] = text }
        return all.map { (name: $0.key, text: $0.value) }
    }
}
