import Tabular

/// What is known of a file before its layout is.
struct DraftTable {
    let tables: SampleTables
    let survey: ColumnSurvey
    let path: PathGuess
    let blocks: BlockGuess
    /// The calendar of the consortium.
    let calendar: FiscalCalendar
    /// What the codes in it stand for; nil where no list says it.
    let codeList: CodeList?
    /// The files of an archive or folder that it is; nil where it is one file.
    let together: FilesTogether?

    var sample: TableSample { survey.sample }
    var marks: NumberMarks { survey.marks }
    var profiles: [ColumnProfile] { survey.profiles }
    var places: PlaceGuess { survey.places }
    var qualifiers: QualifierGuess { survey.qualifiers }

    /// The file, or the files in it, in words.
    var source: String {
        let name = sample.file.split(separator: "/").last.map(String.init) ?? ""
        guard let together else { return name }
        return together.names.count == 1
            ? "\(together.names[0]) in \(name)" : "\(together.names.count) files in \(name)"
    }

    /// The patterns of the files that a mapping of it serves, as YAML.
    var files: String {
        guard let together, !together.isWhole else { return YAMLText.scalar(path.glob) }
        return FilesTogether.yaml(
            together.patterns.map { PathGuess.unpacked(path.glob) + "/" + $0 })
    }

    /// What the file's name and titles say that it is of.
    var about: String {
        let stem = PathGuess.stem(together?.title ?? sample.file)
        return "\(stem) \(sample.titles.joined(separator: " "))"
    }

    /// The columns that are left for figures and codes.
    var free: [ColumnProfile] {
        profiles.filter { profile in
            !places.columns.contains(profile.position)
                && !qualifiers.columns.contains(profile.position)
        }
    }
}
