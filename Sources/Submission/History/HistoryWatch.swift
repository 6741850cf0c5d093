/// What is gathered over a whole file beside its values.
///
/// A class, so that the checker, which is moved and never copied, holds one
/// reference to it.
final class HistoryWatch {
    /// Cities whose figures are those of the period before.
    var repeats = RepeatWatch()
    /// Figures that two cities have in common.
    var copies = CopyWatch()
    /// Where figures stand that are unlike the city's own before.
    var doubted: Set<CellPlace> = []
    /// How measures are compared with peers.
    let metrics: PeerMetrics

    init(_ metrics: PeerMetrics) { self.metrics = metrics }
}

/// A place in a file: line and column, both from 1.
struct CellPlace: Hashable {
    let row: Int
    let column: Int
}
