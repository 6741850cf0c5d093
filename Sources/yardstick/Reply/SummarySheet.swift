import Reporting
import Submission
import Workbook

/// The first sheet of an annotated copy: what became of the file, and where
/// something was found, with a link to the cell.
struct SummarySheet {
    static let name = "Summary"
    /// Lines of the list; the rest is counted.
    private static let shown = 500

    let reply: ReplyInput
    let groups: [FindingGroup]
    let sheets: [CopiedSheet]
    let findingCount: Int
    let hasPersonalColumns: Bool

    func write(to stream: WorkbookStream) throws {
        try stream.startSheet(Self.name, widths: [14, 30, 24, 9, 60, 50])
        var row = 0
        func line(_ text: String, _ look: CellFormat = CellFormat()) throws {
            try stream.write(Cell(.text(text), look), row: row, column: 0)
            row += 1
        }
        try line("\(reply.headline).", Self.title)
        for text in sentences { try line(text) }
        row += 1
        guard !groups.isEmpty else { return }
        let heads = ["", "What", "First place", "Times", "There", "What to do"]
        for (column, head) in heads.enumerated() {
            try stream.write(Cell(.text(head), Self.head), row: row, column: column)
        }
        row += 1
        for group in groups.prefix(Self.shown) {
            try write(group, row: row, to: stream)
            row += 1
        }
        if groups.count > Self.shown {
            try line("and \(groups.count - Self.shown) more: yardstick check lists them all.")
        }
    }

    private var sentences: [String] {
        var texts = [reply.nextStep]
        texts += reply.notes
        texts.append(
            "\(reply.rows) rows and \(reply.values) values were read: \(reply.accepted) accepted, "
                + "\(reply.rejected) not accepted; \(findingCount) findings.")
        if !sheets.isEmpty {
            texts.append(
                "This is a copy to read: texts, numbers and dates are those of your file, its "
                    + "layout and formulas are not kept. Marked cells are coloured, bold and framed, "
                    + "and have a note. Correct your own file, not this one.")
        }
        if hasPersonalColumns {
            texts.append(
                "Columns marked as personal are in this copy, since it goes back to its sender; "
                    + "they are not stored. Do not pass it on.")
        }
        if findingCount > CollectedFindings.kept {
            texts.append("Only the first \(CollectedFindings.kept) findings are marked.")
        }
        return texts
    }

    private func write(_ group: FindingGroup, row: Int, to stream: WorkbookStream) throws {
        let example = group.example
        let weight = ReplyInput.Weight(example.severity)
        let rule = RuleCatalogue.rule(example.rule)
        let look = Self.wrapped
        let cells = [
            Cell(
                .text(weight.word),
                look.with {
                    $0.fill = weight.fill; $0.isBold = true
                }),
            Cell(.text(rule?.title ?? example.rule), look),
            Cell(place(of: example), look.with { $0.textColour = Colour(0x12436D) }),
            Cell(.number(Double(group.count)), look),
            Cell(.text(text(group)), look),
            Cell(.text((example.remedy ?? rule?.remedy).map { $0 + "." } ?? ""), look),
        ]
        for (column, cell) in cells.enumerated() {
            try stream.write(cell, row: row, column: column)
        }
    }

    private func text(_ group: FindingGroup) -> String {
        let text = "\(group.example.problemAndExpectation)."
        return group.count > 1 && !group.places.isEmpty ? "\(text) In \(group.places)." : text
    }

    private func place(of finding: Finding) -> Cell.Content {
        guard let line = finding.row, let sheet = sheets.first(where: { $0.holds(finding) }) else {
            return .text("the whole file")
        }
        let address = sheet.address(
            row: max(line - sheet.firstLine, 0), column: max(finding.column ?? 1, 1) - 1)
        let words = address.split(separator: "!").last.map(String.init) ?? address
        return .link("\(words) in \(sheet.name)", to: address)
    }

    private static let title = CellFormat().with {
        $0.isBold = true
        $0.fontSize = 14
    }
    private static let head = CellFormat().with {
        $0.isBold = true
        $0.border = .thin
    }
    private static let wrapped = CellFormat().with {
        $0.isWrapped = true
        $0.border = .thin
    }
}
