import Testing

@testable import Reporting

@Suite struct `HTML escapes by type` {
    @Test func `interpolated text is escaped between tags and in attributes`() {
        let name = "<script>alert(\"1\" & '2')</script>"
        let cell: HTML = "<td title=\"\(name)\">\(name)</td>"
        let escaped = "&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;"
        #expect(cell.text == "<td title=\"\(escaped)\">\(escaped)</td>")
    }

    @Test func `interpolated markup stays markup`() {
        let inner: HTML = "<b>\("a<b")</b>"
        let outer: HTML = "<p>\(inner)\([inner, inner])</p>"
        #expect(outer.text == "<p><b>a&lt;b</b><b>a&lt;b</b><b>a&lt;b</b></p>")
    }

    @Test func `a control character becomes the replacement character`() {
        let piece: HTML = "\("a\u{0}b\u{7}c\u{7F}\td")"
        #expect(piece.text == "a\u{FFFD}b\u{FFFD}c\u{FFFD}\td")
    }

    @Test func `letters beyond ASCII are kept`() {
        let piece: HTML = "\("Besançon, Łódź, 東京")"
        #expect(piece.text == "Besançon, Łódź, 東京")
    }

    @Test func `coordinates have two decimals`() {
        let values = [0, 1, 1.005, 12.3456, 99.999, -0.25, -3]
        let texts = values.map { Coordinate($0).text }
        #expect(texts == ["0.00", "1.00", "1.00", "12.35", "100.00", "-0.25", "-3.00"])
    }
}

extension HTML {
    /// The piece as text, for tests.
    var text: String { String(decoding: bytes, as: UTF8.self) }
}
