/// Finds the word that somebody probably meant.
public enum Spelling {
    /// The closest word within two edits (one for words under five letters);
    /// nil when none is that close. Ties go to the earlier word.
    public static func nearest(to word: String, among words: [String]) -> String? {
        let limit = word.utf8.count < 5 ? 1 : 2
        var best: (word: String, distance: Int)?
        for candidate in words {
            let distance = distance(word, candidate)
            if distance <= limit, distance < best?.distance ?? Int.max {
                best = (candidate, distance)
            }
        }
        return best?.word
    }

    /// The number of single-letter edits between two words (Levenshtein 1966).
    static func distance(_ left: String, _ right: String) -> Int {
        let (a, b) = (Array(left.lowercased().utf8), Array(right.lowercased().utf8))
        var row = Array(0...b.count)
        for i in 0..<a.count {
            var previous = row[0]
            row[0] = i + 1
            for j in 0..<b.count {
                let cost = a[i] == b[j] ? previous : previous + 1
                previous = row[j + 1]
                row[j + 1] = min(cost, row[j] + 1, previous + 1)
            }
        }
        return row[b.count]
    }
}
