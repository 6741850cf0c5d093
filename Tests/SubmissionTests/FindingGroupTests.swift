import Testing

@testable import Submission

/// Findings that are equal are one line, with the first places.
@Suite struct FindingGroupTests {
    private func finding(
        _ rule: Rule = .notANumber, row: Int? = 2, column: Int? = 3, found: String = "x",
        problem: String = "wrong"
    ) -> Finding {
        Finding(
            rule: rule.id, severity: rule.severity,
            at: Finding.Place(file: "f.csv", row: row, column: column), problem: problem,
            found: found, expected: nil, remedy: nil)
    }

    private func groups(_ findings: [Finding]) -> [FindingGroup] {
        var groups = FindingGroups()
        groups.add(findings)
        #expect(groups.count == findings.count)
        return groups.groups
    }

    @Test func `findings of one rule and column are one group with its first places`() {
        let group = groups(
            [14, 17, 22, 30, 31].map { (row: Int) in finding(row: row, found: "text \(row)") })
        #expect(group.count == 1)
        #expect(group[0].count == 5)
        #expect(group[0].example.row == 14)
        #expect(group[0].places == "lines 14, 17, 22 and 2 more")
    }

    @Test(arguments: [
        ([9], "line 9"), ([9, 12], "lines 9 and 12"), ([9, 12, 15], "lines 9, 12 and 15"),
        ([9, 12, 15, 18], "lines 9, 12, 15 and 1 more"),
    ])
    func `up to three places are all named`(rows: [Int], places: String) {
        #expect(groups(rows.map { finding(row: $0) })[0].places == places)
    }

    @Test func `columns and rules are groups of their own, the heaviest first`() {
        let groups = groups([
            finding(.duplicateEqual), finding(column: 3), finding(column: 4),
            finding(.notATable, row: nil, column: nil),
        ])
        #expect(
            groups.map(\.example.rule) == [
                "not-a-table", "not-a-number", "not-a-number", "duplicate-equal",
            ])
        #expect(groups.map(\.example.column) == [nil, 3, 4, 3])
        #expect(groups[0].places == "")
    }

    @Test func `each code is a group of its own, whatever the line`() {
        let groups = groups([
            finding(.unknownCode, row: 2, found: "abc"),
            finding(.unknownCode, row: 3, found: "xyz"),
            finding(.unknownCode, row: 4, found: "abc"),
        ])
        #expect(groups.map(\.count) == [2, 1])
        #expect(groups.map(\.example.found) == ["abc", "xyz"])
    }

    @Test func `findings about the whole file are one where they say the same`() {
        let groups = groups([
            finding(.unmappedColumn, row: nil, problem: "a"),
            finding(.unmappedColumn, row: nil, problem: "b"),
            finding(.unmappedColumn, row: nil, problem: "a"),
        ])
        #expect(groups.map(\.count) == [2, 1])
        #expect(groups[0].places == "")
    }

    @Test func `each column that is gone is a group of its own, in one header or many`() {
        let groups = groups([
            finding(.mappedColumnMissing, row: 1, problem: "the column \"a\" is not there"),
            finding(.mappedColumnMissing, row: 1, problem: "the column \"b\" is not there"),
            finding(.mappedColumnMissing, row: 1, problem: "the column \"a\" is not there"),
        ])
        #expect(groups.map(\.count) == [2, 1])
    }

    @Test func `codes beyond the limit are one group, so that memory is bounded`() {
        let limit = FindingGroups.textLimit
        let groups = groups(
            (0..<limit + 500).map { (row: Int) in finding(.unknownCode, row: row, found: "\(row)") }
        )
        #expect(groups.count == limit + 1)
        #expect(groups.last?.count == 500)
        #expect(groups.allSatisfy { $0.first.count <= FindingGroup.keptPlaces })
    }
}
