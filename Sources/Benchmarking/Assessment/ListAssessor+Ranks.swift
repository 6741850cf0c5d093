/// Room for the rank interval of one place.
struct RankRoom {
    var test: MarginalTest
    /// The others' places in the list, their counts and exposures.
    let places: UnsafeMutableBufferPointer<Int32>
    let hits: UnsafeMutableBufferPointer<Double>

    /// Calls a function with room for lists of some length.
    static func with<Result>(_ length: Int, _ body: (RankRoom) -> Result) -> Result {
        withUnsafeTemporaryAllocation(
            of: Double.self, capacity: 4 * length + DifferenceLaw.room
        ) { room in
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: length) { places in
                withUnsafeTemporaryAllocation(of: Int8.self, capacity: length) { states in
                    NormalTable.with { normal in
                        func part(_ number: Int) -> UnsafeMutableBufferPointer<Double> {
                            UnsafeMutableBufferPointer(
                                rebasing: room[number * length..<(number + 1) * length])
                        }
                        let law = DifferenceLaw(
                            room: UnsafeMutableBufferPointer(rebasing: room[(4 * length)...]),
                            normal)
                        let test = MarginalTest(
                            leads: part(0), errors: part(1), states: states, order: part(2),
                            law: law)
                        return body(RankRoom(test: test, places: places, hits: part(3)))
                    }
                }
            }
        }
    }
}

extension ListAssessor {
    /// The share of cases in which a place is misread.
    static let rankError = 0.05

    /// Sets the rank interval of a standing and whom it cannot be told from.
    ///
    /// Members without an interval of their own count as those who cannot be
    /// told from anybody: the true rank lies in the interval whatever they are.
    mutating func assessRanks(
        _ row: Int, _ members: UnsafeBufferPointer<Int32>, added variance: Double,
        _ cities: borrowing CityTable
    ) {
        guard hasRanks(members.count) else { return }
        let city = Int(standings.cities[row])
        let rank = Int(standings.ranks[row])
        guard rank > 0, cities.states[city] == .contributor, table.precisions[city] > 0 else {
            columns.indistinct.appendRow(bits: 0)
            return
        }
        let (count, isExact) = gather(members, without: city, added: variance, cities)
        if isExact {
            settleExactly(count, members, city: city, value: cities.values[city])
        } else {
            let precision = table.precisions[city]
            room.test.settle(
                count, own: (1 / (precision * precision) + variance).squareRoot(),
                level: Self.rankError)
        }
        let ranked = Int(standings.ranked[row])
        var (better, worse) = (0, 0)
        for other in 0..<count {
            better += room.test.states[other] < 0 ? 1 : 0
            worse += room.test.states[other] > 0 ? 1 : 0
        }
        // Ties are judged on printed decimals, and never told apart.
        columns.rankLowers[row] = Int32(min(rank, 1 + better))
        columns.rankUppers[row] = Int32(max(rank, ranked - worse))
        noteIndistinct(members, count, city: city, cities)
    }

    /// Whether lists of this length have rank intervals.
    func hasRanks(_ length: Int) -> Bool {
        options.hasRankIntervals && table.hasErrors && table.direction != 0
            && length <= options.longestRanked
    }

    /// Gathers the others that have an interval; says how many, and whether
    /// their counts are to be compared exactly: some are below ten, and all
    /// vary by chance alone.
    private mutating func gather(
        _ members: UnsafeBufferPointer<Int32>, without city: Int, added variance: Double,
        _ cities: borrowing CityTable
    ) -> (count: Int, isExact: Bool) {
        let precision = table.precisions[city]
        let own = 1 / (precision * precision) + variance
        var isCounted = variance == 0 && !table.sizes.isEmpty
        var fewest =
            isCounted ? table.hits(cities.values[city], size: table.sizes[city]) : .infinity
        if isCounted { isCounted = Self.isWholeCount(fewest) }
        var found = 0
        for place in members.indices {
            let other = Int(members[place])
            guard other != city, cities.states[other] == .contributor,
                table.precisions[other] > 0
            else { continue }
            let theirs = 1 / (table.precisions[other] * table.precisions[other]) + variance
            room.test.errors[found] = theirs.squareRoot()
            room.test.leads[found] =
                table.direction * (table.scaled[city] - table.scaled[other])
                / (own + theirs).squareRoot()
            room.places[found] = Int32(place)
            if isCounted {
                let hits = table.hits(cities.values[other], size: table.sizes[other])
                room.hits[found] = hits
                fewest = min(fewest, hits)
                isCounted = Self.isWholeCount(hits)
            }
            found += 1
        }
        return (found, isCounted && fewest < fewestEventsForByar)
    }

