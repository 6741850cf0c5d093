import MetricSpec
import Testing

@testable import Submission

@Suite struct DateTextTests {
    private func read(_ text: String, _ order: DateText.Order = .yearMonthDay) -> String? {
        var text = text
        return text.withUTF8 { DateText.read(UnsafeRawBufferPointer($0), order: order)?.text }
    }

    @Test func `a date is read in its order`() {
        #expect(read("2026-03-04") == "2026-03-04")
        #expect(read("3/4/2026", .monthDayYear) == "2026-03-04")
        #expect(read("4.3.2026", .dayMonthYear) == "2026-03-04")
        #expect(read("20260304") == "2026-03-04")
    }

    @Test func `a year in front needs no order`() {
        #expect(read("2026-03-04", .monthDayYear) == "2026-03-04")
    }

    @Test func `a time behind a date changes nothing`() {
        #expect(read("2026-03-04T23:59:59Z") == "2026-03-04")
        #expect(read("03/04/2026 11:59:59 PM", .monthDayYear) == "2026-03-04")
    }

    @Test(arguments: [
        "", "soon", "03/04/26", "03/04/2026", "2026-02-30", "2026-13-01", "2026-03", "2026-03-04x",
        "2026-03-04 ", "2026-03-04 noon", "99999999",
    ])
    func `what is no date in the order is none`(_ text: String) {
        #expect(read(text) == nil)
    }
}
