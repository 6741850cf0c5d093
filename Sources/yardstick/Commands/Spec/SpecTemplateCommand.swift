import ArgumentParser
import Consortium
import Foundation
import MetricSpec
import Postgres
import Template
import Warehouse
import Workbook

/// `yardstick spec template --city ID --period P [--out FILE]`.
struct SpecTemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: "Write a workbook that a city can fill in.",
        discussion: """
            Only the measures that apply: of services that the city provides and takes part
            with on the period's first day, and of none. Definitions are notes, the figures
            of a year before and of the period before stand beside, and Excel itself checks
            type, range and change. The sheet Figures, saved as CSV UTF-8, is read back by
            the mapping that --mapping prints; put it into mappings/ once.

            Example:
              yardstick spec template --city harbour-point --period 2026-Q4
            """)

    @Option(help: "The id, name or alias of a city.")
    var city: String?

    @Option(help: "A period, such as 2026-Q4.")
    var period: String?

    @Option(
        help: ArgumentHelp(
            "The file to write (else CITY-PERIOD-template.xlsx, here).", valueName: "file.xlsx"))
    var out: String?

    @Flag(help: "Print the mapping that reads a filled template back, and write nothing.")
    var mapping = false

    @OptionGroup var place: ConsortiumOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
        if mapping, city != nil || period != nil || out != nil {
            throw ValidationError("--mapping is for all cities and periods, and stands alone.")
        }
        if !mapping, city == nil || period == nil {
            throw ValidationError("name a --city and a --period, or ask for the --mapping.")
        }
    }

    func run() throws {
        guard let city, let period else { return try showMapping() }
        let folder = try ConsortiumFolder.open(place)
        let member = try folder.city(city)
        let asked = try PeriodArgument.parse(period)
        let last = try lastValues(of: member, before: asked, in: folder)
        let template = Template(
            TemplateInput(
                standard: folder.standard, consortium: folder.consortium, city: member,
                period: asked, lastValues: last.values))
        let path = out ?? template.fileName
        try template.workbook.write(to: path)
        try report(template, path: path, last)
    }

    // MARK: The mapping

    private func showMapping() throws {
        let isNear = place.consortium != nil || ConsortiumFolder.isNear
        let locale = isNear ? try ConsortiumFolder.open(place).consortium.locale : "en"
        let text = TemplateMapping.text(
            decimalComma: Locale(identifier: locale).decimalSeparator == ",")
        if output.format == .json {
            return try Console.json(TemplateDocument(mapping: text))
        }
        Console.line(String(text.dropLast()))
    }

    // MARK: Last values

    /// Earlier figures, or why there are none to be had.
    private struct Last {
        var values = LastValues()
        var obstacle: String?
    }

    /// A database that was named must answer; another may be missing.
    private func lastValues(
        of city: City, before period: Period, in folder: ConsortiumFolder
    ) throws -> Last {
        do {
            guard try DatabasePlace.find(database).mayAnswer else {
                return Last(obstacle: "no database was made yet.")
            }
            return Last(values: try readLastValues(of: city, before: period, in: folder))
        } catch {
            if database.database != nil { throw error }
            try Session.checkInterruption()
            return Last(obstacle: "\(error)")
        }
    }

    private func readLastValues(
        of city: City, before period: Period, in folder: ConsortiumFolder
    ) throws -> LastValues {
        let earlier = [TemplateInput.yearBefore(period), TemplateInput.previous(period)]
        let stored = try Session.with(
            database, consortium: folder.consortium.id, root: place.root
        ) { session in
            try session.warehouse.lastValues(
                ofCity: city.id, in: earlier.compactMap(\.self))
        }
        var values = LastValues()
        for row in stored {
            values.add(
                row.value, measure: row.measure, breakdown: row.breakdown, period: row.period)
        }
        return values
    }

    // MARK: What was done

    private func report(_ template: Template, path: String, _ last: Last) throws {
        let measures = template.rows.filter { $0.group == nil }.count
        if output.format == .json {
            return try Console.json(
                TemplateDocument(
                    file: path, city: template.input.city.id, period: template.input.period.text,
                    measures: measures, figures: template.rows.count,
                    lastValues: last.values.count, obstacle: last.obstacle))
        }
        Console.line(
            "Wrote \(path): \(measures) measures, \(template.rows.count) figures to fill in, "
                + "\(last.values.count) earlier ones beside them.")
        if let obstacle = last.obstacle {
            Console.line("The columns for earlier figures are blank: \(obstacle)")
        }
    }
}

private struct TemplateDocument: Encodable {
    let schema = "yardstick/spec-template/1"
    var file: String? = nil
    var city: String? = nil
    var period: String? = nil
    var measures: Int? = nil
    var figures: Int? = nil
    var lastValues: Int? = nil
    /// Why the columns for earlier figures are blank.
    var obstacle: String? = nil
    /// The mapping's text, where that was asked for.
    var mapping: String? = nil
}
