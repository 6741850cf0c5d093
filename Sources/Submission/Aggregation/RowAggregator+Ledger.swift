import MetricSpec
import Tabular

/// What is known of a ledger as a whole.
struct LedgerBooks {
    /// The books of one city, period and variant.
    struct Place: Hashable {
        let city: Int32
        let period: Int32
        let variant: Int16
    }

    /// Accounts that nobody has decided about.
    struct Unmapped {
        var amount = CompensatedSum()
        let line: Int
        /// What the file calls it; empty where no column does.
        let name: String
    }

    /// Debits less credits.
    private(set) var balances: [Place: CompensatedSum] = [:]
    /// All amounts without their signs.
    private(set) var gross = CompensatedSum()
    private(set) var unmappedGross = CompensatedSum()
    private(set) var unmapped: [String: Unmapped] = [:]
    /// The lines that have rows.
    private(set) var usedLines: Set<Int> = []
    /// The lines of each mapped account of the file.
    private(set) var linesOfAccount: [String: [Int]] = [:]
    /// The accounts by what the file calls them.
    private(set) var accountsOfName: [String: String] = [:]

    mutating func add(_ amount: Double, at place: Place) {
        balances[place, default: CompensatedSum()].add(amount)
        gross.add(abs(amount))
    }

    mutating func addUnmapped(
        _ account: String, _ amount: Double, name: String, line: Int
    ) {
        unmapped[account, default: Unmapped(line: line, name: name)].amount.add(amount)
        unmappedGross.add(abs(amount))
    }

    mutating func use(_ line: Int) { usedLines.insert(line) }

    mutating func know(_ account: String, name: String, lines: [Int]) {
        linesOfAccount[account] = lines
        if !name.isEmpty { accountsOfName[name.lowercased()] = account }
    }
}

/// The rows of a ledger.
extension RowAggregator {
    private static let unmapped: Int32 = -1
    private static let ignored: Int32 = -2

    /// The column that a row's amount stands in, of those for debits and
    /// credits the one that is not nothing; negative where there is none.
    private func amountColumn(_ table: CellTable, _ row: Int) -> Int {
        if plan.amount >= 0 { return plan.amount }
        let debit = plainNumbers.read(Self.cell(table, row, plan.debit))
        return debit.isNumber && debit.value != 0 ? plan.debit : plan.credit
    }

    /// Takes a row into its lines; false where its amount cannot be read.
    func addToLedger(
        _ table: CellTable, _ row: Int, _ draft: Draft, _ digest: UInt64, _ periods: [Period]
    ) -> Bool {
        if keepsReadings { readingPeriods = periods }
        guard let amount = amount(table, row, plainNumbers) else { return false }
        books.add(
            amount,
            at: LedgerBooks.Place(
                city: draft.city, period: draft.period, variant: draft.variant))
        noteCodes(table, row, draft, amount: amount)
        let lines = lineSet(table, row)
        if lines == Self.ignored { return true }
        guard lines >= 0 else {
            if amount != 0 {
                let account = CellText.string(Self.cell(table, row, plan.account))
                books.addUnmapped(
                    account, amount, name: name(table, row), line: table.line(row))
            }
            return true
        }
        for index in lineSets[Int(lines)] {
            guard let value = self.amount(table, row, plan.figures[index].reader) else { continue }
            var key = key(draft, index)
            key.measure = aggregation.figures[index].measure ?? draft.measure
            let place = position(key, line: table.line(row))
            let signed = aggregation.figures[index].isReversed ? 0 - value : value
            accumulators[place].add(signed, as: .sum)
            accumulators[place].count(row: digest)
            if keepsReadings {
                let own = plan.figures[index].column
                keep(table, row, key, own < 0 ? amountColumn(table, row) : own, signed)
            }
            books.use(index)
        }
        return true
    }

    /// Debits less credits of a row; nil, with a fault, where a cell is no
    /// number.
    private func amount(
        _ table: CellTable, _ row: Int, _ reader: NumberReader
    ) -> Double? {
        if plan.amount >= 0 { return side(table, row, plan.amount, reader) }
        guard let debit = side(table, row, plan.debit, reader),
            let credit = side(table, row, plan.credit, reader)
        else { return nil }
        return debit - credit
    }

    private func side(
        _ table: CellTable, _ row: Int, _ column: Int, _ reader: NumberReader
    ) -> Double? {
        let cell = Self.cell(table, row, column)
        if isMissing(cell) { return 0 }
        let number = read(table, row, column, reader, measure: amountMeasure)
        if number.isNumber { return number.value }
        noteNumber(cell, column, reader, table, row)
        return nil
    }

    /// A measure whose unit says how amounts are written.
    private var amountMeasure: Int {
        aggregation.figures.lazy.compactMap(\.measure).first.map { Int($0) } ?? -1
    }

    /// What the file calls the account of a row.
    func name(_ table: CellTable, _ row: Int) -> String {
        plan.name < 0 ? "" : CellText.string(Self.cell(table, row, plan.name))
    }

    // MARK: Lines

    /// The place in `lineSets` of the lines that a row belongs to.
    private func lineSet(_ table: CellTable, _ row: Int) -> Int32 {
        scratch.removeAll(keepingCapacity: true)
        scratch.append(contentsOf: Self.cell(table, row, plan.account))
        for column in plan.segments {
            scratch.append(0x1F)
            scratch.append(contentsOf: Self.cell(table, row, column))
        }
        let code = scratch
        return code.withUnsafeBytes { bytes in
            let known = lineCodes.find(bytes)
            if known != CodeTable.unseen { return known }
            let found = newLineSet(table, row)
            lineCodes.insert(bytes, code: found)
            return found
        }
    }

    private func newLineSet(_ table: CellTable, _ row: Int) -> Int32 {
        guard let ledger = aggregation.ledger else { return Self.unmapped }
        let account = CellText.string(Self.cell(table, row, plan.account))
        let codes = zip(ledger.segments, plan.segments).map { segment, column in
            segment.code(CellText.string(Self.cell(table, row, column)))
        }
        let lines = aggregation.figures.indices.filter { index in
            aggregation.figures[index].segments.allSatisfy { rule in
                let code = rule.segment < 0 ? account : codes[rule.segment]
                return rule.ranges.contains { $0.contains(code) }
            }
        }
        if lines.isEmpty {
            let isIgnored = ledger.ignored.contains { $0.contains(account) }
            return isIgnored ? Self.ignored : Self.unmapped
        }
        books.know(account, name: name(table, row), lines: lines)
        if let known = lineSetPositions[lines] { return known }
        let position = Int32(lineSets.count)
        lineSets.append(lines)
        lineSetPositions[lines] = position
        return position
    }
}

extension Ledger.Segment {
    /// The segment's code in a cell; empty where the cell has no such part.
    func code(_ cell: String) -> String {
        guard let part else { return cell }
        let parts = cell.split(separator: separator, omittingEmptySubsequences: false)
        guard parts.indices.contains(part - 1) else { return "" }
        return CellText.cleaned(String(parts[part - 1]))
    }
}
