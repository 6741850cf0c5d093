import MetricSpec
import Tabular

/// Reads prices.csv and practices.csv.
extension RegistryReader {
    /// The price indexes of prices.csv, all vintages.
    func prices() -> [PricePoint] {
        var lines: [[String]: Int] = [:]
        let columns = ["series", "period", "value", "vintage"]
        return rows("prices.csv", columns: columns).compactMap { row in
            guard let period = row.period("period"), let value = row.index("value"),
                let vintage = row.requiredDay("vintage")
            else { return nil }
            let key = [row["series"], period.text, vintage.text]
            if let line = lines.updateValue(row.row.line, forKey: key) {
                row.report(
                    "the price of \(key[0]) for \(key[1]) of \(key[2]) stands in line \(line) "
                        + "already. Leave one out, or give the vintage its own day.")
            }
            return PricePoint(
                series: row["series"], period: period, value: value, vintage: vintage,
                source: row["source"])
        }
    }

    /// What assessors found, from practices.csv.
    func verdicts(_ directory: CityDirectory) -> [PracticeVerdict] {
        var lines: [[String]: Int] = [:]
        let columns = ["city", "criterion", "verdict"]
        return rows("practices.csv", columns: columns).compactMap { row in
            guard let city = row.city("city", directory), let verdict = row.verdict("verdict")
            else { return nil }
            let key = [city, row["criterion"], row["assessed_on"]]
            if let line = lines.updateValue(row.row.line, forKey: key) {
                row.report(
                    "\(key[1]) of \(city) was assessed in line \(line) already. Leave one out, "
                        + "or say when each was assessed.",
                    column: "criterion")
            }
            let (from, until) = (row.day("assessed_on"), row.day("valid_until"))
            if let from, let until, until < from {
                row.report("valid_until is before assessed_on.", column: "valid_until")
            }
            return PracticeVerdict(
                city: city, criterion: row["criterion"], fulfilled: row.count("fulfilled"),
                evidence: row["evidence"], verdict: verdict, assessor: row["assessor"],
                assessedOn: from, validUntil: until)
        }
    }
}

extension RegistryRow {
    func period(_ name: String) -> Period? {
        if let period = Period(parsing: self[name]) { return period }
        report("\"\(self[name])\" is no period. Expected one like 2026-Q3.", column: name)
        return nil
    }

    fileprivate func requiredDay(_ name: String) -> CalendarDay? {
        if self[name].isEmpty { report("the date is missing.", column: name) }
        return day(name)
    }

    fileprivate func index(_ name: String) -> Double? {
        if self[name].isEmpty { report("the index is missing.", column: name) }
        guard let value = number(name) else { return nil }
        if value > 0 { return value }
        report("\(self[name]) is no price index. Expected a number above 0.", column: name)
        return nil
    }

    fileprivate func count(_ name: String) -> Int? {
        guard !self[name].isEmpty else { return nil }
        if let count = Int(self[name]), count >= 0 { return count }
        report("\"\(self[name])\" is no count. Expected a whole number.", column: name)
        return nil
    }

    fileprivate func verdict(_ name: String) -> PracticeVerdict.Verdict? {
        if let verdict = PracticeVerdict.Verdict(rawValue: self[name]) { return verdict }
        report(
            "\"\(self[name])\" is no verdict. Expected met, not_met or pending.", column: name)
        return nil
    }
}

extension CityAttribute {
    /// The attribute with the month, 1 to 12, in which a city's own fiscal
    /// year begins.
    public static let fiscalYearStarts = "fiscal_year_starts"
    /// The attribute with the price level of a city's region; the nation has
    /// 100.
    public static let regionalPriceParity = "regional_price_parity"

    /// The attribute that names a city as it was called on the days given; on
    /// all others its name in cities.csv holds.
    public static let formerName = "name"

    /// What is wrong with the value of an attribute that the program itself
    /// reads; nil for all others.
    static func fault(_ attribute: String, value: String) -> String? {
        switch attribute {
        case fiscalYearStarts:
            if let month = Int(value), (1...12).contains(month) { return nil }
            return "\"\(value)\" is no month in which a fiscal year begins. Expected 1 to 12."
        case regionalPriceParity:
            if let level = Double(value), level.isFinite, level > 0 { return nil }
            return "\"\(value)\" is no price parity. Expected a number above 0; 100 is the "
                + "nation's level."
        case formerName:
            return value.isEmpty ? "the name is blank. Expected what the city was called." : nil
        default: return nil
        }
    }
}
