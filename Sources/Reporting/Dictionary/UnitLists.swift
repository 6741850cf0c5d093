import MetricSpec

/// The units with their sizes, and what they measure.
struct UnitLists: Sendable {
    let lookup: Lookup

    private var standard: Standard { lookup.standard }

    var html: HTML {
        guard !standard.units.isEmpty else { return "" }
        let sorted = standard.units.sorted {
            ("\($0.dimension)", $0.factor, $0.id) < ("\($1.dimension)", $1.factor, $1.id)
        }
        let units = ReadingTable(
            caption: "Units of one dimension are converted into each other by their sizes",
            heads: ["Unit", "Written", "Dimension", "Size"],
            rows: sorted.map { unit in
                [
                    "<code>\(unit.id)</code>", "\(lookup.words(ofUnit: unit.id))",
                    "\("\(unit.dimension)")", "\(Wording.number(unit.factor))",
                ]
            })
        return "\(units.html)\(dimensions)"
    }

    private var dimensions: HTML {
        let rows = standard.dimensions.map { dimension -> [HTML] in
            [
                "<code>\(dimension.id)</code>", "\(dimension.definition)",
                dimension.isCounted ? "yes" : "no",
            ]
        }
        guard !rows.isEmpty else { return "" }
        return ReadingTable(
            caption: "The dimensions that units are made of",
            heads: ["Dimension", "What it is", "Counted one by one"], rows: rows
        ).html
    }
}
