import Testing

@testable import Tabular

/// Where characters stand in each code page, as Python's codecs have it.
private enum Pages {
    static let windows1252: [Character: UInt8] = [
        "ä": 0xE4, "ö": 0xF6, "ü": 0xFC, "ß": 0xDF, "é": 0xE9, "è": 0xE8, "ê": 0xEA, "à": 0xE0,
        "ç": 0xE7, "ñ": 0xF1, "á": 0xE1, "í": 0xED, "ó": 0xF3, "ú": 0xFA, "å": 0xE5, "æ": 0xE6,
        "ø": 0xF8, "Ä": 0xC4, "Ö": 0xD6, "Ü": 0xDC, "É": 0xC9, "Å": 0xC5, "Ø": 0xD8, "Ñ": 0xD1,
        "’": 0x92, "–": 0x96, "²": 0xB2, "°": 0xB0,
    ]

    static let cp850: [Character: UInt8] = [
        "ä": 0x84, "ö": 0x94, "ü": 0x81, "ß": 0xE1, "é": 0x82, "è": 0x8A, "ê": 0x88, "à": 0x85,
        "ç": 0x87, "ñ": 0xA4, "á": 0xA0, "í": 0xA1, "ó": 0xA2, "ú": 0xA3, "å": 0x86, "æ": 0x91,
        "ø": 0x9B, "Ä": 0x8E, "Ö": 0x99, "Ü": 0x9A, "É": 0x90, "Å": 0x8F, "Ø": 0x9D, "Ñ": 0xA5,
        "²": 0xFD, "°": 0xF8,
    ]

    static let cp437: [Character: UInt8] = [
        "ä": 0x84, "ö": 0x94, "ü": 0x81, "ß": 0xE1, "é": 0x82, "è": 0x8A, "ê": 0x88, "à": 0x85,
        "ç": 0x87, "ñ": 0xA4, "á": 0xA0, "í": 0xA1, "ó": 0xA2, "ú": 0xA3, "å": 0x86, "æ": 0x91,
        "Ä": 0x8E, "Ö": 0x99, "Ü": 0x9A, "É": 0x90, "Å": 0x8F, "Ñ": 0xA5, "²": 0xFD, "°": 0xF8,
    ]

    static let macintosh: [Character: UInt8] = [
        "ä": 0x8A, "ö": 0x9A, "ü": 0x9F, "ß": 0xA7, "é": 0x8E, "è": 0x8F, "ê": 0x90, "à": 0x88,
        "ç": 0x8D, "ñ": 0x96, "á": 0x87, "í": 0x92, "ó": 0x97, "ú": 0x9C, "å": 0x8C, "æ": 0xBE,
        "ø": 0xBF, "Ä": 0x80, "Ö": 0x85, "Ü": 0x86, "É": 0x83, "Å": 0x81, "Ø": 0xAF, "Ñ": 0x84,
        "’": 0xD5, "–": 0xD0, "°": 0xA1,
    ]

    static func bytes(_ text: String, _ page: [Character: UInt8]) -> [UInt8] {
        text.flatMap { page[$0].map { [$0] } ?? Array(String($0).utf8) }
    }
}

private func dialect(_ bytes: [UInt8], encoding: String? = nil) throws -> Dialect {
    try TableReader(
        SourceFile(name: "t.csv", bytes: bytes), format: TableFormat(encoding: encoding)
    ).dialect
}

@Suite struct EncodingGuessTests {
    private static let german =
        "Stadt;Anfragen;Fläche\nMünchen;12;310\nKöln;7;405\nGießen;3;72\nÜberlingen;1;58\n"
    private static let nordic = "Kommune;Antall\nTromsø;12\nÅlesund;7\nMalmö;4\nRøros;1\n"
    private static let french = "Commune;Nombre\nMontréal;12\nOrléans;7\nBesançon;4\nSète;2\n"

    @Test(arguments: [german, nordic, french])
    func `text of Western Europe is told from its letters`(text: String) throws {
        let cases = [
            (Pages.windows1252, "WINDOWS-1252"), (Pages.cp850, "CP850"),
            (Pages.macintosh, "MACINTOSH"),
        ]
        for (page, name) in cases {
            let found = try dialect(Pages.bytes(text, page))
            #expect(found.encoding.name == name)
            #expect(found.encodingOrigin == .detected)
            #expect(found.encodingConfidence > 0.9, "\(name): \(found.encodingConfidence)")
        }
    }

