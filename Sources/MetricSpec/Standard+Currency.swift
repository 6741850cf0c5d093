extension Standard {
    /// The sign that stands for a consortium's own currency in a unit.
    static let currencySign = "$"

    /// The standard with amounts written in a currency: units of money whose
    /// prefix is the dollar sign get that of the currency.
    ///
    /// - Parameter code: ISO 4217, such as `EUR`; empty leaves all as it is.
    ///   A currency without a sign of its own is written by its code.
    public func inCurrency(_ code: String) -> Standard {
        let sign = code.isEmpty ? Self.currencySign : Self.signs[code] ?? "\(code) "
        return mapUnits { unit in
            guard unit.prefix == Self.currencySign, unit.dimension.powers["money"] != nil else {
                return unit
            }
            var written = unit
            written.prefix = sign
            return written
        }
    }

    /// Signs that mean one currency wherever they are read.
    private static let signs = [
        "USD": "$", "EUR": "\u{20AC}", "GBP": "\u{A3}", "INR": "\u{20B9}", "ILS": "\u{20AA}",
        "KRW": "\u{20A9}", "UAH": "\u{20B4}",
    ]
}
