extension Wording {
    /// A distance in standard deviations, on two decimals.
    static func distance(_ distance: Double) -> String {
        NumberStyle(decimals: 2).short(distance)
    }

    /// A share (0 to 1) in whole per cent.
    static func percent(_ share: Double) -> String {
        NumberStyle(decimals: 0, label: "%").short(share * 100)
    }

    /// What a choice by likeness comes to, in one sentence.
    static func finding(_ likeness: PeersInput.Likeness, city: String) -> String {
        if let absence = likeness.absence { return absence }
        guard let nearest = likeness.close.first else { return "Nobody is near \(city)." }
        let count = count(likeness.close.count, "city is", "cities are")
        let steady = likeness.close.count { $0.stability ?? 0 >= steadyShare }
        let stay =
            steady == likeness.close.count
            ? "each stays" : "\(steady) of them \(steady == 1 ? "stays" : "stay")"
        return "\(count) close to \(city), \(nearest.name) nearest; \(stay) in nine of ten "
            + "small changes of the rule."
    }

    /// From this share of changes on a peer is a steady one.
    private static let steadyShare = 0.9
}
