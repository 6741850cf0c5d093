/// The encoders: each writes a length of four bytes and the value, big-endian.
extension CopyBuffer {
    /// Begins a row of so many fields.
    @inlinable
    public func beginRow(fields: Int) {
        let place = room(2)
        place.storeBytes(of: Int16(truncatingIfNeeded: fields).bigEndian, as: Int16.self)
        storage.pointee.end = place + 2
        storage.pointee.rows += 1
    }

    /// NULL of any type.
    @inlinable
    public func appendNull() {
        let place = room(4)
        place.storeBytes(of: -1, as: Int32.self)
        storage.pointee.end = place + 4
    }

    /// A `boolean`.
    @inlinable
    public func append(bool value: Bool?) {
        guard let value else { return appendNull() }
        appendInteger(UInt8(value ? 1 : 0))
    }

    /// A `smallint`.
    @inlinable
    public func append(int16 value: Int16?) {
        guard let value else { return appendNull() }
        appendInteger(value)
    }

    /// An `integer`.
    @inlinable
    public func append(int32 value: Int32?) {
        guard let value else { return appendNull() }
        appendInteger(value)
    }

    /// A `bigint`.
    @inlinable
    public func append(int64 value: Int64?) {
        guard let value else { return appendNull() }
        appendInteger(value)
    }

    /// A `double precision`.
    @inlinable
    public func append(double value: Double?) {
        guard let value else { return appendNull() }
        appendInteger(value.bitPattern)
    }

    /// A `date` as days since 2000-01-01.
    @inlinable
    public func append(day value: Int32?) {
        append(int32: value)
    }

    /// A `timestamptz`.
    @inlinable
    public func append(timestamp value: Timestamp?) {
        append(int64: value?.microseconds)
    }

    /// A `text`, `varchar` or `json`; must hold no NUL character.
    @inlinable
    public func append(text value: String?) {
        guard var value else { return appendNull() }
        value.withUTF8 { append(bytes: UnsafeRawBufferPointer($0)) }
    }

    /// A `jsonb`, which has one byte of version before its text.
    @inlinable
    public func append(jsonb value: String?) {
        guard var value else { return appendNull() }
        value.withUTF8 { text in
            let place = room(5 + text.count)
            place.storeBytes(of: Int32(1 + text.count).bigEndian, as: Int32.self)
            place.storeBytes(of: 1, toByteOffset: 4, as: UInt8.self)
            if let source = text.baseAddress {
                (place + 5).copyMemory(from: source, byteCount: text.count)
            }
            storage.pointee.end = place + 5 + text.count
        }
    }

    /// A `bytea`.
    @inlinable
    public func append(bytes value: [UInt8]?) {
        guard let value else { return appendNull() }
        value.withUnsafeBytes { append(bytes: $0) }
    }

    /// A `bytea`, or a text that is already UTF-8.
    @inlinable
    public func append(bytes value: UnsafeRawBufferPointer) {
        let place = room(4 + value.count)
        place.storeBytes(of: Int32(value.count).bigEndian, as: Int32.self)
        if let source = value.baseAddress {
            (place + 4).copyMemory(from: source, byteCount: value.count)
        }
        storage.pointee.end = place + 4 + value.count
    }

    @inlinable
    @inline(__always)
    func appendInteger<Value: FixedWidthInteger>(_ value: Value) {
        let size = MemoryLayout<Value>.size
        let place = room(4 + size)
        place.storeBytes(of: Int32(truncatingIfNeeded: size).bigEndian, as: Int32.self)
        place.storeBytes(of: value.bigEndian, toByteOffset: 4, as: Value.self)
        storage.pointee.end = place + 4 + size
    }
}
