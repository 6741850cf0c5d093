import Glibc

/// Values that wait to be compared with what is stored, by year and by range
/// of cities.
///
/// Memory does not grow with the file: what fills its slice's room goes to a
/// file without a name, which is gone when the process ends, however it ends.
final class StagedValues {
    /// The values of one year and range of cities.
    private struct Slice {
        var room: UnsafeMutableRawPointer?
        var used = 0
        var count = 0
        var written: [Extent] = []
    }

    /// A piece of the file.
    private struct Extent {
        let offset: Int
        let count: Int
    }

    /// Ranges of cities a year.
    private static let ranges = 64
    /// Bytes kept in memory a slice.
    private static let roomSize = 16 << 10
    /// Values that are compared at once.
    private static let most = 1 << 19

    private let citiesPerRange: Int
    /// `ranges` slices a year, in the order in which the years came.
    private var slices: [Slice] = []
    private(set) var years: [Int] = []
    private var file: SpillFile?
    private(set) var count = 0

    /// - Parameter lastCity: the largest number of a city.
    init(lastCity: Int32) {
        citiesPerRange = Int(lastCity) / Self.ranges + 1
    }

    deinit {
        for slice in slices { slice.room?.deallocate() }
    }

    /// Makes room for another year; gives its position.
    func add(year: Int) -> Int {
        years.append(year)
        slices += Array(repeating: Slice(), count: Self.ranges)
        return years.count - 1
    }

    /// Takes one value of the year at a position.
    func append(_ value: StagedValue, _ raw: UnsafeRawBufferPointer?, year: Int) throws {
        let index = year * Self.ranges + Int(value.city) / citiesPerRange
        let size = MemoryLayout<StagedValue>.size + (raw?.count ?? 0)
        if slices[index].used + size > Self.roomSize { try spill(index) }
        if size > Self.roomSize { return try spill(value, raw, size, to: index) }
        let room =
            slices[index].room
            ?? .allocate(byteCount: Self.roomSize, alignment: MemoryLayout<StagedValue>.alignment)
        Self.write(value, raw, to: room + slices[index].used)
        slices[index].room = room
        slices[index].used += size
        slices[index].count += 1
        count += 1
    }

    private static func write(
        _ value: StagedValue, _ raw: UnsafeRawBufferPointer?, to place: UnsafeMutableRawPointer
    ) {
        withUnsafeBytes(of: value) { bytes in
            if let start = bytes.baseAddress {
                place.copyMemory(from: start, byteCount: MemoryLayout<StagedValue>.size)
            }
        }
        if let raw, let start = raw.baseAddress {
            (place + MemoryLayout<StagedValue>.size)
                .copyMemory(from: start, byteCount: raw.count)
        }
    }

    /// Writes what a slice holds in memory to the file.
    private func spill(_ index: Int) throws {
        guard let room = slices[index].room, slices[index].used > 0 else { return }
        try spill(UnsafeRawBufferPointer(start: room, count: slices[index].used), to: index)
        slices[index].used = 0
    }

    private func spill(_ bytes: UnsafeRawBufferPointer, to index: Int) throws {
        let file = try file ?? SpillFile()
        self.file = file
        slices[index].written.append(
            Extent(offset: try file.append(bytes), count: bytes.count))
    }

    /// Writes a value whose text has no room in memory to the file.
    private func spill(
        _ value: StagedValue, _ raw: UnsafeRawBufferPointer?, _ size: Int, to index: Int
    ) throws {
        let room = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 8)
        defer { room.deallocate() }
        Self.write(value, raw, to: room)
        try spill(UnsafeRawBufferPointer(start: room, count: size), to: index)
        slices[index].count += 1
        count += 1
    }

    /// Visits all values, each once, in parts that fit into memory: a year's
    /// values of successive cities, with all values of a key in one part.
    func forEachBatch(_ body: (inout StagedBatch) throws -> Void) throws {
        for year in years.indices.sorted(by: { years[$0] < years[$1] }) {
            var waiting: [Int] = []
            var size = 0
            for index in year * Self.ranges..<(year + 1) * Self.ranges {
                guard slices[index].count > 0 else { continue }
                if size > 0, size + slices[index].count > Self.most {
                    try visit(waiting, size, year, body)
                    (waiting, size) = ([], 0)
                }
                waiting.append(index)
                size += slices[index].count
            }
            if size > 0 { try visit(waiting, size, year, body) }
        }
    }

    private func visit(
        _ indices: [Int], _ size: Int, _ year: Int, _ body: (inout StagedBatch) throws -> Void
    ) throws {
        var batch = try batch(indices, size, year: years[year])
        try body(&batch)
    }

    private func batch(_ indices: [Int], _ size: Int, year: Int) throws -> StagedBatch {
        let ranges = indices.map { $0 % Self.ranges }
        let first = (ranges.first ?? 0) * citiesPerRange
        let end = ((ranges.last ?? 0) + 1) * citiesPerRange
        var batch = StagedBatch(year: year, cities: first..<end, capacity: size)
        for index in indices {
            for extent in slices[index].written {
                try file?.read(at: extent.offset, count: extent.count) { batch.append($0) }
            }
            batch.append(
                UnsafeRawBufferPointer(start: slices[index].room, count: slices[index].used))
            slices[index].room?.deallocate()
            slices[index] = Slice()
        }
        return batch
    }
}

/// A file without a name that only grows.
private final class SpillFile {
    private let descriptor: Int32
    private var end = 0
    private var room: UnsafeMutableRawBufferPointer = .allocate(byteCount: 0, alignment: 8)

    /// Where temporary files that may be large belong.
    private static let folders = ["/var/tmp", "/tmp"]

    init() throws {
        for folder in Self.folders {
            var path = Array((folder + "/yardstick-XXXXXX").utf8CString)
            let opened = mkstemp(&path)
            guard opened >= 0 else { continue }
            unlink(path)
            descriptor = opened
            return
        }
        throw Self.failure("made", errno)
    }

    deinit {
        close(descriptor)
        room.deallocate()
    }

    private static func failure(_ done: String, _ code: Int32) -> WarehouseError {
        WarehouseError(
            .installation,
            "a temporary file in \(folders.joined(separator: " or ")) cannot be \(done): "
                + "\(String(cString: strerror(code))). Make room there and load again; "
                + "nothing of this file was stored.")
    }

    /// Writes bytes at the end; gives where they begin.
    func append(_ bytes: UnsafeRawBufferPointer) throws -> Int {
        var rest = bytes[...]
        let start = end
        while !rest.isEmpty {
            let part = UnsafeRawBufferPointer(rebasing: rest)
            let written = pwrite(descriptor, part.baseAddress, part.count, off_t(end))
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw Self.failure("written", errno) }
            end += written
            rest = rest.dropFirst(written)
        }
        return start
    }

    /// Calls with bytes that were written, which are valid during the call.
    func read(
        at offset: Int, count: Int, _ body: (UnsafeRawBufferPointer) -> Void
    ) throws {
        if room.count < count {
            room.deallocate()
            room = .allocate(byteCount: count, alignment: 8)
        }
        var done = 0
        while done < count {
            let got = pread(
                descriptor, room.baseAddress.map { $0 + done }, count - done,
                off_t(offset + done))
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { throw Self.failure("read", errno) }
            done += got
        }
        body(UnsafeRawBufferPointer(rebasing: room[..<count]))
    }
}
