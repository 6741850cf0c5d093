import Testing

@testable import Reporting

@Suite struct `the page on a period's reports` {
    private func city(
        _ name: String, _ state: StatusInput.State, owed: Int = 10, reported: Int = 0,
        errors: Int = 0, rejectedFiles: Int = 0, late: Int? = 0
    ) -> StatusInput.City {
        StatusInput.City(
            name: name, state: state, owed: owed, reported: reported, values: reported * 3,
            missing: 1, errors: errors, warnings: 2, rejectedFiles: rejectedFiles,
            lastReceivedAt: state == .nothing ? nil : "2026-10-20T08:00:00Z", daysLate: late)
    }

    private func input(due: String? = "2026-10-31", _ cities: [StatusInput.City]) -> StatusInput {
        StatusInput(
            consortium: "River cities", period: "2026-Q3", day: "2026-11-20", due: due,
            isInvented: true, cities: cities)
    }

    private var mixed: [StatusInput.City] {
        [
            city("Zander <Bay>", .complete, reported: 10),
            city("Ashford", .partial, reported: 6, errors: 3, late: 20),
            city("Barton", .nothing, rejectedFiles: 1, late: 20),
            city("Calder", .notTakingPart, owed: 0, late: nil),
        ]
    }

    @Test func `is the snapshot`() throws {
        try expectSnapshot(
            Report.statusPage(input(mixed)).text, named: "a period's reports.html")
    }

    @Test func `counts cities that take part, by how far they are`() {
        let text = Report.statusPage(input(mixed)).text
        #expect(text.contains("<h1>1 of 3 cities have reported 2026-Q3 completely</h1>"))
        #expect(text.contains("<b>2</b><span>late</span>"))
        #expect(text.contains("Reports were due on 2026-10-31."))
        #expect(text.contains("Zander &lt;Bay&gt;"))
    }

    @Test func `says of each city what is outstanding, and of complete ones nothing`() {
        let text = Report.statusPage(input(mixed)).text
        #expect(
            text.contains(
                "<b>Ashford</b>: 4 of 10 measures, 3 errors to correct, 20 days late"))
        #expect(
            text.contains(
                "<b>Barton</b>: nothing yet, 1 file that could not be used, 20 days late"))
        #expect(!text.contains("<b>Zander"))
        #expect(!text.contains("reported a part in time"))
        let inTime = Report.statusPage(input([city("Ashford", .partial, reported: 6)])).text
        #expect(inTime.contains("1 city has reported a part in time."))
        let done = Report.statusPage(input([city("Ashford", .complete, reported: 10)])).text
        #expect(!done.contains("What is outstanding"))
    }

    @Test func `says that no day is due where the calendar names none`() {
        let text = Report.statusPage(input(due: nil, mixed)).text
        #expect(text.contains("calendar.csv names no day"))
    }
}
