public import MetricSpec

/// The accounts of one city and period in a file, or the different texts of a
/// column of categories, with what they carry.
public struct PeriodCodes: Sendable, Equatable {
    /// One account or category.
    public struct Code: Sendable, Equatable {
        /// As it stands in the file.
        public let text: String
        /// What the file calls it; empty where no column does.
        public let name: String
        /// What becomes of it: the ids of measures, with blanks between them;
        /// empty where it is left out on purpose, nil where nobody has decided.
        public let use: String?
        /// How many rows have it.
        public let rows: Int
        /// Debits less credits of an account; nil for a category.
        public let amount: Double?
        /// The line of its first row; 0 for one of an earlier file.
        public let line: Int

        /// Makes a code.
        public init(
            text: String, name: String, use: String?, rows: Int, amount: Double?, line: Int = 0
        ) {
            self.text = text
            self.name = name
            self.use = use
            self.rows = rows
            self.amount = amount
            self.line = line
        }
    }

    /// The name of the mapping that read the file.
    public let mapping: String
    /// Position in the directory's cities.
    public let city: Int32
    public let period: Period
    /// The header of the column.
    public let column: String
    /// In the order of the file.
    public let codes: [Code]

    /// Makes a list.
    public init(
        mapping: String, city: Int32, period: Period, column: String, codes: [Code]
    ) {
        self.mapping = mapping
        self.city = city
        self.period = period
        self.column = column
        self.codes = codes
    }
}

/// The accounts and categories of earlier files.
public struct EarlierCodes: Sendable {
    /// All lists, as they were given.
    public let lists: [PeriodCodes]

    /// Takes lists; of two for one city, period and column the one given
    /// last counts.
    public init(_ lists: [PeriodCodes] = []) { self.lists = lists }

    /// The list of the latest period before one and as long as it.
    func latest(
        mapping: String, city: Int32, column: String, before period: Period
    ) -> PeriodCodes? {
        var latest: PeriodCodes?
        for list in lists
        where list.city == city && list.mapping == mapping && list.column == column
            && list.period.months == period.months && list.period.start < period.start
        {
            if let known = latest, list.period.start < known.period.start { continue }
            latest = list
        }
        return latest
    }
}
