import Consortium
import MetricSpec
import Workbook

/// The first sheet: what this is, how it is filled in, by when, whom to ask.
struct ReadMeSheet {
    static let name = "Read me"

    let input: TemplateInput
    let rows: [TemplateRow]

    var sheet: Sheet {
        var lines = [Sheet.Row([Cell(.text(heading), Look.title)])]
        if input.consortium.isInvented {
            lines.append(row("Please note", "City and figures are invented, for a demonstration."))
        }
        lines += section("About this file", facts)
        lines += section("How to fill it in", steps)
        lines += section("How to send it", sending)
        lines.append(Sheet.Row([]))
        lines.append(Sheet.Row([Cell(.text("What the colours say"), Look.heading)]))
        lines += colours
        var sheet = Sheet(
            name: Self.name, columns: [Sheet.Column(width: 24), Sheet.Column(width: 96)],
            rows: lines)
        sheet.isProtected = true
        return sheet
    }

    private var heading: String {
        "\(input.consortium.name): figures of \(input.city.name), \(input.period.text)"
    }

    private func row(_ label: String, _ text: String) -> Sheet.Row {
        Sheet.Row([Cell(.text(label), Look.label), Cell(.text(text), Look.text)])
    }

    private func section(_ title: String, _ lines: [(String, String)]) -> [Sheet.Row] {
        [Sheet.Row([]), Sheet.Row([Cell(.text(title), Look.heading)])]
            + lines.map { row($0.0, $0.1) }
    }

    // MARK: Texts

    private var facts: [(String, String)] {
        let period = input.period
        let lastDay = CalendarDay(number: period.end.number - 1)
        let unset = "Not set yet; ask \(input.consortium.name)."
        var facts = [
            ("City", "\(input.city.name) (\(input.city.id))"),
            ("Period", "\(period.text): \(period.start.text) to \(lastDay.text)"),
            ("Due", input.cycle?.due?.text ?? unset),
        ]
        if let until = input.cycle?.queriesUntil {
            facts.append(("Queries answered until", until.text))
        }
        facts.append(("Whom to ask", input.consortium.name))
        facts.append(
            (
                "Standard",
                "\(input.standard.title) (\(input.standard.id) \(input.standard.version))"
            ))
        if !input.consortium.currency.isEmpty {
            facts.append(("Currency", input.consortium.currency))
        }
        facts.append(("What is asked", extent))
        return facts
    }

    private var extent: String {
        let measures = rows.filter { $0.group == nil }
        let groups = rows.count - measures.count
        let minutes = measures.reduce(0) { $0 + ($1.measure.minutesPerQuarter ?? 0) }
        var text = "\(measures.count) measures"
        if groups > 0 { text += ", and \(groups) figures by group" }
        if minutes > 0 { text += "; about \(NumberWords.plain(minutes.rounded())) minutes" }
        return text + ". Only services that the city provides and takes part with are here."
    }

    private let steps = [
        ("1. Figures", "Type each figure into the column Figure of the sheet Figures, in digits."),
        (
            "2. Definitions",
            "Rest the pointer on the name of a figure: a note says what counts, what does not, "
                + "and where the figure is taken from."
        ),
        (
            "3. No figure",
            "Leave the cell blank and choose a status: why there is none. 0 is a figure; blank "
                + "is not 0."
        ),
        (
            "4. Check",
            "The column Check says what is still to do. A figure outside the expected range, or "
                + "far from that of a year before, is a question and no error: correct it, or say "
                + "why in the column Explanation."
        ),
        (
            "5. Figures by group",
            "Groups are hidden at first. Open the filter of the column Group and choose (Select "
                + "All): they stand below their total. Give those that the city has."
        ),
        (
            "6. Money",
            "Where the columns are open, say who has audited the figure, what costs it covers "
                + "and how it was booked. The sheet Words says what each word means."
        ),
    ]

    private let sending = [
        (
            "Save",
            "Open the sheet Figures, choose File, Save as, CSV UTF-8 (comma delimited), and keep "
                + "the file's name."
        ),
        (
            "Send",
            "Send that file. Corrections: change the figure here, save and send again; the later "
                + "file counts. A row that is left blank changes nothing; to take an earlier "
                + "figure back, clear it and choose the status not_reported."
        ),
    ]

    private var colours: [Sheet.Row] {
        [
            (Look.input, "Yours to fill in."),
            (Look.closed, "Does not apply to this figure."),
            (Look.wrong, "Cannot be taken: not a number, or a figure where the status says none."),
            (Look.outside, "Outside the expected range, and not explained."),
            (Look.changed, "Far from the figure of a year before, and not explained."),
        ].map { look, text in
            Sheet.Row([
                Cell(.text("Figure"), look.with { $0.isUnlocked = false }),
                Cell(.text(text), Look.text),
            ])
        }
    }
}
