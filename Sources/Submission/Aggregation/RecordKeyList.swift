public import MetricSpec

/// The keys of the records of one city and period, as digests.
public struct RecordKeyList: Sendable, Equatable {
    /// The name of the mapping that read the file.
    public let mapping: String
    /// Position in the directory's cities.
    public let city: Int32
    public let period: Period
    /// Sorted; the digest of a key is the same in every file.
    public let keys: [UInt64]

    /// Makes a list; the keys are sorted.
    public init(mapping: String, city: Int32, period: Period, keys: [UInt64]) {
        self.mapping = mapping
        self.city = city
        self.period = period
        self.keys = keys
    }

    /// The keys that are in both lists; one pass over each.
    public func common(with other: [UInt64]) -> [UInt64] {
        var common: [UInt64] = []
        var place = 0
        for key in keys {
            while place < other.count, other[place] < key { place += 1 }
            if place == other.count { break }
            if other[place] == key { common.append(key) }
        }
        return common
    }
}

/// Records of a city that were counted for another period before.
public struct CountedBefore: Sendable, Equatable {
    /// Position in the directory's cities.
    public let city: Int32
    /// The period that they are of here.
    public let period: Period
    /// The period that they were counted for.
    public let earlier: Period
    /// The submission that brought them.
    public let submission: Int
    /// Their digests.
    public let keys: [UInt64]

    /// Makes one.
    public init(
        city: Int32, period: Period, earlier: Period, submission: Int, keys: [UInt64]
    ) {
        self.city = city
        self.period = period
        self.earlier = earlier
        self.submission = submission
        self.keys = keys
    }
}
