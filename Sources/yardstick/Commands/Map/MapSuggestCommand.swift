import ArgumentParser
import Consortium
import MetricSpec
import Submission
import Tabular

/// `yardstick map suggest FILE`: a draft mapping for a file nobody has mapped,
/// or for files that are sent together.
struct MapSuggestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest",
        abstract: "Draft a mapping for a file, with reasons and questions.",
        discussion: """
            Looks at headers, cells, the words and ranges of the standard, the cities, and
            the mappings that are there. Each line has its reason behind it; what is not
            sure is left out with a comment that says question:. Nothing is stored. Of a zip
            archive or a folder, one draft reads all files that have the same columns; files of
            several shapes get a draft each.

            Example:
              yardstick map suggest submissions/2026-Q3/crash-registry/casualties.csv
            """)

    @Argument(help: "The file, or a folder of files that are sent together.")
    var file: String

    @Option(
        help: ArgumentHelp(
            "Write the mapping to a file, such as mappings/NAME.yaml.", valueName: "file.yaml"))
    var out: String?

    @Option(help: "The id, name or alias of the city that the whole file is about.")
    var city: String?

    @Option(
        help: ArgumentHelp(
            "The line of the header, counted from 1 (else found).", valueName: "line"))
    var headerRow: Int?

    @Option(
        help: ArgumentHelp(
            "A list of the codes in the file, with what each stands for: a table with one row a "
                + "code.", valueName: "file"))
    var codes: String?

    @Option(help: ArgumentHelp("Look away from this mapping; repeatable.", valueName: "name"))
    var without: [String] = []

    @Flag(help: "Look away from all mappings that are there.")
    var fresh = false

    @OptionGroup var place: ConsortiumOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
        if let headerRow, headerRow < 1 {
            throw ValidationError("--header-row \(headerRow) is no line. Expected 1 or more.")
        }
    }

    func run() throws {
        let folder = try ConsortiumFolder.open(place)
        guard Folder.exists(file) else {
            throw CommandError("\(file) does not exist. Name a file or a folder.")
        }
        if let out, Folder.exists(out) {
            throw CommandError("\(out) is there already. Name another file, or take it away first.")
        }
        let location = Folder.absolute(file)
        let path = Folder.relative(location, to: folder.submissions) ?? location
        let mappings = fresh ? [] : folder.mappings.filter { !without.contains($0.name) }
        let format = Tabular.TableFormat(headerRow: headerRow)
        let suggester = Suggester(context: folder.context, mappings: mappings)
        let name = Folder.relative(location, to: folder.path) ?? file
        let source =
            Folder.isFolder(location)
            ? try SourceFile(packing: location, name: name)
            : try SourceFile(path: location, name: name)
        try show(
            try suggester.suggestAll(
                source, path: path, city: city.map { try folder.city($0).id },
                codes: try codeList(), format: format))
    }

    private func codeList() throws -> CodeList? {
        guard let codes else { return nil }
        guard Folder.exists(codes), !Folder.isFolder(codes) else {
            throw CommandError("\(codes) is not a file. Name the file that lists the codes.")
        }
        return try CodeList(SourceFile(path: Folder.absolute(codes), name: codes))
    }

    private func show(_ drafts: [Suggestion]) throws {
        let files = try out.map { try write(drafts, to: $0) } ?? []
        if output.format == .json { return try Console.json(SuggestionDocument(drafts)) }
        if files.isEmpty {
            // A line of three hyphens begins a further document of YAML.
            return Console.line(
                drafts.map { String($0.text.dropLast()) }.joined(separator: "\n---\n"))
        }
        for (draft, path) in zip(drafts, files) { Console.line(words(draft, path)) }
    }

    /// Writes a draft as it is named, several with a number behind the name.
    private func write(_ drafts: [Suggestion], to out: String) throws -> [String] {
        let stem = out.hasSuffix(".yaml") ? String(out.dropLast(".yaml".count)) : out
        let paths =
            drafts.count == 1 ? [out] : drafts.indices.map { "\(stem)-\($0 + 1).yaml" }
        if let path = paths.first(where: Folder.exists) {
            throw CommandError(
                "\(path) is there already. Name another file, or take it away first.")
        }
        for (draft, path) in zip(drafts, paths) { try Folder.write(draft.text.utf8, to: path) }
        return paths
    }

    private func words(_ draft: Suggestion, _ path: String) -> String {
        let line = SuggestionDocument([draft])
        let members = draft.members.count == 1 ? draft.members[0] : "\(draft.members.count) files"
        let test = draft.isWhole ? file : file + "/" + (draft.members.first ?? "")
        return "Wrote \(path)\(draft.members.isEmpty ? "" : " for \(members)"): layout "
            + "\(draft.layout.rawValue), \(line.found) \(line.found == 1 ? "measure" : "measures") "
            + "found, \(line.questions) \(line.questions == 1 ? "question" : "questions"). "
            + (line.questions == 0 ? "Next: " : "Answer them in it; then: ")
            + "yardstick map test --mapping \(path) \(test)"
    }
}
