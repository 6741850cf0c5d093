// Expected values: the rows of ../shared/reference that OURS.csv lists, computed
// by the software that each folder's README names.
import Testing

/// Compares our numbers with one file of expected ones.
struct ReferenceCheck: Sendable {
    /// The file's path in the reference folder.
    let file: String
    /// Compares row by row; returns how many rows were compared.
    let run: @Sendable () throws -> Int

    static let all =
        proportions + rates + means + standardised + quantiles + weighted + funnel
        + rankIntervals + trend + peers
}

@Suite struct OurReferenceTests {
    @Test(.enabled(if: ReferenceFile.isPresent, "YARDSTICK_SHARED names no shared folder"))
    func `every row whose definition is ours is met`() throws {
        let listed = try ReferenceFile.rows("OURS.csv")
        #expect(listed.count == ReferenceCheck.all.count)
        var total = 0
        for row in listed {
            let file = try row.text("file")
            let check = try #require(
                ReferenceCheck.all.first { $0.file == file }, "nothing checks \(file)")
            let rows = try check.run()
            #expect("\(rows)" == row["rows"], "\(file)")
            total += rows
        }
        print("reference: \(total) rows in \(listed.count) files compared")
        #expect(total == 1_590)
    }
}
