import Testing

@testable import Submission

@Suite struct AssignmentTests {
    private func candidate(_ index: Int, _ confidence: Double) -> MeasureCandidate {
        MeasureCandidate(
            index: index, measure: "ops/m\(index)", confidence: confidence, reason: "test")
    }

    private func words(_ candidates: [[MeasureCandidate]]) -> [String] {
        Assignment(candidates).outcomes.map { outcome in
            switch outcome {
            case .found(let candidate): candidate.measure
            case .question(let candidates):
                "? " + candidates.map(\.measure).joined(separator: " ")
            case .nothing: "-"
            }
        }
    }

    @Test func `a clear measure is taken, a doubtful one asked, an unlike one left`() {
        #expect(
            words([[candidate(1, 0.9)], [candidate(2, 0.6)], [candidate(3, 0.3)]])
                == ["ops/m1", "? ops/m2", "-"])
    }

    @Test func `two measures that are as likely are a question`() {
        #expect(words([[candidate(1, 0.9), candidate(2, 0.88)]]) == ["? ops/m1 ops/m2"])
    }

    @Test func `two columns that are as sure of a measure are questions`() {
        #expect(
            words([[candidate(1, 0.9)], [candidate(1, 0.89)]]) == ["? ops/m1", "? ops/m1"])
    }

    @Test func `what one column takes is no rival for another`() {
        #expect(
            words([[candidate(1, 0.95)], [candidate(1, 0.8), candidate(2, 0.78)]])
                == ["ops/m1", "ops/m2"])
    }

    @Test func `exactly at the threshold is enough`() {
        #expect(words([[candidate(1, Assignment.accepted)]]) == ["ops/m1"])
        #expect(words([[candidate(1, Assignment.accepted - 0.001)]]) == ["? ops/m1"])
    }
}
