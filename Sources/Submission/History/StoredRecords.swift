import Consortium
public import MetricSpec

/// Records and files of some cities that were counted before, for a check
/// without the database.
public struct StoredRecords: Sendable {
    /// The records that a submission counted for one city and period.
    public struct Keys: Sendable {
        public let submission: Int
        public let list: RecordKeyList

        /// Makes one.
        public init(submission: Int, list: RecordKeyList) {
            self.submission = submission
            self.list = list
        }
    }

    /// A file that was counted for a city and period.
    public struct File: Sendable {
        /// SHA-256 of its bytes.
        public let digest: String
        public let submission: Int
        /// Its path.
        public let file: String
        /// Position in the directory's cities.
        public let city: Int32
        public let period: Period

        /// Makes one.
        public init(digest: String, submission: Int, file: String, city: Int32, period: Period) {
            self.digest = digest
            self.submission = submission
            self.file = file
            self.city = city
            self.period = period
        }
    }

    /// So many keys of records are given to a city, those of its newest
    /// periods: 8 bytes each.
    public static let mostKeys = 500_000
    /// So many files, the newest ones, each once a city and period.
    public static let mostFiles = 5_000

    public let keys: [Keys]
    public let files: [File]

    /// Takes records and files.
    public init(keys: [Keys] = [], files: [File] = []) {
        self.keys = keys
        self.files = files
    }

    /// Which records of a file were counted for other periods, under the same
    /// mapping.
    func countedBefore(_ lists: [RecordKeyList]) -> [CountedBefore] {
        lists.flatMap { list in
            keys.filter {
                $0.list.mapping == list.mapping && $0.list.city == list.city
                    && $0.list.period != list.period
            }.sorted { $0.list.period.start < $1.list.period.start }.compactMap { stored in
                let common = list.common(with: stored.list.keys)
                return common.isEmpty
                    ? nil
                    : CountedBefore(
                        city: list.city, period: list.period, earlier: stored.list.period,
                        submission: stored.submission, keys: common)
            }
        }
    }
}

extension History {
    /// The same, with what it knows of a file that is about to be read: which
    /// of its records, or that all of it, was counted for others before.
    ///
    /// Reads the file once where there is anything to look for.
    ///
    /// - Parameter digest: SHA-256 of the file's bytes; called where files are
    ///   known.
    public func matched(to intake: Intake, digest: () throws -> String) throws -> History {
        let digest = records.files.isEmpty ? "" : try digest()
        let same = records.files.filter { $0.digest == digest }
        guard
            !same.isEmpty
                || records.keys.contains(where: { $0.list.mapping == intake.mapping.name })
        else { return self }
        var history = self
        var places: Set<[Int32]> = []
        let summary = try intake.run { batch in
            for row in 0..<batch.count where !same.isEmpty {
                let period = batch.periods[Int(batch.period[row])]
                places.insert([batch.city[row], period.firstMonth, period.months])
            }
        }
        history.countedBefore = records.countedBefore(summary.recordKeys)
        let isSame = same.contains {
            places.contains([$0.city, $0.period.firstMonth, $0.period.months])
        }
        if let first = same.first, !isSame {
            let city = intake.context.cities.cities[Int(first.city)].id
            history.sameContent = SameContent(
                submission: first.submission, file: first.file,
                place: "\(city) and \(first.period.text)")
        }
        return history
    }
}
