import Benchmarking
import Postgres

extension ReleaseWriter {
    private func groupNumber(_ standings: StandingColumns) -> Int32? {
        ids.peerGroups[standings.group]
    }

    func writeStatistics(_ release: Int32, _ assessed: [AssessedMetric]) throws {
        let copy = try connection.copyIn(
            """
            copy \(schema).release_statistic
                (mean, group_value, median, lower_quartile, upper_quartile, minimum, maximum,
                standard_deviation, coverage, absolute_deviation, over_dispersion,
                variance_between, median_change, group_value_change, rank_error, metric_id,
                release_id, peer_group_id, owner_city_id, breakdown_id, contributors, not_reported, not_provided,
                not_taking_part, suppressed, unreliable, not_comparable, panel_cities, deciles)
            from stdin (format binary)
            """)
        for (metric, assessed) in zip(comparison.metrics, assessed) {
            for (standings, assessment) in zip(metric.standings, assessed.assessments) {
                let groups = assessment.groups
                for row in 0..<standings.statistics.count {
                    try copy.beginRow(fields: 29)
                    Self.append(standings.statistics, row, to: copy.rows)
                    for column in [
                        groups.deviations, groups.phis, groups.tau2s, groups.medianChanges,
                        groups.groupValueChanges, groups.rankErrors,
                    ] {
                        copy.rows.append(double: column[row])
                    }
                    copy.rows.append(int32: ids.metrics[metric.position])
                    copy.rows.append(int32: release)
                    copy.rows.append(int32: groupNumber(standings))
                    let owner = standings.statistics.owners.map { ids.cities[Int($0[row])] }
                    copy.rows.append(int32: owner ?? Self.nobody)
                    copy.rows.append(int32: ids.breakdowns[Int(metric.breakdown)])
                    Self.appendCounts(standings.statistics, row, to: copy.rows)
                    let panel = groups.panelCounts[row]
                    copy.rows.append(int32: panel > 0 ? panel : nil)
                    copy.rows.append(doubleArray: groups.deciles(ofRow: row))
                }
            }
        }
        _ = try copy.finish()
    }

    private static func append(_ statistics: PeerStatisticColumns, _ row: Int, to rows: CopyBuffer)
    {
        rows.append(double: statistics.means[row])
        rows.append(double: statistics.groupValues[row])
        rows.append(double: statistics.medians[row])
        rows.append(double: statistics.lowerQuartiles[row])
        rows.append(double: statistics.upperQuartiles[row])
        rows.append(double: statistics.minima[row])
        rows.append(double: statistics.maxima[row])
        rows.append(double: statistics.standardDeviations[row])
        rows.append(double: statistics.coverages[row])
    }

    private static func appendCounts(
        _ statistics: PeerStatisticColumns, _ row: Int, to rows: CopyBuffer
    ) {
        rows.append(int32: statistics.contributors[row])
        rows.append(int32: statistics.notReported[row])
        rows.append(int32: statistics.notProvided[row])
        rows.append(int32: statistics.notTakingPart[row])
        rows.append(int32: statistics.suppressed[row])
        rows.append(int32: statistics.unreliable[row])
        rows.append(int32: statistics.notComparable[row])
    }

    func writeStandings(_ release: Int32, _ assessed: [AssessedMetric]) throws {
        let said = StandingSayings(comparison, assessed)
        let codes = ReleaseCodes()
        let copy = try connection.copyIn(
            """
            copy \(schema).release_standing
                (rank_share, percent_rank, metric_id, release_id, peer_group_id, city_id,
                breakdown_id, owner_city_id, ranked, rank, rank_worst, quartile, includes_city,
                status, reason, \(StandingSayings.columns))
            from stdin (format binary)
            """)
        for place in standingsByCity() {
            let metric = comparison.metrics[place.metric]
            let (standings, row) = (metric.standings[place.group], place.row)
            try copy.beginRow(fields: 15 + StandingSayings.columnCount)
            let city = ids.cities[Int(standings.cities[row])]
            copy.rows.append(double: standings.rankShare(at: row))
            copy.rows.append(double: standings.percentRank(at: row))
            copy.rows.append(int32: ids.metrics[metric.position])
            copy.rows.append(int32: release)
            copy.rows.append(int32: groupNumber(standings))
            copy.rows.append(int32: city)
            copy.rows.append(int32: ids.breakdowns[Int(metric.breakdown)])
            copy.rows.append(int32: standings.statistics.owners == nil ? Self.nobody : city)
            copy.rows.append(int32: standings.ranked[row])
            copy.rows.append(int32: standings.rank(at: row).map { Int32($0) })
            copy.rows.append(int32: standings.rankWorst(at: row).map { Int32($0) })
            copy.rows.append(int16: standings.quartile(at: row).map { Int16($0) })
            copy.rows.append(bool: standings.includesCity[row])
            appendStatus(standings, row, codes, to: copy.rows)
            said.append(metric: place.metric, group: place.group, row: row, to: copy.rows)
        }
        _ = try copy.finish()
    }

    /// Where a standing lies: positions in the comparison's metrics, in one
    /// metric's standings, and in the rows of those.
    private struct StandingPlace {
        let metric: Int
        let group: Int
        let row: Int
    }

    /// All standings, city by city: a scorecard then reads the few pages that
    /// its city fills, not one page a standing.
    private func standingsByCity() -> [StandingPlace] {
        var places = [[StandingPlace]](repeating: [], count: ids.cities.count)
        for (position, metric) in comparison.metrics.enumerated() {
            for (group, standings) in metric.standings.enumerated() {
                for (row, city) in standings.cities.enumerated() {
                    places[Int(city)].append(
                        StandingPlace(metric: position, group: group, row: row))
                }
            }
        }
        return places.flatMap(\.self)
    }

    /// Only what the group judges otherwise than the figure's own status.
    private func appendStatus(
        _ standings: StandingColumns, _ row: Int, _ codes: ReleaseCodes, to rows: CopyBuffer
    ) {
        let own = standings.figures.statuses[Int(standings.cities[row])]
        let status = standings.status(at: row)
        if status == own {
            rows.appendNull()
            rows.appendNull()
        } else {
            rows.append(int16: codes.status[status])
            rows.append(int16: codes.code(standings.reason(at: row)))
        }
    }
}
