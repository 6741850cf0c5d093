import Foundation
import Testing

@testable import MetricSpec

/// Codes are stored in databases: a word keeps its code for ever.
@Suite struct VocabularyTests {
    private func table<Words: Vocabulary>(_ type: Words.Type) -> [String] {
        Words.allCases.map { "\($0.code) \($0.rawValue)" }
    }

    @Test func `the codes of observation statuses stay as they are`() {
        #expect(
            table(ObservationStatus.self) == [
                "0 normal", "1 estimated", "2 provisional", "3 unreliable", "4 not_reported",
                "5 not_collected", "6 not_applicable", "7 not_provided", "8 not_taking_part",
                "9 withheld", "10 suppressed", "11 late",
            ])
    }

    @Test func `the codes of confidentiality and variants stay as they are`() {
        #expect(table(Confidentiality.self) == ["0 free", "1 member", "2 confidential"])
        #expect(
            table(Variant.self) == [
                "0 actual", "1 provisional_actual", "2 budget", "3 adjusted_budget", "4 target",
            ])
    }

    @Test func `the words of the standard stay as they are`() {
        #expect(
            table(Polarity.self) == [
                "0 high_good", "1 low_good", "2 target", "3 no_judgement", "4 not_applicable",
            ])
        #expect(table(MeasureKind.self) == ["0 stock", "1 flow"])
        #expect(table(QuarterToYear.self) == ["0 sum", "1 last", "2 mean", "3 none"])
        #expect(
            table(MetricKind.self) == [
                "0 input", "1 output", "2 efficiency", "3 outcome", "4 service_level",
            ])
        #expect(
            table(Uncertainty.self) == ["0 sample", "1 events", "2 records", "3 volume", "4 none"])
        #expect(
            table(ProvisionMode.self) == [
                "0 own_staff", "1 contract", "2 joint", "3 another_government", "4 none",
            ])
    }

    @Test func `the codes of standing statuses are the rows of the database's table`() throws {
        let file = Root.folder.appendingPathComponent("sql/migrations/0004_create_release.sql")
        let sql = try String(contentsOf: file, encoding: .utf8)
        let insert = try #require(sql.split(separator: "insert into member.standing_status").last)
        let statement = try #require(insert.split(separator: ";").first)
        let rows = statement.matches(of: /\((\d+), '([a-z_]+)'\)/).map { "\($0.1) \($0.2)" }
        #expect(rows.count == 11)
        #expect(table(StandingStatus.self) == rows)
    }

    @Test func `a stored code gives its word back, an unknown one none`() {
        for status in ObservationStatus.allCases {
            #expect(ObservationStatus(code: status.code) == status)
        }
        #expect(ObservationStatus(code: 12) == nil)
        #expect(ObservationStatus(code: -1) == nil)
    }

    @Test func `only the first four statuses carry a value`() {
        let withValue = ObservationStatus.allCases.filter(\.hasValue)
        #expect(withValue == [.normal, .estimated, .provisional, .unreliable])
        #expect(withValue.map(\.code) == [0, 1, 2, 3])
    }

    @Test func `a city answers for what it does itself, by contract or jointly`() {
        #expect(ProvisionMode.allCases.filter(\.isProvided) == [.ownStaff, .contract, .joint])
    }
}

/// The package's own folder, found from this file.
enum Root {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
}
