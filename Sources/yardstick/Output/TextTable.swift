/// A table in plain text: columns as wide as their widest cell.
struct TextTable {
    /// Where the cells of a column stand.
    enum Alignment {
        case left
        case right
    }

    private let titles: [String]
    private let alignments: [Alignment]
    private var rows: [[String]] = []

    /// Makes a table; a title that begins with `>` has right-aligned cells.
    init(_ titles: String...) {
        self.init(titles: titles)
    }

    /// Makes a table with as many columns as there are titles.
    init(titles: [String]) {
        alignments = titles.map { $0.hasPrefix(">") ? .right : .left }
        self.titles = titles.map { $0.hasPrefix(">") ? String($0.dropFirst()) : $0 }
    }

    /// Adds a row; as many cells as there are titles.
    mutating func add(_ cells: String...) {
        rows.append(cells)
    }

    /// Adds a row; as many cells as there are titles.
    mutating func add(cells: [String]) {
        rows.append(cells)
    }

    /// The lines of the table, titles first.
    var lines: [String] {
        let all = [titles] + rows
        let widths = titles.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        return all.map { row in
            var line = ""
            for (column, cell) in row.enumerated() {
                let padding = String(repeating: " ", count: widths[column] - cell.count)
                line += alignments[column] == .right ? padding + cell : cell + padding
                line += "  "
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }

    /// Writes the table to standard output.
    func show() {
        for line in lines { Console.line(line) }
    }

    /// A count with its word, in the plural unless it is one.
    static func counted(_ count: Int, _ word: String) -> String {
        "\(grouped(count)) \(word)\(count == 1 ? "" : "s")"
    }

    /// A count with commas between thousands.
    static func grouped(_ count: Int) -> String {
        var digits = String(count.magnitude)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        groups.insert(digits, at: 0)
        return (count < 0 ? "-" : "") + groups.joined(separator: ",")
    }
}
