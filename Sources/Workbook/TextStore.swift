import Glibc

/// C copies of texts, for fields that want a pointer; they live as long as
/// the store.
final class TextStore {
    private var pointers: [UnsafeMutablePointer<CChar>] = []

    /// A copy of a text; nil for an empty one, which the C side leaves out.
    func copy(_ text: String) -> UnsafeMutablePointer<CChar>? {
        guard !text.isEmpty, let pointer = strdup(text) else { return nil }
        pointers.append(pointer)
        return pointer
    }

    deinit {
        for pointer in pointers { free(pointer) }
    }
}
