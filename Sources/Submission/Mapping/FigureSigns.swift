import MetricSpec
import Tabular

/// The signs that may stand beside a figure in its cell: `%` where a measure
/// is a share, and the sign of the currency that its unit is written with.
///
/// Looked at only where a cell is no number by itself.
struct FigureSigns {
    /// What the figures of one measure may bear.
    private struct Signs {
        /// Such as `$` and `USD`, in lower case; empty for what is no money.
        var currency: [[UInt8]] = []
        /// What a percentage is multiplied by to be in the measure's unit; nil
        /// where the measure is no share.
        var percent: ExactFactor?
        /// The same for a fraction: 1 for 100 %.
        var fraction: ExactFactor?
    }

    private let signs: [Signs]
    private static let percentSign: [UInt8] = [UInt8(ascii: "%")]

    init(_ standard: Standard) {
        signs = standard.measures.map { measure in
            standard.unit(measure.unit).map { Self.signs(of: $0, in: standard) } ?? Signs()
        }
    }

    private static func signs(of unit: Unit, in standard: Standard) -> Signs {
        var signs = Signs()
        if unit.dimension == .share {
            signs.percent = ExactFactor(1, from: 0.01, to: unit.factor)
            signs.fraction = ExactFactor(1, from: 1, to: unit.factor)
        }
        guard !unit.prefix.isEmpty else { return signs }
        // A code such as USD is the id of a unit that has the same sign.
        let codes = standard.units.filter {
            $0.dimension == unit.dimension && $0.prefix == unit.prefix && $0.id.utf8.count == 3
        }
        signs.currency = ([unit.prefix] + codes.map(\.id)).map { Array($0.lowercased().utf8) }
        return signs
    }

    // MARK: Texts

    /// Reads a figure with a sign beside it; no number where there is none, or
    /// where the sign says something else than the measure is.
    ///
    /// A percentage is taken as one whatever the column is multiplied by.
    func read(
        _ cell: UnsafeRawBufferPointer, measure: Int, _ reader: NumberReader
    ) -> NumberReader.Reading {
        guard signs.indices.contains(measure), cell.count <= 60 else { return .none }
        let text = NumberText.plainMarks(cell)
        if let factor = signs[measure].percent, let rest = Self.without(Self.percentSign, text) {
            return Self.read(rest, reader.with(factor))
        }
        for sign in signs[measure].currency {
            if let rest = Self.without(sign, text) { return Self.read(rest, reader) }
        }
        return .none
    }

    private static func read(_ text: [UInt8], _ reader: NumberReader) -> NumberReader.Reading {
        let reading = text.withUnsafeBytes { reader.read($0) }
        guard reading.isNumber else { return .none }
        return NumberReader.Reading(value: reading.value, isNumber: true, isCanonical: false)
    }

    /// A text without a sign in front of its digits or behind them; nil where
    /// it has none there.
    private static func without(_ sign: [UInt8], _ text: [UInt8]) -> [UInt8]? {
        let folded = text.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
        let space = UInt8(ascii: " ")
        let outer = Set("(-+) ".utf8)
        let start = folded.firstIndex { !outer.contains($0) } ?? folded.endIndex
        if folded[start...].starts(with: sign) {
            let rest = text[(start + sign.count)...].drop { $0 == space }
            return text[..<start].filter { $0 != space } + rest
        }
        let end = (folded.lastIndex { !outer.contains($0) } ?? -1) + 1
        guard end > sign.count, folded[..<end].suffix(sign.count).elementsEqual(sign) else {
            return nil
        }
        var rest = Array(text[..<(end - sign.count)])
        while rest.last == space { rest.removeLast() }
        return rest + text[end...].filter { $0 != space }
    }

    // MARK: Cells of a workbook

    /// Reads the fraction that a workbook shows as a percentage, in the
    /// measure's unit; no number where the measure is no share.
    func readPercentage(
        _ cell: UnsafeRawBufferPointer, measure: Int, _ reader: NumberReader
    ) -> NumberReader.Reading {
        guard signs.indices.contains(measure), let factor = signs[measure].fraction else {
            return .none
        }
        return reader.ofTypedCells.with(factor).read(cell)
    }
}

extension NumberReader.Reading {
    /// What is no number.
    static let none = NumberReader.Reading(value: 0, isNumber: false, isCanonical: false)
}

extension NumberReader {
    /// The reader for numbers that a workbook or JSON holds as such, which do
    /// not have the marks of its texts.
    var ofTypedCells: NumberReader {
        NumberReader(decimal: UInt8(ascii: "."), thousands: nil, negative: .sign, factor: factor)
    }

    /// The reader for the same marks and another factor.
    func with(_ factor: ExactFactor) -> NumberReader {
        NumberReader(
            decimal: decimal, thousands: thousands, negative: negative, grouping: grouping,
            factor: factor)
    }
}
