import MetricSpec

/// Which keys belong to which layout.
extension MappingParts {
    func checkLayout(_ table: YAMLTable, _ layout: Mapping.Layout, hasHeaderPeriods: Bool) {
        var foreign: [String: String] = [
            "figures": "records and positions", "ledger": "ledger", "posts": "positions",
            "filter": "records, ledger and positions", "values": "wide", "value": "long",
            "measure": "long, wide and records", "key": "records and positions",
            "closed": "records", "aggregate": "long",
        ]
        for key in required(layout, hasHeaderPeriods) {
            _ = table.required(key)
            foreign[key] = nil
        }
        for key in allowed(layout, hasHeaderPeriods) { foreign[key] = nil }
        for (key, owner) in foreign.sorted(by: { $0.key < $1.key }) {
            table.optional(key)?.report("\(key) belongs to the layout \(owner).")
        }
        if layout.isAggregated {
            for key in ["status", "explanation"] {
                table.optional(key)?.report("\(key) is of one value, and here many rows make one.")
            }
        }
        checkPeriod(table.optional("period"), layout)
    }

    private func required(_ layout: Mapping.Layout, _ hasHeaderPeriods: Bool) -> [String] {
        switch layout {
        case .long: ["measure", "value"]
        case .wide: hasHeaderPeriods ? ["measure"] : ["values"]
        case .records: ["figures"]
        case .ledger: ["ledger"]
        case .positions: ["figures", "posts"]
        }
    }

    private func allowed(_ layout: Mapping.Layout, _ hasHeaderPeriods: Bool) -> [String] {
        switch layout {
        case .long: ["aggregate"]
        case .wide: hasHeaderPeriods ? ["value"] : ["measure"]
        case .records: ["filter", "measure", "key", "closed"]
        case .ledger: ["filter"]
        case .positions: ["filter", "key"]
        }
    }

    private func checkPeriod(_ value: YAMLValue?, _ layout: Mapping.Layout) {
        guard let value, value.isTable, let table = value.anyTable() else { return }
        if layout != .records {
            table.optional("date")?.report("a date in each row belongs to the layout records.")
        }
        for key in ["length", "order", "within"] where table.optional("date") == nil {
            table.optional(key)?.report("\(key) goes with date.")
        }
        if layout != .wide {
            table.optional("header")?.report("periods in the header belong to the layout wide.")
        }
    }

    // MARK: Periods in the header

    func hasHeaderPeriods(_ period: YAMLValue?, _ layout: Mapping.Layout) -> Bool {
        guard layout == .wide, let period, period.isTable else { return false }
        return period.anyTable()?.optional("header") != nil
    }

    func headerPeriods(_ table: YAMLTable) -> HeaderPeriods? {
        guard let glob = table.optional("period")?.anyTable()?.optionalString("header") else {
            return nil
        }
        let value = table.optional("value")
        value?.anyTable()?.optional("column")?.report("the header names the columns. Take it out.")
        guard let keys = value?.table(allowed: ["column", "multiplier", "unit", "accumulates"])
        else {
            return HeaderPeriods(glob: glob, factor: .one, byMeasure: [:])
        }
        let named = table.optional("measure").flatMap { $0.isTable ? measures($0) : nil } ?? []
        let (common, byMeasure) = factors(keys, named)
        return HeaderPeriods(
            glob: glob, factor: common, byMeasure: byMeasure, accumulates: accumulates(keys))
    }
}
