import Consortium
import MetricSpec

/// What the path of a file says of its city and period.
struct PathGuess: Sendable {
    /// A template with `{city}` in it.
    private(set) var city: String?
    /// A template with `{period}` in it.
    private(set) var period: String?
    /// A glob for this and further files of the kind.
    let glob: String
    /// Whether the period's text is a year that is short or joined to a word,
    /// for which the mapping must name a style.
    private(set) var needsStyle = false

    /// - Parameter members: the paths of the files in it that are read
    ///   together; empty where it is one file.
    init(_ path: String, members: [String] = [], context: IntakeContext) {
        // Folders outside submissions/ are the sender's own and name nothing.
        let depth = path.hasPrefix("/") ? 1 : 3
        let parts = path.split(separator: "/").suffix(depth).map(String.init)
        let name = parts.last ?? path
        let ending = String(name.dropFirst(Self.stem(name).count))
        let reader = PeriodReader(calendar: context.calendar)
        var folders = parts.dropLast().map { _ in "*" }
        for (index, folder) in parts.dropLast().enumerated() {
            if context.cities.index(of: folder) != nil, city == nil {
                city = Self.template(parts, index, "{city}", ending)
            } else if reader.read(folder.replacing("--", with: "/")).period != nil, period == nil {
                period = Self.template(parts, index, "{period}", ending)
            }
        }
        var cut = Self.cut(Self.stem(name), reader)
        if period == nil, let text = cut.text {
            period = "\(cut.before){period}\(cut.after)\(ending)"
            needsStyle = text.count < 4
        }
        if city == nil, cut.takeCity(context) {
            city = cut.text == nil ? "{city}\(ending)" : "{city}\(cut.after)*\(ending)"
            if cut.text != nil { period = "*\(cut.after){period}\(ending)" }
            // The folder is what the names of the files have in common.
            if let folder = parts.dropLast().last, reader.read(folder).period == nil {
                folders[folders.count - 1] = folder
            }
        }
        glob =
            (folders.isEmpty ? ["*", "*"] : folders).joined(separator: "/") + "/" + cut.glob
            + ending
        if !members.isEmpty { look(at: members, context) }
    }

    /// The name of a file without its folders and its ending.
    static func stem(_ path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? String(name)
    }

    /// The pattern for the folder that archives are unpacked into.
    static func unpacked(_ glob: String) -> String {
        glob.lowercased().hasSuffix(".zip") ? String(glob.dropLast(".zip".count)) : glob
    }

    /// Takes what the paths of all members say, which is nearer than the path
    /// of what they lie in.
    private mutating func look(at members: [String], _ context: IntakeContext) {
        let own = members.map { PathGuess($0, context: context) }
        let depths = Set(members.map { $0.split(separator: "/").count })
        let below = depths.count == 1 ? String(repeating: "/*", count: depths.first ?? 0) : nil
        func common(_ templates: [String?]) -> String? {
            Set(templates).count == 1 ? templates[0] : nil
        }
        city = common(own.map(\.city)) ?? below.flatMap { below in city.map { $0 + below } }
        if let nearer = common(own.map(\.period)) {
            (period, needsStyle) = (nearer, own.contains(where: \.needsStyle))
        } else {
            period = below.flatMap { below in period.map { $0 + below } }
        }
    }

    /// The template in which one folder stands for a name.
    private static func template(
        _ parts: [String], _ index: Int, _ name: String, _ ending: String
    ) -> String {
        var template = parts.map { _ in "*" }
        template[index] = name
        template[template.count - 1] = "*" + ending
        return template[index...].joined(separator: "/")
    }

    /// A file's name, cut at a period or a city in it.
    private struct Cut {
        var before: String
        var after = ""
        /// The period's text.
        var text: String?
        private var hasCity = false

        init(_ before: String) { self.before = before }

        /// The name with `*` in the place of both.
        var glob: String {
            if hasCity { return "*" }
            return text == nil ? before : "\(before)*\(after)"
        }

        /// Whether what stands beside the period, or the whole name, is a
        /// city's; then `after` is the mark between them.
        mutating func takeCity(_ context: IntakeContext) -> Bool {
            var name = before[...]
            var mark = ""
            if text != nil {
                guard after.isEmpty, let last = before.last, "-_ ".contains(last) else {
                    return false
                }
                name = before.dropLast()
                mark = String(last)
                if name.contains(last) { return false }
            }
            guard context.cities.index(of: String(name)) != nil else { return false }
            (after, hasCity) = (mark, true)
            return true
        }
    }

    private static func cut(_ stem: String, _ reader: PeriodReader) -> Cut {
        let patterns: [Regex<Substring>] = [
            /[0-9]{4}[-_ ]?[Qq][1-4]/, /[Qq][1-4][-_ ]?[0-9]{4}/, /[0-9]{4}-[0-9]{2}/,
            /(?:19|20)[0-9]{2}/, /[0-9]{2}$/,
        ]
        for pattern in patterns {
            guard let match = stem.firstMatch(of: pattern) else { continue }
            let (before, after) = (stem[..<match.range.lowerBound], stem[match.range.upperBound...])
            let isNumber = before.last?.isNumber == true || after.first?.isNumber == true
            let text = String(match.output)
            guard !isNumber, text.count == 2 || reader.read(text).period != nil else { continue }
            var cut = Cut(String(before))
            (cut.after, cut.text) = (String(after), text)
            return cut
        }
        return Cut(stem)
    }
}
