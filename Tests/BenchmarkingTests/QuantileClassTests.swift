// Expected values are derived in the test; those of other software are compared
// in OurReferenceTests.
import Benchmarking
import Testing

@Suite struct QuantileClassTests {
    @Test func `five ranked in quartiles leave the third class to one`() {
        // floor(5 - ceil((6 - r) * 4 / 5)) for r = 1...5.
        #expect(
            (1...5).map { quantileClass(ofRank: $0, among: 5, classes: 4) } == [1, 1, 2, 3, 4])
    }

    @Test func `ties stay in one class`() {
        // Ranks 1 1 1 4: all three firsts are in class 1.
        #expect([1, 4].map { quantileClass(ofRank: $0, among: 4, classes: 4) } == [1, 4])
    }

    @Test func `fewer ranked than classes have no class`() {
        #expect(quantileClass(ofRank: 1, among: 3, classes: 4) == nil)
        #expect(quantileClass(ofRank: 1, among: 4, classes: 4) == 1)
    }

    @Test(arguments: [0, 6])
    func `a rank outside the ranked has no class`(rank: Int) {
        #expect(quantileClass(ofRank: rank, among: 5, classes: 4) == nil)
    }
}
