import Workbook

/// The sheet with the words that drop-downs offer, and what each means.
struct WordsSheet {
    static let name = "Words"

    /// A list that has a drop-down of its own.
    enum List: CaseIterable {
        case withFigure
        case withoutFigure
        case audit
        case costBasis
        case overhead
        case accounting

        var choices: ChoiceList {
            switch self {
            case .withFigure: .withFigure
            case .withoutFigure: .withoutFigure
            case .audit: .audit
            case .costBasis: .costBasis
            case .overhead: .overhead
            case .accounting: .accounting
            }
        }
    }

    /// The status words: those beside a figure, then those without one.
    var status: String {
        let (first, last) = (lines(.withFigure).lowerBound, lines(.withoutFigure).upperBound)
        return "=\(Self.name)!$A$\(first):$A$\(last)"
    }

    /// Where the words of figures that are missing stand.
    var missingWords: String { String(range(.withoutFigure).dropFirst()) }

    /// Where the words of a list stand.
    func range(_ list: List) -> String {
        let lines = lines(list)
        return "=\(Self.name)!$A$\(lines.lowerBound):$A$\(lines.upperBound)"
    }

    var sheet: Sheet {
        var rows = [Sheet.Row([Cell(.text("Word"), Look.header), header])]
        for list in List.allCases {
            for choice in list.choices.words {
                rows.append(
                    Sheet.Row([
                        Cell(.text(choice.word), Look.fixed),
                        Cell(.text("\(list.choices.title): \(choice.meaning)"), Look.fixed),
                    ]))
            }
        }
        var sheet = Sheet(
            name: Self.name, columns: [Sheet.Column(width: 22), Sheet.Column(width: 90)],
            rows: rows)
        sheet.frozenRows = 1
        sheet.isProtected = true
        return sheet
    }

    private var header: Cell { Cell(.text("What it means"), Look.header) }

    /// Lines from 1; the lists follow each other below the header.
    private func lines(_ list: List) -> ClosedRange<Int> {
        var first = 2
        for other in List.allCases {
            let count = other.choices.words.count
            if other == list { return first...first + count - 1 }
            first += count
        }
        return first...first
    }
}
