/// A cell of a sheet that a test writes.
public enum TestCell: ExpressibleByStringLiteral, ExpressibleByFloatLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByNilLiteral, Sendable
{
    case text(String)
    /// A number as it is written, in the format of a number.
    case number(String, style: Int = 0)
    /// A formula without a saved result.
    case formula(String)
    /// An error that a formula gave.
    case error(String)
    case blank

    /// A text.
    public init(stringLiteral text: String) { self = .text(text) }
    /// A number.
    public init(floatLiteral number: Double) { self = .number("\(number)") }
    /// A whole number.
    public init(integerLiteral number: Int) { self = .number("\(number)") }
    /// An empty cell.
    public init(nilLiteral: ()) { self = .blank }

    /// The cell as XML, at a reference such as `B2`.
    func xml(at place: String) -> String {
        switch self {
        case .text(let text):
            "<c r=\"\(place)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                + "\(Self.escaped(text))</t></is></c>"
        case .number(let text, let style):
            "<c r=\"\(place)\" s=\"\(style)\"><v>\(text)</v></c>"
        case .formula(let text): "<c r=\"\(place)\"><f>\(Self.escaped(text))</f></c>"
        case .error(let text): "<c r=\"\(place)\" t=\"e\"><v>\(text)</v></c>"
        case .blank: ""
        }
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }
}

extension WorkbookBytes.Sheet {
    /// Makes a sheet of cells that begins at A1.
    ///
    /// - Parameters:
    ///   - merged: areas such as `B1:D1`.
    ///   - hiddenRows: numbers of rows, from 1.
    ///   - hiddenColumns: numbers of columns, from 1.
    public init(
        name: String = "Data", _ rows: [[TestCell]], merged: [String] = [],
        hiddenRows: Set<Int> = [], hiddenColumns: [Int] = [], state: String? = nil
    ) {
        let columns = hiddenColumns.map { "<col min=\"\($0)\" max=\"\($0)\" hidden=\"1\"/>" }
        let data = rows.enumerated().map { index, cells in
            let hidden = hiddenRows.contains(index + 1) ? " hidden=\"1\"" : ""
            let list = cells.enumerated().map { column, cell in
                cell.xml(at: "\(Self.letters(column))\(index + 1)")
            }
            return "<row r=\"\(index + 1)\"\(hidden)>\(list.joined())</row>"
        }
        let areas = merged.map { "<mergeCell ref=\"\($0)\"/>" }
        self.init(
            name: name,
            content: (columns.isEmpty ? "" : "<cols>\(columns.joined())</cols>")
                + "<sheetData>\(data.joined())</sheetData>"
                + (areas.isEmpty ? "" : "<mergeCells>\(areas.joined())</mergeCells>"),
            state: state)
    }

    /// The letters of a column below 702, from 0.
    private static func letters(_ column: Int) -> String {
        let letter = { (index: Int) in String(UnicodeScalar(UInt8(65 + index))) }
        return column < 26 ? letter(column) : letter(column / 26 - 1) + letter(column % 26)
    }
}
