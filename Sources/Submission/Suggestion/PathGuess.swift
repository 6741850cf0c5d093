import Consortium
import MetricSpec

/// What the path of a file says of its city and period.
struct PathGuess: Sendable {
    /// A template with `{city}` in it.
    private(set) var city: String?
    /// A template with `{period}` in it.
    private(set) var period: String?
    /// What stands for each in the path.
    private(set) var found: [String] = []
    /// A glob for this and further files of the kind.
    let glob: String
    /// Whether the period's text is a year that is short or joined to a word,
    /// for which the mapping must name a style.
    private(set) var needsStyle = false

    init(_ path: String, context: IntakeContext) {
        // Folders outside submissions/ are the sender's own and name nothing.
        let depth = path.hasPrefix("/") ? 1 : 3
        let parts = path.split(separator: "/").suffix(depth).map(String.init)
        let name = parts.last ?? path
        let stem = name.split(separator: ".").dropLast().joined(separator: ".")
        let ending = name.split(separator: ".").last.map { "." + $0 } ?? ""
        let reader = PeriodReader(calendar: context.calendar)
        let folders = parts.dropLast().map { _ in "*" }
        for (index, folder) in parts.dropLast().enumerated() {
            if context.cities.index(of: folder) != nil, city == nil {
                city = Self.template(parts, index, "{city}", ending)
                found.append("city \(folder)")
            } else if reader.read(folder.replacing("--", with: "/")).period != nil, period == nil {
                period = Self.template(parts, index, "{period}", ending)
                found.append("period \(folder)")
            }
        }
        let (pattern, template, text) = Self.cut(stem, reader)
        if period == nil, let template, let text {
            period = template + ending
            found.append("period \(text)")
            needsStyle = text.count < 4
        }
        glob =
            (folders.isEmpty ? ["*", "*"] : folders).joined(separator: "/") + "/" + pattern + ending
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

    /// A name of a file with `*` where a period stands, with `{period}`
    /// there, and the period's text.
    private static func cut(
        _ stem: String, _ reader: PeriodReader
    ) -> (glob: String, template: String?, text: String?) {
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
            return ("\(before)*\(after)", "\(before){period}\(after)", text)
        }
        return (stem, nil, nil)
    }
}
