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
