import MetricSpec
import Postgres
import Submission
import Tabular

/// A small file that was read as a whole, and of which nothing is stored yet.
struct GroupMember {
    let new: SubmissionTable.New
    private(set) var reading: Reading

    /// What came of reading a file.
    struct Reading {
        fileprivate(set) var values: [StagedValue] = []
        fileprivate(set) var rawBytes: [UInt8] = []
        fileprivate(set) var findings: [Finding] = []
        /// What is asked of the history for it.
        fileprivate(set) var keys = HistoryKeys()
        fileprivate(set) var years: Set<Int> = []
        let summary: IntakeSummary
    }

    /// Whether a file may be stored with others: it is small, its cells are
    /// values, and none is taken off what is stored.
    static func mayBe(_ request: LoadRequest) -> Bool {
        request.file.count <= Warehouse.smallFile && !request.mapping.makesFigures
            && !request.mapping.accumulates
    }

    /// Reads a file.
    init(_ new: SubmissionTable.New, context: IntakeContext, ids: RegistryIDs) throws {
        self.new = new
        reading = try Reading(new.request, context: context, ids: ids)
    }

    /// Reads the file again, against what is known beside it.
    mutating func judge(by history: History, context: IntakeContext, ids: RegistryIDs) throws {
        reading = try Reading(new.request, context: context.with(history), ids: ids)
    }

    /// Whether it may be stored with others as it was read: it is a table,
    /// no key stands twice in it, and it explains nothing.
    var isPlain: Bool {
        let summary = reading.summary
        if summary.isRejected || !summary.codeLists.isEmpty || !summary.recordKeys.isEmpty {
            return false
        }
        if reading.findings.contains(where: { $0.answer != nil }) { return false }
        let sorted = reading.values.sorted(by: StagedValue.precedesByKey)
        return !zip(sorted, sorted.dropFirst()).contains { $0.hasSameKey(as: $1) }
    }

    /// Hands its values over, as those of a submission of the group.
    func stage(as submission: Int, in staged: StagedValues, years: [Int: Int]) throws {
        try reading.rawBytes.withUnsafeBytes { bytes in
            var start = 0
            for value in reading.values {
                var value = value
                value.submission = Int32(submission)
                let end = start + Int(max(value.rawLength, 0))
                let raw = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
                let year = CalendarDay(number: value.start).parts.year
                guard let place = years[year] else { continue }
                try staged.append(value, value.rawLength < 0 ? nil : raw, year: place)
                start = end
            }
        }
    }
}

extension GroupMember.Reading {
    fileprivate init(
        _ request: LoadRequest, context: IntakeContext, ids: RegistryIDs
    ) throws {
        var values: [StagedValue] = []
        var rawBytes: [UInt8] = []
        var findings: [Finding] = []
        var keys = HistoryKeys()
        var periods: [(start: Int32, months: Int16)] = []
        var years: Set<Int> = []
        let intake = Intake(
            request.file, path: request.templatePath, mapping: request.mapping,
            context: context, duplicates: .deferred)
        summary = try intake.run { batch in
            for period in batch.periods[periods.count...] {
                periods.append((period.start.number, Int16(period.months)))
                years.insert(period.start.parts.year)
            }
            for row in 0..<batch.count {
                values.append(
                    StagedValue(batch, row, period: periods[Int(batch.period[row])], ids: ids))
                if let raw = batch.rawText(row) { rawBytes += raw }
            }
            keys.add(batch, count: values.count)
            findings += batch.findings
        }
        (self.values, self.rawBytes, self.findings) = (values, rawBytes, findings)
        (self.keys, self.years) = (keys, years)
    }
}
