/// A figure that stands for others in a question about all of them.
struct AskedFigure: Equatable {
    let measure: Int32
    let city: Int32
    let breakdown: Int32
    /// Position in the file's periods.
    let period: Int32
    let value: Double
}
