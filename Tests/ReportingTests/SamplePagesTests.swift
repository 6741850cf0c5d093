import Foundation
import Reporting
import Testing

@Suite struct `the sample pages` {
    /// Writes pages to look at: to the folder in YARDSTICK_SAMPLE_PAGES, else
    /// to one that goes away again.
    @Test func `are written whole for a look with one's own eyes`() throws {
        let given = ProcessInfo.processInfo.environment["YARDSTICK_SAMPLE_PAGES"]
        let temporary = FileManager.default.temporaryDirectory
            .appendingPathComponent("yardstick-pages-\(UUID().uuidString)").path
        let folder = given ?? temporary
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        defer { if given == nil { try? FileManager.default.removeItem(atPath: folder) } }
        let sample = try SampleConsortium()
        let inputs = try SampleConsortium.cities.indices.map(sample.input)
        var pages = inputs.map(Report.cityPage)
        pages.append(
            Report.indexPage(
                IndexInput(edition: sample.edition, cities: inputs.map(Report.summary))))
        pages.append(Report.cityPage(try ExtremeSample.input()))
        pages.append(Report.cityPage(try DetailSample.input()))
        for page in pages {
            let file = URL(fileURLWithPath: folder).appendingPathComponent(page.fileName)
            try Data(page.bytes).write(to: file)
            #expect(page.text.hasSuffix("</html>\n"))
        }
        #expect(pages.count == 27)
    }
}
