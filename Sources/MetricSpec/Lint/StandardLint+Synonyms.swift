extension StandardLint {
    /// A synonym stands for one measure of its domain and says more than the
    /// title does.
    func checkSynonyms() {
        var titles: [String: String] = [:]
        for (measure, _) in draft.measures {
            titles["\(measure.domain)/\(Self.cleaned(measure.title))"] = measure.id
        }
        var owners: [String: String] = [:]
        for (measure, place) in draft.measures {
            for (index, synonym) in measure.synonyms.enumerated() {
                let key = "\(measure.domain)/\(Self.cleaned(synonym))"
                let spot = place.at("synonyms").item(index)
                if Self.cleaned(synonym).isEmpty {
                    spot.report("the synonym is empty.")
                } else if let owner = titles[key] {
                    spot.report("\"\(synonym)\" is the title of \(owner).")
                } else if let owner = owners.updateValue(measure.id, forKey: key) {
                    spot.report(
                        owner == measure.id
                            ? "\"\(synonym)\" stands twice."
                            : "\"\(synonym)\" is a synonym of \(owner), too. "
                                + "Files that say it would fit both.")
                }
            }
        }
    }

    /// A text with single spaces, without regard to case.
    private static func cleaned(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    }
}
