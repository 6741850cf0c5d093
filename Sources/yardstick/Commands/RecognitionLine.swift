import Benchmarking
import Foundation
import Warehouse

/// What a city was given for reporting and good practice, as JSON and in
/// words.
struct RecognitionLine: Encodable {
    /// Absent below the first level.
    let level: String?
    let levelTitle: String?
    let points: Double
    let possible: Double
    let share: Double
    let rules: [RecognitionRuleLine]

    init(_ given: ReleasedRecognition) {
        level = given.level
        levelTitle = given.levelTitle
        points = given.points
        possible = given.possible
        share = given.share
        rules = given.rules.map {
            RecognitionRuleLine(
                rule: $0.rule, title: $0.title, points: $0.points, possible: $0.possible)
        }
    }

    /// Such as `Recognition: Silver, 62 of 80 points (77.5 %)`.
    var text: String {
        "Recognition: \(levelTitle ?? "no level"), \(Self.number(points)) of "
            + "\(Self.number(possible)) points (\(Self.number(share * 100)) %)"
    }

    /// With one decimal where there is one.
    private static func number(_ value: Double) -> String {
        roundedHalfEven(value, decimals: 1)
            .formatted(.number.precision(.fractionLength(0...1)).grouping(.never))
    }
}

/// The points of one rule, as JSON.
struct RecognitionRuleLine: Encodable {
    let rule: String
    let title: String
    let points: Double
    let possible: Double
}
