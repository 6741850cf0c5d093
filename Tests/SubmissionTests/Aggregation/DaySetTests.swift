import Testing

@testable import Submission

@Suite struct DaySetTests {
    @Test func `it holds the days that a set holds, in whatever order they come`() {
        var random = SeededGenerator(state: 7)
        for start in [Int32(-400), -1, 0, 20_000] {
            var days = DaySet()
            var expected: Set<Int32> = []
            for _ in 0..<200 {
                let day = start + Int32.random(in: 0..<400, using: &random)
                days.insert(day)
                expected.insert(day)
            }
            #expect(days.count == expected.count)
            #expect(days.sorted == expected.sorted())
        }
    }

    @Test func `an empty one has no days`() {
        #expect(DaySet().count == 0)
        #expect(DaySet().sorted == [])
    }
}
