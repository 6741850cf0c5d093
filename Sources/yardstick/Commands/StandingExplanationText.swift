import Benchmarking
import Foundation
import MetricSpec
import Warehouse

/// Every step of one city's standings in one metric, for people.
struct StandingExplanationText {
    let explanation: StandingExplanation
    let city: String
    let cityName: String
    let unit: String

    private var terms: StandingExplanation.Terms { explanation.terms }
    private var release: Release { explanation.lineage.release }

    var lines: [String] {
        [
            "\(terms.title): \(cityName), \(release.period.text), release \(release.number) "
                + "(\(release.kind.rawValue))"
        ]
            + section("inputs", inputs) + section("formula", formula)
            + explanation.places.flatMap(group) + section("over time", course)
    }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["", title] + lines.map { "  " + $0 }
    }

    private var inputs: [String] {
        explanation.lineage.sources.map { source in
            let value = source.measureValue.map(Self.text) ?? "none"
            let group = source.measureBreakdown == "total" ? "" : " for \(source.measureBreakdown)"
            return "\(source.measure)\(group), \(source.measurePeriod): \(value), "
                + LineageText.place(source)
        }
    }

    private var formula: [String] {
        var lines = terms.formula.split(separator: "\n").map(String.init)
        guard let standing = explanation.places.first?.standing.standing else {
            return lines + ["no peer group: nothing to compare with"]
        }
        guard let value = standing.value else {
            return lines + ["no figure: \(Self.words(standing.status.rawValue))"]
        }
        if let above = standing.numerator, let below = standing.denominator {
            lines.append(
                "\(Self.text(terms.multiplier)) x \(Self.text(above)) / \(Self.text(below)) = "
                    + "\(Self.text(value)) \(unit)")
        } else {
            lines.append("\(Self.text(value)) \(unit)")
        }
        if let reason = standing.reason {
            lines.append("it stands without being compared: \(Self.words(reason.rawValue))")
        }
        return lines + certainty
    }

    /// What kind of number it is, and its interval.
    private var certainty: [String] {
        guard let assessment = explanation.places.first?.standing.assessment else { return [] }
        guard let lower = assessment.lower, let upper = assessment.upper else {
            return ["kind \(terms.uncertainty): no interval"]
        }
        let isLoose = assessment.isReliable == false
        let mark = isLoose ? ", not steady enough to be read as a figure" : ""
        return [
            "kind \(terms.uncertainty): 95 % interval \(Self.text(lower)) to \(Self.text(upper))"
                + mark
        ]
    }

    private func group(_ place: StandingExplanation.Place) -> [String] {
        section(
            "peer group \(place.standing.peerGroup)",
            members(place) + order(place.standing) + verdict(place.standing)
                + rankInterval(place))
    }

    private func members(_ place: StandingExplanation.Place) -> [String] {
        let statistics = place.standing.standing.statistics
        let peers = place.peers.map { peer in
            let value =
                peer.value.map { "\(Self.text($0))\(interval(peer))" } ?? Self.words(peer.status)
            let isOut = peer.value != nil && peer.rankKey == nil && terms.ranks
            return "  \(peer.city)\(peer.city == city ? " (this city)" : ""): \(value)"
                + (isOut ? ", \(Self.words(peer.status)): not compared" : "")
                + (peer.isIndistinct ? ", cannot be told apart" : "")
        }
        let counts = [
            ("compared", statistics.contributors), ("not reported", statistics.notReported),
            ("not provided", statistics.notProvided),
            ("not taking part", statistics.notTakingPart), ("suppressed", statistics.suppressed),
            ("unreliable", statistics.unreliable), ("not comparable", statistics.notComparable),
        ].filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }
        return ["members, the best first: \(counts.joined(separator: ", "))"] + peers
    }

    private func interval(_ peer: StandingExplanation.Peer) -> String {
        guard let lower = peer.lower, let upper = peer.upper else { return "" }
        return " (\(Self.text(lower)) to \(Self.text(upper)))"
    }

    private func order(_ place: ReleasedStanding) -> [String] {
        let standing = place.standing
        guard terms.ranks else { return ["polarity \(Self.words(terms.polarity)): no rank"] }
        let ties =
            terms.decimals.map { "rounded half to even to \($0) decimals" } ?? "as reported"
        let aim = zip2(terms.targetFrom, terms.targetTo).map {
            " of \(Self.text($0)) to \(Self.text($1)), the nearer the better"
        }
        var lines = [
            "order: \(Self.words(terms.polarity))\(aim ?? ""); ties are judged on values \(ties), "
                + "and share the lowest rank"
        ]
        guard let rank = standing.rank else { return lines + ["no rank"] }
        lines.append(
            "rank \(rank) of \(standing.ranked)"
                + (standing.rankWorst.map { ", at worst \($0) once all have reported" } ?? "")
                + (standing.quartile.map { ", quartile \($0)" } ?? ""))
        return lines + spread(place)
    }

    private func spread(_ place: ReleasedStanding) -> [String] {
        let statistics = place.standing.statistics
        let figures: [(String, Double?)] = [
            ("median", statistics.median), ("lower quartile", statistics.lowerQuartile),
            ("upper quartile", statistics.upperQuartile), ("mean", statistics.mean),
            ("ratio of totals", statistics.groupValue),
            ("gap to the median", place.assessment?.gapToMedian),
            ("z", place.assessment?.zScore), ("robust z", place.assessment?.robustZ),
        ]
        return [
            figures.compactMap { name, figure in figure.map { "\(name) \(Self.text($0))" } }
                .joined(separator: ", ")
        ]
    }

    private func verdict(_ place: ReleasedStanding) -> [String] {
        guard let assessment = place.assessment, let others = assessment.othersMedian,
            let value = place.standing.value
        else {
            return []
        }
        var lines = ["the others' median, the city left out: \(Self.text(others))"]
        guard let error = assessment.differenceError, let probability = assessment.probability
        else {
            return lines + ["no verdict: nothing tells how sure the difference is"]
        }
        let z = ConfidenceLevel.percent95.z
        let gap = value - others
        lines.append(
            "difference \(Self.text(gap)), standard error \(Self.text(error)), 95 % interval "
                + "\(Self.text(gap - z * error)) to \(Self.text(gap + z * error)), probability "
                + Self.text(probability))
        if let difference = terms.meaningfulDifference {
            lines.append(
                "a gap is worth a word above \(Self.text(difference))"
                    + (terms.isDifferencePercent == true ? " % of that median" : " \(unit)"))
        }
        if let verdict = assessment.verdict {
            lines.append(
                "verdict: \(Self.words(verdict))"
                    + (assessment.isHeadline == true ? ", and may be a headline" : ""))
        }
        if let funnel = assessment.funnel {
            lines.append("funnel: \(Self.words(funnel.replacing("_8", with: ".8"))) %")
        }
        return lines
    }

    private func rankInterval(_ place: StandingExplanation.Place) -> [String] {
        guard let assessment = place.standing.assessment, let lower = assessment.rankLower,
            let upper = assessment.rankUpper
        else { return [] }
        var line =
            terms.uncertainty == Uncertainty.volume.rawValue
            ? "ranks of the last four periods: \(lower) to \(upper)"
            : "ranks that the data allow (95 %): \(lower) to \(upper)"
        if let first = assessment.rankLowerAll, let last = assessment.rankUpperAll {
            line += "; for all cities at once \(first) to \(last)"
        }
        return [line]
    }

    private var course: [String] {
        guard let course = explanation.course else { return [] }
        var lines: [String] = []
        if let change = course.yearChange {
            let interval = zip2(course.yearChangeLower, course.yearChangeUpper).map {
                " (95 % interval \(Self.text($0)) to \(Self.text($1)))"
            }
            lines.append("a year before: \(Self.text(change)) more\(interval ?? "")")
        }
        guard let method = course.method, let slope = course.slope else {
            return lines + ["\(course.periods) periods without a gap: too few for a trend"]
        }
        lines.append(
            "\(method) trend over \(course.periods) periods: \(Self.text(slope)) a year"
                + (course.probability.map { ", probability \(Self.text($0))" } ?? "")
                + (course.chiSquare.map { ", chi-square \(Self.text($0))" } ?? "")
                + (course.autocorrelation.map { ", autocorrelation \(Self.text($0))" } ?? ""))
        lines.append(
            Self.words(course.direction ?? "") + (course.course.map { ", \($0)" } ?? ""))
        return lines
    }

    private static func words(_ word: String) -> String { word.replacing("_", with: " ") }

    /// Six digits that count, without zeros behind.
    static func text(_ figure: Double) -> String {
        figure.formatted(.number.precision(.significantDigits(1...6)).grouping(.never))
    }
}

extension StandingExplanation.Terms {
    /// Whether the metric has a good direction.
    var ranks: Bool {
        Polarity(rawValue: polarity).map { ![.noJudgement, .notApplicable].contains($0) } ?? false
    }
}

/// Both, where both are there.
private func zip2<First, Second>(_ first: First?, _ second: Second?) -> (First, Second)? {
    first.flatMap { first in second.map { (first, $0) } }
}
