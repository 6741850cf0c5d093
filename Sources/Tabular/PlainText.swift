/// Texts that are told by their bytes, as nearly all cells are.
package enum PlainText {
    /// Whether a text is ASCII with single blanks inside and none around it.
    ///
    /// It is false of the empty text, and of one with other white space.
    package static func isOneLine(_ text: String) -> Bool {
        var last: UInt8 = 0x20
        for byte in text.utf8 {
            guard byte > 0x20 && byte < 0x7F || byte == 0x20 && last != 0x20 else { return false }
            last = byte
        }
        return last != 0x20
    }
}
