/// The encoders of arrays: one dimension, lower bound 1.
extension CopyBuffer {
    /// A `smallint[]`.
    public func append(int16Array values: [Int16]) {
        append(values, TypeID.int16)
    }

    /// An `integer[]`.
    public func append(int32Array values: [Int32]) {
        append(values, TypeID.int32)
    }

    /// A `double precision[]`; nil is NULL.
    public func append(doubleArray values: [Double]?) {
        guard let values else { return appendNull() }
        append(values.map { Int64(bitPattern: $0.bitPattern) }, TypeID.double)
    }

    /// A `bit varying`, the first bit in the highest of each byte; none is
    /// NULL.
    public func append(bits bytes: some Collection<UInt8>, count: Int) {
        guard count > 0 else { return appendNull() }
        precondition(bytes.count == (count + 7) / 8, "as many bytes as the bits fill")
        let place = room(8 + bytes.count)
        place.storeBytes(of: Int32(4 + bytes.count).bigEndian, as: Int32.self)
        place.storeBytes(of: Int32(count).bigEndian, toByteOffset: 4, as: Int32.self)
        for (offset, byte) in bytes.enumerated() {
            place.storeBytes(of: byte, toByteOffset: 8 + offset, as: UInt8.self)
        }
        storage.pointee.end = place + 8 + bytes.count
    }

    /// A `text[]`; nil is NULL.
    public func append(textArray values: [String?]) {
        let hasNull = values.contains { $0 == nil }
        let bytes = values.reduce(0) { $0 + 4 + ($1?.utf8.count ?? 0) }
        let header = values.isEmpty ? 12 : 20
        append(header: values.count, of: TypeID.text, hasNull: hasNull, size: header + bytes)
        for value in values { append(text: value) }
    }

    private func append<Value: FixedWidthInteger>(_ values: [Value], _ type: UInt32) {
        let header = values.isEmpty ? 12 : 20
        let size = 4 + MemoryLayout<Value>.size
        append(header: values.count, of: type, hasNull: false, size: header + values.count * size)
        for value in values { appendInteger(value) }
    }

    /// The length of the field and what stands before its elements.
    private func append(header count: Int, of type: UInt32, hasNull: Bool, size: Int) {
        var words = [Int32(size), count == 0 ? 0 : 1, hasNull ? 1 : 0, Int32(bitPattern: type)]
        if count > 0 { words += [Int32(count), 1] }
        let place = room(4 * words.count)
        for (index, word) in words.enumerated() {
            place.storeBytes(of: word.bigEndian, toByteOffset: 4 * index, as: Int32.self)
        }
        storage.pointee.end = place + 4 * words.count
    }
}
