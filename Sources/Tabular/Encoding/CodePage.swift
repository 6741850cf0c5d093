/// What each byte of an encoding of single bytes stands for.
struct CodePage {
    let encoding: TextEncoding
    /// 256 characters; U+FFFD for a byte that stands for none.
    let characters: [Unicode.Scalar]

    /// Nil where the encoding is not known.
    init?(_ encoding: TextEncoding) {
        guard let decoder = TextDecoder(encoding) else { return nil }
        self.encoding = encoding
        characters = (0...255).map { code in
            var output: [UInt8] = []
            withUnsafeBytes(of: UInt8(code)) {
                _ = decoder.decode($0, isLast: true, into: &output)
            }
            return String(decoding: output, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
        }
    }

    /// Some bytes as text.
    func text(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
        String(String.UnicodeScalarView(bytes.map { characters[Int($0)] }))
    }

    /// How well a character fits where it stands: above 0 where one such as
    /// it is expected there, far below where none is.
    func weight(_ bytes: UnsafeRawBufferPointer, at place: Int) -> Int {
        let before = place > 0 ? characters[Int(bytes[place - 1])] : " "
        let after = place + 1 < bytes.count ? characters[Int(bytes[place + 1])] : " "
        let character = characters[Int(bytes[place])]
        if let base = Self.base(character) {
            return Self.letterWeight(character, base, before, after)
        }
        return Self.signWeight(character, before, after)
    }

    // MARK: Letters

    /// The letters beyond ASCII, by how common they are: in Western Europe,
    /// in some of its languages, seldom.
    private static let letters = Set("äöüßéèàçñáíóúåæøÄÖÜÉÇÑÁÍÓÚÅÆØ".unicodeScalars)
    private static let otherLetters = Set("êâãôîëïõûÈÀÊÂÃ".unicodeScalars)
    private static let rareLetters = Set("ùòìýÿœšžðþÔÎËÏÕÛÙÒÌÝŸŒŠŽÐÞı".unicodeScalars)

    private static func base(_ letter: Unicode.Scalar) -> Int? {
        if letters.contains(letter) { return 6 }
        if otherLetters.contains(letter) { return 3 }
        return rareLetters.contains(letter) ? 1 : nil
    }

    /// What stands before ß.
    private static let vowels = Set("aeiouäöüAEIOUÄÖÜ".unicodeScalars)

    private static func letterWeight(
        _ letter: Unicode.Scalar, _ base: Int, _ before: Unicode.Scalar, _ after: Unicode.Scalar
    ) -> Int {
        let (inBefore, inAfter) = (before.properties.isAlphabetic, after.properties.isAlphabetic)
        if isDigit(before) || isDigit(after) { return -3 }
        if !inBefore, !inAfter { return -1 }
        // Words of letters beyond ASCII are in another script than Latin.
        let beyond = (inBefore && !before.isASCII ? 1 : 0) + (inAfter && !after.isASCII ? 1 : 0)
        let weight = base - 4 * beyond
        if letter == "ß", !vowels.contains(before) { return -3 }
        if letter.properties.isUppercase {
            if inBefore, before.properties.isLowercase { return -5 }
            return weight
        }
        let isInCapitals = before.properties.isUppercase && after.properties.isUppercase
        return isInCapitals ? -4 : weight
    }

    // MARK: Signs

    private static func signWeight(
        _ sign: Unicode.Scalar, _ before: Unicode.Scalar, _ after: Unicode.Scalar
    ) -> Int {
        let isInWord = before.properties.isAlphabetic && after.properties.isAlphabetic
        let isInNumber = isDigit(before) && isDigit(after)
        switch sign {
        case "’": return isInWord || isInNumber ? 3 : 1
        case "\u{A0}": return isInWord ? -4 : isDigit(before) || isDigit(after) ? 3 : 1
        case "–", "—", "…", "•": return isInWord ? -2 : 3
        case "“", "”", "„", "«", "»", "‘", "´", "‚", "‹", "›": return isInWord ? -5 : 1
        case "€", "£": return isInWord ? -5 : isDigit(before) || isDigit(after) ? 4 : 1
        case "°", "º", "ª": return isInWord ? -5 : isDigit(before) || before == " " ? 3 : 0
        case "²", "³": return isInWord ? -5 : before == "m" || before == "M" ? 4 : -1
        case "½", "¼", "¾": return isDigit(before) || before == " " ? 2 : -2
        case "§", "©", "®", "™", "±", "×", "µ", "·", "¿", "¡": return isInWord ? -5 : 1
        case "\u{FFFD}", "\u{80}"..."\u{9F}": return -10
        default: return isInWord ? -6 : -4
        }
    }

    private static func isDigit(_ character: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(character)
    }
}
