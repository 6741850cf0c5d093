import ArgumentParser
import Foundation
import MetricSpec
import Reporting

/// `yardstick spec docs --out DIR`.
struct SpecDocsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "docs",
        abstract: "Write a page for every metric and a data dictionary.",
        discussion: """
            Pages to read in a browser, without scripts or outside requests, and
            dictionary.csv for spreadsheets. The same standard gives the same bytes.

            Example:
              yardstick spec docs --out dictionary
            """)

    @Option(help: ArgumentHelp("The folder to write to; it is made.", valueName: "dir"))
    var out: String

    @OptionGroup var options: StandardOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
        let files = DataDictionary.files(of: try options.read().standard)
        for file in files {
            let path = out + "/" + file.name
            try Folder.make(URL(fileURLWithPath: path).deletingLastPathComponent().path)
            try Folder.write(file.bytes, to: path)
        }
        if output.format == .json {
            try Console.json(DocsDocument(files: files.map(\.name)))
        } else {
            Console.line("Wrote \(files.count) files to \(out); begin with \(out)/index.html")
        }
    }
}

private struct DocsDocument: Encodable {
    let schema = "yardstick/spec-docs/1"
    let files: [String]
}
