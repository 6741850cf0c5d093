/// Makes sure that every spelling stands for one city.
struct CitySpellings {
    private var owners: [String: String] = [:]

    /// The aliases of a cell, separated by `|`.
    static func aliases(_ text: String) -> [String] {
        text.split(separator: "|").map { CityDirectory.trimmed($0) }
    }

    /// Takes a city in; complains of blanks and of spellings already taken.
    mutating func add(_ city: City, report: (String) -> Void) {
        if city.id.isEmpty || city.name.isEmpty { report("the id or name is blank.") }
        let spellings = ([city.id, city.name] + city.aliases).map { CityDirectory.folded($0) }
        for spelling in Set(spellings).sorted() {
            if let other = owners.updateValue(city.id, forKey: spelling) {
                report(
                    "\"\(spelling)\" stands for \(other) and for \(city.id). "
                        + "Ids, names and aliases must be unique.")
            }
        }
    }
}
