import Foundation
import Reporting
import Testing

@Suite struct `the sample pages` {
    /// Writes pages to look at: set YARDSTICK_SAMPLE_PAGES to a folder.
    @Test(
        .enabled(
            if: ProcessInfo.processInfo.environment["YARDSTICK_SAMPLE_PAGES"] != nil,
            "pages to look at are written where YARDSTICK_SAMPLE_PAGES says"))
    func `are written for a look with one's own eyes`() throws {
        let folder = ProcessInfo.processInfo.environment["YARDSTICK_SAMPLE_PAGES"] ?? ""
        let sample = try SampleConsortium()
        let inputs = try SampleConsortium.cities.indices.map(sample.input)
        var pages = inputs.map(Report.cityPage)
        pages.append(
            Report.indexPage(
                IndexInput(edition: sample.edition, cities: inputs.map(Report.summary))))
        pages.append(Report.cityPage(try ExtremeSample.input()))
        for page in pages {
            let file = URL(fileURLWithPath: folder).appendingPathComponent(page.fileName)
            try Data(page.bytes).write(to: file)
        }
        #expect(pages.count == 26)
    }
}
