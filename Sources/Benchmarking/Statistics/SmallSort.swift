/// Sorts finite values in place, ascending.
///
/// Peer groups are small: below 64 values insertion beats the library's sort.
@inline(__always)
func sortAscending(_ values: UnsafeMutableBufferPointer<Double>) {
    guard values.count <= 64 else {
        var view = values
        view.sort()
        return
    }
    var next = 1
    while next < values.count {
        let value = values[next]
        var place = next
        while place > 0, values[place - 1] > value {
            values[place] = values[place - 1]
            place -= 1
        }
        values[place] = value
        next += 1
    }
}
