extension Wording {
    /// `public-safety` becomes `Public safety`.
    static func domain(_ id: String) -> String {
        let words = id.split(separator: "-").joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// The first letter large, as at the start of a sentence.
    static func sentence(_ words: String) -> String {
        words.prefix(1).uppercased() + words.dropFirst()
    }
}
