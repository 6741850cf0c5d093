import Benchmarking
import Consortium
import MetricSpec

/// Who may be a peer of whom under a rule of likeness.
struct PeerEligibility: Sendable {
    /// What a city asks of its peers: they must be like it in these.
    struct Key: Hashable, Sendable {
        /// The texts of `same:`, in its order.
        let same: [String]
        /// Nil where all modes go together, or its own is not known.
        let mode: ProvisionMode?
    }

    /// Positions of all cities that may be chosen and have peers.
    let members: [Int]
    private let marks: [Int: Key]
    private let absences: [Int: PeerExplanation.Absence]

    init(
        _ rule: NeighbourRule.Eligibility, _ consortium: Consortium, places: PlaceVariables,
        on day: CalendarDay
    ) {
        let absent = consortium.absentCities(on: day)
        let list = rule.list.map { Set($0) }
        let services = ServiceTable(consortium, day: day)
        let column = rule.service.flatMap { services.column($0) }
        var marks: [Int: Key] = [:]
        var absences: [Int: PeerExplanation.Absence] = [:]
        for (position, city) in consortium.directory.cities.enumerated() {
            let same = rule.same.compactMap { places.text($0, of: city.id) }
            if absent.contains(city.id) {
                absences[position] = .notThere
            } else if list?.contains(city.id) == false {
                absences[position] = .notEligible(nil)
            } else if let outside = Self.attribute(without: city.id, rule, places) {
                absences[position] = .notEligible(outside)
            } else if let service = rule.service,
                let provision = column?.provisions[position], provision != .provided
            {
                absences[position] = .notProvided(service)
            } else {
                let mode = rule.isEqualMode ? column.flatMap { $0.modes[position] } : nil
                marks[position] = Key(same: same, mode: mode)
            }
        }
        members = marks.keys.sorted()
        self.marks = marks
        self.absences = absences
    }

    /// The attribute by which a rule leaves a city out.
    private static func attribute(
        without city: String, _ rule: NeighbourRule.Eligibility, _ places: PlaceVariables
    ) -> String? {
        let band = rule.bands.first { band in
            places.number(band.attribute, of: city).map(band.band.contains) != true
        }
        return band?.attribute ?? rule.same.first { places.text($0, of: city) == nil }
    }

    /// Every key that a city has.
    var keys: Set<Key> { Set(marks.values) }

    func key(of city: Int) -> Key? { marks[city] }

    func absence(of city: Int) -> PeerExplanation.Absence? { absences[city] }

    /// Who may be a peer of the cities with a key, themselves among them: a
    /// mode that is not known goes with all.
    func members(for key: Key) -> [Int] {
        members.filter { city in
            guard let mark = marks[city], mark.same == key.same else { return false }
            return key.mode == nil || mark.mode == nil || mark.mode == key.mode
        }
    }
}
