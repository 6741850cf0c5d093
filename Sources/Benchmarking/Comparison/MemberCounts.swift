/// The members of a list by state.
struct MemberCounts {
    var contributors: Int32 = 0
    var notReported: Int32 = 0
    var notProvided: Int32 = 0
    var notTakingPart: Int32 = 0
    var suppressed: Int32 = 0
    var unreliable: Int32 = 0
    var notComparable: Int32 = 0

    @inline(__always)
    mutating func add(_ state: MemberState) {
        switch state {
        case .contributor: contributors += 1
        case .notReported: notReported += 1
        case .notProvided: notProvided += 1
        case .notTakingPart: notTakingPart += 1
        case .suppressed: suppressed += 1
        case .unreliable: unreliable += 1
        case .notComparable: notComparable += 1
        }
    }
}