    /// Compares counts exactly, adjusted by Holm (METHODS 8).
    private func settleExactly(
        _ count: Int, _ members: UnsafeBufferPointer<Int32>, city: Int, value: Double
    ) {
        let law: RankedCounts.Law = table.scale == .root ? .events : .proportions
        let size = table.sizes[city]
        let hits = Int(table.hits(value, size: size))
        let test = room.test
        for other in 0..<count {
            test.states[other] = 0
            // A lead below one standard error is never significant.
            guard abs(test.leads[other]) >= 1 else {
                test.errors[other] = 1
                continue
            }
            let otherHits = Int(room.hits[other])
            let otherSize = table.sizes[Int(members[Int(room.places[other])])]
            let isHigher = (test.leads[other] > 0) == (table.direction > 0)
            let chance =
                isHigher
                ? law.chance(
                    ofHits: hits, among: size, besideHits: otherHits, among: otherSize)
                : law.chance(
                    ofHits: otherHits, among: otherSize, besideHits: hits, among: size)
            test.errors[other] = min(1, 2 * chance)
        }
        settleByHolm(count)
    }

    /// Settles those whose probabilities, in the place of errors, are refused.
    private func settleByHolm(_ count: Int) {
        let test = room.test
        let order = UnsafeMutableBufferPointer(rebasing: test.order[..<count])
        for other in 0..<count { order[other] = test.errors[other] }
        sortAscending(order)
        var bound = -1.0
        for place in 0..<count {
            guard order[place] <= Self.rankError / Double(count - place) else { break }
            bound = order[place]
        }
        for other in 0..<count where test.errors[other] <= bound {
            test.states[other] = test.leads[other] > 0 ? 1 : -1
        }
    }

    private mutating func noteIndistinct(
        _ members: UnsafeBufferPointer<Int32>, _ count: Int, city: Int,
        _ cities: borrowing CityTable
    ) {
        columns.indistinct.appendRow(bits: members.count)
        for place in members.indices {
            let other = Int(members[place])
            if other != city, cities.states[other] == .contributor, table.precisions[other] == 0 {
                columns.indistinct.set(place)
            }
        }
        for other in 0..<count where room.test.states[other] == 0 {
            columns.indistinct.set(Int(room.places[other]))
        }
    }

    /// Sets the rank intervals of all members of a common list at once.
    mutating func assessTogether(
        _ members: UnsafeBufferPointer<Int32>, added variance: Double,
        _ cities: borrowing CityTable
    ) {
        guard options.draws > 0, members.count <= options.longestDrawn, hasRanks(members.count)
        else { return }
        var rows: [Int] = []
        for row in members.indices where standings.ranks[row] > 0 {
            let city = Int(members[row])
            if cities.states[city] == .contributor, table.precisions[city] > 0 { rows.append(row) }
        }
        guard rows.count > 1,
            let comparison = together(rows.map { Int(members[$0]) }, variance, cities)
        else { return }
        columns.simultaneousLowers = Array(repeating: 0, count: members.count)
        columns.simultaneousUppers = columns.simultaneousLowers
        for (row, interval) in zip(rows, comparison.intervals) {
            let (rank, ranked) = (Int(standings.ranks[row]), Int(standings.ranked[row]))
            columns.simultaneousLowers[row] = Int32(min(rank, interval.best))
            columns.simultaneousUppers[row] = Int32(
                max(rank, interval.worst + ranked - rows.count))
        }
    }

    private mutating func together(
        _ ranked: [Int], _ variance: Double, _ cities: borrowing CityTable
    ) -> RankComparison? {
        if variance == 0, !table.sizes.isEmpty {
            var hits: [Double] = []
            for city in ranked {
                hits.append(table.hits(cities.values[city], size: table.sizes[city]))
            }
            let fewest = hits.reduce(.infinity) { min($0, $1) }
            if fewest < fewestEventsForByar, hits.allSatisfy(Self.isWholeCount),
                let counts = RankedCounts(
                    table.scale == .root ? .events : .proportions, counts: hits.map { Int($0) },
                    exposures: ranked.map { table.sizes[$0] }, isHigherBetter: table.direction > 0)
            {
                return RankComparison(counts, .simultaneous, error: Self.rankError)
            }
        }
        let errors = ranked.map {
            (1 / (table.precisions[$0] * table.precisions[$0]) + variance).squareRoot()
        }
        let settings = BootstrapSettings(
            seed: options.seed, draws: options.draws, error: Self.rankError)
        columns.groups.rankErrors.put(settings.monteCarloError, at: 0)
        return RankedEstimates(
            values: ranked.map { table.direction * table.scaled[$0] }, errors: errors
        ).map { RankComparison($0, .simultaneous, settings) }
    }

    static func isWholeCount(_ count: Double) -> Bool {
        count == count.rounded() && count < 1e15
    }
}
