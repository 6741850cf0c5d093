extension DictionarySample {
    static let measures = """
        measures:
          - name: staff-cost
            title: Cost of own staff
            definition: Pay and contributions of the period.
            unit: usd
            kind: flow
            service: fire
            cost: own_staff
            required: true
            minutes: 10
            source: Payroll by cost centre
            includes: [Overtime, "=Pensions"]
            excludes: [Pay of volunteers]
            synonyms: ["+Salaries"]
            plausible: {minimum: 0, maximum: 5000000, year: {minimum: 0, maximum: 20000000}, reason: Two thousand fire fighters at most.}
            change: {percent: 30, absolute: 1000, reason: Pay moves slowly.}
            rulings:
              - {number: 1, question: Does a settlement count?, answer: "Yes, when it is paid."}
            changes:
              - {version: 2.0.0, date: 2025-07-01, what: Pensions count., comparable: false, restated: true}
          - name: bought
            title: What is bought
            definition: Goods and services of the period.
            unit: thousand-usd
            kind: flow
            service: fire
            cost: purchased
          - {name: capital, title: Charge for capital, definition: Depreciation of the period., unit: usd, kind: flow, service: fire, cost: capital_charge}
          - {name: overhead, title: Share of overhead, definition: What central services cost., unit: usd, kind: flow, service: fire, cost: overhead}
          - {name: revenue, title: Paid by others, definition: Fees and grants for fire., unit: usd, kind: flow, service: fire, cost: revenue_offset}
          - {name: residents, title: Residents, definition: People who live in the city., unit: persons, kind: stock, population: resident, breakdowns: [age]}
          - {name: injuries, title: Injuries at fires, definition: Injured people taken to a hospital., unit: events, kind: flow, service: fire, breakdowns: [age]}
          - {name: turnout-p90, title: Turnout in nine of ten, definition: From the city's own records., unit: minutes, kind: flow, quarter_to_year: none, additive: false, service: fire}

        """

    static let proposal = """
        proposal: {proposed: 2026-09-01, by: Fire panel, consulted_until: 2026-12-31}
        metric:
          title: Calls answered on time
          question: Are we fast enough?
          definition: Calls answered within a minute, of all calls.
          formula: {share: {part: [fire/calls-in-a-minute], whole: [fire/calls]}}
          unit: percent
          polarity: high_good
          kind: service_level
          uncertainty: events
          meaningful_difference: {absolute: 2}
          decimals: 1
          service: fire
        measures:
          - {name: calls, title: Emergency calls, definition: All emergency calls., unit: events, kind: flow, service: fire}
          - {name: calls-in-a-minute, title: Calls answered in a minute, definition: Of those the fast ones., unit: events, kind: flow, service: fire}

        """
}
