/// Why a workbook could not be written.
public struct WorkbookError: Error, CustomStringConvertible, Equatable {
    /// The file that was to be written.
    public let path: String
    /// Where in it: a sheet, a cell, or nothing for the file as a whole.
    public let place: String
    /// What is wrong, as a sentence.
    public let reason: String

    /// Path, place and reason in one line.
    public var description: String {
        place.isEmpty ? "\(path): \(reason)" : "\(path), \(place): \(reason)"
    }
}
