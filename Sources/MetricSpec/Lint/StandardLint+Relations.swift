extension StandardLint {
    /// Parts and wholes are measures of one kind of thing.
    func checkParts(_ measure: Measure, _ place: YAMLValue) {
        for whole in measure.partOf {
            checkPair(measure, whole, place.at("part_of"))
        }
        for part in measure.sumOf?.parts ?? [] {
            checkPair(measure, part, place.at("sum_of", "measures"))
            if measures[part]?.isAdditive == false {
                place.at("sum_of", "measures").report("\(part) is not additive.")
            }
            if let other = measures[part], other.kind != measure.kind {
                place.at("sum_of", "measures").report(
                    "\(part) is a \(other.kind.rawValue) and \(measure.id) a "
                        + "\(measure.kind.rawValue). Parts and their sum are of one kind.")
            }
        }
        if measure.sumOf != nil, !measure.isAdditive {
            place.at("sum_of").report("the measure is not additive, so nothing adds up to it.")
        }
    }

    private func checkPair(_ measure: Measure, _ id: String, _ place: YAMLValue) {
        refer(id, "measure", measures.keys, place)
        guard let other = measures[id], let unit = units[measure.unit],
            let otherUnit = units[other.unit]
        else { return }
        if unit.dimension != otherUnit.dimension {
            place.report(
                "\(id) is in \(otherUnit.dimension) and \(measure.id) in \(unit.dimension). "
                    + "Parts and wholes are of one dimension.")
        }
    }

    /// No measure is a part of itself, over however many others.
    func checkPartCircles() {
        for (measure, place) in draft.measures {
            guard let circle = partCircle(from: measure.id, path: []), circle[0] == measure.id
            else { continue }
            let key = measure.partOf.isEmpty ? "sum_of" : "part_of"
            place.at(key).report(
                "the measure is a part of itself: \(circle.joined(separator: " -> ")).")
        }
    }

    private func partCircle(from id: String, path: [String]) -> [String]? {
        if let start = path.firstIndex(of: id) { return path[start...] + [id] }
        for whole in wholes(of: id) {
            if let circle = partCircle(from: whole, path: path + [id]) { return circle }
        }
        return nil
    }

    private func wholes(of id: String) -> [String] {
        let sums = draft.measures.map(\.value).filter { $0.sumOf?.parts.contains(id) == true }
        return (measures[id]?.partOf ?? []) + sums.map(\.id)
    }
}
