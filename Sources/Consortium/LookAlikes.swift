/// Letters of other alphabets that look like Latin ones.
public enum LookAlikes {
    private static let latin: [Character: Character] = [
        "\u{0430}": "a", "\u{0435}": "e", "\u{043E}": "o", "\u{0440}": "p", "\u{0441}": "c",
        "\u{0443}": "y", "\u{0445}": "x", "\u{0456}": "i", "\u{0455}": "s", "\u{0458}": "j",
        "\u{0410}": "A", "\u{0412}": "B", "\u{0415}": "E", "\u{041A}": "K", "\u{041C}": "M",
        "\u{041D}": "H", "\u{041E}": "O", "\u{0420}": "P", "\u{0421}": "C", "\u{0422}": "T",
        "\u{0425}": "X", "\u{03BF}": "o", "\u{03B1}": "a", "\u{03BD}": "v", "\u{0391}": "A",
        "\u{0392}": "B", "\u{0395}": "E", "\u{0397}": "H", "\u{0399}": "I", "\u{039A}": "K",
        "\u{039C}": "M", "\u{039D}": "N", "\u{039F}": "O", "\u{03A1}": "P", "\u{03A4}": "T",
        "\u{03A7}": "X", "\u{03A5}": "Y", "\u{0396}": "Z",
    ]

    /// A text with Latin letters for those that look like them.
    static func plain(_ text: String) -> String { String(text.map { latin[$0] ?? $0 }) }

    /// The first such letter in a text that is Latin otherwise; nil where there
    /// is none.
    public static func first(in text: String) -> Character? {
        guard text.contains(where: { $0.isASCII && $0.isLetter }) else { return nil }
        return text.first { latin[$0] != nil }
    }
}
