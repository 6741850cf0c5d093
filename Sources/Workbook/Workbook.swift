/// A workbook of Excel's, as values: sheets, and what is said of the file.
///
/// Nothing is written before ``write(to:)``, which gives the same bytes for
/// the same values: the date of creation is one of them, the clock is not read.
public struct Workbook: Sendable, Hashable {
    /// Shown as the file's title.
    public var title: String
    /// What the file is about.
    public var subject: String
    /// Who made it.
    public var author: String
    /// Seconds since 1970-01-01, UTC; not 0, which would mean now.
    public var created: Int64
    /// In the order of their tabs; the first is open.
    public var sheets: [Sheet]

    /// Makes a workbook.
    public init(
        title: String, subject: String = "", author: String = "", created: Int64,
        sheets: [Sheet]
    ) {
        self.title = title
        self.subject = subject
        self.author = author
        self.created = created
        self.sheets = sheets
    }

    /// Writes the file whole: it is there completely or not at all, and one
    /// that was there before is replaced.
    public func write(to path: String) throws(WorkbookError) {
        try WorkbookWriter(self, path: path).write()
    }
}
