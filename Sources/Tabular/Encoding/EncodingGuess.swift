/// How a text that is not UTF-8 is most likely written.
///
/// Told by its characters beyond ASCII: under the right encoding they are
/// letters within words, and signs where signs stand.
struct EncodingGuess {
    let encoding: TextEncoding
    /// From 0 to 1: how sure it is.
    let confidence: Double
    /// A word by which the guess can be judged; nil where all encodings read
    /// the text alike.
    let example: EncodingExample?

    /// The most characters that are looked at.
    private static let sampleCharacters = 4_096
    private static let releaseStep = 1 << 20

    /// The encodings that are tried, the commonest first, and how much likelier
    /// each is before a byte was seen.
    private static let candidates: [(encoding: TextEncoding, lead: Int)] = [
        (.windows1252, 2), (TextEncoding("CP850"), 0), (TextEncoding("CP437"), -1),
        (TextEncoding("MACINTOSH"), -1),
    ]

    /// Guesses from the first characters beyond ASCII in a file.
    init(_ file: SourceFile) {
        let places = Self.places(file)
        let used = Set(places.map { file.bytes[$0] }).sorted()
        var readings: [Reading] = []
        for (encoding, lead) in Self.candidates {
            guard let page = CodePage(encoding) else { continue }
            let characters = used.map { page.characters[Int($0)] }
            // What reads alike cannot be told apart, and need not be.
            if readings.contains(where: { $0.characters == characters }) { continue }
            readings.append(
                Reading(page: page, characters: characters, lead: lead, of: file.bytes, at: places))
        }
        readings.sort { $0.score > $1.score }
        guard let best = readings.first else {
            (encoding, confidence, example) = (.windows1252, 0, nil)
            return
        }
        encoding = best.page.encoding
        guard let second = readings.dropFirst().first else {
            (confidence, example) = (best.likely, nil)
            return
        }
        confidence = best.likely * min(Self.likelihood(best.score - second.score), 0.99)
        example = EncodingExample(best.page, second.page, in: file.bytes, at: places)
    }

    /// How much likelier one reading is than another by their scores, from 0.5
    /// to 1: each step of four makes it about four times likelier.
    private static func likelihood(_ margin: Int) -> Double {
        var odds = 1.0
        for _ in 0..<min(margin, 60) { odds *= 1.4 }
        return odds / (1 + odds)
    }

    /// The offsets of the first bytes beyond ASCII.
    private static func places(_ file: SourceFile) -> [Int] {
        var places: [Int] = []
        var start = 0
        while start < file.count, places.count < sampleCharacters {
            let end = min(start + releaseStep, file.count)
            let part = UnsafeRawBufferPointer(rebasing: file.bytes[start..<end])
            var at = UTF8Check.skipPlain(part, from: 0)
            while at < part.count, places.count < sampleCharacters {
                places.append(start + at)
                at = UTF8Check.skipPlain(part, from: at + 1)
            }
            file.release(from: start, upTo: end)
            start = end
        }
        return places
    }

    /// One way to read the text.
    private struct Reading {
        let page: CodePage
        /// What the bytes that are used stand for.
        let characters: [Unicode.Scalar]
        let score: Int
        /// The share of characters that stand where such ones do.
        let likely: Double

        init(
            page: CodePage, characters: [Unicode.Scalar], lead: Int,
            of bytes: UnsafeRawBufferPointer, at places: [Int]
        ) {
            self.page = page
            self.characters = characters
            var (sum, fitting) = (lead, 0)
            for place in places {
                let weight = page.weight(bytes, at: place)
                sum += weight
                fitting += weight > 0 ? 1 : 0
            }
            score = sum
            likely = Double(fitting) / Double(max(places.count, 1))
        }
    }
}

/// A word of a text as a guess at its encoding reads it, and as the next best
/// would.
public struct EncodingExample: Sendable, Equatable {
    /// The line on which it stands, counted from 1.
    public let line: Int
    /// The word as it was read.
    public let text: String
    /// The next best encoding.
    public let other: TextEncoding
    /// The word as that one would read it.
    public let otherText: String

    /// How much of a word is shown on each side of a character.
    private static let reach = 16

    /// The first word that two encodings read differently.
    init?(
        _ page: CodePage, _ second: CodePage, in bytes: UnsafeRawBufferPointer, at places: [Int]
    ) {
        let differing = places.first {
            page.characters[Int(bytes[$0])] != second.characters[Int(bytes[$0])]
        }
        guard let place = differing else { return nil }
        var (start, end) = (place, place + 1)
        while start > 0, place - start < Self.reach, Self.isInWord(bytes[start - 1]) { start -= 1 }
        while end < bytes.count, end - place < Self.reach, Self.isInWord(bytes[end]) { end += 1 }
        line = 1 + bytes[..<start].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
        text = page.text(bytes[start..<end])
        other = second.encoding
        otherText = second.text(bytes[start..<end])
    }

    private static func isInWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
    }
}