    @Test func `the old page of the Americas is told by what is no letter in the other`() throws {
        // The pound sign and most letters stand in the same place in both.
        let both = try dialect(Pages.bytes(Self.german, Pages.cp437))
        #expect(both.encoding.name == "CP850")
        // 0x9B is a cent sign there, and here a letter within a word.
        let found = try dialect(Array("Item,Calls\nPens at 5".utf8) + [0x9B] + Array(",3\n".utf8))
        #expect(found.encodingConfidence < 0.9)
    }

    @Test func `words in capitals are read`() throws {
        let text = "CIUDAD,LLAMADAS\nCORUÑA,2\nLOGROÑO,4\n"
        #expect(try dialect(Pages.bytes(text, Pages.cp850)).encoding.name == "CP850")
        let found = try dialect(Pages.bytes(text, Pages.windows1252))
        #expect(found.encoding == .windows1252)
    }

    @Test func `signs count where signs stand`() throws {
        let text = "City,Period,Open\nAlder,2020–2021,city’s 12 °C\nBirch,2021–2022,3\n"
        let found = try dialect(Pages.bytes(text, Pages.windows1252))
        #expect(found.encoding == .windows1252)
        #expect(found.encodingConfidence > 0.9)
    }

    @Test func `a guess is shown by a word and by what it would be otherwise`() throws {
        let found = try dialect(Pages.bytes(Self.nordic, Pages.cp850))
        #expect(found.encodingExample?.line == 2)
        #expect(found.encodingExample?.text == "Tromsø")
        #expect(found.encodingExample?.otherText != "Tromsø")
        #expect(found.encodingExample?.other.name != "CP850")
    }

    @Test func `text in another script is a guess that is not sure`() throws {
        // "Москва" and "Казань" in Windows-1251.
        let bytes =
            Array("city,calls\n".utf8) + [0xCC, 0xEE, 0xF1, 0xEA, 0xE2, 0xE0]
            + Array(",1\n".utf8) + [0xCA, 0xE0, 0xE7, 0xE0, 0xED, 0xFC] + Array(",2\n".utf8)
        #expect(try dialect(bytes).encodingConfidence < 0.7)
    }

    @Test(arguments: [
        "city,calls\nAlder,1\n", "city,calls\nTromsø,1\n", "Ð,Ñ\n╔,ﬁ\n", "a,b\n\u{7F}€,\u{FFFD}\n",
    ])
    func `valid UTF-8 is never taken for anything else`(text: String) throws {
        for declared in [nil, "cp850", "windows-1252", "macintosh"] {
            let found = try dialect(Array(text.utf8), encoding: declared)
            #expect(found.encoding == .utf8)
            #expect(found.encodingConfidence == 1)
            #expect(found.encodingExample == nil)
        }
    }

    @Test func `random valid UTF-8 is never taken for anything else`() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let scalars = (0..<40).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: 0xA0...0x2FFF, using: &random))
            }
            let text = "a,b\n" + String(String.UnicodeScalarView(scalars)) + ",1\n"
            #expect(try dialect(Array(text.utf8)).encoding == .utf8)
        }
    }

    @Test func `what is declared is not guessed`() throws {
        let found = try dialect(Pages.bytes(Self.nordic, Pages.cp850), encoding: "cp850")
        #expect(found.encodingOrigin == .given)
        #expect(found.encodingConfidence == 1)
        let other = try dialect(Pages.bytes(Self.nordic, Pages.cp850), encoding: "macintosh")
        #expect(other.encoding.name == "macintosh")
    }

    @Test func `characters far behind the beginning count`() throws {
        let plain = String(repeating: "Alder;12\n", count: 300_000)
        let found = try dialect(Pages.bytes("Kommune;Antall\n" + plain + Self.nordic, Pages.cp850))
        #expect(found.encoding.name == "CP850")
        #expect(found.encodingExample?.line == 300_003)
    }
}
