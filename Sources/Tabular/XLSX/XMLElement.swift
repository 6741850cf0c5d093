import CExpat

/// An element of one of a workbook's small parts.
struct XMLElement {
    /// Its name without a prefix.
    let name: String
    /// The name of the element around it.
    let parent: String
    /// Its attributes by name without prefix.
    let attributes: [String: String]

    private static let limit = 200_000

    /// Reads the elements of some names in the order of the part.
    static func all(
        named names: Set<String>, in part: String, of archive: Archive
    ) throws(TableError) -> [XMLElement] {
        let state = UnsafeMutablePointer<Collection>.allocate(capacity: 1)
        state.initialize(to: Collection(names: names))
        defer {
            state.deinitialize(count: 1)
            state.deallocate()
        }
        let stream = try XMLStream(
            archive.part(part), of: archive.file, state: state, start: start, end: end, text: nil)
        if case .stopped = try stream.run() {
            throw Archive.damaged(
                archive.file, "the part \(part) has more than \(limit) entries")
        }
        return state.pointee.elements
    }

    private static let start: XMLStream.Start = { context, name, attributes in
        guard let context = XMLContext.of(context), let name else { return }
        context.pointee.enter()
        let state = context.pointee.state.assumingMemoryBound(to: Collection.self)
        state.pointee.start(name, XMLAttributes(attributes))
        if state.pointee.elements.count > XMLElement.limit { context.pointee.stop() }
    }

    private static let end: XMLStream.End = { context, _ in
        guard let context = XMLContext.of(context) else { return }
        context.pointee.leave()
        let state = context.pointee.state.assumingMemoryBound(to: Collection.self)
        state.pointee.path.removeLast()
    }

    private struct Collection {
        let names: Set<String>
        var path: [String] = []
        var elements: [XMLElement] = []

        mutating func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
            let local = String(cString: XMLName.local(name))
            if names.contains(local) {
                var values: [String: String] = [:]
                for (name, value) in attributes {
                    let key = String(cString: XMLName.local(name))
                    values[key] = String(cString: value)
                }
                elements.append(
                    XMLElement(name: local, parent: path.last ?? "", attributes: values))
            }
            path.append(local)
        }
    }
}
